/* database.c: one connection to the store, and SQL in one line.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/database.h"

#include "base/error.h"
#include "store/folding.h"
#include "store/migrate.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define FULL 65536   /* bytes: less than two of its shared memories */

struct _AttDatabase {
  sqlite3      *handle;
  char         *path;
  GThread      *thread;       /* of the first use */
  GHashTable   *statements;   /* SQL → prepared */
  GCancellable *cancellable;
  int           stopped;       /* for good; atomic */
};

/* SQLite calls it an error of the disk when its shared memory (32 kB) has no room any more. */
static gboolean
is_disk_full (const char *path)
{
  struct statvfs room;
  return statvfs (path, &room) == 0 && (guint64) room.f_bavail * room.f_frsize < FULL;
}

gboolean
att_database_fail (AttDatabase *self, GError **error)
{
  int code = sqlite3_errcode (self->handle);
  if (code == SQLITE_IOERR && is_disk_full (self->path))
    code = SQLITE_FULL;
  if (error && *error)   /* the first failure says what is wrong; those behind it follow from it */
    return FALSE;
  switch (code) {
    case SQLITE_INTERRUPT:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
      break;
    case SQLITE_FULL:
      g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The disk is full: nothing more can be stored in %s. Free some space and refresh again."), self->path);
      break;
    case SQLITE_READONLY: case SQLITE_CANTOPEN:
      g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The store %s may not be written to. Make its folder yours, or choose another one with --profile."), self->path);
      break;
    case SQLITE_CORRUPT: case SQLITE_NOTADB:
      g_set_error (error, ATT_ERROR, ATT_ERROR_DAMAGED, _("The store %s is damaged (%s). Let what can be read be rescued (attachectl rescue), or take back a copy."), self->path, sqlite3_errmsg (self->handle));
      break;
    case SQLITE_BUSY: case SQLITE_LOCKED:
      g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The store %s is in use by another program. Close that and try again."), self->path);
      break;
    default:
      g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The store %s cannot be used: %s."), self->path, sqlite3_errmsg (self->handle));
  }
  return FALSE;
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static int
stop_if_cancelled (void *data)
{
  return att_database_is_stopped (data);
}

static gboolean
set_up (AttDatabase *self, AttDatabaseMode mode, GError **error)
{
  sqlite3_extended_result_codes (self->handle, 0);
  sqlite3_busy_timeout (self->handle, 5000);
  att_folding_register (self->handle);   /* it fails for want of memory only; then the questions that need it say so */
  sqlite3_progress_handler (self->handle, 2000, stop_if_cancelled, self);
  /* who reads has the system's cache behind it; who writes changes the same pages over and over */
  const char *cache = mode == ATT_DATABASE_READ ? "PRAGMA cache_size=-4000;" : "PRAGMA cache_size=-16000;";
  if (!att_database_script (self, cache, error) || !att_database_script (self, "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=OFF;", error))
    return FALSE;
  if (mode == ATT_DATABASE_READ)
    return TRUE;
  if (!att_database_script (self, "PRAGMA auto_vacuum=INCREMENTAL", error))   /* heeded by a new store only: it can give room back */
    return FALSE;
  /* migrate first: a newer store is refused before anything of it is touched */
  return att_migrate (self, error)
         && att_database_script (self, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=OFF;", error);
}

/* On a full disk, and on one that may only be read, a reader has no place for the memory it would share with a writer. Where no
 * writer left anything behind, there is nothing to share: the file is read as it lies. */
static void
read_as_it_lies (AttDatabase *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL), *still = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);   /* the path may be relative */
  g_autofree char *uri = g_file_get_uri (file);
  int code = sqlite3_exec (self->handle, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
  GStatBuf left;
  gboolean full = code == SQLITE_IOERR && is_disk_full (self->path);
  gboolean fixed = (code == SQLITE_CANTOPEN || code == SQLITE_READONLY) && g_access (self->path, W_OK) != 0;
  if (!(full || fixed) || (g_stat (wal, &left) == 0 && left.st_size > 0))
    return;
  sqlite3_close (g_steal_pointer (&self->handle));
  still = g_strconcat (uri, "?immutable=1", NULL);
  sqlite3_open_v2 (still, &self->handle, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);   /* what is wrong now, set_up says */
}

AttDatabase *
att_database_open (const char *path, AttDatabaseMode mode, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  AttDatabase *self = g_new0 (AttDatabase, 1);
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  int flags = SQLITE_OPEN_NOMUTEX | (mode == ATT_DATABASE_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The store %s cannot be opened: %s. Check that the folder is there and yours."), path,
                 self->handle ? sqlite3_errmsg (self->handle) : g_strerror (ENOMEM));
    att_database_close (self);
    return NULL;
  }
  if (mode == ATT_DATABASE_READ)
    read_as_it_lies (self);
  if (!set_up (self, mode, error)) {
    att_database_close (self);
    return NULL;
  }
  return self;
}

void
att_database_close (AttDatabase *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

void
att_database_clear_beside (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL), *shm = g_strconcat (path, "-shm", NULL);
  g_unlink (wal);
  g_unlink (shm);
}

