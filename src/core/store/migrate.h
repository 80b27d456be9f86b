/* migrate.h: an older store brought to what this program writes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * migrations/NNNN-word.sql are run in order, each in its own transaction, those beyond PRAGMA user_version. A fresh
 * store runs them all: one path, always tested.
 */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

gboolean att_migrate (AttDatabase *database, GError **error);   /* ATT_ERROR_NEWER: made by a newer program; untouched */
gboolean att_migrate_is_needed (AttDatabase *database);   /* it is older than what this program reads */
guint    att_migrate_version (void);                            /* what this program writes */

G_END_DECLS
