/* press.h: a press in a long text does not move it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is scrolled shows whoever gets the keyboard, all of it; a text that gets it by a press would jump under the pointer. */
void att_press_keep (GtkWidget *text, GtkScrolledWindow *scroller);

G_END_DECLS
