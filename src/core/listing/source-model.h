/* source-model.h: the side bar: all, unread, starred, monitors, then folders and feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the store by itself, a quarter of a second after it changed, so that a large refresh is one update and not
 * a thousand. Property "ready" (boolean) is TRUE once the feeds have been read; "n-feeds" counts them.
 */
#pragma once

#include "listing/source.h"
#include "store/store.h"

G_BEGIN_DECLS

#define ATT_TYPE_SOURCE_MODEL (att_source_model_get_type ())
G_DECLARE_FINAL_TYPE (AttSourceModel, att_source_model, ATT, SOURCE_MODEL, GObject)

AttSourceModel *att_source_model_new      (AttStore *store);
GListModel     *att_source_model_get_list (AttSourceModel *self);   /* of AttSource */

/* Which row of the list is the place a filter is at, rather a monitor with just this filter; G_MAXUINT: none. */
guint att_source_model_find_place (AttSourceModel *self, const AttFilter *filter);

/* The feed of that number, the model's own. NULL: there is none, or they have not been read. */
const AttFeed *att_source_model_find_feed (AttSourceModel *self, gint64 id);
const AttFeed *att_source_model_find_called (AttSourceModel *self, const char *name);   /* by its title or its address, as a filter has it */

G_END_DECLS
