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

/* The highest number of what is shown: whatever came since is waiting, and nobody has seen it. A first glance shows the newest of all there are, and
 * while another filter is being answered nothing that matches it is shown yet. */
static gint64
last_shown (AttDossier *self)
{
  const AttCoverage *coverage = att_dossier_get_coverage (self);
  gint64 last = 0;
  if (coverage == NULL || coverage->partial || !att_dossier_is_answered (self))
    return G_MAXINT64;
  for (guint i = 0; i < coverage->n_ids; i++)
    last = MAX (last, coverage->ids[i]);
  return last;
}

/* Those, or, where ids is NULL, all a filter matches up to the number last. */
static guint
mark_up_to (AttDossier *self, const GArray *ids, const AttFilter *all, gint64 last, guint set, guint clear)
{
  return att_flags_mark (att_dossier_get_store (self), att_dossier_get_history (self), ids, all, last, set, clear, marking_failed, G_OBJECT (self));
}

/* The same of what is shown. */
static guint
mark (AttDossier *self, const GArray *ids, const AttFilter *all, guint set, guint clear)
{
  return mark_up_to (self, ids, all, last_shown (self), set, clear);
}

void
att_dossier_mark (AttDossier *self, gint64 id, guint set, guint clear)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof id);
  g_array_append_val (ids, id);
  if (att_dossier_get_articles (self))
    att_article_model_set_flags (att_dossier_get_articles (self), id, set, clear);   /* seen at once; the store follows */
  mark (self, ids, NULL, set, clear);
}

guint
att_dossier_mark_all (AttDossier *self)
{
  g_autoptr (AttFilter) all = att_dossier_get_readable (self);
  return mark (self, NULL, all, ATT_FLAG_READ, 0);
}

/* A count beside it says how many there are, shown or not. */
guint
att_dossier_mark_place (AttDossier *self, const AttFilter *place)
{
  g_autoptr (AttFilter) all = readable (self, place);
  return mark_up_to (self, NULL, all, G_MAXINT64, ATT_FLAG_READ, 0);
}

guint
att_dossier_mark_older (AttDossier *self, gint64 before)
{
  g_autoptr (AttFilter) older = att_dossier_get_readable (self);
  older->before = older->before ? MIN (older->before, before) : before;
  return mark (self, NULL, older, ATT_FLAG_READ, 0);
}

guint
att_dossier_mark_rows (AttDossier *self, guint from, guint to)
{
  const AttCoverage *coverage = att_dossier_get_coverage (self);
  guint end = coverage ? MIN (to, coverage->n_ids) : 0;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (from >= end)
    return 0;
  g_array_append_vals (ids, coverage->ids + from, end - from);
  return mark (self, ids, NULL, ATT_FLAG_READ, 0);
}
