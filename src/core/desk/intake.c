/* intake.c: lists of feeds into the store and out of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/intake.h"

#include "base/error.h"
#include "base/url.h"
#include "desk/desk.h"
#include "desk/logins.h"
#include "feed/opml.h"
#include "store/shelves.h"

#include <glib/gi18n-lib.h>

GPtrArray *
att_intake_read (GBytes *bytes, GError **error)
{
  g_autoptr (AttOpml) opml = att_opml_read (bytes, error);
  if (opml == NULL)
    return NULL;
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  g_autoptr (GHashTable) by_url = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < opml->feeds->len; i++) {
    AttFeed *feed = g_ptr_array_index (opml->feeds, i);
    char *url = att_url_from_text (feed->url);
    if (url == NULL)
      continue;
    g_free (feed->url);
    feed->url = url;
    AttFeed *known = g_hash_table_lookup (by_url, url);   /* feed://, HTTPS:// and https:// are one */
    if (known) {
      att_opml_merge (known, feed);
      continue;
    }
    g_hash_table_insert (by_url, url, feed);
    g_ptr_array_add (feeds, att_feed_ref (feed));
  }
  if (feeds->len == 0) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED, _("The OPML file lists no feeds. Export the list again from your other reader."));
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

/* What is said of it this time holds; what is not stays as it was when it left. */
static gboolean
renew (AttDatabase *db, gint64 id, const AttFeed *feed, GError **error)
{
  return (feed->folder == NULL || *feed->folder == '\0' || att_shelves_move (db, id, NULL, feed->folder, error))
         && att_database_run (db, error, "UPDATE feed SET language=coalesce(?, language), country=coalesce(?, country), kind=coalesce(?, kind), owner=coalesce(?, owner), "
                              "every=CASE WHEN ?5>0 THEN ?5 ELSE every END WHERE id=?", "ssssii", feed->language, feed->country, feed->kind, feed->owner, (gint64) feed->every, id);
}

static gboolean
add_shelves (AttDatabase *db, gint64 id, const AttFeed *feed, GError **error)
{
  for (guint i = 0; feed->shelves && feed->shelves[i]; i++)
    if (!att_shelves_add (db, id, feed->shelves[i], error))
      return FALSE;
  return TRUE;
}

/* Those that are new, into ids. One feed asked for and already there is told; in a list it is skipped. */
static gboolean
add_new (AttDatabase *db, const GPtrArray *feeds, const gint64 *back, GArray *ids, GError **error)
{
  for (guint i = 0; i < feeds->len; i++) {
    const AttFeed *feed = g_ptr_array_index (feeds, i);
    GError *failure = NULL;
    gint64 id = back[i] ? back[i] : att_feeds_add (db, feed, &failure);
    if (feeds->len > 1 && g_error_matches (failure, ATT_ERROR, ATT_ERROR_EXISTS))
      g_clear_error (&failure);
    else if (failure == NULL) {
      g_array_append_val (ids, id);
      if (back[i] == 0 || renew (db, id, feed, &failure))
        add_shelves (db, id, feed, &failure);
    }
    if (failure) {
      g_propagate_error (error, failure);
      return FALSE;
    }
  }
  return TRUE;
}

static gpointer
write_feeds (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const GPtrArray *feeds = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gint64 *back = g_new0 (gint64, feeds->len + 1);
  GError *failure = NULL;
  for (guint i = 0; i < feeds->len && failure == NULL; i++)
    back[i] = come_back (db, g_ptr_array_index (feeds, i), change, &failure);
  if (failure) {
    g_propagate_error (error, failure);
    return NULL;
  }
  if (!att_database_begin (db, error) || !att_database_end (db, add_new (db, feeds, back, ids, error), error))
    return NULL;
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
  g_autoptr (GPtrArray) feeds = att_feeds_list (db, NULL, NULL, error);
  return feeds ? att_opml_write ("Attaché", feeds) : NULL;
}

void
att_intake_export_async (AttStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
  att_store_ask_async (store, export, NULL, NULL, (GDestroyNotify) g_bytes_unref, NULL, callback, user_data);
}

void
att_desk_export_async (AttDesk *self, GAsyncReadyCallback callback, gpointer user_data)
{
  att_intake_export_async (att_desk_get_store (self), callback, user_data);
}

GBytes *
att_desk_export_finish (AttDesk *self, GAsyncResult *result, GError **error)
{
  return att_store_finish (att_desk_get_store (self), result, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GArray) ids = att_store_finish (ATT_STORE (source), result, &error);
  if (ids == NULL) {
    g_task_return_error (task, error);
    return;
  }
  att_desk_take_feeds (g_task_get_source_object (task), ids);
  g_task_return_int (task, ids->len);
}

void
att_desk_subscribe_async (AttDesk *self, GPtrArray *feeds, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  att_logins_take (self, feeds);
  att_intake_write_async (att_desk_get_store (self), feeds, written_cb, task);
}

int
att_desk_subscribe_finish (AttDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

/* Who waits for a file that is being read: there are lists of ten thousand feeds. */
typedef struct { GAsyncReadyCallback callback; gpointer data; } Waiting;

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *feeds = att_intake_read (data, &error);
  if (feeds)
    g_task_return_pointer (task, feeds, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) feeds = g_task_propagate_pointer (G_TASK (result), &error);
  if (feeds)
    att_desk_subscribe_async (ATT_DESK (source), feeds, waiting->callback, waiting->data);
  else
    g_task_report_error (source, waiting->callback, waiting->data, att_desk_import_async, error);
  g_free (waiting);
}

void
att_desk_import_async (AttDesk *self, GBytes *opml, GAsyncReadyCallback callback, gpointer user_data)
{
  Waiting *waiting = g_new (Waiting, 1);
  *waiting = (Waiting) { callback, user_data };
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, waiting);
  g_task_set_task_data (task, g_bytes_ref (opml), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_file);
}

void
att_desk_sample_async (AttDesk *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GBytes) opml = g_resources_lookup_data ("/org/attache/Attache/sample/sample.opml", 0, NULL);
  att_desk_import_async (self, opml, callback, user_data);
}
