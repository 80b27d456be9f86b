/* coverage.h: what the press brought on a matter, read in one pass.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter is asked once, and the answer is one frozen value from which the list, the topic panel and the chart are
 * all drawn, so they can never disagree. Nothing counted here is stored anywhere, so nothing can drift.
 */
#pragma once

#include "filter/filter.h"
#include "store/database.h"

G_BEGIN_DECLS

#define ATT_COVERAGE_DAYS 14   /* of a topic's sparkline, today last */

typedef struct {
  guint32      topic;
  AttTopicKind kind;
  char        *name, *label, *section;
  guint        position;                    /* of a theme under its section */
  guint        count;                       /* under the filter; 0 only for themes */
  guint        days[ATT_COVERAGE_DAYS];     /* under the filter */
} AttCount;

typedef struct {
  gint64   *ids;        /* newest first */
  guint     n_ids;
  AttCount *topics;     /* every theme, then the most frequent persons, states and bodies; by kind, then by count */
  guint     n_topics;
  guint     days[ATT_COVERAGE_DAYS];   /* articles a day */
} AttCoverage;

/* Reader's thread. now: seconds since 1970. Cancellable through att_database_set_cancel. */
AttCoverage *att_coverage_read  (AttDatabase *db, const AttFilter *filter, gint64 now, GError **error);
AttCoverage *att_coverage_ref   (AttCoverage *self);
void         att_coverage_unref (AttCoverage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttCoverage, att_coverage_unref)

G_END_DECLS
