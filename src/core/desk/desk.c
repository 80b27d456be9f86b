/* desk.c: the newsroom: feeds fetched, read, marked and stored.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/desk.h"

#include "base/date.h"
#include "base/error.h"
#include "base/url.h"
#include "desk/due.h"
#include "desk/logins.h"
#include "desk/marking.h"
#include "desk/elsewhere.h"
#include "desk/outside.h"
#include "desk/round.h"
#include "desk/taxonomy.h"
#include "desk/turn-queue.h"
#include "store/backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define TICK 60           /* seconds between two looks at who is due */
#define REST 900   /* seconds without a round of its own after the store refused to write: the disk may be full, and no feed is asked every minute for it */

struct _AttDesk {
  GObject       parent_instance;
  AttStore     *store;
  AttFetcher   *fetcher;
  AttOutside   *outside;
  AttElsewhere *elsewhere;
  AttLexicon   *lexicon;
  char         *path, *tables, *images;   /* of the store; folders */
  GCancellable *marking;      /* of the marking under way */
  guint         n_holds, n_markings, n_marked, n_to_mark;
  GThread      *home;         /* that made it, and alone counts its holds: closing sleeps until something comes by there */
  gboolean      closing, metered, timed;   /* timed: nobody asked for the last round but the clock */
  gint64        interval, last_round;   /* seconds; last_round: nobody asked for, since 1970 */
  guint         tick;
  AttTurnQueue *turns;
  guint         n_done, n_all;
  GCancellable *cancellable;  /* of the round under way */
  gint64        unwritten;    /* when the store last refused what a feed brought */
  GPtrArray    *troubles;
};

G_DEFINE_FINAL_TYPE (AttDesk, att_desk, G_TYPE_OBJECT)

enum { PROGRESS, FINISHED, MARKING, FAILED, SUBSCRIBED, SEALED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
trouble_free (gpointer data)
{
  AttTrouble *trouble = data;
  g_free (trouble->label);
  g_error_free (trouble->error);
  g_free (trouble);
}

static void
sealed_cb (gpointer data)
{
  g_signal_emit (data, signals[SEALED], 0);
}

AttDesk *
att_desk_open (const char *profile, GError **error)
{
  g_return_val_if_fail (profile != NULL, NULL);
  if (g_mkdir_with_parents (profile, 0700) != 0) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The folder %s cannot be made: %s. Choose another with --profile."), profile, g_strerror (errno));
    return NULL;
  }
  g_autofree char *path = g_build_filename (profile, "desk.db", NULL);
  g_autofree char *tables = g_build_filename (profile, "lexicon", NULL);   /* need not be there */
  gboolean copied = att_backup_waits (path), settled = att_backup_settle (path, error), new = settled && !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (AttStore) store = settled ? att_store_open (path, error) : NULL;
  g_autoptr (AttLexicon) lexicon = store ? att_lexicon_new (tables, error) : NULL;
  if (lexicon == NULL)
    return NULL;
  AttDesk *self = g_object_new (ATT_TYPE_DESK, NULL);
  self->store = g_steal_pointer (&store);
  self->lexicon = g_steal_pointer (&lexicon);
  self->path = g_steal_pointer (&path);
  self->tables = g_steal_pointer (&tables);
  if (new || copied)   /* nobody knows which edition marked a copy */
    att_marking_set_pending (self->path, copied);
  self->images = g_build_filename (profile, "images", NULL);
  self->outside = att_outside_new (self->store, self->fetcher, profile, sealed_cb, self);
  self->elsewhere = att_elsewhere_new (self->store, self->path);
  att_taxonomy_define (self->store, self->lexicon);
  att_logins_mend (self);
  return self;
}

AttStore *
att_desk_get_store (AttDesk *self)
{
  return self->store;
}

const char *
att_desk_get_path (AttDesk *self)
{
  return self->path;
}

const char *
att_desk_get_images (AttDesk *self)
{
  return self->images;
}

