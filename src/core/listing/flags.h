/* flags.h: articles marked read and starred, as deeds that can be undone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Main thread only.
 */
#pragma once

#include "listing/history.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef void (*AttFlagsFailed) (const char *words, gpointer owner);

/* ids, of gint64, or what a filter matches, as far as it is older than a time, seconds since 1970. It is a deed from now on, so that deeds stay in their order, and none when nothing
 * was otherwise before. owner: kept until it is done, handed to failed. */
guint att_flags_mark (AttStore *store, AttHistory *history, const GArray *ids, const AttFilter *filter, gint64 before, guint set, guint clear, AttFlagsFailed failed, GObject *owner);

G_END_DECLS
