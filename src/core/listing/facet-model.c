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
  AttCoverage *found;      /* actors that were looked for, beside the most frequent of the coverage; NULL: none were */
  AttFilter   *filter;
  AttTopicShown shown;
  AttArrangement *arrangement;
  GHashTable  *headings;   /* key → AttHeading */
  char        *text;       /* folded */
  guint        n_empty;    /* themes the filter leaves no article of */
  gboolean     all;        /* those are shown, too */
};

G_DEFINE_FINAL_TYPE (AttFacetModel, att_facet_model, G_TYPE_OBJECT)

enum { PROP_EMPTY = 1, PROP_COVERAGE, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

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

/* A topic and what decides its place. */
typedef struct {
  const AttCount *count;
  guint heading, first;   /* the place of its heading: the person's, and as shipped */
  guint place;            /* its own, by the person */
} Placed;

static int
compare (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Placed *x = a, *y = b;
  int heading = compare (x->heading, y->heading), first = compare (x->first, y->first), place = compare (x->place, y->place);
  return heading ? heading : first ? first : place ? place : compare (x->count->position, y->count->position);
}

/* Every theme there is, shown or not, in order. */
static GArray *
place_themes (AttFacetModel *self)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_autoptr (GHashTable) firsts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->coverage->n_topics; i++) {
    const AttCount *count = &self->coverage->topics[i];
    gpointer first;
    if (count->kind != ATT_TOPIC_THEME)
      continue;
    if (!g_hash_table_lookup_extended (firsts, count->section, NULL, &first) || GPOINTER_TO_UINT (first) > (guint) count->position)
      g_hash_table_insert (firsts, count->section, GUINT_TO_POINTER ((guint) count->position));
    g_array_append_val (placed, (Placed) { count });
  }
  for (guint i = 0; i < placed->len; i++) {
    Placed *p = &g_array_index (placed, Placed, i);
    p->heading = att_arrangement_place (self->arrangement->headings, p->count->section);
    p->first = GPOINTER_TO_UINT (g_hash_table_lookup (firsts, p->count->section));
    p->place = att_arrangement_place (self->arrangement->topics, p->count->name);
  }
  g_array_sort (placed, by_place);
  return placed;
}

static gboolean
is_found (const AttFacetModel *self, const AttCount *count)
{
  if (self->text == NULL)
    return TRUE;
  g_autofree char *label = att_text_fold (count->label);
  if (strstr (label, self->text))
    return TRUE;
  g_autofree char *shown = self->shown ? att_text_fold (self->shown (count->kind, count->label)) : NULL;
  return shown && strstr (shown, self->text);
}

static gboolean
is_asked (AttFacetModel *self, const AttCount *count)
{
  return att_filter_sense (self->filter, count->kind, count->name) != ATT_SENSE_OFF;
}

static gboolean
is_hidden (const AttFacetModel *self, const AttCount *count)
{
  return att_arrangement_place (self->arrangement->hidden, count->name) != G_MAXUINT;
}

/* Whether a count is there to be shown; the heading over it may still be folded. */
static gboolean
is_shown (AttFacetModel *self, const AttCount *count)
{
  if (!is_found (self, count))
    return FALSE;
  return self->text || is_asked (self, count) || ((count->count > 0 || self->all) && !is_hidden (self, count));
}

/* What nobody hid, looks for or asked for, and no article is about: it folds away. */
static gboolean
is_empty (AttFacetModel *self, const AttCount *count)
{
  return count->kind == ATT_TOPIC_THEME && count->count == 0 && self->text == NULL && !is_asked (self, count) && !is_hidden (self, count);
}

