/* finder.c: the feeds at an address, a page or a site's name.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/finder.h"

#include "base/date.h"
#include "base/error.h"
#include "base/url.h"
#include "desk/desk.h"
#include "feed/discover.h"
#include "feed/parse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TRIED 10
#define MAX_ONWARD 3   /* pages that send their readers on */

typedef struct {
  AttFetcher *fetcher;
  AttStore *store;
  AttPageFeeds *page;      /* what the page names and what may be guessed */
  gboolean guessing;
  AttFoundFeed *tried[MAX_TRIED];   /* by rank: answers come in any order */
  guint waiting, onward;
  char *plain;             /* where to ask a server that has no https; NULL: the person named the scheme, or it was asked */
  GPtrArray *found;        /* of AttFoundFeed * */
  GError *not_a_feed;      /* what to say when nothing is found */
} Search;

static void
found_free (gpointer data)
{
  AttFoundFeed *found = data;
  g_free (found->url);
  g_free (found->title);
  g_free (found->newest);
  g_free (found);
}

static void
search_free (gpointer data)
{
  Search *search = data;
  g_object_unref (search->fetcher);
  g_object_unref (search->store);
  g_clear_pointer (&search->page, att_page_feeds_free);
  g_free (search->plain);
  for (guint i = 0; i < MAX_TRIED; i++)
    if (search->tried[i])
      found_free (search->tried[i]);
  g_clear_pointer (&search->found, g_ptr_array_unref);
  g_clear_error (&search->not_a_feed);
  g_free (search);
}

/* What a feed looks like, for the person to choose by. */
static AttFoundFeed *
describe (const AttEdition *edition, const char *url)
{
  AttFoundFeed *found = g_new0 (AttFoundFeed, 1);
  gint64 newest = 0, oldest = G_MAXINT64, tomorrow = att_date_now () + 86400;
  found->url = g_strdup (url);
  found->title = g_strdup (edition->title ? edition->title : url);
  guint n_dated = 0;
  found->n_articles = edition->articles->len;
  for (guint i = 0; i < edition->articles->len; i++) {
    const AttArticle *article = g_ptr_array_index (edition->articles, i);
    gint64 date = article->published ? article->published : article->updated;
    if (date > tomorrow)   /* what is announced for some day is no news yet */
      continue;
    if (found->newest == NULL || date > newest) {
      g_free (found->newest);
      found->newest = g_strdup (article->title);
      newest = date;
    }
    if (date) {
      oldest = MIN (oldest, date);
      n_dated++;
    }
  }
  if (newest > oldest)   /* of less than a week it tells what there is */
    found->per_week = n_dated * 7.0 * 86400 / MAX (newest - oldest, 7 * 86400);
  return found;
}

/* Parsing may be long: on a thread. */
typedef struct { AttAnswer *answer; AttEdition *edition; AttPageFeeds *page; GError *error; } Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;
  g_clear_pointer (&reading->answer, att_answer_unref);
  g_clear_pointer (&reading->edition, att_edition_unref);
  g_clear_pointer (&reading->page, att_page_feeds_free);
  g_clear_error (&reading->error);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  AttAnswer *answer = reading->answer;
  reading->edition = att_feed_parse (answer->bytes, answer->type, answer->url, &reading->error);
  if (reading->edition == NULL)
    reading->page = att_feed_discover (answer->bytes, answer->type, answer->url);
  g_task_return_boolean (task, TRUE);
}

static void
read_answer (AttAnswer *answer, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);
  reading->answer = answer;
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
subscribed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Search *search = g_task_get_task_data (task);
  g_autoptr (GPtrArray) feeds = att_store_finish (ATT_STORE (source), result, NULL);
  for (guint i = 0; i < search->found->len; i++) {
    AttFoundFeed *found = g_ptr_array_index (search->found, i);
    for (guint k = 0; feeds && k < feeds->len; k++)
      found->subscribed |= strcmp (((AttFeed *) g_ptr_array_index (feeds, k))->url, found->url) == 0;
  }
  g_task_return_pointer (task, g_steal_pointer (&search->found), (GDestroyNotify) g_ptr_array_unref);
}

static void
finish (GTask *task)
{
  Search *search = g_task_get_task_data (task);
  if (search->found->len == 0) {
    g_task_return_error (task, search->not_a_feed ? g_steal_pointer (&search->not_a_feed)
                                                  : g_error_new_literal (ATT_ERROR, ATT_ERROR_NOT_A_FEED, _("No feed was found there.")));
    g_object_unref (task);
    return;
  }
  att_store_feeds_async (search->store, g_task_get_cancellable (task), subscribed_cb, task);
}

/* One of the addresses being tried at once. */
typedef struct { GTask *task; guint place; } Try;

static void try_links (GTask *task, gboolean guesses);

/* Atom and RSS of the same thing, or two addresses of one. */
static gboolean
is_same_feed (const AttFoundFeed *a, const AttFoundFeed *b)
{
  return strcmp (a->url, b->url) == 0 || (a->n_articles == b->n_articles && strcmp (a->title, b->title) == 0 && g_strcmp0 (a->newest, b->newest) == 0 && a->n_articles > 0);
}

static void
keep_tried (Search *search)
{
  for (guint i = 0; i < MAX_TRIED; i++) {
    AttFoundFeed *one = g_steal_pointer (&search->tried[i]);
    gboolean known = FALSE;
    for (guint k = 0; one && k < search->found->len; k++)
      known |= is_same_feed (g_ptr_array_index (search->found, k), one);
    if (one && known)
      found_free (one);
    else if (one)
      g_ptr_array_add (search->found, one);
  }
}

