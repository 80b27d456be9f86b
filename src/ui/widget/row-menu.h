/* row-menu.h: what can be done with a row of a list, by the pointer's second button or by the Menu key.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The menu for a row, owned by the caller; NULL: it has none. */
typedef GMenuModel *(*AttRowMenuFunc) (GtkListBoxRow *row, gpointer data);

void att_row_menu_add    (GtkListBox *box, AttRowMenuFunc func, gpointer data);
void att_row_menu_remove (GtkListBox *box);   /* before the list goes; does nothing where none is */

G_END_DECLS
