/* elsewhere.h: what another program writes into the desk while it is open here.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line adds a feed, a second window marks stories as read: the store's file tells that it was written to, and SQLite, by
 * whom ("PRAGMA data_version": it counts the commits of other connections, and here only one writes). Then filters, counts and feeds are asked anew. Main thread.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _AttElsewhere AttElsewhere;

AttElsewhere *att_elsewhere_new  (AttStore *store, const char *path);   /* path: of the store's file */
void          att_elsewhere_free (AttElsewhere *self);

G_END_DECLS
