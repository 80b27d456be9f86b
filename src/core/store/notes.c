/* notes.c: passages and notes (table note).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/notes.h"

gint64
att_notes_write (AttDatabase *db, const AttNote *note, gint64 now, AttChange *change, GError **error)
{
  if (!att_database_run (db, error, "INSERT OR REPLACE INTO note (id, article, made, passage, words, zone, start, \"end\") SELECT nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE EXISTS (SELECT 1 FROM article WHERE id=?2)", "iiissiii", note->id, note->article,
                         note->made ? note->made : now, note->passage, note->words, (gint64) note->span.zone, (gint64) note->span.start, (gint64) note->span.end))
    return 0;
  if (att_database_n_changed (db) == 0) {
    att_articles_lack (note->article, error);
    return 0;
  }
  g_array_append_val (change->touched, note->article);
  return att_database_last_id (db);
}

gboolean
att_notes_remove (AttDatabase *db, const AttNote *note, AttChange *change, GError **error)
{
  g_array_append_val (change->touched, note->article);
  return att_database_run (db, error, "DELETE FROM note WHERE id=?", "i", note->id);
}

GPtrArray *
att_notes_of_article (AttDatabase *db, gint64 article, GError **error)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_note_free);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT id, made, passage, words, zone, start, \"end\" FROM note WHERE article=? ORDER BY passage<>'', start, id", "i", article);
  while (s && att_database_row (db, s, error)) {
    AttSpan span = { .zone = sqlite3_column_int (s, 4), .start = sqlite3_column_int (s, 5), .end = sqlite3_column_int (s, 6) };
    AttNote *note = att_note_new (article, span, (const char *) sqlite3_column_text (s, 2), (const char *) sqlite3_column_text (s, 3));
    note->id = sqlite3_column_int64 (s, 0);
    note->made = sqlite3_column_int64 (s, 1);
    g_ptr_array_add (notes, note);
  }
  return notes;
}
