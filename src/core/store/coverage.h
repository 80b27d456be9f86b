/* coverage.h: what the press brought on a matter, read in one pass.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter is asked once, and the answer is one frozen value from which the list, the topic panel and the chart are
 * all drawn, so they can never disagree. Nothing counted here is stored anywhere, so nothing can drift.
 */
#pragma once

#include "filter/filter.h"
#include "store/columns.h"

G_BEGIN_DECLS

#define ATT_COVERAGE_DAYS 15   /* of a topic's sparkline: a fortnight, and today behind it */

typedef struct {
  guint32      topic;
  AttTopicKind kind;
  char        *name, *label, *section;
  int          position;                    /* of a theme under its section */
  guint        count;                       /* under the filter; 0 only for themes */
  guint        days[ATT_COVERAGE_DAYS];     /* under the filter */
} AttCount;

typedef struct {
  gint64   *ids;        /* newest first */
  guint     n_ids;
  AttCount *topics;     /* every theme, then the most frequent persons, states and bodies; by kind, then by count */
  guint     n_topics;
  guint     days[ATT_COVERAGE_DAYS];   /* articles a day */
  gint64    last;       /* the highest number of any article there was */
  guint     n_new;      /* articles that came since what was shown before was read, where that was asked */
  guint     n_more;     /* those it has not, though they were there: they are about something else by now */
  gboolean  partial;    /* only the newest: a first glance, whose counts mean nothing */
} AttCoverage;

/* On the connection's thread, and the columns'. columns: brought up to date and asked; NULL: the database is asked itself, which gives
 * the same and takes longer. now: seconds since 1970. Cancellable through att_database_set_cancel. */
AttCoverage *att_coverage_read  (AttDatabase *db, AttColumns *columns, const AttFilter *filter, gint64 now, GError **error);

/* The same, where of the actors only those are listed whose labels hold these words, in any case and with or without accents. NULL: all. */
AttCoverage *att_coverage_find  (AttDatabase *db, AttColumns *columns, const AttFilter *filter, const char *words, gint64 now, GError **error);

/* The first n articles at once, to be shown until the whole is there; partial, unless there are few articles in all. */
AttCoverage *att_coverage_glance (AttDatabase *db, const AttFilter *filter, gint64 now, guint n, GError **error);

/* The days of these rows of the columns (selection.h), newest first, as a coverage has them; outlets: how many they are of, today. */
void         att_coverage_count_days (const AttColumns *columns, const GArray *rows, gint64 now, guint *days, guint *outlets);
gint64       att_coverage_day_start  (gint64 now);   /* when today began here; seconds since 1970 */

/* How many articles of a newer answer the one that is shown has not: its n_new and n_more. */
void         att_coverage_count_new (const AttCoverage *shown, AttCoverage *newer);

AttCoverage *att_coverage_ref   (AttCoverage *self);
void         att_coverage_unref (AttCoverage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttCoverage, att_coverage_unref)

G_END_DECLS
