/* source-list.h: the side bar: all, unread, starred, folders and feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "dossier". A click makes the source the filter's place. A feed in trouble shows one quiet sign; its
 * tooltip says what, since when and what happens next; its menu has what can be done. A folder folds by its arrow, its
 * menu, and the arrow keys (action "win.fold-folder", with its path).
 */
#pragma once

#include "listing/dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_SOURCE_LIST (att_source_list_get_type ())
G_DECLARE_FINAL_TYPE (AttSourceList, att_source_list, ATT, SOURCE_LIST, GtkBox)

/* Nothing is shown of what these folders hold. */
void att_source_list_set_folded (AttSourceList *self, const char *const *folders);

G_END_DECLS
