/* contacts.c: the hosts the program ever sent a request to (table contact).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/contacts.h"

gboolean
att_contacts_add (AttDatabase *db, const char *host, guint requests, gint64 now, GError **error)
{
  return att_database_run (db, error, "INSERT INTO contact (host, first, last, requests) VALUES (?1, ?2, ?2, ?3) ON CONFLICT (host) DO UPDATE SET last=?2, requests=requests+?3", "sii", host, now, (gint64) requests);
}

static void
contact_free (gpointer data)
{
  g_free (((AttContact *) data)->host);
  g_free (data);
}

GPtrArray *
att_contacts_list (AttDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (contact_free);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT host, first, last, requests FROM contact ORDER BY last DESC, host", "");
  while (s && att_database_row (db, s, error)) {
    AttContact *one = g_new (AttContact, 1);
    *one = (AttContact) { g_strdup ((const char *) sqlite3_column_text (s, 0)), sqlite3_column_int64 (s, 1), sqlite3_column_int64 (s, 2), sqlite3_column_int (s, 3) };
    g_ptr_array_add (all, one);
  }
  return s ? g_steal_pointer (&all) : NULL;
}
