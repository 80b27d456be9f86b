/* passage-menu.h: what can be done with the words under the pointer.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The items are actions of the window. Main thread.
 */
#pragma once

#include "press/article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef GMenuModel *(*AttPassageFunc) (const GtkTextIter *iter, gpointer data);   /* → taken over; NULL: none */

/* What func makes is the view's menu, made each time it is asked for, in the place of its own. */
void        att_passage_menu_add   (GtkTextView *text, AttPassageFunc func, gpointer data);

/* byte: of the text, where the menu is asked for; G_MAXUINT32: nowhere. */
GMenuModel *att_passage_menu_model (const AttArticle *article, guint32 byte);

G_END_DECLS
