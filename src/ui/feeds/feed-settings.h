/* feed-settings.h: what a person can say of one feed: its name, address, interval, language, country, kind, owner, pages, keep.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Main thread.
 */
#pragma once

#include "desk/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* before and what it is to be now; called for every change. */
typedef void (*AttDescribedFunc) (AttFeed *before, AttFeed *wanted, gpointer data);

/* An AdwPreferencesPage. */
GtkWidget *att_feed_settings_new (AttDesk *desk, const AttFeed *feed, AttDescribedFunc described, gpointer data);

G_END_DECLS
