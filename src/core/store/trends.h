/* trends.h: coverage over a longer time: topics and outlets' countries day by day, and what is new today.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One frozen value, read in one pass over the columns under a filter, as a coverage is; atomically reference-counted.
 */
#pragma once

#include "base/calendar.h"
#include "filter/filter.h"
#include "store/columns.h"

G_BEGIN_DECLS

/* Days that something was counted on: of a topic, or of the outlets of a country. */
typedef struct {
  AttTopicKind kind;
  char  *name, *label;     /* of a country: ISO 3166-1 alpha-3, "" where nobody said it of the outlet */
  guint  count;            /* over all the days */
  guint *days;             /* n_days of them */
  guint  outlets;          /* today */
  gboolean first;          /* never before today, in all that is stored */
} AttTrendLine;

/* A phrase of today's that was rare before and belongs to no topic. */
typedef struct {
  char  *phrase;
  guint  articles, outlets;   /* today */
  double habit;               /* articles a day in the fortnight before */
} AttTrendPhrase;

typedef struct {
  guint      n_days;
  AttCalendar calendar;    /* of those days, by the reader's clock */
  guint     *days;         /* articles */
  GPtrArray *topics;       /* of AttTrendLine *: themes, the most frequent first */
  GPtrArray *actors;       /* of AttTrendLine *: those that are there for the first time today */
  GPtrArray *countries;    /* of AttTrendLine *, the most frequent first */
  GPtrArray *phrases;      /* of AttTrendPhrase *, the steepest first */
  GHashTable *words;       /* theme's name → char *: the words that carry it today, "a, b, c"; those of today only */
} AttTrends;

/* On the counter's thread. days: how far back, today included. now: seconds since 1970. */
AttTrends *att_trends_read  (AttDatabase *db, AttColumns *columns, const AttFilter *filter, guint days, gint64 now, GError **error);
AttTrends *att_trends_ref   (AttTrends *self);
void       att_trends_unref (AttTrends *self);

/* When a day begins and ends, seconds since 1970. */
gint64     att_trends_day_start (const AttTrends *self, guint day);

gboolean   att_trends_dismiss   (AttDatabase *db, const char *phrase, gboolean dismissed, GError **error);   /* never shown again; writer thread */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttTrends, att_trends_unref)

G_END_DECLS
