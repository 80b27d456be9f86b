/* page-round.c: whole articles, fetched from their pages behind the rounds of feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/page-round.h"

#include "base/date.h"
#include "base/error.h"
#include "base/url.h"
#include "desk/site-rules.h"
#include "desk/told.h"
#include "desk/whole.h"
#include "store/pages.h"

#include <string.h>

#define PAUSE 1500           /* milliseconds between two requests to one host */
#define AT_ONCE 64           /* pages asked of the store */
#define OUT_OF_REACH 3600    /* seconds until a page is tried again whose host did not answer */

struct _AttPageRound {
  GObject       parent_instance;
  AttDesk      *desk;
  GQueue        waiting;     /* of AttPageWish * */
  AttPageWish  *wish;        /* under way */
  AttSiteRules *rules;
  GHashTable   *asked;       /* host → when it was last asked, gint64 *, monotonic */
  GCancellable *cancellable;
  guint         pause, timer;
  guint         n_done, n_all;
  gboolean      busy, stopped;
};

G_DEFINE_FINAL_TYPE (AttPageRound, att_page_round, G_TYPE_OBJECT)

enum { PROGRESS, N_SIGNALS };
static guint signals[N_SIGNALS];

static void next (AttPageRound *self);
static void look (AttPageRound *self);

static void
finish_wish (AttPageRound *self)
{
  g_clear_pointer (&self->wish, att_page_wish_free);
  self->n_done++;
  g_signal_emit (self, signals[PROGRESS], 0);
  next (self);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttPageRound) self = data;
  g_autoptr (GError) error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error) {   /* a full disk, say: what cannot be noted would be fetched again and again; the next round begins anew */
    g_warning ("%s", error->message);
    g_queue_clear_full (&self->waiting, (GDestroyNotify) att_page_wish_free);
    self->n_all = 0;
  }
  finish_wish (self);
}

typedef struct { gint64 article, until; gboolean asked, for_good, again; } Failure;   /* until: its host is to be left alone so long; asked: the page itself was asked for */

static gpointer
write_failure (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Failure *failure = data;
  gboolean done = !failure->asked ? TRUE
                  : failure->again ? att_pages_same (db, failure->article, att_date_now (), error)   /* what came the first time is kept */
                                   : att_pages_fail (db, failure->article, failure->for_good, att_date_now (), error);
  if (done && failure->until)
    att_pages_put_off (db, failure->article, failure->until, error);
  return NULL;
}

static void
note (AttPageRound *self, gboolean asked, gboolean for_good, gint64 until)
{
  Failure failure = { self->wish->article, until, asked, for_good, self->wish->again };
  att_store_tell_async (att_desk_get_store (self->desk), write_failure, g_memdup2 (&failure, sizeof failure), g_free, NULL, told_cb, g_object_ref (self));
}

static void
fail (AttPageRound *self, gboolean for_good)
{
  note (self, TRUE, for_good, 0);
}

static void read_part (AttPageRound *self, AttWhole *whole, AttAnswer *answer);

typedef struct { AttPageRound *self; AttWhole *whole; } Part;

static void
part_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Part *part = data;
  AttAnswer *answer = att_fetcher_get_finish (ATT_FETCHER (source), result, NULL);
  read_part (part->self, part->whole, answer);   /* without it there is the article as far as it came */
  g_object_unref (part->self);
  g_free (part);
}

/* Whether its host lets us, and does not want to be left alone for a while. What a person opens is no robot's. root: how long it is up to its path. */
static AttLeave
leave_for (AttPageRound *self, const char *url, gsize *root, gint64 *until)
{
  const char *authority = strstr (url, "//");
  *root = authority ? authority + 2 - url + strcspn (authority + 2, "/?#") : 0;
  g_autofree char *host = att_url_host (url);
  gint64 busy = *until = att_fetcher_retry_after (att_desk_get_fetcher (self->desk), url);
  return host == NULL || *root == 0 ? ATT_LEAVE_REFUSED : busy ? ATT_LEAVE_PUT_OFF : self->wish->opened ? ATT_LEAVE_GIVEN : att_site_rules_ask (self->rules, host, url[*root] == '/' ? url + *root : "/", until);
}

