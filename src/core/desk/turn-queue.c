/* turn-queue.c: feeds that wait for their turn in a round, and those that have it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/turn-queue.h"

#include "base/url.h"

struct _AttTurnQueue {
  GQueue      waiting;     /* of AttFeed * */
  GHashTable *known;       /* ids of all that wait or run, as gint64 * */
  GHashTable *hosts;       /* host → turns it has */
  guint       n_running;
};

AttTurnQueue *
att_turn_queue_new (void)
{
  AttTurnQueue *self = g_new0 (AttTurnQueue, 1);
  g_queue_init (&self->waiting);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
att_turn_queue_free (AttTurnQueue *self)
{
  g_queue_clear_full (&self->waiting, (GDestroyNotify) att_feed_unref);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->hosts);
  g_free (self);
}

gboolean
att_turn_queue_push (AttTurnQueue *self, AttFeed *feed)
{
  if (!g_hash_table_add (self->known, g_memdup2 (&feed->id, sizeof feed->id)))
    return FALSE;
  g_queue_push_tail (&self->waiting, att_feed_ref (feed));
  return TRUE;
}

/* One turn more or less of a feed's host; how many there were. Files have none. */
static guint
count (AttTurnQueue *self, const AttFeed *feed, int by)
{
  char *host = att_url_host (feed->url);
  guint n = host ? GPOINTER_TO_UINT (g_hash_table_lookup (self->hosts, host)) : 0;
  if (host && by)
    g_hash_table_insert (self->hosts, host, GUINT_TO_POINTER (n + by));
  else
    g_free (host);
  return n;
}

AttFeed *
att_turn_queue_start (AttTurnQueue *self)
{
  GList *link = self->n_running < ATT_TURNS ? self->waiting.head : NULL;
  while (link && count (self, link->data, 0) >= ATT_TURNS_PER_HOST)
    link = link->next;
  if (link == NULL)
    return NULL;
  AttFeed *feed = link->data;
  g_queue_delete_link (&self->waiting, link);
  count (self, feed, 1);
  self->n_running++;
  return feed;
}

void
att_turn_queue_end (AttTurnQueue *self, const AttFeed *feed)
{
  g_return_if_fail (self->n_running > 0);

  count (self, feed, -1);
  self->n_running--;
  g_hash_table_remove (self->known, &feed->id);
}

void
att_turn_queue_drop (AttTurnQueue *self)
{
  AttFeed *feed;
  while ((feed = g_queue_pop_head (&self->waiting))) {
    g_hash_table_remove (self->known, &feed->id);
    att_feed_unref (feed);
  }
}

guint
att_turn_queue_n_running (const AttTurnQueue *self)
{
  return self->n_running;
}

gboolean
att_turn_queue_is_empty (const AttTurnQueue *self)
{
  return self->n_running == 0 && self->waiting.length == 0;
}
