/* facet-model.c: the topics of a kind as a list, kept in step with a coverage.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/facet-model.h"

#include "base/text.h"
#include "listing/sync.h"

#include <string.h>

#define MAX_OF_KIND 60   /* actors shown of each kind; find reaches the others */

struct _AttFacetModel {
  GObject      parent_instance;
  gboolean     themes;
  GListStore  *list;
  GHashTable  *facets;     /* "kind:name" → AttFacet: every topic ever listed */
  AttCoverage *coverage;
  AttFilter   *filter;
  char        *text;       /* folded */
};

G_DEFINE_FINAL_TYPE (AttFacetModel, att_facet_model, G_TYPE_OBJECT)

static AttFacet *
facet_for (AttFacetModel *self, const AttCount *count)
{
  g_autofree char *key = g_strdup_printf ("%d:%s", count->kind, count->name);
  AttFacet *facet = g_hash_table_lookup (self->facets, key);
  if (facet == NULL) {
    facet = att_facet_new (count);
    g_hash_table_insert (self->facets, g_steal_pointer (&key), facet);
  }
  return facet;
}

static int
by_position (gconstpointer a, gconstpointer b)
{
  const AttCount *x = *(const AttCount *const *) a, *y = *(const AttCount *const *) b;
  return x->position < y->position ? -1 : x->position > y->position;
}

static gboolean
is_found (const AttFacetModel *self, const AttCount *count)
{
  if (self->text == NULL)
    return TRUE;
  g_autofree char *label = att_text_fold (count->label);
  return strstr (label, self->text) != NULL;
}

/* The counts to show, in order. */
static GPtrArray *
choose (AttFacetModel *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  guint of_kind[ATT_N_TOPIC_KINDS] = { 0 };
  for (guint i = 0; i < self->coverage->n_topics; i++) {
    const AttCount *count = &self->coverage->topics[i];
    gboolean asked = att_filter_sense (self->filter, count->kind, count->name) != ATT_SENSE_OFF;
    if ((count->kind == ATT_TOPIC_THEME) != self->themes || !is_found (self, count) || (count->count == 0 && !asked && !self->text))
      continue;
    if (!self->themes && !asked && !self->text && of_kind[count->kind]++ >= MAX_OF_KIND)
      continue;
    g_ptr_array_add (chosen, (gpointer) count);
  }
  if (self->themes)
    g_ptr_array_sort (chosen, by_position);
  return chosen;
}

static void
rebuild (AttFacetModel *self)
{
  if (self->coverage == NULL)
    return;
  g_autoptr (GPtrArray) chosen = choose (self);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  for (guint i = 0; i < chosen->len; i++) {
    const AttCount *count = g_ptr_array_index (chosen, i);
    AttFacet *facet = facet_for (self, count);
    att_facet_update (facet, count, att_filter_sense (self->filter, count->kind, count->name));
    g_ptr_array_add (wanted, facet);
  }
  att_list_sync (self->list, wanted);
}

AttFacetModel *
att_facet_model_new (gboolean themes)
{
  AttFacetModel *self = g_object_new (ATT_TYPE_FACET_MODEL, NULL);
  self->themes = themes;
  return self;
}

GListModel *
att_facet_model_get_list (AttFacetModel *self)
{
  return G_LIST_MODEL (self->list);
}

void
att_facet_model_update (AttFacetModel *self, const AttCoverage *coverage, const AttFilter *filter)
{
  g_clear_pointer (&self->coverage, att_coverage_unref);
  g_clear_pointer (&self->filter, att_filter_unref);
  self->coverage = att_coverage_ref ((AttCoverage *) coverage);
  self->filter = att_filter_ref ((AttFilter *) filter);
  rebuild (self);
}

void
att_facet_model_find (AttFacetModel *self, const char *text)
{
  g_clear_pointer (&self->text, g_free);
  self->text = att_text_has (text) ? att_text_fold (text) : NULL;
  rebuild (self);
}

static void
att_facet_model_finalize (GObject *object)
{
  AttFacetModel *self = ATT_FACET_MODEL (object);
  g_object_unref (self->list);
  g_hash_table_unref (self->facets);
  g_clear_pointer (&self->coverage, att_coverage_unref);
  g_clear_pointer (&self->filter, att_filter_unref);
  g_free (self->text);
  G_OBJECT_CLASS (att_facet_model_parent_class)->finalize (object);
}

static void
att_facet_model_class_init (AttFacetModelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = att_facet_model_finalize;
}

static void
att_facet_model_init (AttFacetModel *self)
{
  self->list = g_list_store_new (ATT_TYPE_FACET);
  self->facets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}
