/* attributions.c: whose words a quotation's are, as the reader says (table attribution).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/attributions.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

AttAttribution *
att_attribution_new (gint64 article, const char *words, const char *speaker)
{
  AttAttribution *self = g_new (AttAttribution, 1);
  *self = (AttAttribution) { article, g_strdup (words), g_strdup (speaker), 0 };
  return self;
}

AttAttribution *
att_attribution_copy (const AttAttribution *self)
{
  AttAttribution *copy = att_attribution_new (self->article, self->words, self->speaker);
  copy->made = self->made;
  return copy;
}

void
att_attribution_free (AttAttribution *self)
{
  g_free (self->words);
  g_free (self->speaker);
  g_free (self);
}

gboolean
att_attributions_set (AttDatabase *db, const AttAttribution *a, gint64 now, AttChange *change, GError **error)
{
  if (att_database_number (db, 0, "SELECT 1 FROM quote WHERE article=? AND text=?", "is", a->article, a->words) == 0) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("Nobody is quoted with “%s” in article %lld. Give the words of the quotation, whole."), a->words, (long long) a->article);
    return FALSE;
  }
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = att_database_run (db, error, "INSERT INTO attribution (article, words, speaker, made) VALUES (?, ?, ?, ?)", "issi", a->article, a->words, a->speaker, now)
                  && att_database_run (db, error, "UPDATE quote SET speaker=? WHERE article=? AND text=?", "sis", a->speaker, a->article, a->words);
  g_array_append_val (change->touched, a->article);
  return att_database_end (db, done, error);
}

gboolean
att_attributions_drop (AttDatabase *db, const AttAttribution *a, GError **error)
{
  return att_database_run (db, error, "DELETE FROM attribution WHERE n=(SELECT max(n) FROM attribution WHERE article=? AND words=? AND speaker IS ?)", "iss", a->article, a->words, a->speaker);
}

GPtrArray *
att_attributions_list (AttDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) att_attribution_free);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT article, words, speaker, made FROM attribution ORDER BY n", "");
  while (s && att_database_row (db, s, error)) {
    AttAttribution *a = att_attribution_new (sqlite3_column_int64 (s, 0), (const char *) sqlite3_column_text (s, 1), (const char *) sqlite3_column_text (s, 2));
    a->made = sqlite3_column_int64 (s, 3);
    g_ptr_array_add (all, a);
  }
  return s ? g_steal_pointer (&all) : NULL;
}