static void
count_empty (AttFacetModel *self)
{
  guint n = 0;
  for (guint i = 0; self->themes && i < self->coverage->n_topics; i++)
    n += is_empty (self, &self->coverage->topics[i]);
  if (n == self->n_empty)
    return;
  self->n_empty = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
choose_themes (AttFacetModel *self, GPtrArray *chosen)
{
  g_autoptr (GArray) placed = place_themes (self);
  for (guint i = 0; i < placed->len; i++)
    if (is_shown (self, g_array_index (placed, Placed, i).count))
      g_ptr_array_add (chosen, (gpointer) g_array_index (placed, Placed, i).count);
}

static int
by_kind_and_count (gconstpointer a, gconstpointer b)
{
  const AttCount *x = *(const AttCount *const *) a, *y = *(const AttCount *const *) b;
  return x->kind != y->kind ? compare (x->kind, y->kind) : x->count != y->count ? compare (y->count, x->count) : strcmp (x->label, y->label);
}

/* Those of the coverage, and those that were found beside them. */
static void
choose_actors (AttFacetModel *self, GPtrArray *chosen)
{
  guint of_kind[ATT_N_TOPIC_KINDS] = { 0 };
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  const AttCoverage *sources[] = { self->coverage, self->text ? self->found : NULL };
  for (guint from = 0; from < G_N_ELEMENTS (sources); from++)
    for (guint i = 0; sources[from] && i < sources[from]->n_topics; i++) {
      const AttCount *count = &sources[from]->topics[i];
      if (count->kind == ATT_TOPIC_THEME || !is_shown (self, count) || !g_hash_table_add (met, GUINT_TO_POINTER (count->topic)))
        continue;
      if (self->text || is_asked (self, count) || of_kind[count->kind]++ < MAX_OF_KIND)
        g_ptr_array_add (chosen, (gpointer) count);
    }
  g_ptr_array_sort (chosen, by_kind_and_count);
}

/* The counts to show, in order. */
static GPtrArray *
choose (AttFacetModel *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  if (self->themes)
    choose_themes (self, chosen);
  else
    choose_actors (self, chosen);
  return chosen;
}

static const char *
key_of (const AttCount *count)
{
  return count->kind == ATT_TOPIC_THEME ? count->section : att_topic_kind_name (count->kind);
}

static AttHeading *
heading_for (AttFacetModel *self, const AttCount *count)
{
  AttHeading *heading = g_hash_table_lookup (self->headings, key_of (count));
  if (heading == NULL) {
    heading = att_heading_new (count->kind, count->section);
    g_hash_table_insert (self->headings, g_strdup (key_of (count)), heading);
  }
  return heading;
}

static void
add_facet (AttFacetModel *self, GPtrArray *wanted, const AttCount *count)
{
  AttFacet *facet = facet_for (self, count);
  att_facet_update (facet, count, att_filter_sense (self->filter, count->kind, count->name));
  g_ptr_array_add (wanted, facet);
}

/* What is looked for or asked of shows, however folded. */
static void
rebuild (AttFacetModel *self)
{
  if (self->coverage == NULL)
    return;
  g_autoptr (GPtrArray) chosen = choose (self), wanted = g_ptr_array_new ();
  for (guint i = 0, n; i < chosen->len; i += n) {
    AttHeading *heading = heading_for (self, chosen->pdata[i]);
    gboolean folded = self->text == NULL && att_arrangement_place (self->arrangement->folded, att_heading_get_key (heading)) != G_MAXUINT;
    g_ptr_array_add (wanted, heading);
    for (n = 0; i + n < chosen->len && heading_for (self, chosen->pdata[i + n]) == heading; n++)
      if (!folded || is_asked (self, chosen->pdata[i + n]))
        add_facet (self, wanted, chosen->pdata[i + n]);
    att_heading_update (heading, n, folded);
  }
  att_list_sync (self->list, wanted);
  count_empty (self);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COVERAGE]);
}

void
att_facet_model_find (AttFacetModel *self, const char *text)
{
  g_clear_pointer (&self->text, g_free);
  self->text = att_text_has (text) ? att_text_fold (text) : NULL;
  if (self->text == NULL)
    g_clear_pointer (&self->found, att_coverage_unref);
  rebuild (self);
}

void
att_facet_model_add_found (AttFacetModel *self, AttCoverage *found)
{
  g_clear_pointer (&self->found, att_coverage_unref);
  self->found = found;
  rebuild (self);
}

void
att_facet_model_set_shown (AttFacetModel *self, AttTopicShown shown)
{
  self->shown = shown;
}

