/* intake.c: lists of feeds into the store and out of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/intake.h"

#include "base/error.h"
#include "base/url.h"
#include "feed/opml.h"
#include "store/shelves.h"

GPtrArray *
att_intake_read (GBytes *bytes, GError **error)
{
  g_autoptr (AttOpml) opml = att_opml_read (bytes, error);
  if (opml == NULL)
    return NULL;
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  for (guint i = 0; i < opml->feeds->len; i++) {
    AttFeed *feed = g_ptr_array_index (opml->feeds, i);
    char *url = att_url_from_text (feed->url);
    if (url == NULL)
      continue;
    g_free (feed->url);
    feed->url = url;
    g_ptr_array_add (feeds, att_feed_ref (feed));
  }
  if (feeds->len == 0) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED, "The OPML file lists no feeds. Export the list again from your other reader.");
    return NULL;
  }
  return g_steal_pointer (&feeds);
}

/* One that was unsubscribed from a moment ago is still there, with its articles. 0: it is not. */
static gint64
come_back (AttDatabase *db, const AttFeed *feed, AttChange *change, GError **error)
{
  gint64 id = att_database_number (db, 0, "SELECT id FROM feed WHERE gone>0 AND url=?", "s", feed->url);
  return id && att_shelves_return (db, id, change, error) ? id : 0;
}

static gpointer
write_feeds (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  GPtrArray *feeds = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!att_database_begin (db, error))
    return NULL;
  for (guint i = 0; i < feeds->len; i++) {
    g_autoptr (GError) failure = NULL;
    gint64 id = come_back (db, g_ptr_array_index (feeds, i), change, &failure);
    if (id == 0 && failure == NULL)
      id = att_feeds_add (db, g_ptr_array_index (feeds, i), &failure);
    gboolean known = g_error_matches (failure, ATT_ERROR, ATT_ERROR_EXISTS);
    if (id)
      g_array_append_val (ids, id);
    else if (!known || feeds->len == 1) {   /* one feed asked for and already there is told; in a list it is skipped */
      att_database_roll_back (db);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  }
  if (!att_database_commit (db, error)) {
    att_database_roll_back (db);
    return NULL;
  }
  change->feeds = TRUE;
  return g_steal_pointer (&ids);
}

void
att_intake_write_async (AttStore *store, GPtrArray *feeds, GAsyncReadyCallback callback, gpointer user_data)
{
  att_store_tell_async (store, write_feeds, g_ptr_array_ref (feeds), (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_array_unref, callback, user_data);
}

static gpointer
export (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  g_autoptr (GPtrArray) feeds = att_feeds_list (db, NULL, error);
  return feeds ? att_opml_write ("Attaché", feeds) : NULL;
}

void
att_intake_export_async (AttStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
  att_store_ask_async (store, export, NULL, NULL, (GDestroyNotify) g_bytes_unref, NULL, callback, user_data);
}
