/* actors.c: what a person decided of the people, countries and bodies in the news (tables struck_actor, same_actor, topic).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/actors.h"

#include "base/error.h"
#include "store/corrections.h"

#include <glib/gi18n-lib.h>

gboolean
att_actors_strike (AttDatabase *db, AttTopicKind kind, const char *name, gint64 now, AttChange *change, GError **error)
{
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = att_database_run (db, error, "INSERT OR REPLACE INTO struck_actor (kind, name, made) VALUES (?, ?, ?)", "isi", (gint64) kind, name, now)
                  && att_database_run (db, error, "UPDATE quote SET speaker=NULL WHERE speaker=?", "s", name)
                  && att_corrections_rewrite (db, kind, name, change, error);
  return att_database_end (db, done, error);
}

gboolean
att_actors_unstrike (AttDatabase *db, AttTopicKind kind, const char *name, GError **error)
{
  return att_database_run (db, error, "DELETE FROM struck_actor WHERE kind=? AND name=?", "is", (gint64) kind, name);
}

char *
att_actors_rename (AttDatabase *db, AttTopicKind kind, const char *name, const char *label, AttChange *change, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT label FROM topic WHERE kind=? AND name=?", "is", (gint64) kind, name);
  g_autofree char *before = s && att_database_row (db, s, error) ? g_strdup ((const char *) sqlite3_column_text (s, 0)) : NULL;
  if (s)
    sqlite3_reset (s);
  if (before == NULL) {
    if (error && *error == NULL)
      g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("Nobody of the name “%s” is in the stories."), name);
    return NULL;
  }
  if (!att_database_run (db, error, "UPDATE topic SET label=? WHERE kind=? AND name=?", "sis", label, (gint64) kind, name))
    return NULL;
  change->feeds = change->found = TRUE;   /* lists show it by another name, and so does what counts it */
  return g_steal_pointer (&before);
}

static void
struck_free (gpointer data)
{
  g_free (((AttStruck *) data)->name);
  g_free (data);
}

GPtrArray *
att_actors_list_struck (AttDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (struck_free);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT kind, name FROM struck_actor ORDER BY kind, name", "");
  while (s && att_database_row (db, s, error)) {
    AttStruck *one = g_new (AttStruck, 1);
    *one = (AttStruck) { sqlite3_column_int (s, 0), g_strdup ((const char *) sqlite3_column_text (s, 1)) };
    g_ptr_array_add (all, one);
  }
  return s ? g_steal_pointer (&all) : NULL;
}