static gboolean
ask_part (gpointer data)
{
  Part *part = data;
  gsize root;
  gint64 until = 0;
  if (leave_for (part->self, att_whole_next (part->whole), &root, &until) != ATT_LEAVE_GIVEN) {
    read_part (part->self, part->whole, NULL);   /* the article as far as it came */
    g_object_unref (part->self);
    g_free (part);
  } else
    att_fetcher_get_async (att_desk_get_fetcher (part->self->desk), att_whole_next (part->whole), NULL, NULL, part->self->cancellable, part_cb, part);
  return G_SOURCE_REMOVE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Part *part = data;
  g_autoptr (AttPageRound) self = part->self;
  AttWhole *whole = part->whole;
  const AttLexicon *now = att_desk_get_lexicon (self->desk);
  if (!att_whole_next (whole) && att_whole_is_better (whole) && !att_whole_is_judged_by (whole, now)) {
    part->self = g_steal_pointer (&self);
    att_whole_judge_async (whole, now, read_cb, part);
    return;
  }
  g_free (part);
  if (att_whole_next (whole)) {
    Part next = { g_object_ref (self), whole };
    g_timeout_add (self->pause, ask_part, g_memdup2 (&next, sizeof next));
  } else if (att_whole_is_better (whole))
    att_store_tell_async (att_desk_get_store (self->desk), att_whole_write, whole, (GDestroyNotify) att_whole_free, NULL, told_cb, g_object_ref (self));
  else {
    att_whole_free (whole);
    fail (self, TRUE);   /* the feed already said as much */
  }
}

/* Takes both; answer may be NULL. */
static void
read_part (AttPageRound *self, AttWhole *whole, AttAnswer *answer)
{
  Part part = { g_object_ref (self), whole };
  att_whole_read_async (whole, att_desk_get_lexicon (self->desk), answer, read_cb, g_memdup2 (&part, sizeof part));
}

typedef struct { AttPageRound *self; AttAnswer *answer; } Fetched;

static void
whole_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fetched *fetched = data;
  g_autoptr (AttPageRound) self = fetched->self;
  g_autoptr (AttAnswer) answer = fetched->answer;
  g_free (fetched);
  AttWhole *whole = att_store_finish (ATT_STORE (source), result, NULL);
  if (whole == NULL) {   /* gone meanwhile */
    finish_wish (self);
    return;
  }
  read_part (self, whole, g_steal_pointer (&answer));
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttPageRound) self = data;
  g_autoptr (GError) error = NULL;
  AttAnswer *answer = att_fetcher_get_finish (ATT_FETCHER (source), result, &error);
  if (answer == NULL || answer->bytes == NULL) {
    g_clear_pointer (&answer, att_answer_unref);
    if (self->stopped || att_desk_is_sealed (self->desk))   /* it is no fault of the page */
      finish_wish (self);
    else if (att_error_is_out_of_reach (error))   /* nor is that: perhaps there is no network just now */
      note (self, FALSE, FALSE, MAX (att_fetcher_retry_after (att_desk_get_fetcher (self->desk), self->wish->url), att_date_now () + OUT_OF_REACH));
    else
      note (self, TRUE, FALSE, att_fetcher_retry_after (att_desk_get_fetcher (self->desk), self->wish->url));
    return;
  }
  Fetched *fetched = g_new (Fetched, 1);
  *fetched = (Fetched) { g_object_ref (self), answer };
  att_store_ask_async (att_desk_get_store (self->desk), att_whole_ask, self->wish, NULL, (GDestroyNotify) att_whole_free, NULL, whole_cb, fetched);
}

static void
note_asked (AttPageRound *self, const char *host)
{
  gint64 now = g_get_monotonic_time ();
  g_hash_table_insert (self->asked, g_strdup (host), g_memdup2 (&now, sizeof now));
}