static GThread *forbidden;   /* set once, before other threads begin to ask */

void
att_database_forbid_here (void)
{
  forbidden = g_thread_self ();
}

gboolean
att_database_is_mine (AttDatabase *self)
{
  if (g_thread_self () == forbidden)
    return FALSE;
  if (self->thread == NULL)
    self->thread = g_thread_self ();
  return self->thread == g_thread_self ();
}

void
att_database_hand_over (AttDatabase *self)
{
  self->thread = NULL;
}

gboolean
att_database_is_stopped (const AttDatabase *self)
{
  return g_atomic_int_get (&self->stopped) || g_cancellable_is_cancelled (self->cancellable);
}

void
att_database_set_cancel (AttDatabase *self, GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

void
att_database_interrupt (AttDatabase *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  sqlite3_interrupt (self->handle);
}

gboolean
att_database_begin_reading (AttDatabase *self)
{
  return sqlite3_get_autocommit (self->handle) && att_database_script (self, "BEGIN", NULL);
}

void
att_database_end_reading (AttDatabase *self)
{
  if (!att_database_script (self, "COMMIT", NULL) && !sqlite3_get_autocommit (self->handle))   /* it was told to stop: it must not go on reading that moment */
    att_database_roll_back (self);
}

gboolean
att_database_begin (AttDatabase *self, GError **error)
{
  return att_database_script (self, "BEGIN IMMEDIATE", error);
}

gboolean
att_database_commit (AttDatabase *self, GError **error)
{
  return att_database_script (self, "COMMIT", error);
}

void
att_database_roll_back (AttDatabase *self)
{
  sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
att_database_end (AttDatabase *self, gboolean done, GError **error)
{
  if (done && att_database_commit (self, error))
    return TRUE;
  att_database_roll_back (self);
  return FALSE;
}

gboolean
att_database_settle (AttDatabase *self, GError *failure, GError **error)
{
  if (failure)
    g_propagate_error (error, failure);
  return att_database_end (self, failure == NULL, error);
}

gint64
att_database_last_id (AttDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

int
att_database_n_changed (AttDatabase *self)
{
  return sqlite3_changes (self->handle);
}

sqlite3_stmt *
att_database_prepare (AttDatabase *self, const char *sql, GError **error)
{
  g_assert (att_database_is_mine (self));

  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  if (statement == NULL) {
    if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
      att_database_fail (self, error);
      return NULL;
    }
    if (g_hash_table_size (self->statements) > 200)   /* filters make new SQL; old ones are not worth keeping */
      g_hash_table_remove_all (self->statements);
    g_hash_table_insert (self->statements, g_strdup (sql), statement);
  }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return statement;
}

static void
bind (sqlite3_stmt *statement, const char *format, va_list values)
{
  for (int i = 1; *format; format++, i++) {
    switch (*format) {
      case 'i': sqlite3_bind_int64 (statement, i, va_arg (values, gint64)); break;
      case 'd': sqlite3_bind_double (statement, i, va_arg (values, double)); break;
      case 's': sqlite3_bind_text (statement, i, va_arg (values, const char *), -1, SQLITE_TRANSIENT); break;
      case 'b': {
        GBytes *bytes = va_arg (values, GBytes *);
        gsize n;
        const void *data = g_bytes_get_data (bytes, &n);
        sqlite3_bind_blob64 (statement, i, data ? data : "", n, SQLITE_TRANSIENT);
        break;
      }
      default: g_assert_not_reached ();
    }
  }
}

static sqlite3_stmt *
ask (AttDatabase *self, GError **error, const char *sql, const char *format, va_list values)
{
  sqlite3_stmt *statement = att_database_prepare (self, sql, error);
  if (statement)
    bind (statement, format, values);
  return statement;
}

sqlite3_stmt *
att_database_ask (AttDatabase *self, GError **error, const char *sql, const char *format, ...)
{
  va_list values;
  va_start (values, format);
  sqlite3_stmt *statement = ask (self, error, sql, format, values);
  va_end (values);
  return statement;
}

gboolean
att_database_row (AttDatabase *self, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    att_database_fail (self, error);
  sqlite3_reset (statement);
  return FALSE;
}

gboolean
att_database_run (AttDatabase *self, GError **error, const char *sql, const char *format, ...)
{
  va_list values;
  va_start (values, format);
  sqlite3_stmt *statement = ask (self, error, sql, format, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  int code;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    ;
  if (code != SQLITE_DONE)
    att_database_fail (self, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

gint64
att_database_number (AttDatabase *self, gint64 otherwise, const char *sql, const char *format, ...)
{
  va_list values;
  va_start (values, format);
  sqlite3_stmt *statement = ask (self, NULL, sql, format, values);
  va_end (values);
  gint64 number = otherwise;
  if (statement && sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    number = sqlite3_column_int64 (statement, 0);
  if (statement)
    sqlite3_reset (statement);
  return number;
}

gboolean
att_database_script (AttDatabase *self, const char *sql, GError **error)
{
  g_assert (att_database_is_mine (self));
  return sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK ? TRUE : att_database_fail (self, error);
}
