/* search.c: the words of articles, findable (FTS5).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/search.h"

#include "base/text.h"
#include "store/folding.h"

#include <string.h>

gboolean
att_search_add (AttDatabase *db, gint64 article, const char *title, const char *text, GError **error)
{
  return att_database_run (db, error, "INSERT INTO search (rowid, title, text) VALUES (?, worded(?), worded(?))", "iss", article, title, text);
}

gboolean
att_search_forget (AttDatabase *db, gint64 article, GError **error)
{
  return att_database_run (db, error, "INSERT INTO search (search, rowid, title, text) SELECT 'delete', id, title, text FROM search_source WHERE id=?", "i",
                           article);
}

/* FTS5 §3.2: a string in double quotes is a phrase, whatever is in it; a * after it asks for a prefix. */
static void
append_phrase (GString *out, const char *words)
{
  g_autofree char *written = att_folding_words (words, strlen (words));
  const char *phrase = written ? g_strstrip (written) : words;
  gsize n = strlen (phrase);
  gboolean prefix = n > 1 && phrase[n - 1] == '*';
  g_string_append_c (out, '"');
  for (const char *p = phrase; *p && !(prefix && p[1] == '\0'); p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  g_string_append (out, prefix ? "\"*" : "\"");
}

static void
append_words (GString *out, const AttFilterWords *words, const char *joint)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
  for (guint i = 0; words->any_of[i]; i++)
    if (att_text_has_word (words->any_of[i]))
      g_ptr_array_add (phrases, words->any_of[i]);
  for (guint i = 0; words->any_of[i] && phrases->len == 0 && !words->never; i++)
    if (att_text_is_unsearchable (words->any_of[i]))
      g_ptr_array_add (phrases, words->any_of[i]);   /* which finds nothing: all there is would be no answer */
  if (phrases->len == 0)
    return;
  if (out->len)
    g_string_append (out, joint);
  g_string_append (out, words->near ? "NEAR(" : "(");   /* FTS5 §3.4 */
  for (guint i = 0; i < phrases->len; i++) {
    if (i > 0)
      g_string_append (out, words->near ? " " : " OR ");
    append_phrase (out, g_ptr_array_index (phrases, i));
  }
  if (words->near)
    g_string_append_printf (out, ", %u", words->near);
  g_string_append_c (out, ')');
}

char *
att_search_question (const AttFilter *filter, char **negative)
{
  g_autoptr (GString) must = g_string_new (NULL), never = g_string_new (NULL);
  for (guint i = 0; i < filter->words->len; i++) {
    const AttFilterWords *words = g_ptr_array_index (filter->words, i);
    append_words (words->never ? never : must, words, words->never ? " OR " : " AND ");
  }
  *negative = NULL;
  if (must->len && never->len)
    return g_strdup_printf ("(%s) NOT (%s)", must->str, never->str);
  if (never->len)
    *negative = g_strdup (never->str);
  return must->len ? g_strdup (must->str) : NULL;
}