static void
fetch_page (AttPageRound *self, const char *host)
{
  note_asked (self, host);
  att_fetcher_get_async (att_desk_get_fetcher (self->desk), self->wish->url, self->wish->etag, self->wish->modified, self->cancellable, page_cb, g_object_ref (self));
}

static void ask_page (AttPageRound *self);

static void
rules_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttPageRound) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AttAnswer) answer = att_fetcher_get_finish (ATT_FETCHER (source), result, &error);
  g_autofree char *host = att_url_host (self->wish->url);
  if (self->stopped || att_desk_is_sealed (self->desk)) {   /* what was not asked is not known */
    finish_wish (self);
    return;
  }
  att_site_rules_take (self->rules, host, answer, error);
  ask_page (self);
}

static void
ask_rules (AttPageRound *self, gsize root)
{
  g_autofree char *url = g_strdup_printf ("%.*s/robots.txt", (int) root, self->wish->url);
  att_fetcher_get_async (att_desk_get_fetcher (self->desk), url, NULL, NULL, self->cancellable, rules_cb, g_object_ref (self));
}

static void
ask_page (AttPageRound *self)
{
  gsize root;
  gint64 until;
  g_autofree char *host = att_url_host (self->wish->url);
  switch (leave_for (self, self->wish->url, &root, &until)) {
    case ATT_LEAVE_UNKNOWN: ask_rules (self, root);      break;
    case ATT_LEAVE_GIVEN:   fetch_page (self, host);     break;
    case ATT_LEAVE_PUT_OFF: note (self, FALSE, FALSE, until);   break;
    default:                fail (self, TRUE);
  }
}

/* Milliseconds until a host may be asked again. */
static guint
wait_for (AttPageRound *self, const AttPageWish *wish)
{
  g_autofree char *host = att_url_host (wish->url);
  const gint64 *asked = host ? g_hash_table_lookup (self->asked, host) : NULL;
  gint64 since = asked ? (g_get_monotonic_time () - *asked) / 1000 : self->pause;
  return since >= self->pause ? 0 : self->pause - since;
}

static gboolean
timer_cb (gpointer data)
{
  AttPageRound *self = data;
  self->timer = 0;
  next (self);
  return G_SOURCE_REMOVE;
}

static void
rest (AttPageRound *self)
{
  if (!self->busy)
    return;
  self->busy = FALSE;
  self->n_done = self->n_all = 0;
  g_signal_emit (self, signals[PROGRESS], 0);
  att_desk_hold (self->desk, FALSE);
}

/* The first page whose host may be asked now. */
static void
next (AttPageRound *self)
{
  if (self->wish || self->timer)
    return;
  gboolean stopped = self->stopped || att_desk_is_sealed (self->desk);
  if (stopped || self->waiting.length == 0) {
    if (stopped || self->n_all == 0)
      rest (self);
    else {
      self->n_done = self->n_all = 0;
      look (self);
    }
    return;
  }
  guint least = G_MAXUINT;
  for (GList *l = self->waiting.head; l; l = l->next) {
    guint wait = wait_for (self, l->data);
    least = MIN (least, wait);
    if (wait > 0)
      continue;
    self->wish = l->data;
    g_queue_delete_link (&self->waiting, l);
    ask_page (self);
    return;
  }
  self->timer = g_timeout_add (least, timer_cb, self);
}

static gpointer
ask_due (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_pages_due (db, att_date_now (), AT_ONCE, error);
}

static void
due_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttPageRound) self = data;
  g_autoptr (GPtrArray) wishes = att_store_finish (ATT_STORE (source), result, NULL);
  for (guint i = 0; wishes && i < wishes->len; i++) {
    AttPageWish *wish = g_ptr_array_index (wishes, i);
    g_queue_push_tail (&self->waiting, g_memdup2 (wish, sizeof *wish));
    *wish = (AttPageWish) { 0 };   /* its strings are the queue's now */
  }
  self->n_all = self->n_done + self->waiting.length;
  g_signal_emit (self, signals[PROGRESS], 0);
  next (self);
}

