/* database.h: one connection to the store, and SQL in one line.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A connection belongs to the thread that first uses it and never leaves it. Statements are prepared once and kept.
 * Values are always bound; a format letter each: i gint64, d double, s text or NULL, b GBytes.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _AttDatabase AttDatabase;

typedef enum { ATT_DATABASE_WRITE, ATT_DATABASE_READ } AttDatabaseMode;

/* Opens (for writing: creates and migrates) the file. ATT_ERROR_NEWER for a store of a newer program, which is left
 * untouched; ATT_ERROR_DAMAGED for a file that is no store. */
AttDatabase *att_database_open  (const char *path, AttDatabaseMode mode, GError **error);
void         att_database_close (AttDatabase *self);

/* What SQLite lays beside a store, where the store itself is gone or another: a journal of one is never another's. */
void         att_database_clear_beside (const char *path);

/* From now on this thread may ask nothing of any database: a program that freezes must fail in a test instead. */
void     att_database_forbid_here   (void);

gboolean att_database_is_mine       (AttDatabase *self);
void     att_database_hand_over     (AttDatabase *self);   /* the next thread to use it owns it: once, after opening */
void     att_database_set_cancel    (AttDatabase *self, GCancellable *cancellable);   /* a running question stops when it is cancelled */
gboolean att_database_is_stopped    (const AttDatabase *self);   /* who asks many small ones in a row looks here between them */
void     att_database_interrupt     (AttDatabase *self);   /* a running question stops, and so do all that follow; any thread, while it is open */
gboolean att_database_begin_reading (AttDatabase *self);   /* what is asked until end_reading is of one moment; FALSE: within a transaction that is so already */
void     att_database_end_reading   (AttDatabase *self);
gboolean att_database_begin         (AttDatabase *self, GError **error);
gboolean att_database_commit        (AttDatabase *self, GError **error);
void     att_database_roll_back     (AttDatabase *self);
gboolean att_database_end           (AttDatabase *self, gboolean done, GError **error);   /* commits what is done, or rolls it back and returns FALSE */
gboolean att_database_settle        (AttDatabase *self, GError *failure, GError **error);   /* the same of what failed, or, NULL, is done; takes failure, which becomes *error */
gint64   att_database_last_id       (AttDatabase *self);
int      att_database_n_changed     (AttDatabase *self);

/* Runs a statement to its end. */
gboolean att_database_run (AttDatabase *self, GError **error, const char *sql, const char *format, ...);

/* Starts a question; step it with att_database_row until FALSE. NULL with error when it cannot be asked. The
 * statement stays the database's and is reset by its next use. */
sqlite3_stmt *att_database_ask  (AttDatabase *self, GError **error, const char *sql, const char *format, ...);
sqlite3_stmt *att_database_prepare (AttDatabase *self, const char *sql, GError **error);
gboolean      att_database_row  (AttDatabase *self, sqlite3_stmt *statement, GError **error);

gint64 att_database_number (AttDatabase *self, gint64 otherwise, const char *sql, const char *format, ...);   /* first column of the first row */

/* Many statements at once: a migration. */
gboolean att_database_script (AttDatabase *self, const char *sql, GError **error);

/* One copy of the current error as a GError, in words. */
gboolean att_database_fail (AttDatabase *self, GError **error);   /* always FALSE */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttDatabase, att_database_close)

G_END_DECLS
