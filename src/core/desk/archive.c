/* archive.c: the older pages of a feed, read once when it is new.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/archive.h"

#include "base/date.h"
#include "base/error.h"
#include "base/url.h"
#include "desk/read.h"

#include <string.h>

typedef struct {
  AttRoundContext context;   /* not owned: the desk outlives its rounds */
  gint64 feed;
  GCancellable *cancellable;
  GHashTable *seen;          /* addresses of pages: a page that leads back ends the walk */
  char *host;                /* of the feed */
  AttAnswer *answer;
  AttEdition *edition;       /* of the page just read */
} Walk;

static void
walk_free (gpointer data)
{
  Walk *walk = data;
  g_clear_object (&walk->cancellable);
  g_hash_table_unref (walk->seen);
  g_free (walk->host);
  g_clear_pointer (&walk->answer, att_answer_unref);
  g_clear_pointer (&walk->edition, att_edition_unref);
  g_free (walk);
}

static void fetched_cb (GObject *source, GAsyncResult *result, gpointer data);

/* Takes the task over. */
static void
end (GTask *task)
{
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  end (data);
}

static gpointer
forget (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  att_feeds_set_walk (db, *(gint64 *) data, NULL, error);
  return NULL;
}

/* To the page at url, or, where that is NULL, to the end for good. Takes the task over. */
static void
go_to (GTask *task, const char *url)
{
  Walk *walk = g_task_get_task_data (task);
  g_autofree char *host = url ? att_url_host (url) : NULL;
  gboolean ends = host == NULL || walk->host == NULL || strcmp (host, walk->host) != 0 || g_hash_table_size (walk->seen) >= ATT_ARCHIVE_PAGES || g_hash_table_contains (walk->seen, url);
  if (ends) {
    att_store_tell_async (walk->context.store, forget, g_memdup2 (&walk->feed, sizeof walk->feed), g_free, NULL, ended_cb, task);
    return;
  }
  g_hash_table_add (walk->seen, g_strdup (url));
  att_fetcher_get_async (walk->context.fetcher, url, NULL, NULL, walk->cancellable, fetched_cb, task);
}

typedef struct { gint64 feed; AttEdition *edition; } Page;

static void
page_free (gpointer data)
{
  Page *page = data;
  att_edition_unref (page->edition);
  g_free (page);
}

/* On the writer; a feed unsubscribed meanwhile gets nothing. */
static gpointer
write_page (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  Page *page = data;
  g_autoptr (AttFeed) feed = att_feeds_get (db, page->feed, NULL);
  if (feed && att_articles_write (db, page->feed, page->edition, att_date_now (), change, error))
    att_feeds_set_walk (db, page->feed, page->edition->next, error);
  return NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  g_autofree char *next = g_strdup (walk->edition->next);
  g_clear_pointer (&walk->edition, att_edition_unref);
  g_clear_pointer (&walk->answer, att_answer_unref);
  if (error || next == NULL)   /* a full disk, say; or the page that was written was the last, and so was noted with it */
    end (task);
  else
    go_to (task, next);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Walk *walk = g_task_get_task_data (task);
  walk->edition = att_read_finish (result, NULL);
  if (walk->edition == NULL || walk->edition->articles->len == 0) {
    go_to (task, NULL);
    return;
  }
  Page *page = g_new (Page, 1);
  *page = (Page) { walk->feed, att_edition_ref (walk->edition) };
  att_store_tell_async (walk->context.store, write_page, page, page_free, NULL, written_cb, task);
}

/* It may be otherwise another time. */
static gboolean
breaks_off (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || att_error_is_out_of_reach (error) || g_error_matches (error, ATT_ERROR, ATT_ERROR_BUSY)
         || g_error_matches (error, ATT_ERROR, ATT_ERROR_CUT_SHORT) || g_error_matches (error, ATT_ERROR, ATT_ERROR_SEALED);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  walk->answer = att_fetcher_get_finish (ATT_FETCHER (source), result, &error);
  if (walk->answer && walk->answer->bytes)
    att_read_async (walk->context.lexicon, walk->answer, read_cb, task);
  else if (breaks_off (error))
    end (task);
  else
    go_to (task, NULL);
}

static gpointer
ask_walk (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_feeds_get_walk (db, *(gint64 *) data);
}

static void
begin_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *url = att_store_finish (ATT_STORE (source), result, NULL);
  if (url)
    go_to (data, url);
  else
    end (data);
}

void
att_archive_async (const AttRoundContext *context, const AttFeed *feed, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Walk *walk = g_new0 (Walk, 1);
  *walk = (Walk) { .context = *context, .feed = feed->id, .cancellable = cancellable ? g_object_ref (cancellable) : NULL,
                   .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), .host = att_url_host (feed->url) };
  g_task_set_task_data (task, walk, walk_free);
  att_store_ask_async (context->store, ask_walk, g_memdup2 (&feed->id, sizeof feed->id), g_free, g_free, NULL, begin_cb, task);
}
