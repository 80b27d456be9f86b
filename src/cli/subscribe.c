/* subscribe.c: attachectl add, import, refresh and sign-in: the verbs that fetch.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "desk/logins.h"
#include "desk/page-round.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  const AttVerb *verb;
  const char *address;     /* add */
  GBytes *opml;            /* import; NULL: the sample desk */
  gint64 feed;             /* refresh: 0 all; sign-in */
  char *url, *user, *password;   /* sign-in */
  gboolean pages;          /* ... and then the articles' pages that are due */
  AttPageRound *round;
  gboolean json, all, no_fetch;
  AttDesk *desk;
  GMainLoop *loop;
  GError *error;
  int n_new;
} Job;

static void
print_found (GPtrArray *found)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_array (b);
  for (guint i = 0; i < found->len; i++) {
    const AttFoundFeed *one = g_ptr_array_index (found, i);
    json_builder_begin_object (b);
    att_json_text (b, "url", one->url);
    att_json_text (b, "title", one->title);
    att_json_text (b, "newest", one->newest);
    att_json_number (b, "articles", one->n_articles);
    json_builder_set_member_name (b, "subscribed");
    json_builder_add_boolean_value (b, one->subscribed);
    json_builder_end_object (b);
  }
  json_builder_end_array (b);
  att_verb_print_json (b, TRUE);
}

/* Pages, where there are any to ask for, are the page round's by now, which heard of it first. */
static void
finished_cb (AttDesk *desk, Job *job)
{
  if (job->round == NULL || !att_page_round_is_busy (job->round))
    g_main_loop_quit (job->loop);
}

/* The round is told at its end; with nothing new there is none. */
static void
subscribed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  job->n_new = att_desk_subscribe_finish (job->desk, result, &job->error);
  if (job->n_new <= 0)
    g_main_loop_quit (job->loop);
  else
    g_signal_connect (job->desk, "finished", G_CALLBACK (finished_cb), job);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GPtrArray) found = att_desk_find_finish (job->desk, result, &job->error);
  if (found == NULL || job->no_fetch) {
    if (found)
      print_found (found);
    g_main_loop_quit (job->loop);
    return;
  }
  const AttFoundFeed *best = g_ptr_array_index (found, 0);
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  AttFeed *feed = att_feed_new ();
  feed->url = g_strdup (best->url);
  feed->title = g_strdup (best->title);
  g_ptr_array_add (feeds, feed);
  if (!job->json)
    printf ("%s\n%s\n", best->title, best->url);
  att_desk_subscribe_async (job->desk, feeds, subscribed_cb, job);
}

static void
start_add (AttDesk *desk, GMainLoop *loop, gpointer data)
{
  Job *job = data;
  job->desk = desk;
  job->loop = loop;
  att_desk_find_async (desk, job->address, NULL, found_cb, job);
}

static void
start_import (AttDesk *desk, GMainLoop *loop, gpointer data)
{
  Job *job = data;
  job->desk = desk;
  job->loop = loop;
  if (job->opml)
    att_desk_import_async (desk, job->opml, subscribed_cb, job);
  else
    att_desk_sample_async (desk, subscribed_cb, job);
}

static void
pages_cb (AttPageRound *round, gpointer data)
{
  if (!att_page_round_is_busy (round))
    g_main_loop_quit (((Job *) data)->loop);
}

static void
start_refresh (AttDesk *desk, GMainLoop *loop, gpointer data)
{
  Job *job = data;
  job->desk = desk;
  job->loop = loop;
  if (job->pages) {
    job->round = att_page_round_new (desk);
    g_signal_connect (job->round, "progress", G_CALLBACK (pages_cb), job);
  }
  g_signal_connect (desk, "finished", G_CALLBACK (finished_cb), job);
  if (job->feed)
    att_desk_refresh_feed (desk, job->feed);
  else
    att_desk_refresh (desk, job->all);
}

static void
failed_cb (AttDesk *desk, const char *why, Job *job)
{
  fprintf (stderr, "attachectl %s: %s\n", job->verb->name, why);
}

static void
start_sign_in (AttDesk *desk, GMainLoop *loop, gpointer data)
{
  Job *job = data;
  job->desk = desk;
  job->loop = loop;
  g_signal_connect (desk, "finished", G_CALLBACK (finished_cb), job);
  att_desk_sign_in (desk, job->feed, job->url, job->user, job->password);
}

/* Every trouble of the round on a line of its own; the status says whether there was one. */
static int
report (const Job *job, GPtrArray *troubles)
{
  for (guint i = 0; i < troubles->len; i++) {
    const AttTrouble *trouble = g_ptr_array_index (troubles, i);
    fprintf (stderr, "attachectl %s: %s: %s\n", job->verb->name, trouble->label, trouble->error->message);
  }
  return troubles->len ? ATT_EXIT_FAILED : ATT_EXIT_DONE;
}

static int
run_job (Job *job, const char *profile, AttSessionFunc start)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = att_session_profile (profile);
  g_autoptr (AttDesk) desk = att_desk_open (folder, &error);
  if (desk == NULL)
    return att_verb_fail (job->verb, error);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_signal_connect (desk, "failed", G_CALLBACK (failed_cb), job);
  start (desk, loop, job);
  g_main_loop_run (loop);
  g_clear_object (&job->round);
  int status = report (job, att_desk_get_troubles (desk));
  att_desk_close (desk);
  if (job->error) {
    status = att_verb_fail (job->verb, job->error);
    g_clear_error (&job->error);
  }
  return status;
}