AttFetcher *
att_desk_get_fetcher (AttDesk *self)
{
  return self->fetcher;
}

const AttLexicon *
att_desk_get_lexicon (AttDesk *self)
{
  return self->lexicon;
}

const char *
att_desk_get_tables (AttDesk *self)
{
  return self->tables;
}

static void
marking_cb (guint n_done, guint n_all, gpointer data)
{
  AttDesk *self = data;
  self->n_marked = n_done;
  self->n_to_mark = n_all;
  g_signal_emit (self, signals[MARKING], 0);
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttDesk) self = data;
  g_autoptr (GError) error = NULL;
  att_marking_run_finish (result, &error);
  self->n_markings--;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;   /* a newer one is under way */
  if (error)
    g_warning ("%s", error->message);
  att_marking_set_pending (self->path, error != NULL);
  g_clear_object (&self->marking);
  marking_cb (0, 0, self);
}

void
att_desk_mark_again (AttDesk *self)
{
  g_cancellable_cancel (self->marking);
  g_clear_object (&self->marking);
  self->marking = g_cancellable_new ();
  att_marking_set_pending (self->path, TRUE);
  if (self->closing)
    return;   /* the next start does it */
  att_taxonomy_look (self);
  self->n_markings++;   /* closing waits for it */
  self->n_to_mark = MAX (self->n_to_mark, 1);
  att_marking_run_async (self->store, self->lexicon, 0, marking_cb, self, self->marking, marked_cb, g_object_ref (self));
}

void
att_desk_take_lexicon (AttDesk *self, AttLexicon *lexicon)
{
  att_lexicon_unref (self->lexicon);   /* whoever still reads by it holds it */
  self->lexicon = lexicon;
  if (self->closing)
    return;   /* it is read by the tables of the next start */
  att_taxonomy_define (self->store, lexicon);
  att_desk_mark_again (self);
}

void
att_desk_fail (AttDesk *self, const GError *error)
{
  if (!g_signal_has_handler_pending (self, signals[FAILED], 0, FALSE))
    g_warning ("%s", error->message);   /* nobody listens */
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

void
att_desk_hold (AttDesk *self, gboolean hold)
{
  g_return_if_fail (self->home == g_thread_self ());
  self->n_holds += hold ? 1 : -1;
}

void
att_desk_get_marking (AttDesk *self, guint *n_done, guint *n_all)
{
  *n_done = self->n_marked;
  *n_all = self->n_to_mark;
}

void
att_desk_set_interval (AttDesk *self, gint64 seconds)
{
  gint64 before = self->interval;
  self->interval = MAX (seconds, 60);
  att_due_hasten (self->store, before, self->interval);
}

gboolean
att_desk_is_busy (AttDesk *self)
{
  return !att_turn_queue_is_empty (self->turns);
}

void
att_desk_get_progress (AttDesk *self, guint *n_done, guint *n_all)
{
  *n_done = self->n_done;
  *n_all = self->n_all;
}

GPtrArray *
att_desk_get_troubles (AttDesk *self)
{
  return self->troubles;
}

static void start_turns (AttDesk *self);

static void
end_round (AttDesk *self)
{
  self->n_done = self->n_all = 0;
  g_clear_object (&self->cancellable);
  g_signal_emit (self, signals[FINISHED], 0);
}

typedef struct { AttDesk *desk; AttFeed *feed; } Running;

static void
turn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Running *running = data;
  g_autoptr (AttDesk) self = running->desk;
  g_autoptr (AttFeed) feed = running->feed;
  GError *error = NULL;
  g_free (running);
  gboolean done = att_round_finish (result, &error);
  att_turn_queue_end (self->turns, feed);
  self->n_done++;
  if (g_error_matches (error, ATT_ERROR, ATT_ERROR_FAILED) || g_error_matches (error, ATT_ERROR, ATT_ERROR_DAMAGED))
    self->unwritten = att_date_now ();
  if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    AttTrouble *trouble = g_new (AttTrouble, 1);
    *trouble = (AttTrouble) { feed->id, g_strdup (att_feed_label (feed)), g_steal_pointer (&error) };
    g_ptr_array_add (self->troubles, trouble);
  }
  g_clear_error (&error);
  if (self->store == NULL)   /* closed meanwhile */
    return;
  g_signal_emit (self, signals[PROGRESS], 0);
  start_turns (self);
  if (!att_desk_is_busy (self))
    end_round (self);
}

