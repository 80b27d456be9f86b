/* facet.h: one row of the topic panel: a topic, how often, and whether it is asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lives as long as its topic is listed; counts and sense change under it and are notified ("count", "sense").
 */
#pragma once

#include "filter/filter.h"
#include "store/coverage.h"

G_BEGIN_DECLS

#define ATT_TYPE_FACET (att_facet_get_type ())
G_DECLARE_FINAL_TYPE (AttFacet, att_facet, ATT, FACET, GObject)

AttFacet    *att_facet_new         (const AttCount *count);
void         att_facet_update      (AttFacet *self, const AttCount *count, AttSense sense);   /* count NULL: none under the filter */

AttTopicKind att_facet_get_kind    (AttFacet *self);
const char  *att_facet_get_name    (AttFacet *self);
const char  *att_facet_get_label   (AttFacet *self);
const char  *att_facet_get_section (AttFacet *self);
guint        att_facet_get_count   (AttFacet *self);
AttSense     att_facet_get_sense   (AttFacet *self);
const guint *att_facet_get_days    (AttFacet *self);      /* ATT_COVERAGE_DAYS of them */
gboolean     att_facet_is_burst    (AttFacet *self);      /* today runs above its habit */
double       att_facet_get_habit   (AttFacet *self);      /* articles on an ordinary day */

G_END_DECLS
