/* article-row.h: one article in the list: its title, where and when, what it is about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All rows are of one height. Unread is weight, not colour alone.
 */
#pragma once

#include "listing/article-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_ARTICLE_ROW (att_article_row_get_type ())
G_DECLARE_FINAL_TYPE (AttArticleRow, att_article_row, ATT, ARTICLE_ROW, GtkBox)

GtkWidget *att_article_row_new       (void);
void       att_article_row_set_item  (AttArticleRow *self, AttArticleItem *item);   /* NULL unbinds */
void       att_article_row_set_lines (AttArticleRow *self, guint lines);            /* of its title; 1 unless told */

AttArticleItem *att_article_row_get_item (AttArticleRow *self);   /* NULL: it is not in use */

G_END_DECLS
