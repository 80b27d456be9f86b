/* source-model.c: the side bar: all, unread, starred, monitors, then folders and feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/source-model.h"

#include "base/text.h"
#include "listing/sync.h"

#include <string.h>

#define PAUSE 250   /* milliseconds */

struct _AttSourceModel {
  GObject     parent_instance;
  AttStore   *store;
  GListStore *list;
  GHashTable *sources;   /* key → AttSource */
  GPtrArray  *monitors;  /* of AttMonitor *, as they were read last */
  guint       pause, n_feeds;
  gulong      follows;
  gboolean    ready;
};

G_DEFINE_FINAL_TYPE (AttSourceModel, att_source_model, G_TYPE_OBJECT)

enum { PROP_0, PROP_READY, PROP_N_FEEDS, N_PROPS };
static GParamSpec *properties[N_PROPS];

static AttSource *
source_for (AttSourceModel *self, AttSourceKind kind, const char *key, const char *name, guint depth)
{
  AttSource *source = g_hash_table_lookup (self->sources, key);
  if (source == NULL) {
    source = att_source_new (kind, name, depth);
    g_hash_table_insert (self->sources, g_strdup (key), source);
  }
  return source;
}

static guint
depth_of (const char *path)
{
  guint depth = *path != '\0';
  for (; *path; path++)
    depth += *path == '/';
  return depth;
}

/* A feed in one of the folders it stands in. */
typedef struct { AttFeed *feed; const char *folder; } Place;

/* So that what is inside a folder follows it at once: "A", "A/B", "A B". */
static int
compare_folders (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1), *y = g_utf8_casefold (b, -1);
  g_strdelimit (x, "/", '\1');
  g_strdelimit (y, "/", '\1');
  return g_utf8_collate (x, y) ? strcmp (x, y) : strcmp (a, b);
}

static int
by_folder (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;
  return compare_folders (x->folder, y->folder);
}

/* Feeds come by their titles, and stay so within a folder. */
static GArray *
place_feeds (GPtrArray *feeds)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; i < feeds->len; i++) {
    AttFeed *feed = g_ptr_array_index (feeds, i);
    Place place = { feed, feed->folder };
    g_array_append_val (places, place);
    for (guint k = 0; feed->shelves && feed->shelves[k]; k++) {
      place.folder = feed->shelves[k];
      g_array_append_val (places, place);
    }
  }
  g_array_sort (places, by_folder);   /* stable: GLib's sort is a merge sort */
  return places;
}

/* A feed counts once in a folder, however often it stands inside. */
static guint
count_inside (const GArray *places, const char *folder)
{
  guint unread = 0;
  g_autoptr (GHashTable) counted = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < places->len; i++) {
    const Place *place = &g_array_index (places, Place, i);
    if (att_source_is_inside (place->folder, folder) && g_hash_table_add (counted, place->feed))
      unread += place->feed->unread;
  }
  return unread;
}

/* Every folder on the way to one, each once. */
static void
add_folders (AttSourceModel *self, const char *path, const GArray *places, GPtrArray *wanted)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  g_autoptr (GString) so_far = g_string_new (NULL);
  for (guint i = 0; parts[i]; i++) {
    if (i)
      g_string_append_c (so_far, '/');
    g_string_append (so_far, parts[i]);
    AttSource *folder = source_for (self, ATT_SOURCE_FOLDER, so_far->str, so_far->str, i);
    if (g_ptr_array_find (wanted, folder, NULL))
      continue;
    att_source_update (folder, NULL, count_inside (places, so_far->str));
    g_ptr_array_add (wanted, folder);
  }
}

/* The feeds whose title another has, too, as a filter compares them. */
static GHashTable *
find_namesakes (GPtrArray *feeds)
{
  GHashTable *namesakes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);   /* of each title */
  for (guint i = 0; i < feeds->len; i++) {
    AttFeed *feed = g_ptr_array_index (feeds, i);
    g_autofree char *title = att_text_fold (att_feed_label (feed));
    AttFeed *other = g_hash_table_lookup (first, title);
    if (other) {
      g_hash_table_add (namesakes, other);
      g_hash_table_add (namesakes, feed);
    } else
      g_hash_table_insert (first, g_steal_pointer (&title), feed);
  }
  return namesakes;
}

static void
add_feeds (AttSourceModel *self, GPtrArray *feeds, GPtrArray *wanted)
{
  g_autoptr (GArray) places = place_feeds (feeds);
  g_autoptr (GHashTable) namesakes = find_namesakes (feeds);
  for (guint i = 0; i < places->len; i++) {
    const Place *place = &g_array_index (places, Place, i);
    if (*place->folder && (i == 0 || strcmp (place->folder, place[-1].folder) != 0))
      add_folders (self, place->folder, places, wanted);
    g_autofree char *key = g_strdup_printf ("\nfeed %" G_GINT64_FORMAT " %s", place->feed->id, place->folder);
    AttSource *source = source_for (self, ATT_SOURCE_FEED, key, place->folder, depth_of (place->folder));
    att_source_update (source, place->feed, place->feed->unread);
    att_source_set_shared (source, g_hash_table_contains (namesakes, place->feed));
    g_ptr_array_add (wanted, source);
  }
}

static void
add_monitors (AttSourceModel *self, GPtrArray *wanted)
{
  for (guint i = 0; self->monitors && i < self->monitors->len; i++) {
    AttMonitor *monitor = g_ptr_array_index (self->monitors, i);
    g_autofree char *key = g_strdup_printf ("\nmonitor %" G_GINT64_FORMAT, monitor->id);
    AttSource *source = source_for (self, ATT_SOURCE_MONITOR, key, NULL, 0);
    att_source_watch (source, monitor);
    g_ptr_array_add (wanted, source);
  }
}