void
att_facet_model_arrange (AttFacetModel *self, AttArrangement *arrangement)
{
  att_arrangement_free (self->arrangement);
  self->arrangement = arrangement;
  rebuild (self);
}

void
att_facet_model_show_all (AttFacetModel *self, gboolean all)
{
  if (self->all == all)
    return;
  self->all = all;
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

gboolean
att_facet_model_shows_all (AttFacetModel *self)
{
  return self->all;
}

guint
att_facet_model_n_hidden (AttFacetModel *self)
{
  return self->arrangement->hidden ? g_strv_length (self->arrangement->hidden) : 0;
}

/* The item of the list next to this one that is of its type; NULL: none. It is the list's. */
static gpointer
neighbour (AttFacetModel *self, gpointer item, int by)
{
  guint at;
  if (item == NULL || !g_list_store_find (self->list, item, &at))
    return NULL;
  for (guint i = at + by; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i += by) {
    g_autoptr (GObject) other = g_list_model_get_item (G_LIST_MODEL (self->list), i);
    if (G_OBJECT_TYPE (other) == G_OBJECT_TYPE (item))
      return other;
  }
  return NULL;
}

GStrv
att_facet_model_move_topic (AttFacetModel *self, const char *name, int by)
{
  g_autofree char *key = g_strdup_printf ("%d:%s", ATT_TOPIC_THEME, name);
  AttFacet *facet = g_hash_table_lookup (self->facets, key), *other = neighbour (self, facet, by);
  if (other == NULL || !g_str_equal (att_facet_get_section (facet), att_facet_get_section (other)))
    return NULL;
  g_autoptr (GArray) placed = place_themes (self);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  for (guint i = 0; i < placed->len; i++)
    g_strv_builder_add (names, g_array_index (placed, Placed, i).count->name);
  g_auto (GStrv) order = g_strv_builder_end (names);
  return att_arrangement_put (order, name, att_facet_get_name (other), by > 0);
}

GStrv
att_facet_model_move_heading (AttFacetModel *self, const char *key, int by)
{
  AttHeading *other = neighbour (self, g_hash_table_lookup (self->headings, key), by);
  if (other == NULL || !self->themes)
    return NULL;
  g_autoptr (GArray) placed = place_themes (self);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  for (guint i = 0; i < placed->len; i++)
    if (i == 0 || !g_str_equal (g_array_index (placed, Placed, i).count->section, g_array_index (placed, Placed, i - 1).count->section))
      g_strv_builder_add (keys, g_array_index (placed, Placed, i).count->section);
  g_auto (GStrv) order = g_strv_builder_end (keys);
  return att_arrangement_put (order, key, att_heading_get_key (other), by > 0);
}

static void
att_facet_model_finalize (GObject *object)
{
  AttFacetModel *self = ATT_FACET_MODEL (object);
  g_object_unref (self->list);
  g_hash_table_unref (self->facets);
  g_hash_table_unref (self->headings);
  att_arrangement_free (self->arrangement);
  g_clear_pointer (&self->coverage, att_coverage_unref);
  g_clear_pointer (&self->found, att_coverage_unref);
  g_clear_pointer (&self->filter, att_filter_unref);
  g_free (self->text);
  G_OBJECT_CLASS (att_facet_model_parent_class)->finalize (object);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AttFacetModel *self = ATT_FACET_MODEL (object);
  if (id == PROP_EMPTY)
    g_value_set_uint (value, self->n_empty);
  else
    g_value_set_pointer (value, self->coverage);
}

static void
att_facet_model_class_init (AttFacetModelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = att_facet_model_finalize;
  G_OBJECT_CLASS (class)->get_property = get_property;
  properties[PROP_EMPTY] = g_param_spec_uint ("empty", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COVERAGE] = g_param_spec_pointer ("coverage", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPERTIES, properties);
}

static void
att_facet_model_init (AttFacetModel *self)
{
  self->list = g_list_store_new (G_TYPE_OBJECT);
  self->arrangement = att_arrangement_new (NULL, NULL, NULL, NULL);
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->facets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}
