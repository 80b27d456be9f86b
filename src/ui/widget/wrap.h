/* wrap.h: children side by side, and on the next line where there is no more room.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each child keeps its natural width, as words in a paragraph do; GtkFlowBox gives all of them the widest one's.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_WRAP (att_wrap_get_type ())
G_DECLARE_FINAL_TYPE (AttWrap, att_wrap, ATT, WRAP, GtkWidget)

void att_wrap_append (AttWrap *self, GtkWidget *child);
void att_wrap_clear  (AttWrap *self);

G_END_DECLS
