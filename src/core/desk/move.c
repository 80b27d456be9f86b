/* move.c: a feed goes to the address it names itself, once that has been seen to hold a feed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/move.h"

#include "desk/read.h"
#include "store/feeds.h"

typedef struct {
  AttRoundContext context;   /* not owned: the desk outlives its rounds */
  gint64 feed;
  char *url;
  AttAnswer *answer;
  gboolean holds;            /* a feed, with articles */
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;
  g_free (move->url);
  g_clear_pointer (&move->answer, att_answer_unref);
  g_free (move);
}

/* On the writer. */
static gpointer
write_move (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Move *move = data;
  change->feeds = TRUE;
  att_feeds_move (db, move->feed, move->url, move->holds, error);
  return NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  att_store_finish (ATT_STORE (source), result, NULL);   /* not written, it is where it was */
  g_task_return_boolean (task, TRUE);
}

static void
tell (GTask *task, gboolean holds)
{
  Move *move = g_task_get_task_data (task);
  move->holds = holds;
  att_store_tell_async (move->context.store, write_move, move, NULL, NULL, written_cb, task);   /* the task keeps it */
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttEdition) edition = att_read_finish (result, NULL);
  tell (data, edition && edition->articles->len > 0);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Move *move = g_task_get_task_data (task);
  move->answer = att_fetcher_get_finish (ATT_FETCHER (source), result, NULL);
  if (move->answer && move->answer->bytes)
    att_read_async (move->context.lexicon, move->answer, read_cb, task);
  else
    tell (task, FALSE);
}

void
att_move_async (const AttRoundContext *context, const AttFeed *feed, const char *url, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (url != NULL);

  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Move *move = g_new0 (Move, 1);
  *move = (Move) { .context = *context, .feed = feed->id, .url = g_strdup (url) };
  g_task_set_task_data (task, move, move_free);
  att_fetcher_get_async (context->fetcher, url, NULL, NULL, cancellable, fetched_cb, task);
}