static void
end_try (Try *try)
{
  g_autoptr (GTask) task = try->task;
  Search *search = g_task_get_task_data (task);
  g_free (try);
  if (--search->waiting > 0)
    return;
  keep_tried (search);
  if (search->found->len == 0 && !search->guessing)
    try_links (g_object_ref (task), TRUE);
  else
    finish (g_object_ref (task));
}

/* What is subscribed to: where a feed has moved for good, and not where it happens to be sent for the time being; but where that is the same
 * address, only not for all to read, it is. */
static const char *
address_of (const AttAnswer *answer)
{
  if (answer->moved)
    return answer->moved;
  gboolean open = g_str_has_prefix (answer->asked, "http://") && g_str_has_prefix (answer->url, "https://");
  return open && strcmp (answer->asked + strlen ("http://"), answer->url + strlen ("https://")) == 0 ? answer->url : answer->asked;
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Try *try = data;
  Search *search = g_task_get_task_data (try->task);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  if (reading->edition)
    search->tried[try->place] = describe (reading->edition, address_of (reading->answer));
  end_try (try);
}

static void
candidate_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttAnswer *answer = att_fetcher_get_finish (ATT_FETCHER (source), result, NULL);
  if (answer && answer->bytes) {
    read_answer (answer, tried_cb, data);
    return;
  }
  g_clear_pointer (&answer, att_answer_unref);
  end_try (data);
}

/* What the page names; where none of it is a feed, what may be guessed. Takes the task over. */
static void
try_links (GTask *task, gboolean guesses)
{
  Search *search = g_task_get_task_data (task);
  const AttDiscovery *links[MAX_TRIED];
  guint n = 0;
  search->guessing = guesses;
  for (guint i = 0; i < search->page->feeds->len && n < MAX_TRIED; i++) {
    const AttDiscovery *link = g_ptr_array_index (search->page->feeds, i);
    if (!link->guessed == !guesses)
      links[n++] = link;
  }
  search->waiting = n;
  for (guint i = 0; i < n; i++) {
    Try *try = g_new (Try, 1);
    *try = (Try) { g_object_ref (task), i };
    att_fetcher_get_async (search->fetcher, links[i]->url, NULL, NULL, g_task_get_cancellable (task), candidate_cb, try);
  }
  if (n > 0)
    g_object_unref (task);
  else if (guesses)
    finish (task);
  else
    try_links (task, TRUE);
}

static void first_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
first_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Search *search = g_task_get_task_data (task);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  if (reading->edition) {
    g_ptr_array_add (search->found, describe (reading->edition, address_of (reading->answer)));
    finish (g_object_ref (task));
    return;
  }
  const AttDiscovery *best = reading->page->feeds->len > 0 ? g_ptr_array_index (reading->page->feeds, 0) : NULL;
  if (reading->page->onward && (best == NULL || best->guessed) && search->onward++ < MAX_ONWARD) {
    att_fetcher_get_async (search->fetcher, reading->page->onward, NULL, NULL, g_task_get_cancellable (task), first_cb, g_object_ref (task));
    return;
  }
  search->not_a_feed = g_error_new (ATT_ERROR, ATT_ERROR_NOT_A_FEED, _("There is no feed at %s, and the page names none. Look on the site for “RSS”, and paste that address."),
                                    reading->answer->url);
  search->page = g_steal_pointer (&reading->page);
  try_links (g_object_ref (task), FALSE);
}

static void
first_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Search *search = g_task_get_task_data (task);
  g_autofree char *plain = g_steal_pointer (&search->plain);
  GError *error = NULL;
  AttAnswer *answer = att_fetcher_get_finish (ATT_FETCHER (source), result, &error);
  if (answer)
    read_answer (answer, first_read_cb, g_steal_pointer (&task));
  else if (plain && att_error_is_out_of_reach (error)) {
    g_clear_error (&error);
    att_fetcher_get_async (ATT_FETCHER (source), plain, NULL, NULL, g_task_get_cancellable (task), first_cb, g_object_ref (task));
  } else
    g_task_return_error (task, error);
}

void
att_finder_async (AttFetcher *fetcher, AttStore *store, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);
  *search = (Search) { .fetcher = g_object_ref (fetcher), .store = g_object_ref (store), .found = g_ptr_array_new_with_free_func (found_free) };
  g_task_set_task_data (task, search, search_free);
  g_autofree char *url = att_url_from_text (text);
  if (url == NULL) {
    g_task_return_new_error (task, ATT_ERROR, ATT_ERROR_USAGE, _("“%s” is not an address. Paste one such as example.org or https://example.org/feed."), text);
    g_object_unref (task);
    return;
  }
  g_autofree char *typed = g_ascii_strdown (text, -1);
  if (strstr (typed, "https:") == NULL && g_str_has_prefix (url, "https://"))
    search->plain = g_strconcat ("http://", url + strlen ("https://"), NULL);
  att_fetcher_get_async (fetcher, url, NULL, NULL, cancellable, first_cb, task);
}

GPtrArray *
att_finder_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
att_desk_find_async (AttDesk *self, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  att_finder_async (att_desk_get_fetcher (self), att_desk_get_store (self), text, cancellable, callback, user_data);
}

GPtrArray *
att_desk_find_finish (AttDesk *self, GAsyncResult *result, GError **error)
{
  return att_finder_finish (result, error);
}
