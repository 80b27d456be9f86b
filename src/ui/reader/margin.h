/* margin.h: who speaks, beside the lines they speak in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gutter of a text view, drawn where there is room for it. Main thread.
 */
#pragma once

#include "press/article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_MARGIN (att_margin_get_type ())
G_DECLARE_FINAL_TYPE (AttMargin, att_margin, ATT, MARGIN, GtkWidget)

#define ATT_MARGIN_WIDTH 104   /* pixels */

GtkWidget *att_margin_new   (GtkTextView *text);
void       att_margin_show  (AttMargin *self, AttArticle *article, gboolean room);   /* article NULL: nobody; room: whether it is drawn at all */

/* Names that come or go beside a text change its width: it is asked for its height once it has that, and again once it has laid itself out in it. */
void att_margin_settle (GtkWidget *text);

G_END_DECLS
