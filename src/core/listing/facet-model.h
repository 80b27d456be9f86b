/* facet-model.h: the topics of a kind as a list, kept in step with a coverage.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Themes keep the person's order or else the taxonomy's, so that no row moves under the pointer; actors go by how often they are named.
 * Each section and kind has its heading over it. What the filter leaves no article of folds away, unless it is asked for, or all is; the property
 * "empty" says how many themes those are, "coverage" is what is counted. Main thread only.
 */
#pragma once

#include "listing/arrangement.h"
#include "listing/facet.h"
#include "listing/heading.h"

G_BEGIN_DECLS

#define ATT_TYPE_FACET_MODEL (att_facet_model_get_type ())
G_DECLARE_FINAL_TYPE (AttFacetModel, att_facet_model, ATT, FACET_MODEL, GObject)

AttFacetModel *att_facet_model_new      (gboolean themes);   /* themes, or all kinds of actors */
GListModel    *att_facet_model_get_list (AttFacetModel *self);   /* of AttHeading, each before its AttFacets */
void           att_facet_model_update   (AttFacetModel *self, const AttCoverage *coverage, const AttFilter *filter);
void           att_facet_model_find     (AttFacetModel *self, const char *text);   /* only labels that hold it, as they are or as they are shown; NULL: all */
void           att_facet_model_add_found (AttFacetModel *self, AttCoverage *found);   /* actors beside the most frequent, as long as something is looked for; takes it */

/* What a label is called where it is shown, in the person's language; not owned by the caller. */
typedef const char *(*AttTopicShown) (AttTopicKind kind, const char *label);
void           att_facet_model_set_shown (AttFacetModel *self, AttTopicShown shown);

void           att_facet_model_show_all  (AttFacetModel *self, gboolean all);   /* also what no article is about */
gboolean       att_facet_model_shows_all (AttFacetModel *self);

void           att_facet_model_arrange  (AttFacetModel *self, AttArrangement *arrangement);   /* takes it */
guint          att_facet_model_n_hidden (AttFacetModel *self);

/* The whole order with one of them moved past the next that is shown, up (by -1) or down (1); NULL: it is first or last. */
GStrv          att_facet_model_move_topic   (AttFacetModel *self, const char *name, int by);
GStrv          att_facet_model_move_heading (AttFacetModel *self, const char *key, int by);

G_END_DECLS
