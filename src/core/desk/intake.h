/* intake.h: lists of feeds into the store and out of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One transaction a list: a wrong file leaves nothing half-imported. Main thread only.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

GPtrArray *att_intake_read         (GBytes *opml, GError **error);   /* of AttFeed * that can be fetched */
void       att_intake_write_async  (AttStore *store, GPtrArray *feeds, GAsyncReadyCallback callback, gpointer user_data);   /* → GArray of gint64: the new ones */
void       att_intake_export_async (AttStore *store, GAsyncReadyCallback callback, gpointer user_data);   /* → GBytes */

G_END_DECLS
