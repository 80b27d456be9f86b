/* round.c: one feed's turn, from its address to the store.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/round.h"

#include "base/date.h"
#include "base/error.h"
#include "base/url.h"
#include "desk/archive.h"
#include "desk/move.h"
#include "desk/read.h"
#include "fetch/schedule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  AttRoundContext context;   /* not owned, for the desk outlives its rounds */
  AttFeed *feed;
  AttAnswer *answer;
  AttEdition *edition;
  GError *error;             /* what went wrong, told to the feed first */
  GCancellable *cancellable;
} Turn;

static void
turn_free (gpointer data)
{
  Turn *turn = data;
  att_feed_unref (turn->feed);
  g_clear_pointer (&turn->answer, att_answer_unref);
  g_clear_pointer (&turn->edition, att_edition_unref);
  g_clear_error (&turn->error);
  g_clear_object (&turn->cancellable);
  g_free (turn);
}

/* Where the feed itself says it is to be found: iTunes' new-feed-url, or atom's self where only http has become https. */
static char *
moved_by_own_word (const AttEdition *e, const char *url)
{
  if (e->moved && att_url_is_http (e->moved) && strcmp (e->moved, url) != 0)
    return e->moved;
  if (e->self && g_str_has_prefix (e->self, "https://") && g_str_has_prefix (url, "http://") && strcmp (e->self + 8, url + 7) == 0)
    return e->self;
  return NULL;
}

static AttFeedNews
news_of (const Turn *turn, gint64 now)
{
  const AttFeed *feed = turn->feed;
  AttFeedNews news = { .trouble = -1, .asked = feed->url };
  gint64 retry = att_fetcher_retry_after (turn->context.fetcher, feed->url);
  news.interval = turn->edition ? turn->edition->interval : 0;
  const AttEdition *e = turn->edition;
  gint64 fresh = turn->answer ? turn->answer->fresh : 0;
  AttRhythm rhythm = { MAX (e ? e->interval : feed->interval, fresh), e ? e->skip_hours : feed->skip_hours, e ? e->skip_days : feed->skip_days };
  news.due = att_schedule_due (now, feed->every ? feed->every : turn->context.interval, &rhythm, turn->error ? feed->failures + 1 : 0, retry, feed->id);
  if (turn->error) {
    news.trouble = turn->error->domain == ATT_ERROR ? turn->error->code : ATT_ERROR_FAILED;
    news.trouble_text = turn->error->message;
    return news;
  }
  if (turn->answer) {
    news.etag = turn->answer->etag;
    news.modified = turn->answer->modified;
    news.url = news.landed = turn->answer->moved;
  }
  if (turn->answer && turn->answer->not_modified) {   /* a 304 need not repeat them */
    news.etag = news.etag ? news.etag : feed->etag;
    news.modified = news.modified ? news.modified : feed->modified;
    news.trouble_text = feed->trouble < 0 ? feed->trouble_text : NULL;   /* what was said of it holds */
  }
  if (e) {
    news.title = e->title;
    news.site = e->link;
    news.language = e->language;
    news.hub = e->hub;
    news.next = e->next;
    news.has_edition = TRUE;
    news.skip_hours = e->skip_hours;
    news.skip_days = e->skip_days;
    if (news.url == NULL) {
      news.url = moved_by_own_word (e, feed->url);
      news.unseen = news.url != NULL;
    }
    if (e->cut_off)   /* who asks for what is newer than this would never get the rest */
      news.etag = news.modified = NULL;
    if (!e->well_formed)
      news.trouble_text = e->cut_off ? _("The feed broke off before its end; it will be asked for the rest again.") : _("The feed is not quite well-formed; what can be read is read.");
  }
  return news;
}

typedef struct { gint64 feed; AttEdition *edition; AttFeedNews news; char *host; gint64 retry; char *owned[11]; } Told;

static Told *
told_new (const Turn *turn, gint64 now)
{
  Told *told = g_new0 (Told, 1);
  told->feed = turn->feed->id;
  told->edition = turn->edition ? att_edition_ref (turn->edition) : NULL;
  told->news = news_of (turn, now);
  told->host = att_url_host (turn->feed->url);
  told->retry = att_fetcher_retry_after (turn->context.fetcher, turn->feed->url);
  char **strings[] = { &told->news.title, &told->news.site, &told->news.language, &told->news.etag, &told->news.modified, &told->news.url, &told->news.hub, &told->news.next,
                       &told->news.trouble_text, &told->news.asked, &told->news.landed };
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    *strings[i] = told->owned[i] = g_strdup (*strings[i]);
  return told;
}

static void
told_free (gpointer data)
{
  Told *told = data;
  g_clear_pointer (&told->edition, att_edition_unref);
  for (guint i = 0; i < G_N_ELEMENTS (told->owned); i++)
    g_free (told->owned[i]);
  g_free (told->host);
  g_free (told);
}

/* What is to be done behind a turn: where the feed says it is now is to be looked at; there are older pages of it to be read. */
enum { MOVES = 1, WALKS = 2 };

