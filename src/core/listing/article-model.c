/* article-model.c: the ids of a coverage as a list, its rows read when they are looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/article-model.h"

#define PAGE 64
#define HELD 8   /* pages the model itself keeps alive */

struct _AttArticleModel {
  GObject       parent_instance;
  AttStore     *store;
  AttCoverage  *coverage;
  GHashTable   *alive;        /* position → item, not owned; an item leaves when it is finalized */
  GHashTable   *asked, *stale;   /* pages that are being read, and those of them that are to be read again: what is read may be from before a change */
  GPtrArray    *ring[HELD];   /* items of the pages read last */
  guint         next_ring;
  GCancellable *cancellable;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AttArticleModel, att_article_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef struct { AttArticleModel *model; guint page; } Asked;

static void
fill (AttArticleModel *self, guint page, GPtrArray *rows)
{
  GPtrArray *held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < rows->len; i++) {
    AttHeadline *row = g_ptr_array_index (rows, i);
    g_hash_table_insert (by_id, &row->id, row);
  }
  for (guint i = page * PAGE; i < MIN ((page + 1) * PAGE, self->coverage->n_ids); i++) {
    AttArticleItem *item = g_hash_table_lookup (self->alive, GUINT_TO_POINTER (i));
    AttHeadline *row = g_hash_table_lookup (by_id, &self->coverage->ids[i]);
    if (item == NULL || row == NULL)
      continue;
    g_ptr_array_add (held, g_object_ref (item));
    att_article_item_set_headline (item, row);
  }
  g_clear_pointer (&self->ring[self->next_ring], g_ptr_array_unref);
  self->ring[self->next_ring] = held;
  self->next_ring = (self->next_ring + 1) % HELD;
}

static void ask (AttArticleModel *self, guint page);

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (AttArticleModel) self = asked->model;
  guint page = asked->page;
  g_autoptr (GError) error = NULL;
  g_free (asked);
  g_autoptr (GPtrArray) rows = att_store_finish (ATT_STORE (source), result, &error);
  g_hash_table_remove (self->asked, GUINT_TO_POINTER (page));
  if (rows)
    fill (self, page, rows);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("%s", error->message);
  if (g_hash_table_remove (self->stale, GUINT_TO_POINTER (page)) && rows && att_store_is_open (self->store))
    ask (self, page);
}

static void
ask (AttArticleModel *self, guint page)
{
  if (!g_hash_table_add (self->asked, GUINT_TO_POINTER (page)))
    return;
  Asked *asked = g_new (Asked, 1);
  *asked = (Asked) { g_object_ref (self), page };
  guint first = page * PAGE, n = MIN (PAGE, self->coverage->n_ids - first);
  att_store_rows_async (self->store, self->coverage->ids + first, n, self->cancellable, rows_cb, asked);
}

/* Weak references fire as an item goes; the model may be gone already, so the table has its own reference. The item
 * still knows its place, which spares a search. */
static void
item_gone (gpointer data, GObject *item)
{
  GHashTable *alive = data;
  g_hash_table_remove (alive, GUINT_TO_POINTER (att_article_item_get_position ((AttArticleItem *) item)));
  g_hash_table_unref (alive);
}

static gpointer
get_item (GListModel *model, guint position)
{
  AttArticleModel *self = ATT_ARTICLE_MODEL (model);
  if (position >= self->coverage->n_ids)
    return NULL;
  AttArticleItem *item = g_hash_table_lookup (self->alive, GUINT_TO_POINTER (position));
  if (item)
    return g_object_ref (item);
  item = att_article_item_new (self->coverage->ids[position], position);
  g_hash_table_insert (self->alive, GUINT_TO_POINTER (position), item);
  g_object_weak_ref (G_OBJECT (item), item_gone, g_hash_table_ref (self->alive));
  ask (self, position / PAGE);
  return item;
}

static guint
get_n_items (GListModel *model)
{
  return ATT_ARTICLE_MODEL (model)->coverage->n_ids;
}

static GType
get_item_type (GListModel *model)
{
  return ATT_TYPE_ARTICLE_ITEM;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item = get_item;
  iface->get_n_items = get_n_items;
  iface->get_item_type = get_item_type;
}

AttArticleModel *
att_article_model_new (AttStore *store, AttCoverage *coverage)
{
  AttArticleModel *self = g_object_new (ATT_TYPE_ARTICLE_MODEL, NULL);
  self->store = g_object_ref (store);
  self->coverage = att_coverage_ref (coverage);
  return self;
}

guint
att_article_model_find (AttArticleModel *self, gint64 id)
{
  for (guint i = 0; i < self->coverage->n_ids; i++)
    if (self->coverage->ids[i] == id)
      return i;
  return G_MAXUINT;
}

gint64
att_article_model_get_id (AttArticleModel *self, guint position)
{
  return position < self->coverage->n_ids ? self->coverage->ids[position] : 0;
}

void
att_article_model_set_flags (AttArticleModel *self, gint64 id, guint set, guint clear)
{
  GHashTableIter iter;
  gpointer item;
  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (att_article_item_get_id (item) == id)
      att_article_item_set_flags (item, (att_article_item_get_flags (item) | set) & ~clear);
}

void
att_article_model_reread (AttArticleModel *self)
{
  GHashTableIter iter;
  gpointer position;
  g_autoptr (GHashTable) again = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, &position, NULL)) {
    gpointer page = GUINT_TO_POINTER (GPOINTER_TO_UINT (position) / PAGE);
    if (g_hash_table_contains (self->asked, page) && !g_hash_table_contains (again, page))
      g_hash_table_add (self->stale, page);
    else if (g_hash_table_add (again, page))
      ask (self, GPOINTER_TO_UINT (page));
  }
}

static void
att_article_model_dispose (GObject *object)
{
  AttArticleModel *self = ATT_ARTICLE_MODEL (object);
  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < HELD; i++)
    g_clear_pointer (&self->ring[i], g_ptr_array_unref);
  G_OBJECT_CLASS (att_article_model_parent_class)->dispose (object);
}

static void
att_article_model_finalize (GObject *object)
{
  AttArticleModel *self = ATT_ARTICLE_MODEL (object);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->coverage, att_coverage_unref);
  g_hash_table_unref (self->alive);
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->stale);
  G_OBJECT_CLASS (att_article_model_parent_class)->finalize (object);
}

static void
att_article_model_class_init (AttArticleModelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = att_article_model_dispose;
  G_OBJECT_CLASS (class)->finalize = att_article_model_finalize;
}

static void
att_article_model_init (AttArticleModel *self)
{
  self->alive = g_hash_table_new (NULL, NULL);
  self->asked = g_hash_table_new (NULL, NULL);
  self->stale = g_hash_table_new (NULL, NULL);
  self->cancellable = g_cancellable_new ();
}
