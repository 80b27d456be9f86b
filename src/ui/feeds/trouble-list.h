/* trouble-list.h: the feeds that fail: why, since when, what happens next, and what can be done.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Main thread.
 */
#pragma once

#include "listing/source-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An AdwPreferencesPage, which follows the feeds while it is open. window: whose actions its buttons are. */
GtkWidget *att_trouble_list_new (GtkWidget *window, AttSourceModel *sources);

G_END_DECLS
