/* backup.h: a copy of a living store, and a store taken back from one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A copy is whole and of one moment, whatever is being written meanwhile (SQLite's VACUUM INTO), and as small as it can be. A
 * store is never overwritten: what is taken back waits beside it until the desk is opened, and the one before stays. Any
 * thread; these take as long as a disk needs.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* path: of the store. copy: a file that need not be there; it is there whole or not at all. */
gboolean att_backup_write   (const char *path, const char *copy, GCancellable *cancellable, GError **error);

/* Checks a copy and lays it beside the store. ATT_ERROR_DAMAGED, ATT_ERROR_NEWER: it is no good. */
gboolean att_backup_restore (const char *path, const char *copy, GCancellable *cancellable, GError **error);

/* Lays a store that is whole and closed beside the one at path, where it is taken from: part is no more. */
gboolean att_backup_lay     (const char *path, const char *part, GError **error);

/* What was laid there takes the store's place, which becomes desk.db.before, or desk.db.before-1 and so on; to be called before it is opened. While another program has the
 * store open it waits on. */
gboolean att_backup_settle  (const char *path, GError **error);
gboolean att_backup_waits   (const char *path);
gboolean att_backup_is_in_use (const char *path);   /* another program has it open */

G_END_DECLS
