/* dossier-marks.c: what is marked as read or starred in a dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/dossier.h"

#include "listing/flags.h"

static void
marking_failed (const char *words, gpointer data)
{
  att_dossier_set_trouble (data, words);
}

/* What of a filter is in the languages that are read. */
static AttFilter *
readable (AttDossier *self, const AttFilter *filter)
{
  return att_filter_with_languages (filter, att_store_get_languages (att_dossier_get_store (self)));
}

AttFilter *
att_dossier_get_readable (AttDossier *self)
{
  return readable (self, att_dossier_get_filter (self));
}

static guint
mark (AttDossier *self, const GArray *ids, const AttFilter *all, gint64 before, guint set, guint clear)
{
  return att_flags_mark (att_dossier_get_store (self), att_dossier_get_history (self), ids, all, before, set, clear, marking_failed, G_OBJECT (self));
}

static GArray *
rows (const AttCoverage *coverage, guint from, guint to)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (from < to)
    g_array_append_vals (ids, coverage->ids + from, to - from);
  return ids;
}

/* What is shown as read: what waits, nobody has seen, and what the filter let go of meanwhile is still in the list. A first glance shows the newest of all
 * there are, and while another filter is being answered nothing that matches it is shown yet: then all it matches is meant. */
static guint
mark_shown (AttDossier *self, gint64 before)
{
  const AttCoverage *coverage = att_dossier_get_coverage (self);
  g_autoptr (AttFilter) all = att_dossier_get_readable (self);
  gboolean shown = coverage && !coverage->partial && att_dossier_is_answered (self);
  g_autoptr (GArray) ids = shown ? rows (coverage, 0, coverage->n_ids) : NULL;
  return mark (self, ids, all, before, ATT_FLAG_READ, 0);
}

void
att_dossier_mark (AttDossier *self, gint64 id, guint set, guint clear)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof id);
  g_array_append_val (ids, id);
  if (att_dossier_get_articles (self))
    att_article_model_set_flags (att_dossier_get_articles (self), id, set, clear);   /* seen at once; the store follows */
  mark (self, ids, NULL, G_MAXINT64, set, clear);
}

guint
att_dossier_mark_all (AttDossier *self)
{
  return mark_shown (self, G_MAXINT64);
}

/* A count beside it says how many there are, shown or not. */
guint
att_dossier_mark_place (AttDossier *self, const AttFilter *place)
{
  g_autoptr (AttFilter) all = readable (self, place);
  return mark (self, NULL, all, G_MAXINT64, ATT_FLAG_READ, 0);
}

guint
att_dossier_mark_older (AttDossier *self, gint64 before)
{
  return mark_shown (self, before);
}

guint
att_dossier_mark_rows (AttDossier *self, guint from, guint to)
{
  const AttCoverage *coverage = att_dossier_get_coverage (self);
  guint end = coverage ? MIN (to, coverage->n_ids) : 0;
  if (from >= end)
    return 0;
  g_autoptr (GArray) ids = rows (coverage, from, end);
  return mark (self, ids, NULL, G_MAXINT64, ATT_FLAG_READ, 0);
}
