/* turn-queue.c: feeds that wait for their turn in a round, and those that have it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/turn-queue.h"

#include "base/url.h"

/* Who waits at one host, and how many have their turn there. Files are those of the host "". */
typedef struct {
  GQueue waiting;    /* of AttFeed * */
  guint  n_running;
  gboolean free;     /* stands among the free ones: somebody waits, and may have a turn */
} Host;

struct _AttTurnQueue {
  GHashTable *hosts;       /* name → Host */
  GQueue      free;        /* of Host *, in the order in which they have their turns */
  GHashTable *known;       /* ids of all that wait or run, as gint64 * */
  guint       n_waiting, n_running;
};

static void
host_free (gpointer data)
{
  Host *host = data;
  g_queue_clear_full (&host->waiting, (GDestroyNotify) att_feed_unref);
  g_free (host);
}

AttTurnQueue *
att_turn_queue_new (void)
{
  AttTurnQueue *self = g_new0 (AttTurnQueue, 1);
  g_queue_init (&self->free);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, host_free);
  return self;
}

void
att_turn_queue_free (AttTurnQueue *self)
{
  g_queue_clear (&self->free);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->hosts);
  g_free (self);
}

static Host *
host_of (AttTurnQueue *self, const AttFeed *feed)
{
  char *name = att_url_is_http (feed->url) ? att_url_host (feed->url) : NULL;
  name = name ? name : g_strdup ("");
  Host *host = g_hash_table_lookup (self->hosts, name);
  if (host) {
    g_free (name);
    return host;
  }
  host = g_new0 (Host, 1);
  g_queue_init (&host->waiting);
  g_hash_table_insert (self->hosts, name, host);
  return host;
}

/* Last among the free ones, if it is one and is not there yet. */
static void
line_up (AttTurnQueue *self, Host *host)
{
  if (host->free || host->waiting.length == 0 || host->n_running >= ATT_TURNS_PER_HOST)
    return;
  host->free = TRUE;
  g_queue_push_tail (&self->free, host);
}

gboolean
att_turn_queue_push (AttTurnQueue *self, AttFeed *feed)
{
  if (!g_hash_table_add (self->known, g_memdup2 (&feed->id, sizeof feed->id)))
    return FALSE;
  Host *host = host_of (self, feed);
  g_queue_push_tail (&host->waiting, att_feed_ref (feed));
  self->n_waiting++;
  line_up (self, host);
  return TRUE;
}

AttFeed *
att_turn_queue_start (AttTurnQueue *self)
{
  Host *host = self->n_running < ATT_TURNS ? g_queue_pop_head (&self->free) : NULL;
  if (host == NULL)
    return NULL;
  AttFeed *feed = g_queue_pop_head (&host->waiting);
  host->free = FALSE;
  host->n_running++;
  self->n_waiting--;
  self->n_running++;
  line_up (self, host);
  return feed;
}

void
att_turn_queue_end (AttTurnQueue *self, const AttFeed *feed)
{
  g_return_if_fail (self->n_running > 0);

  Host *host = host_of (self, feed);
  host->n_running--;
  self->n_running--;
  g_hash_table_remove (self->known, &feed->id);
  line_up (self, host);
}

void
att_turn_queue_drop (AttTurnQueue *self)
{
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, self->hosts);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Host *host = value;
    host->free = FALSE;
    for (AttFeed *feed; (feed = g_queue_pop_head (&host->waiting)); att_feed_unref (feed))
      g_hash_table_remove (self->known, &feed->id);
  }
  g_queue_clear (&self->free);
  self->n_waiting = 0;
}

guint
att_turn_queue_n_running (const AttTurnQueue *self)
{
  return self->n_running;
}

gboolean
att_turn_queue_is_empty (const AttTurnQueue *self)
{
  return self->n_running + self->n_waiting == 0;
}
