/* facet-model.h: the topics of a kind as a list, kept in step with a coverage.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Themes keep the taxonomy's order, so that no row moves under the pointer; actors go by how often they are named.
 * What the filter leaves no article of folds away, unless it is asked for. Main thread only.
 */
#pragma once

#include "listing/facet.h"

G_BEGIN_DECLS

#define ATT_TYPE_FACET_MODEL (att_facet_model_get_type ())
G_DECLARE_FINAL_TYPE (AttFacetModel, att_facet_model, ATT, FACET_MODEL, GObject)

AttFacetModel *att_facet_model_new      (gboolean themes);   /* themes, or all kinds of actors */
GListModel    *att_facet_model_get_list (AttFacetModel *self);   /* of AttFacet */
void           att_facet_model_update   (AttFacetModel *self, const AttCoverage *coverage, const AttFilter *filter);
void           att_facet_model_find     (AttFacetModel *self, const char *text);   /* only labels that hold it; NULL: all */

G_END_DECLS