/* On the writer: the articles first, so that a feed is never told well before they are in. */
static gpointer
write_turn (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  Told *told = data;
  gint64 now = att_date_now ();
  g_autoptr (AttFeed) feed = att_feeds_get (db, told->feed, NULL);
  if (feed == NULL)
    return NULL;   /* unsubscribed meanwhile */
  change->feeds = TRUE;
  gboolean new = told->edition && att_database_number (db, 0, "SELECT 1 FROM identity WHERE feed=? LIMIT 1", "i", told->feed) == 0;
  if (told->edition && !att_articles_write (db, told->feed, told->edition, now, change, error))
    return NULL;
  if (new && told->edition->next && !att_feeds_set_walk (db, told->feed, told->edition->next, error))   /* what it carried before is wanted too */
    return NULL;
  if (told->news.trouble < 0 && feed->every == 0)   /* whoever chose an interval gets it */
    told->news.due = att_schedule_lull (now, told->news.due, att_feeds_newest (db, told->feed));
  if (!att_feeds_tell (db, told->feed, &told->news, now, error) || (told->host && told->retry && !att_feeds_wait (db, told->host, told->retry, error)))
    return NULL;
  gboolean moves = told->news.unseen && att_feeds_is_ready_to_move (db, told->feed);
  g_autofree char *walk = told->news.trouble < 0 ? att_feeds_get_walk (db, told->feed) : NULL;
  return GINT_TO_POINTER ((moves ? MOVES : 0) | (walk ? WALKS : 0));
}

/* The older pages are in, or the new address was looked at. */
static void
followed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Turn *turn = g_task_get_task_data (task);
  GError *error = NULL;
  guint behind = GPOINTER_TO_UINT (att_store_finish (ATT_STORE (source), result, &error));
  if (error)
    g_task_return_error (task, error);
  else if (turn->error)
    g_task_return_error (task, g_steal_pointer (&turn->error));
  else if (behind & WALKS)
    att_archive_async (&turn->context, turn->feed, turn->cancellable, followed_cb, g_steal_pointer (&task));
  else if (behind & MOVES)
    att_move_async (&turn->context, turn->feed, moved_by_own_word (turn->edition, turn->feed->url), turn->cancellable, followed_cb, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
tell (GTask *task)
{
  Turn *turn = g_task_get_task_data (task);
  if (turn->error && g_error_matches (turn->error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {   /* the person's doing: no fault of the feed */
    g_task_return_error (task, g_steal_pointer (&turn->error));
    g_object_unref (task);
    return;
  }
  gint64 now = att_date_now ();
  Told *told = told_new (turn, now);
  g_debug ("feed %" G_GINT64_FORMAT ": %s; next in %" G_GINT64_FORMAT " minutes", turn->feed->id,
           turn->error ? turn->error->message : turn->edition ? "read" : "not modified", (told->news.due - now) / 60);
  att_store_tell_async (turn->context.store, write_turn, told, told_free, NULL, written_cb, task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Turn *turn = g_task_get_task_data (task);
  turn->edition = att_read_finish (result, &turn->error);
  tell (task);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Turn *turn = g_task_get_task_data (task);
  turn->answer = att_fetcher_get_finish (ATT_FETCHER (source), result, &turn->error);
  if (turn->answer == NULL || turn->answer->not_modified) {
    tell (task);
    return;
  }
  att_read_async (turn->context.lexicon, turn->answer, read_cb, task);
}

/* Its host asked to be left alone, perhaps by another feed's turn. */
static GError *
waits_for (AttFetcher *fetcher, const AttFeed *feed)
{
  gint64 until = att_fetcher_retry_after (fetcher, feed->url);
  if (until == 0)
    return NULL;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (until);
  g_autofree char *host = att_url_host (feed->url), *when = time ? g_date_time_format (time, "%x, %H:%M") : NULL;
  if (when == NULL)   /* beyond any calendar */
    return g_error_new (ATT_ERROR, ATT_ERROR_BUSY, _("%s asks to be left alone. Nothing was asked of it."), host);
  return g_error_new (ATT_ERROR, ATT_ERROR_BUSY, _("%s asks to be left alone until %s. Nothing was asked of it; it will be tried then."), host, when);
}

void
att_round_async (const AttRoundContext *context, AttFeed *feed, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Turn *turn = g_new0 (Turn, 1);
  *turn = (Turn) { .context = *context, .feed = att_feed_ref (feed), .cancellable = cancellable ? g_object_ref (cancellable) : NULL };
  g_task_set_task_data (task, turn, turn_free);
  GError *waits = waits_for (context->fetcher, feed);
  if (waits) {   /* no fault of this feed: nothing is told to it */
    g_task_return_error (task, waits);
    g_object_unref (task);
    return;
  }
  att_fetcher_get_async (context->fetcher, feed->url, feed->etag, feed->modified, cancellable, fetched_cb, task);
}

gboolean
att_round_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
