/* article-item.h: one row of the list.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Has its id at once; the headline comes when its page has been read, and is notified then. Properties: headline
 * (boxed pointer, notified only), read, starred (notified).
 */
#pragma once

#include "store/rows.h"

G_BEGIN_DECLS

#define ATT_TYPE_ARTICLE_ITEM (att_article_item_get_type ())
G_DECLARE_FINAL_TYPE (AttArticleItem, att_article_item, ATT, ARTICLE_ITEM, GObject)

AttArticleItem    *att_article_item_new          (gint64 id, guint position);
gint64             att_article_item_get_id       (AttArticleItem *self);
guint              att_article_item_get_position (AttArticleItem *self);
const AttHeadline *att_article_item_get_headline (AttArticleItem *self);   /* NULL until it is there */
guint              att_article_item_get_flags    (AttArticleItem *self);

void att_article_item_set_headline (AttArticleItem *self, AttHeadline *headline);
void att_article_item_set_flags    (AttArticleItem *self, guint flags);

G_END_DECLS