static int
add (int argc, char **argv)
{
  Job job = { .verb = &att_verb_add };
  g_autofree char *profile = NULL;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "find", 0, 0, G_OPTION_ARG_NONE, &job.no_fetch, "Only list the feeds found there, as JSON", NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &job.json, "Print JSON", NULL },
    { 0 },
  };
  int status;
  if (!att_verb_options (job.verb, &argc, &argv, entries, &status))
    return status;
  if (argc != 2)
    return att_verb_usage (job.verb, "one address is wanted: a feed, a page or a site.");
  job.address = argv[1];
  status = run_job (&job, profile, start_add);
  if (job.json && !job.no_fetch && status != ATT_EXIT_BAD)
    printf ("{\"added\":%d}\n", MAX (job.n_new, 0));
  return status;
}

static int
import (int argc, char **argv)
{
  Job job = { .verb = &att_verb_import };
  g_autofree char *profile = NULL;
  g_autoptr (GError) error = NULL;
  gboolean sample = FALSE;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, "Take the sample desk instead of a file", NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &job.json, "Print JSON", NULL },
    { 0 },
  };
  int status;
  if (!att_verb_options (job.verb, &argc, &argv, entries, &status))
    return status;
  if (sample ? argc != 1 : argc != 2)
    return att_verb_usage (job.verb, "one OPML file is wanted, or --sample.");
  g_autoptr (GBytes) opml = sample ? NULL : att_verb_read (argv[1], &error);
  if (error)
    return att_verb_fail (job.verb, error);
  job.opml = opml;
  status = run_job (&job, profile, start_import);
  if (status != ATT_EXIT_BAD)
    printf (job.json ? "{\"added\":%d}\n" : "%d new feeds.\n", MAX (job.n_new, 0));
  return status;
}

static int
refresh (int argc, char **argv)
{
  Job job = { .verb = &att_verb_refresh };
  g_autofree char *profile = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &job.all, "Also the feeds that are not due yet", NULL },
    { "pages", 0, 0, G_OPTION_ARG_NONE, &job.pages, "Then the whole articles, from their pages, of the feeds that only announce them", NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &job.json, "Print JSON", NULL },
    { 0 },
  };
  int status;
  if (!att_verb_options (job.verb, &argc, &argv, entries, &status))
    return status;
  if (argc > 2)
    return att_verb_usage (job.verb, "one feed is wanted, or none for all; a title of several words stands between quotation marks.");
  if (argc == 2) {
    g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
    if (db == NULL)
      return att_verb_fail (job.verb, error);
    job.feed = att_session_feed (job.verb, db, argv[1], &status);
    if (job.feed == 0)
      return status;
  } else if (!att_session_check (profile, &error))
    return att_verb_fail (job.verb, error);
  status = run_job (&job, profile, start_refresh);
  if (job.json)
    printf ("{\"failed\":%s}\n", status == ATT_EXIT_DONE ? "false" : "true");
  return status;
}

/* Never an argument: those stand in the list of processes. */
static char *
ask_line (const char *question, gboolean secret)
{
  if (secret && isatty (STDIN_FILENO))
    return g_strdup (getpass (question));
  char line[1024];
  if (isatty (STDIN_FILENO))
    fputs (question, stderr);
  return fgets (line, sizeof line, stdin) ? g_strdup (g_strchomp (line)) : g_strdup ("");
}

static int
sign_in (int argc, char **argv)
{
  Job job = { .verb = &att_verb_sign_in };
  g_autofree char *profile = NULL, *user = NULL, *password = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { 0 },
  };
  int status;
  if (!att_verb_options (job.verb, &argc, &argv, entries, &status))
    return status;
  if (argc != 2)
    return att_verb_usage (job.verb, "one feed is wanted: its number, address or title. Name and password are asked for, or read as two lines.");
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
  if (db == NULL)
    return att_verb_fail (job.verb, error);
  job.feed = att_session_feed (job.verb, db, argv[1], &status);
  if (job.feed == 0)
    return status;
  g_autoptr (AttFeed) feed = att_feeds_get (db, job.feed, &error);
  if (feed == NULL)
    return att_verb_fail (job.verb, error);
  job.url = feed->url;
  job.user = user = ask_line ("Name: ", FALSE);
  job.password = password = ask_line ("Password: ", TRUE);
  return run_job (&job, profile, start_sign_in);
}

const AttVerb att_verb_sign_in = { "sign-in", "FEED", "Give a feed a name and a password, which go to the keyring.", sign_in };
const AttVerb att_verb_add = { "add", "[--find] ADDRESS", "Subscribe to the feed at an address, or to the best one its page names.", add };
const AttVerb att_verb_import = { "import", "FILE | --sample", "Subscribe to all feeds of an OPML file, or take the sample desk.", import };
const AttVerb att_verb_refresh = { "refresh", "[--all] [--pages] [FEED]", "Fetch the feeds that are due, all of them, or one.", refresh };
