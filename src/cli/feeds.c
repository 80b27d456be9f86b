/* feeds.c: attachectl feeds, remove and export: the subscriptions.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "feed/opml.h"
#include "store/pages.h"

#include <stdio.h>
#include <string.h>

typedef struct { char *profile; gboolean json; } Options;

static const char *const MODES[] = { "auto", "never", "opened", "always" };   /* AttPagesMode, from -1 on */

/* The options all three have; FALSE: over already, with *status. */
static gboolean
read_options (const AttVerb *verb, int *argc, char ***argv, Options *options, int *status)
{
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options->profile, "The desk's folder", "FOLDER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, "Print JSON", NULL },
    { 0 },
  };
  return att_verb_options (verb, argc, argv, entries, status);
}

static void
print_feed_json (JsonBuilder *b, const AttFeed *feed)
{
  json_builder_begin_object (b);
  att_json_number (b, "id", feed->id);
  att_json_text (b, "title", att_feed_label (feed));
  att_json_text (b, "url", feed->url);
  att_json_text (b, "site", feed->site);
  att_json_text (b, "folder", *feed->folder ? feed->folder : NULL);
  att_json_number (b, "articles", feed->articles);
  att_json_number (b, "unread", feed->unread);
  att_json_date (b, "checked", feed->checked);
  att_json_date (b, "due", feed->due);
  att_json_date (b, "failing_since", feed->failing_since);
  att_json_text (b, "trouble", feed->trouble_text);
  att_json_text (b, "pages", MODES[CLAMP (feed->pages, -1, 2) + 1]);
  json_builder_end_object (b);
}

static void
print_feeds (GPtrArray *feeds, gboolean json)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_array (b);
  for (guint i = 0; i < feeds->len; i++) {
    const AttFeed *feed = g_ptr_array_index (feeds, i);
    if (json)
      print_feed_json (b, feed);
    else
      printf ("%4" G_GINT64_FORMAT "  %5u  %s%s%s  %s\n", feed->id, feed->articles, feed->folder, *feed->folder ? "/" : "", att_feed_label (feed),
              feed->trouble >= 0 ? feed->trouble_text : "");
  }
  json_builder_end_array (b);
  if (json)
    att_verb_print_json (b, TRUE);
}

static int
feeds (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Options options = { 0 };
  int status;
  if (!read_options (&att_verb_feeds, &argc, &argv, &options, &status))
    return status;
  g_autofree char *profile = options.profile;
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
  g_autoptr (GPtrArray) list = db ? att_feeds_list (db, NULL, NULL, &error) : NULL;
  if (list == NULL)
    return att_verb_fail (&att_verb_feeds, error);
  print_feeds (list, options.json);
  return ATT_EXIT_DONE;
}

static int
remove_feed (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Options options = { 0 };
  int status;
  if (!read_options (&att_verb_remove, &argc, &argv, &options, &status))
    return status;
  g_autofree char *profile = options.profile;
  if (argc != 2)
    return att_verb_usage (&att_verb_remove, "one feed is wanted: its number, title or address.");
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_WRITE, &error);
  if (db == NULL)
    return att_verb_fail (&att_verb_remove, error);
  gint64 id = att_session_feed (&att_verb_remove, db, argv[1], &status);
  if (id == 0)
    return status;
  if (!att_feeds_remove (db, id, &error))
    return att_verb_fail (&att_verb_remove, error);
  if (options.json)
    printf ("{\"removed\":%" G_GINT64_FORMAT "}\n", id);
  return ATT_EXIT_DONE;
}

static int
export (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Options options = { 0 };
  int status;
  if (!read_options (&att_verb_export, &argc, &argv, &options, &status))
    return status;
  g_autofree char *profile = options.profile;
  if (argc > 2)
    return att_verb_usage (&att_verb_export, "one file is wanted, or none.");
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
  g_autoptr (GPtrArray) list = db ? att_feeds_list (db, NULL, NULL, &error) : NULL;
  if (list == NULL)
    return att_verb_fail (&att_verb_export, error);
  if (options.json) {
    print_feeds (list, TRUE);
    return ATT_EXIT_DONE;
  }
  g_autoptr (GBytes) opml = att_opml_write ("Attaché", list);
  gsize length;
  const char *data = g_bytes_get_data (opml, &length);
  if (argc < 2)
    fwrite (data, 1, length, stdout);
  else if (!g_file_set_contents (argv[1], data, length, &error))
    return att_verb_fail (&att_verb_export, error);
  return ATT_EXIT_DONE;
}

static int
pages (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Options options = { 0 };
  int status, mode = -2;
  if (!read_options (&att_verb_pages, &argc, &argv, &options, &status))
    return status;
  g_autofree char *profile = options.profile;
  for (int i = 0; argc == 3 && i < (int) G_N_ELEMENTS (MODES); i++)
    mode = strcmp (argv[2], MODES[i]) == 0 ? i - 1 : mode;
  if (mode == -2)
    return att_verb_usage (&att_verb_pages, "a feed is wanted, and auto, never, opened or always.");
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_WRITE, &error);
  gint64 feed = db ? att_session_feed (&att_verb_pages, db, argv[1], &status) : 0;
  if (db && feed == 0)
    return status;
  if (db == NULL || !att_feeds_set_pages (db, feed, mode, &error))
    return att_verb_fail (&att_verb_pages, error);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_pages = { "pages", "FEED auto|never|opened|always", "Say whether a feed's articles are fetched whole, from their pages.", pages };
const AttVerb att_verb_feeds = { "feeds", "", "List the subscriptions, with how they are doing.", feeds };
const AttVerb att_verb_remove = { "remove", "FEED", "Unsubscribe from a feed and forget its articles.", remove_feed };
const AttVerb att_verb_export = { "export", "[FILE]", "Write the subscriptions as OPML.", export };
