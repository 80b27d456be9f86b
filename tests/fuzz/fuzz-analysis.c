/* fuzz-analysis.c: any text analysed; every mark points at whole characters of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/analyse.h"

#include "base/text.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (const AttArticle *article, const AttSpan *span)
{
  const char *zone = span->zone == ATT_ZONE_TITLE ? article->title : article->text;
  g_assert_cmpuint (span->zone, <=, ATT_ZONE_TEXT);
  g_assert_cmpuint (span->start, <=, span->end);
  g_assert_cmpuint (span->end, <=, strlen (zone));
  g_assert_true (g_utf8_validate (zone + span->start, span->end - span->start, NULL));
}

/* The first line is the title, the rest the text. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static AttLexicon *lexicon;
  if (lexicon == NULL)
    lexicon = att_lexicon_new (NULL, NULL);
  g_autofree char *whole = att_text_valid ((const char *) data, size);
  char *line = strchr (whole, '\n');
  g_autoptr (AttArticle) article = att_article_new ();
  article->title = line ? g_strndup (whole, line - whole) : g_strdup ("");
  article->text = g_strdup (line ? line + 1 : whole);
  article->published = 1714089600;
  att_analyse (lexicon, article);
  for (guint i = 0; i < article->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (article->mentions, i);
    for (guint k = 0; k < mention->evidence->len; k++)
      check (article, &g_array_index (mention->evidence, AttSpan, k));
  }
  for (guint i = 0; i < article->quotes->len; i++)
    check (article, &((AttQuote *) g_ptr_array_index (article->quotes, i))->span);
  for (guint i = 0; i < article->events->len; i++)
    check (article, &((AttEvent *) g_ptr_array_index (article->events, i))->span);
  return 0;
}
