/* backup.c: a copy of a living store, and a store taken back from one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/backup.h"

#include "base/error.h"
#include "store/beside.h"
#include "store/database.h"
#include "store/migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define WAITING ".restore"
#define BEFORE ".before"

static gboolean
fail_to_place (const char *path, GError **error)
{
  g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The copy cannot be put at %s: %s. See that the folder is yours and the disk not full."), path, g_strerror (errno));
  return FALSE;
}

/* In its place only once it is on the disk: VACUUM INTO is not by itself, and the power may fail. */
static gboolean
put_in_place (const char *part, const char *path, GError **error)
{
  int file = g_open (part, O_RDONLY | O_CLOEXEC, 0);
  gboolean safe = file >= 0 && fsync (file) == 0;
  if (file >= 0)
    close (file);
  return (safe && g_rename (part, path) == 0) || fail_to_place (path, error);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf x, y;
  g_autofree char *there = g_canonicalize_filename (a, NULL), *here = g_canonicalize_filename (b, NULL);
  return strcmp (there, here) == 0 || (g_stat (a, &x) == 0 && g_stat (b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino);
}

/* Whether a copy would be laid over the store, or over what belongs to it: whoever has it open would go on writing into a file that is gone. */
static gboolean
is_of_store (const char *copy, const char *path)
{
  static const char *const ENDINGS[] = { "", "-wal", "-shm", WAITING, BEFORE };
  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++) {
    g_autofree char *own = g_strconcat (path, ENDINGS[i], NULL);
    if (is_same_file (copy, own))
      return TRUE;
  }
  return FALSE;
}

/* Said here, for the store would say it of itself. */
static gboolean
can_write (const char *path, GError **error)
{
  g_unlink (path);
  int file = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  return file >= 0 && close (file) == 0 ? TRUE : fail_to_place (path, error);
}

static gboolean
write_copy (const char *path, const char *copy, gboolean with_files, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (copy, ".part", NULL);
  if (is_of_store (copy, path)) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("%s is the desk itself. Choose another place for the copy."), copy);
    return FALSE;
  }
  g_autoptr (AttDatabase) db = att_database_open (path, ATT_DATABASE_READ, error);
  if (db == NULL)
    return FALSE;
  att_database_set_cancel (db, cancellable);
  if (!can_write (part, error))
    return FALSE;
  g_unlink (part);
  if (!att_database_run (db, error, "VACUUM INTO ?", "s", part) || (with_files && !att_beside_take (part, path, error))) {
    g_unlink (part);
    return FALSE;
  }
  return put_in_place (part, copy, error);
}

gboolean
att_backup_write (const char *path, const char *copy, GCancellable *cancellable, GError **error)
{
  return write_copy (path, copy, TRUE, cancellable, error);
}

/* Whether it is a store of ours, of this program or an older one, and sound. */
static gboolean
check (const char *copy, GCancellable *cancellable, GError **error)
{
  if (!g_file_test (copy, G_FILE_TEST_EXISTS)) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_NOT_FOUND, _("There is no file %s. Choose a file that was made by backing up."), copy);
    return FALSE;
  }
  g_autoptr (AttDatabase) db = att_database_open (copy, ATT_DATABASE_READ, NULL);
  gint64 version = db ? att_database_number (db, 0, "PRAGMA user_version", "") : 0, feeds = db ? att_database_number (db, -1, "SELECT count(*) FROM feed", "") : -1;
  if (version < 1 || feeds < 0) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_DAMAGED, _("%s is no copy of a desk. Choose a file that was made by backing up."), copy);
    return FALSE;
  }
  if (version > (gint64) att_migrate_version ()) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_NEWER, _("%s was made by a newer Attaché. Install that to take it back."), copy);
    return FALSE;
  }
  att_database_set_cancel (db, cancellable);
  sqlite3_stmt *s = att_database_ask (db, error, "PRAGMA quick_check(1)", "");
  gboolean sound = s && att_database_row (db, s, error) && g_strcmp0 ((const char *) sqlite3_column_text (s, 0), "ok") == 0;
  if (s)
    sqlite3_reset (s);
  if (!sound && (error == NULL || *error == NULL))
    g_set_error (error, ATT_ERROR, ATT_ERROR_DAMAGED, _("%s is damaged. Take an older copy."), copy);
  return sound;
}

gboolean
att_backup_lay (const char *path, const char *part, GError **error)
{
  g_autofree char *waiting = g_strconcat (path, WAITING, NULL);
  return put_in_place (part, waiting, error);
}

gboolean
att_backup_restore (const char *path, const char *copy, GCancellable *cancellable, GError **error)
{
  if (!check (copy, cancellable, error))
    return FALSE;
  g_autofree char *waiting = g_strconcat (path, WAITING, NULL);
  return write_copy (copy, waiting, FALSE, cancellable, error);   /* with what may still lie beside it: one that was set aside, or came from a living desk */
}

/* The nth name a store that was set aside goes by. */
static char *
name_aside (const char *path, guint n)
{
  return n ? g_strdup_printf ("%s" BEFORE "-%u", path, n) : g_strconcat (path, BEFORE, NULL);
}

/* A name nothing has yet, for what is set aside once is kept; where the store has gone there already, the last one. */
static char *
place_aside (const char *path)
{
  guint n = 0;
  for (;; n++) {
    g_autofree char *name = name_aside (path, n);
    if (!g_file_test (name, G_FILE_TEST_EXISTS))
      break;
  }
  return name_aside (path, n > 0 && !g_file_test (path, G_FILE_TEST_EXISTS) ? n - 1 : n);
}

/* A store's file with the two beside it; what was written last may be in them. The store first: from then on it is plain that this has
 * begun, and whoever comes next goes on with it; a store must not be opened without what lies beside it. */
static gboolean
set_aside (const char *path, const char *before, GError **error)
{
  static const char *const ENDINGS[] = { "", "-wal", "-shm" };
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    att_database_clear_beside (before);
  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++) {
    g_autofree char *from = g_strconcat (path, ENDINGS[i], NULL), *to = g_strconcat (before, ENDINGS[i], NULL);
    if (g_rename (from, to) != 0 && errno != ENOENT) {
      g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The desk cannot be set aside as %s: %s. See that the folder is yours."), to, g_strerror (errno));
      return FALSE;
    }
  }
  return TRUE;
}

/* Whether another program has it open: in write-ahead mode each holds a lock as long as it does (SQLite, "WAL-mode File Format" §2.2). */
gboolean
att_backup_is_in_use (const char *path)
{
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);   /* it may be damaged: nothing is written */
  if (code == SQLITE_OK)
    code = sqlite3_exec (db, "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", NULL, NULL, NULL);
  sqlite3_close (db);
  return code == SQLITE_BUSY;
}

gboolean
att_backup_waits (const char *path)
{
  g_autofree char *waiting = g_strconcat (path, WAITING, NULL);
  return g_file_test (waiting, G_FILE_TEST_EXISTS);
}

gboolean
att_backup_settle (const char *path, GError **error)
{
  g_autofree char *waiting = g_strconcat (path, WAITING, NULL), *before = place_aside (path);
  if (!att_backup_waits (path) || att_backup_is_in_use (path))   /* it waits on: what is written now would go with the old one */
    return TRUE;
  if (!att_beside_lay (waiting, error) || !set_aside (path, before, error))   /* what fails is tried again at the next opening, and nothing is half a copy */
    return FALSE;
  return g_rename (waiting, path) == 0 || fail_to_place (path, error);
}
