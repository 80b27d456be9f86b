/* events.h: what states and bodies did, by article (table event).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "press/event.h"
#include "store/database.h"

G_BEGIN_DECLS

gboolean   att_events_add  (AttDatabase *db, gint64 article, const GPtrArray *events, GError **error);   /* to an article that has none */
GPtrArray *att_events_read  (AttDatabase *db, gint64 article, GError **error);                            /* of AttEvent *, in the order of the text */

G_END_DECLS
