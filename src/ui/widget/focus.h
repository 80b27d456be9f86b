/* focus.h: the keyboard given to a widget, and nothing moved for it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is scrolled shows whoever gets the keyboard, all of it: a long text would be scrolled to its beginning. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is seen of the widget stays as it is. */
void att_focus_in_place (GtkWidget *widget);

G_END_DECLS
