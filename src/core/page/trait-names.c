/* trait-names.c: what traits are called in the tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/block-model.h"

#include <stdlib.h>
#include <string.h>

/* Where each run of traits begins, in order. */
static const struct { guint first; const char *name; } NAMES[] = {
  { ATT_TRAIT_WORDS, "words" }, { ATT_TRAIT_BYTES, "bytes" }, { ATT_TRAIT_LINKED, "linked" }, { ATT_TRAIT_STOP, "stop" }, { ATT_TRAIT_STOPS, "stops" }, { ATT_TRAIT_COMMAS, "commas" },
  { ATT_TRAIT_CAPITALS, "capitals" }, { ATT_TRAIT_DIGITS, "digits" }, { ATT_TRAIT_SMALL, "small" }, { ATT_TRAIT_SHOUTS, "shouts" }, { ATT_TRAIT_COLON, "colon" }, { ATT_TRAIT_ASKS, "asks" },
  { ATT_TRAIT_P, "p" }, { ATT_TRAIT_H1, "h1" }, { ATT_TRAIT_H2, "h2" }, { ATT_TRAIT_H3, "h3" }, { ATT_TRAIT_LI, "li" }, { ATT_TRAIT_CELL, "cell" }, { ATT_TRAIT_DIV, "div" }, { ATT_TRAIT_PRE, "pre" },
  { ATT_TRAIT_MARK, "mark" }, { ATT_TRAIT_DEPTH, "depth" }, { ATT_TRAIT_PLACE, "place" }, { ATT_TRAIT_BYTE_PLACE, "byte-place" }, { ATT_TRAIT_BEFORE_HEADING, "before-heading" },
  { ATT_TRAIT_AFTER_HEADING, "after-heading" }, { ATT_TRAIT_N_BLOCKS, "blocks" }, { ATT_TRAIT_PAGE_PROSE, "page-prose" }, { ATT_TRAIT_SIBLINGS, "siblings" }, { ATT_TRAIT_BOX_LINKED, "box-linked" },
  { ATT_TRAIT_BOX_PROSE, "box-prose" }, { ATT_TRAIT_BOX_SHARE, "box-share" }, { ATT_TRAIT_HOME, "home" }, { ATT_TRAIT_HOME_DISTANCE, "home-distance" }, { ATT_TRAIT_HALF, "half" },
  { ATT_TRAIT_HALF_DISTANCE, "half-distance" }, { ATT_TRAIT_NEAR, "near" }, { ATT_TRAIT_BODY, "body" }, { ATT_TRAIT_HAS_BODY, "has-body" }, { ATT_TRAIT_TITLE, "title" },
  { ATT_TRAIT_SUMMARY, "summary" }, { ATT_TRAIT_SEEN, "seen" }, { ATT_TRAIT_SEEN_LATER, "seen-later" }, { ATT_TRAIT_LAST_PROSE, "last-prose" }, { ATT_TRAIT_NEXT_PROSE, "next-prose" },
  { ATT_TRAIT_TITLES, "titles" }, { ATT_TRAIT_ARTICLE_NUMBER, "article-number" }, { ATT_TRAIT_ARTICLES, "articles" }, { ATT_TRAIT_WITH_HEADING, "with-heading" },
  { ATT_TRAIT_SAME_CLASS, "same-class" }, { ATT_N_TRAITS, "context" }, { ATT_N_EVIDENCE, NULL },
};

const char *
att_trait_name (guint trait)
{
  static _Thread_local char name[32];
  for (guint i = 0; NAMES[i].name; i++)
    if (trait < NAMES[i + 1].first) {
      if (NAMES[i + 1].first == NAMES[i].first + 1)
        return NAMES[i].name;
      g_snprintf (name, sizeof name, "%s/%u", NAMES[i].name, trait - NAMES[i].first);
      return name;
    }
  return NULL;
}

int
att_trait_by_name (const char *name)
{
  const char *slash = strchr (name, '/');
  gsize n = slash ? (gsize) (slash - name) : strlen (name);
  for (guint i = 0; NAMES[i].name; i++)
    if (strlen (NAMES[i].name) == n && strncmp (NAMES[i].name, name, n) == 0) {
      guint trait = NAMES[i].first + (slash ? atoi (slash + 1) : 0);
      return trait < NAMES[i + 1].first ? (int) trait : -1;
    }
  return -1;
}
