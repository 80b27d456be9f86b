/* order.h: how feeds stood in their folders before a deed, to be brought back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two folders that became one cannot be told apart afterwards: so what a deed will touch is noted before it. A frozen, atomically counted
 * value. Writer thread but for ref and unref.
 */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

typedef struct _AttOrder AttOrder;

AttOrder *att_order_of_feed   (AttDatabase *db, gint64 feed, GError **error);
AttOrder *att_order_of_folder (AttDatabase *db, const char *folder, const char *name, GError **error);   /* about to be called name: feeds, how long they are kept, monitors */
AttOrder *att_order_of_title  (AttDatabase *db, const char *from, const char *to, GError **error);       /* a feed that is about to be called otherwise: monitors */
gboolean  att_order_restore   (AttDatabase *db, const AttOrder *self, GError **error);

AttOrder *att_order_ref   (AttOrder *self);
void      att_order_unref (AttOrder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttOrder, att_order_unref)

G_END_DECLS
