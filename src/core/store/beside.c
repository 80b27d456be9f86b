/* beside.c: what a person made that lies in files beside the store: own topics, and what was learned of any.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/beside.h"

#include "base/error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define FOLDER "lexicon"
#define PREFIX "own-"
#define SUFFIX ".tsv"

/* Names in a copy come from a file somebody may have made: none leads out of the folder. */
static gboolean
is_name (const char *name)
{
  return name && g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX) && strchr (name, G_DIR_SEPARATOR) == NULL;
}

static char *
folder_of (const char *path)
{
  g_autofree char *profile = g_path_get_dirname (path);
  return g_build_filename (profile, FOLDER, NULL);
}

/* A copy is no store yet: it is opened without any of a store's settings. */
static sqlite3 *
open_plain (const char *path, GError **error)
{
  sqlite3 *db = NULL;
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    return db;
  g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The store %s cannot be opened: %s. Check that the folder is there and yours."), path, sqlite3_errmsg (db));
  sqlite3_close (db);
  return NULL;
}

static gboolean
keep_file (sqlite3 *db, const char *folder, const char *name)
{
  g_autofree char *file = g_build_filename (folder, name, NULL), *text = NULL;
  gsize length;
  sqlite3_stmt *s = NULL;
  if (!g_file_get_contents (file, &text, &length, NULL) || sqlite3_prepare_v2 (db, "INSERT INTO beside (name, text) VALUES (?, ?)", -1, &s, NULL) != SQLITE_OK)
    return FALSE;
  sqlite3_bind_text (s, 1, name, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (s, 2, text, length, SQLITE_TRANSIENT);
  gboolean kept = sqlite3_step (s) == SQLITE_DONE;
  sqlite3_finalize (s);
  return kept;
}

gboolean
att_beside_take (const char *copy, const char *path, GError **error)
{
  g_autofree char *folder = folder_of (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);   /* NULL: nothing was made or learned, which the copy tells, too */
  sqlite3 *db = open_plain (copy, error);
  if (db == NULL)
    return FALSE;
  gboolean taken = sqlite3_exec (db, "BEGIN; DROP TABLE IF EXISTS beside; CREATE TABLE beside (name TEXT PRIMARY KEY, text TEXT)", NULL, NULL, NULL) == SQLITE_OK;
  for (const char *name; taken && dir && (name = g_dir_read_name (dir));)
    if (is_name (name))
      taken = keep_file (db, folder, name);
  taken = taken && sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
  if (!taken)
    g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The copy cannot be put at %s: %s. See that the folder is yours and the disk not full."), copy, sqlite3_errmsg (db));
  sqlite3_close (db);
  return taken;
}

static gboolean
set_aside (const char *file, GError **error)
{
  g_autofree char *before = g_strconcat (file, ".before", NULL);
  for (guint n = 1; g_file_test (before, G_FILE_TEST_EXISTS); n++) {   /* what an earlier restore set aside stays */
    g_free (before);
    before = g_strdup_printf ("%s.before-%u", file, n);
  }
  if (g_rename (file, before) != 0 && errno != ENOENT) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The copy cannot be put at %s: %s. See that the folder is yours and the disk not full."), file, g_strerror (errno));
    return FALSE;
  }
  return TRUE;
}

/* What was made or learned since the copy is none of it. */
static gboolean
set_all_aside (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);   /* listed first: a folder is not read while it changes */
  gboolean done = TRUE;
  for (const char *name; dir && (name = g_dir_read_name (dir));)
    if (is_name (name))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  for (guint i = 0; i < files->len && done; i++)
    done = set_aside (files->pdata[i], error);
  return done;
}

static gboolean
lay_file (const char *folder, const char *name, const char *text, GError **error)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);
  return set_aside (file, error) && g_file_set_contents (file, text, -1, error);
}

gboolean
att_beside_lay (const char *path, GError **error)
{
  g_autofree char *folder = folder_of (path);
  sqlite3 *db = open_plain (path, error);
  sqlite3_stmt *s = NULL;
  if (db == NULL)
    return FALSE;
  gboolean laid = TRUE;
  if (sqlite3_prepare_v2 (db, "SELECT name, text FROM beside", -1, &s, NULL) == SQLITE_OK) {   /* older copies have no such table */
    g_mkdir_with_parents (folder, 0700);
    laid = set_all_aside (folder, error);
    while (laid && sqlite3_step (s) == SQLITE_ROW) {
      const char *name = (const char *) sqlite3_column_text (s, 0), *text = (const char *) sqlite3_column_text (s, 1);
      laid = !is_name (name) || lay_file (folder, name, text ? text : "", error);
    }
    sqlite3_finalize (s);
    if (laid)
      sqlite3_exec (db, "DROP TABLE beside", NULL, NULL, NULL);
  }
  sqlite3_close (db);
  return laid;
}
