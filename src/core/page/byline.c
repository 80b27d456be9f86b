/* byline.c: who wrote it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/byline.h"

#include "base/text.h"
#include "page/visible-date.h"

#include <string.h>

#define MAX_NAMES 160        /* bytes of a byline */
#define MAX_WORDS 12         /* of a block "By Jane Doe and John Roe" */
#define REACH 20             /* blocks from the headline */

static const char *const BY[] = { "by ", "von ", "par ", "por ", "di ", "door ", "af ", "av ", "przez ", "written by ", "posted by ", "published by ", "reported by ", "story by ", "words by ", "author: ", "author ", "author(s): ", "authors: ", "autor: ",
                                  "autor ", "autorin: ", "by: ", "text: ", "artikel von: ", "verfasst von ", "geschrieben von ", "zeige alle beiträge von ", "alle beiträge von ", "view all posts by ", "all posts by ", "posts by ", "voir tous les articles de ", "автор: ", NULL };

static const char *
after_by (const char *text)
{
  for (guint i = 0; BY[i]; i++)
    if (g_ascii_strncasecmp (text, BY[i], strlen (BY[i])) == 0)
      return text + strlen (BY[i]);
  return strncmp (text, "By", 2) == 0 && g_ascii_isupper (text[2]) ? text + 2 : NULL;
}

/* Where a name ends: at a bar, a figure, the word that begins another statement. */
static gsize
length_of_names (const char *text)
{
  static const char *const ENDS[] = { " | ", " · ", " • ", " – ", " — ", " - ", "\n", " (", " / ", "@", " Posted", " Published", " Updated", " posted", " published", " updated", " on ", " at ", " für ", " am ", " Follow", " View " };
  gsize n = strlen (text);
  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++) {
    const char *end = strstr (text, ENDS[i]);
    n = end ? MIN (n, (gsize) (end - text)) : n;
  }
  for (gsize i = 0; i < n; i++)
    if (g_ascii_isdigit (text[i]))
      n = i;
  return n;
}

static const char *
after_marks (const char *text)
{
  static const char *const MARKS[] = { "·", "•", "–", "—", "|", "✍", "©" };
  text += strspn (text, " \n\t,;:-");
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (g_str_has_prefix (text, MARKS[i]))
      return after_marks (text + strlen (MARKS[i]));
  return text;
}

/* "By Jane Doe December 28, 2016": Jane Doe; but "by Jane May" is her name. */
static char *
plain_names (const char *text)
{
  const char *start = after_marks (text);
  for (const char *more; (more = after_by (start));)
    start = after_marks (more);
  gsize length = length_of_names (start);
  gboolean dated = g_ascii_isdigit (start[length]);
  g_autofree char *cut = g_strndup (start, length);
  char *names = att_text_squeeze (cut);
  for (char *space; dated && (space = strrchr (names, ' ')) && att_visible_month (space + 1, strlen (space + 1));)
    *space = '\0';
  while (*names && strchr (" ,;:", names[strlen (names) - 1]))
    names[strlen (names) - 1] = '\0';
  return names;
}

static gboolean
is_address (const char *name)
{
  const char *dot = strrchr (name, '.');
  return strstr (name, "://") || strchr (name, '@') || (dot && !strchr (name, ' ') && g_ascii_islower (dot[1]) && strlen (dot + 1) <= 4);
}

static gboolean
is_firm (const char *name)
{
  static const char *const ENDS[] = { " GmbH", " AG", " e.V.", " Inc", " Inc.", " Ltd", " LLC", " Verlag", " KG" };
  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    if (g_str_has_suffix (name, ENDS[i]))
      return TRUE;
  return strstr (name, " GmbH") != NULL;
}

