/* article-model.h: the ids of a coverage as a list, its rows read when they are looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Immutable: a new coverage is a new model. get_item returns at once; pages of 64 headlines are asked of the store
 * and fill the items when they land. The same position is the same object for as long as anybody holds it; the eight
 * pages read last are held by the model itself. Main thread only.
 */
#pragma once

#include "listing/article-item.h"
#include "store/coverage.h"
#include "store/store.h"

G_BEGIN_DECLS

#define ATT_TYPE_ARTICLE_MODEL (att_article_model_get_type ())
G_DECLARE_FINAL_TYPE (AttArticleModel, att_article_model, ATT, ARTICLE_MODEL, GObject)

AttArticleModel *att_article_model_new  (AttStore *store, AttCoverage *coverage);
guint            att_article_model_find (AttArticleModel *self, gint64 id);   /* its position; G_MAXUINT: not in it */
gint64           att_article_model_get_id (AttArticleModel *self, guint position);   /* 0 beyond the end */

/* Items alive take the new flags; others will be read so. */
void att_article_model_set_flags (AttArticleModel *self, gint64 id, guint set, guint clear);
void att_article_model_reread    (AttArticleModel *self);   /* items alive are read anew: their states changed elsewhere */

G_END_DECLS
