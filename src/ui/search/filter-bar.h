/* filter-bar.h: the filter as text and as chips.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "dossier". Typing and clicking are one filter seen twice: what is clicked in the panel appears here, what is
 * typed here takes effect after a breath, at once with Enter. A mistake in the grammar is told beneath, in words.
 */
#pragma once

#include "listing/dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_FILTER_BAR (att_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (AttFilterBar, att_filter_bar, ATT, FILTER_BAR, GtkBox)

void att_filter_bar_focus  (AttFilterBar *self);
void att_filter_bar_settle (AttFilterBar *self);   /* nobody types any more: the last word is whole */
char *att_filter_bar_describe (AttFilterBar *self);   /* the filter in words, as its chips have them: "Taiwan, not Korea" */

G_END_DECLS