static gboolean
is_somebody (const AttMetadata *meta, const char *name)
{
  static const char *const NOBODY[] = { "admin", "administrator", "editor", "staff", "webmaster", "author", "unknown", "no author", "n/a", "none", "null", "guest", "all posts", "more", "share", NULL };
  if (!att_text_has (name) || strlen (name) > MAX_NAMES || is_address (name) || is_firm (name))
    return FALSE;
  for (guint i = 0; NOBODY[i]; i++)
    if (g_ascii_strcasecmp (name, NOBODY[i]) == 0)
      return FALSE;
  if (g_str_has_suffix (name, " says") || g_str_has_suffix (name, " sagt") || g_str_has_prefix (name, "Foto"))   /* who left a comment, who took the picture */
    return FALSE;
  return !(meta->site && att_claims_alike (name, meta->site) > 0.9);
}

/* A few words, most with a capital: what may be believed of a class or of the words beside a headline. */
static gboolean
looks_like_names (const char *name, guint least)
{
  g_auto (GStrv) words = g_strsplit_set (name, " ,", -1);
  guint n = 0, capitals = 0;
  for (guint i = 0; words[i]; i++) {
    if (*words[i] == '\0')
      continue;
    n++;
    capitals += g_unichar_isupper (g_utf8_get_char (words[i])) != 0;
  }
  return n >= least && n <= 10 && capitals * 3 >= n * 2;
}

static char *
from_linked_data (const AttMetadata *meta)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < meta->linked->authors->len; i++) {
    g_autofree char *name = plain_names (g_ptr_array_index (meta->linked->authors, i));
    if (is_somebody (meta, name) && !strstr (out->str, name))
      g_string_append_printf (out, "%s%s", out->len ? ", " : "", name);
  }
  char *names = g_string_free (out, FALSE);
  if (*names)
    return names;
  g_free (names);
  return NULL;
}

/* "By Jane Doe", a block of its own near the headline. */
static char *
beside_headline (const AttMetadata *meta, const AttLayout *layout)
{
  guint heading = layout->heading == G_MAXUINT32 ? 0 : layout->heading;
  for (guint i = heading > 3 ? heading - 3 : 0; i < layout->blocks->len && i < heading + REACH; i++) {
    const AttBlock *block = att_layout_block (layout, i);
    if (block->n_tokens > MAX_WORDS)
      continue;
    g_autofree char *text = g_strndup (layout->text->str + block->start, block->length);
    g_autofree char *name = after_by (text) ? plain_names (text) : NULL;
    if (name && is_somebody (meta, name) && looks_like_names (name, 2))
      return g_steal_pointer (&name);
  }
  return NULL;
}

/* The first of some texts that is the name of somebody, a first and a last one. */
static char *
first_name_of (const AttMetadata *meta, const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++) {
    g_autofree char *name = plain_names (g_ptr_array_index (texts, i));
    if (is_somebody (meta, name) && looks_like_names (name, 2))
      return g_steal_pointer (&name);
  }
  return NULL;
}

/* "Terry Vane, selby-post.example", "Ada Quill THE SELBY POST": the outlet is no author beside one. */
static char *
without_outlet (const AttMetadata *meta, char *names)
{
  gsize n = strlen (names), site = meta->site ? strlen (meta->site) : 0;
  if (site && n > site + 1 && g_ascii_strcasecmp (names + n - site, meta->site) == 0 && strchr (" ,", names[n - site - 1]))
    names[n - site - 1] = '\0';
  char *last = strrchr (names, ',');
  if (last && is_address (g_strstrip (last + 1)))
    *last = '\0';
  for (n = strlen (names); n > 0 && strchr (" ,;", names[n - 1]); n--)
    names[n - 1] = '\0';
  return names;
}

static char *
choose (const AttMetadata *meta, const AttLayout *layout)
{
  char *names = from_linked_data (meta);
  if (names)
    return names;
  const char *said[] = { meta->author, meta->card_author, meta->item_author };
  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    g_autofree char *name = said[i] ? plain_names (said[i]) : NULL;
    if (name && is_somebody (meta, name))
      return g_steal_pointer (&name);
  }
  names = first_name_of (meta, meta->bylines);
  names = names ? names : beside_headline (meta, layout);
  return names ? names : first_name_of (meta, meta->persons);
}

char *
att_byline_choose (const AttMetadata *meta, const AttLayout *layout)
{
  char *names = choose (meta, layout);
  return names ? without_outlet (meta, names) : NULL;
}