static void
start_turns (AttDesk *self)
{
  AttRoundContext context = { self->store, self->fetcher, &self->lexicon, self->interval };
  for (AttFeed *feed; (feed = att_turn_queue_start (self->turns));) {
    Running *running = g_new (Running, 1);
    *running = (Running) { g_object_ref (self), feed };
    att_round_async (&context, feed, self->cancellable, turn_cb, running);
  }
}

gboolean
att_desk_is_sealed (AttDesk *self)
{
  return self->outside && att_outside_is_sealed (self->outside);
}

gboolean
att_desk_seal (AttDesk *self, gboolean sealed, GError **error)
{
  if (sealed)
    att_desk_cancel (self);
  return att_outside_seal (self->outside, sealed, error);
}

/* A sealed desk asks nobody, and no feed is worse for it. */
static void
queue_turn (AttDesk *self, AttFeed *feed)
{
  if (att_desk_is_sealed (self) && att_url_is_http (feed->url))
    return;
  gboolean first = !att_desk_is_busy (self);
  if (!att_turn_queue_push (self->turns, feed))
    return;
  if (first) {   /* a new round begins */
    g_ptr_array_set_size (self->troubles, 0);
    g_set_object (&self->cancellable, NULL);
    self->cancellable = g_cancellable_new ();
    self->n_done = self->n_all = 0;
  }
  self->n_all++;
}

typedef struct { AttDesk *desk; gboolean all, timed; GArray *some; } Wanted;   /* some: of gint64, feeds; NULL: none by its number */

static gboolean
is_wanted (const Wanted *wanted, const AttFeed *feed)
{
  for (guint i = 0; wanted->some && i < wanted->some->len; i++)
    if (g_array_index (wanted->some, gint64, i) == feed->id)
      return TRUE;
  return wanted->some == NULL && feed->trouble != ATT_ERROR_GONE && (wanted->all || att_due_has_come (feed, att_date_now ()));
}

static void
queue_wanted (AttDesk *self, const Wanted *wanted, const GPtrArray *feeds)
{
  g_autoptr (GPtrArray) due = wanted->timed ? att_due_list (feeds, att_date_now (), att_due_network (self->metered)) : NULL;
  for (guint i = 0; due && i < due->len; i++)
    queue_turn (self, due->pdata[i]);
  for (guint i = 0; !due && i < feeds->len; i++)
    if (is_wanted (wanted, feeds->pdata[i]))
      queue_turn (self, feeds->pdata[i]);
}

static void
feeds_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (AttDesk) self = wanted->desk;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) feeds = att_store_finish (ATT_STORE (source), result, &error);
  gboolean closing = self->store == NULL || self->closing;
  if (feeds && !closing)
    queue_wanted (self, wanted, feeds);
  g_clear_pointer (&wanted->some, g_array_unref);
  g_free (wanted);
  if (closing)
    return;
  if (error)
    g_warning ("%s", error->message);
  gboolean nothing = !att_desk_is_busy (self);
  start_turns (self);
  if (nothing)
    end_round (self);
  else
    g_signal_emit (self, signals[PROGRESS], 0);
}

static void
refresh (AttDesk *self, gboolean all, gboolean timed, GArray *some)
{
  Wanted *wanted = g_new (Wanted, 1);
  *wanted = (Wanted) { g_object_ref (self), all, timed, some };
  self->timed = timed;
  att_store_feeds_async (self->store, NULL, feeds_cb, wanted);
}

