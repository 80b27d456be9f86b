/* sync.c: a list brought to what it should be by the fewest changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/sync.h"

static gpointer
at (GListStore *store, guint i)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);
  return item;   /* the store holds it */
}

/* Items that are new and stand together come together: each change of a list is work for its view. */
static guint
insert_run (GListStore *store, GPtrArray *wanted, guint from, GHashTable *here)
{
  guint end = from;
  while (end < wanted->len && !g_hash_table_contains (here, g_ptr_array_index (wanted, end)))
    end++;
  if (end > from)
    g_list_store_splice (store, from, 0, wanted->pdata + from, end - from);
  return end - from;
}

void
att_list_sync (GListStore *store, GPtrArray *wanted)
{
  g_autoptr (GHashTable) here = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) stays = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (stays, g_ptr_array_index (wanted, i));
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (store)); i > 0; i--)
    if (!g_hash_table_contains (stays, at (store, i - 1)))
      g_list_store_remove (store, i - 1);
    else
      g_hash_table_add (here, at (store, i - 1));
  for (guint i = insert_run (store, wanted, 0, here); i < wanted->len; i++, i += insert_run (store, wanted, i, here)) {
    gpointer item = g_ptr_array_index (wanted, i);
    guint found;
    if (at (store, i) == item || !g_list_store_find (store, item, &found))
      continue;
    g_list_store_remove (store, found);
    g_list_store_insert (store, i, item);
  }
}