static void
work (AttPageRound *self)
{
  if (self->busy)
    return;
  self->busy = TRUE;
  att_desk_hold (self->desk, TRUE);
}

static void
look (AttPageRound *self)
{
  att_store_ask_async (att_desk_get_store (self->desk), ask_due, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, due_cb, g_object_ref (self));
}

void
att_page_round_start (AttPageRound *self)
{
  if (self->busy || self->stopped || att_desk_is_sealed (self->desk) || !att_desk_is_free_to_ask (self->desk))
    return;
  work (self);
  look (self);
}

static gpointer
ask_opened (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_pages_opened (db, *(gint64 *) data, error);
}

/* One look is enough for both: it waits no longer behind others. FALSE: it is under way. */
static gboolean
take_over (AttPageRound *self, gint64 article)
{
  if (self->wish && self->wish->article == article)
    return FALSE;
  for (GList *l = self->waiting.head; l; l = l->next)
    if (((AttPageWish *) l->data)->article == article) {
      att_page_wish_free (l->data);
      g_queue_delete_link (&self->waiting, l);
      self->n_all--;
      break;
    }
  return TRUE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttPageRound) self = data;
  AttPageWish *wish = att_store_finish (ATT_STORE (source), result, NULL);
  if (wish && !self->stopped && take_over (self, wish->article)) {
    wish->opened = TRUE;
    g_autofree char *host = att_url_host (wish->url);
    if (host)
      g_hash_table_remove (self->asked, host);   /* somebody waits */
    g_queue_push_head (&self->waiting, wish);
    self->n_all++;
    work (self);
    if (self->timer)
      g_clear_handle_id (&self->timer, g_source_remove);
    next (self);
  } else
    g_clear_pointer (&wish, att_page_wish_free);
}

void
att_page_round_open (AttPageRound *self, gint64 article)
{
  if (!self->stopped && !att_desk_is_sealed (self->desk))
    att_store_ask_async (att_desk_get_store (self->desk), ask_opened, g_memdup2 (&article, sizeof article), g_free, (GDestroyNotify) att_page_wish_free, NULL, opened_cb, g_object_ref (self));
}

void
att_page_round_set_pause (AttPageRound *self, guint milliseconds)
{
  self->pause = milliseconds;
}

gboolean
att_page_round_is_busy (AttPageRound *self)
{
  return self->busy;
}

void
att_page_round_get_progress (AttPageRound *self, guint *n_done, guint *n_all)
{
  *n_done = self->n_done;
  *n_all = self->n_all;
}

void
att_page_round_stop (AttPageRound *self)
{
  self->stopped = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) att_page_wish_free);
  next (self);
}

typedef struct { gint64 feed; int mode; } Mode;

static gpointer
write_mode (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Mode *mode = data;
  change->feeds = att_feeds_set_pages (db, mode->feed, mode->mode, error);
  return NULL;
}

void
att_desk_set_pages (AttDesk *desk, gint64 feed, int mode)
{
  Mode wish = { feed, mode };
  att_store_tell_async (att_desk_get_store (desk), write_mode, g_memdup2 (&wish, sizeof wish), g_free, NULL, att_desk_told_cb, g_object_ref (desk));
}

AttPageRound *
att_page_round_new (AttDesk *desk)
{
  AttPageRound *self = g_object_new (ATT_TYPE_PAGE_ROUND, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "finished", G_CALLBACK (att_page_round_start), self, G_CONNECT_SWAPPED);
  return self;
}

static void
att_page_round_dispose (GObject *object)
{
  AttPageRound *self = ATT_PAGE_ROUND (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) att_page_wish_free);
  g_clear_pointer (&self->rules, att_site_rules_free);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (att_page_round_parent_class)->dispose (object);
}

static void
att_page_round_class_init (AttPageRoundClass *class)
{
  G_OBJECT_CLASS (class)->dispose = att_page_round_dispose;
  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
att_page_round_init (AttPageRound *self)
{
  self->pause = PAUSE;
  self->cancellable = g_cancellable_new ();
  self->rules = att_site_rules_new ();
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_queue_init (&self->waiting);
}