void
att_desk_refresh (AttDesk *self, gboolean all)
{
  g_return_if_fail (ATT_IS_DESK (self));
  refresh (self, all, FALSE, NULL);
}

void
att_desk_refresh_feed (AttDesk *self, gint64 feed)
{
  g_return_if_fail (ATT_IS_DESK (self));
  GArray *one = g_array_new (FALSE, FALSE, sizeof feed);
  refresh (self, FALSE, FALSE, g_array_append_val (one, feed));
}

void
att_desk_cancel (AttDesk *self)
{
  att_turn_queue_drop (self->turns);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();   /* whatever is asked for next goes on */
}

gboolean
att_desk_is_free_to_ask (AttDesk *self)
{
  g_return_val_if_fail (ATT_IS_DESK (self), FALSE);
  return !self->timed || att_due_network (self->metered) == ATT_NETWORK_FREE;
}

void
att_desk_set_metered (AttDesk *self, gboolean allowed)
{
  self->metered = allowed;
}

void
att_desk_tick (AttDesk *self)
{
  g_return_if_fail (ATT_IS_DESK (self));
  if (ABS (att_date_now () - self->unwritten) < REST || !att_due_is_round (att_due_is_saving (), self->last_round, att_date_now ()))
    return;
  self->last_round = att_date_now ();
  att_taxonomy_look (self);
  refresh (self, FALSE, TRUE, NULL);
}

static gboolean
tick_cb (gpointer data)
{
  att_desk_tick (data);
  return G_SOURCE_CONTINUE;
}

void
att_desk_start (AttDesk *self)
{
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (TICK, tick_cb, self);
  if (att_marking_is_pending (self->path) && self->marking == NULL)   /* closed before all was marked, or another edition marked it */
    att_desk_mark_again (self);
  att_desk_tick (self);
}

void
att_desk_take_feeds (AttDesk *self, const GArray *ids)
{
  if (ids->len == 0)
    return;
  g_signal_emit (self, signals[SUBSCRIBED], 0, ids);
  if (self->store)   /* else it was closed meanwhile: they are fetched when it is opened again */
    refresh (self, FALSE, FALSE, g_array_copy ((GArray *) ids));
}

/* Stops the clock, then the fetches, then what is being read, then the store's threads. */
void
att_desk_close (AttDesk *self)
{
  if (self->store == NULL)
    return;
  g_clear_handle_id (&self->tick, g_source_remove);
  att_desk_cancel (self);
  g_clear_pointer (&self->outside, att_outside_free);
  g_clear_pointer (&self->elsewhere, att_elsewhere_free);
  self->closing = TRUE;
  g_cancellable_cancel (self->marking);
  while (att_turn_queue_n_running (self->turns) + self->n_markings + self->n_holds > 0)   /* turns end as their requests do */
    g_main_context_iteration (NULL, TRUE);
  att_store_close (self->store);
  g_clear_object (&self->store);
}

static void
att_desk_dispose (GObject *object)
{
  AttDesk *self = ATT_DESK (object);
  att_desk_close (self);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lexicon, att_lexicon_unref);
  g_clear_object (&self->marking);
  g_free (self->path);
  g_free (self->tables);
  g_free (self->images);
  g_clear_pointer (&self->turns, att_turn_queue_free);
  g_clear_pointer (&self->troubles, g_ptr_array_unref);
  G_OBJECT_CLASS (att_desk_parent_class)->dispose (object);
}

static void
att_desk_class_init (AttDeskClass *class)
{
  G_OBJECT_CLASS (class)->dispose = att_desk_dispose;
  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MARKING] = g_signal_new ("marking", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SUBSCRIBED] = g_signal_new ("subscribed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SEALED] = g_signal_new ("sealed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
att_desk_init (AttDesk *self)
{
  self->home = g_thread_self ();
  self->fetcher = att_fetcher_new ();
  self->interval = 1800;
  self->turns = att_turn_queue_new ();
  self->troubles = g_ptr_array_new_with_free_func (trouble_free);
}
