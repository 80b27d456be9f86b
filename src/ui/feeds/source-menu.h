/* source-menu.h: what can be done with a feed, a folder or a monitor.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marking all as read is never beside refreshing, nor leaving beside anything. Main thread.
 */
#pragma once

#include "listing/source-model.h"

G_BEGIN_DECLS

/* folded: of a folder. window: whose actions the items are, and which are told what is chosen now. Owned by the caller; NULL: nothing can be done with it. */
GMenuModel *att_source_menu_new (AttSource *source, AttSourceModel *sources, gboolean folded, GActionMap *window);

G_END_DECLS
