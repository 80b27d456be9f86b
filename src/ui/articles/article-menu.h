/* article-menu.h: what can be done from a story's row in the list: by right click and by the menu key.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The items are actions of the window. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The story of the row at a place of the view, 0: there is none; where y is negative, the one that is selected. flags: how it stands, ATT_FLAG_ bits. */
typedef gint64 (*AttRowFunc) (double x, double y, guint *flags, gpointer data);

void att_article_menu_add    (GtkWidget *view, AttRowFunc article_of, gpointer data);
void att_article_menu_remove (GtkWidget *view);   /* before the view goes */

G_END_DECLS
