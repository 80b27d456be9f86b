/* order.c: how feeds stood in their folders before a deed, to be brought back (tables feed, shelf, keep, monitor).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/order.h"

#include "store/monitors.h"
#include "store/shelves.h"

/* A row as it was; what a column is not of, is 0 or NULL. */
typedef struct { gint64 id, days, number; char *text; } Row;

struct _AttOrder {
  char *folder, *name;                  /* that were renamed; NULL: one feed was moved */
  GPtrArray *feeds, *shelves, *keeps;   /* of Row *: feed and folder, twice; scope */
  GPtrArray *monitors;                  /* of AttMonitorRenaming *; NULL: none asks for what was renamed */
};

static void
row_free (gpointer data)
{
  g_free (((Row *) data)->text);
  g_free (data);
}

/* Rows of: number, text, days, number. */
static gboolean
read_rows (AttDatabase *db, sqlite3_stmt *s, GPtrArray *rows, GError **error)
{
  while (s && att_database_row (db, s, error)) {
    Row *row = g_new (Row, 1);
    *row = (Row) { sqlite3_column_int64 (s, 0), sqlite3_column_int64 (s, 2), sqlite3_column_int64 (s, 3), g_strdup ((const char *) sqlite3_column_text (s, 1)) };
    g_ptr_array_add (rows, row);
  }
  return s != NULL;
}

static AttOrder *
order_new (const char *folder, const char *name)
{
  AttOrder *self = g_atomic_rc_box_new0 (AttOrder);
  GPtrArray **all[] = { &self->feeds, &self->shelves, &self->keeps };
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    *all[i] = g_ptr_array_new_with_free_func (row_free);
  self->folder = g_strdup (folder);
  self->name = g_strdup (name);
  return self;
}

AttOrder *
att_order_of_feed (AttDatabase *db, gint64 feed, GError **error)
{
  g_autoptr (AttOrder) self = order_new (NULL, NULL);
  gboolean done = read_rows (db, att_database_ask (db, error, "SELECT id, folder, 0, 0 FROM feed WHERE id=?", "i", feed), self->feeds, error)
                  && read_rows (db, att_database_ask (db, error, "SELECT feed, folder, 0, 0 FROM shelf WHERE feed=?", "i", feed), self->shelves, error);
  return done ? g_steal_pointer (&self) : NULL;
}

#define MOVED "SELECT id FROM feed WHERE " ATT_SHELVES_INSIDE ("folder", "?1") " UNION SELECT feed FROM shelf WHERE " ATT_SHELVES_INSIDE ("folder", "?1")
#define KEPT "scope LIKE 'folder:%' AND (" ATT_SHELVES_INSIDE ("substr(scope, 8)", "?1") " OR " ATT_SHELVES_INSIDE ("substr(scope, 8)", "?2") ")"

AttOrder *
att_order_of_folder (AttDatabase *db, const char *folder, const char *name, GError **error)
{
  g_autoptr (AttOrder) self = order_new (folder, name);
  gboolean done = read_rows (db, att_database_ask (db, error, "SELECT id, folder, 0, 0 FROM feed WHERE id IN (" MOVED ")", "s", folder), self->feeds, error)
                  && read_rows (db, att_database_ask (db, error, "SELECT feed, folder, 0, 0 FROM shelf WHERE feed IN (" MOVED ")", "s", folder), self->shelves, error)
                  && read_rows (db, att_database_ask (db, error, "SELECT 0, scope, days, number FROM keep WHERE " KEPT, "ss", folder, name), self->keeps, error)
                  && (self->monitors = att_monitors_list_renamed (db, ATT_RENAMED_FOLDER, folder, name, error));
  return done ? g_steal_pointer (&self) : NULL;
}

AttOrder *
att_order_of_title (AttDatabase *db, const char *from, const char *to, GError **error)
{
  g_autoptr (AttOrder) self = order_new (NULL, NULL);
  self->monitors = att_monitors_list_renamed (db, ATT_RENAMED_FEED, from, to, error);
  return self->monitors ? g_steal_pointer (&self) : NULL;
}

/* One statement for each row; format: of number, text, days and number, as many as it wants. */
static gboolean
write_rows (AttDatabase *db, const GPtrArray *rows, const char *format, const char *sql, GError **error)
{
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = g_ptr_array_index (rows, i);
    if (!att_database_run (db, error, sql, format, row->id, row->text, row->days, row->number))
      return FALSE;
  }
  return TRUE;
}

gboolean
att_order_restore (AttDatabase *db, const AttOrder *self, GError **error)
{
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = (self->folder == NULL || att_database_run (db, error, "DELETE FROM keep WHERE " KEPT, "ss", self->folder, self->name))
                  && write_rows (db, self->feeds, "i", "DELETE FROM shelf WHERE feed=?1", error)
                  && write_rows (db, self->feeds, "is", "UPDATE feed SET folder=?2 WHERE id=?1", error)
                  && write_rows (db, self->shelves, "is", "INSERT OR IGNORE INTO shelf (feed, folder) SELECT id, ?2 FROM feed WHERE id=?1", error)
                  && write_rows (db, self->keeps, "isii", "INSERT INTO keep (scope, days, number) VALUES (?2, ?3, ?4)", error);
  for (guint i = 0; self->monitors && i < self->monitors->len && done; i++) {   /* only where nobody changed them since */
    const AttMonitorRenaming *renaming = g_ptr_array_index (self->monitors, i);
    done = att_database_run (db, error, "UPDATE monitor SET filter=? WHERE id=? AND filter=?", "sis", renaming->before, renaming->monitor, renaming->after);
  }
  return att_database_end (db, done, error);
}

AttOrder *
att_order_ref (AttOrder *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AttOrder *self = data;
  g_free (self->folder);
  g_free (self->name);
  g_ptr_array_unref (self->feeds);
  g_ptr_array_unref (self->shelves);
  g_ptr_array_unref (self->keeps);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
}

void
att_order_unref (AttOrder *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