static void
update (AttSourceModel *self, GPtrArray *feeds, guint starred)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  guint unread = 0, all = 0;
  for (guint i = 0; i < feeds->len; i++) {
    unread += ((AttFeed *) g_ptr_array_index (feeds, i))->unread;
    all += ((AttFeed *) g_ptr_array_index (feeds, i))->articles;
  }
  const guint counts[] = { all, unread, starred };
  for (guint k = ATT_SOURCE_ALL; k <= ATT_SOURCE_STARRED; k++) {
    g_autofree char *key = g_strdup_printf ("\n%u", k);   /* no folder is named so */
    AttSource *source = source_for (self, k, key, NULL, 0);
    att_source_update (source, NULL, counts[k]);
    g_ptr_array_add (wanted, source);
  }
  add_monitors (self, wanted);
  add_feeds (self, feeds, wanted);
  att_list_sync (self->list, wanted);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttSourceModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) feeds = att_store_finish (ATT_STORE (source), result, &error);
  if (!att_store_is_open (ATT_STORE (source)))   /* the desk closes */
    return;
  if (feeds == NULL) {
    g_warning ("%s", error->message);
    return;
  }
  guint starred = 0;
  for (guint i = 0; i < feeds->len; i++)
    starred += ((AttFeed *) g_ptr_array_index (feeds, i))->starred;
  update (self, feeds, starred);
  self->n_feeds = feeds->len;
  self->ready = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FEEDS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
monitors_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttSourceModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) monitors = att_store_finish (ATT_STORE (source), result, &error);
  if (!att_store_is_open (ATT_STORE (source)))
    return;
  if (error)
    g_warning ("%s", error->message);   /* the feeds are there all the same */
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  self->monitors = g_steal_pointer (&monitors);
  att_store_feeds_async (self->store, NULL, listed_cb, g_object_ref (self));
}

static gboolean
read_feeds (gpointer data)
{
  AttSourceModel *self = data;
  self->pause = 0;
  att_store_monitors_async (self->store, NULL, monitors_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AttStore *store, AttChange *change, gpointer data)
{
  AttSourceModel *self = data;
  if (self->pause == 0)
    self->pause = g_timeout_add (PAUSE, read_feeds, self);
}

AttSourceModel *
att_source_model_new (AttStore *store)
{
  AttSourceModel *self = g_object_new (ATT_TYPE_SOURCE_MODEL, NULL);
  self->store = g_object_ref (store);
  self->follows = g_signal_connect (store, "changed", G_CALLBACK (changed_cb), self);
  read_feeds (self);
  return self;
}

GListModel *
att_source_model_get_list (AttSourceModel *self)
{
  return G_LIST_MODEL (self->list);
}

guint
att_source_model_find_place (AttSourceModel *self, const AttFilter *filter)
{
  g_return_val_if_fail (ATT_IS_SOURCE_MODEL (self) && filter != NULL, G_MAXUINT);

  guint at = G_MAXUINT, n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  for (guint i = 0; i < n; i++) {
    g_autoptr (AttSource) source = g_list_model_get_item (G_LIST_MODEL (self->list), i);
    gboolean better = at == G_MAXUINT || att_source_get_kind (source) == ATT_SOURCE_MONITOR;
    if (better && att_source_is_place_of (source, filter))
      at = i;
  }
  return at;
}

/* name: NULL: that number. */
static const AttFeed *
find (AttSourceModel *self, gint64 id, const char *name)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  for (guint i = 0; i < n; i++) {
    g_autoptr (AttSource) source = g_list_model_get_item (G_LIST_MODEL (self->list), i);   /* the list keeps it */
    const AttFeed *feed = att_source_get_feed (source);
    if (feed && (name ? g_ascii_strcasecmp (att_feed_label (feed), name) == 0 || g_ascii_strcasecmp (feed->url, name) == 0 : feed->id == id))
      return feed;
  }
  return NULL;
}

const AttFeed *
att_source_model_find_feed (AttSourceModel *self, gint64 id)
{
  g_return_val_if_fail (ATT_IS_SOURCE_MODEL (self), NULL);

  return find (self, id, NULL);
}

const AttFeed *
att_source_model_find_called (AttSourceModel *self, const char *name)
{
  g_return_val_if_fail (ATT_IS_SOURCE_MODEL (self) && name != NULL, NULL);

  return find (self, 0, name);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AttSourceModel *self = ATT_SOURCE_MODEL (object);
  if (id == PROP_READY)
    g_value_set_boolean (value, self->ready);
  else
    g_value_set_uint (value, self->n_feeds);
}

static void
att_source_model_dispose (GObject *object)
{
  AttSourceModel *self = ATT_SOURCE_MODEL (object);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->store)
    g_clear_signal_handler (&self->follows, self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->list);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  G_OBJECT_CLASS (att_source_model_parent_class)->dispose (object);
}

static void
att_source_model_class_init (AttSourceModelClass *class)
{
  G_OBJECT_CLASS (class)->get_property = get_property;
  G_OBJECT_CLASS (class)->dispose = att_source_model_dispose;
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_FEEDS] = g_param_spec_uint ("n-feeds", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
}

static void
att_source_model_init (AttSourceModel *self)
{
  self->list = g_list_store_new (ATT_TYPE_SOURCE);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}
