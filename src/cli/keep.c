/* keep.c: attachectl keep, backup, restore, articles: what stays, and copies of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "base/date.h"
#include "base/error.h"
#include "desk/clippings.h"
#include "filter/syntax.h"
#include "store/backup.h"
#include "store/feeds.h"
#include "store/retention.h"

#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_DAYS 36500   /* a century */

typedef struct { char *profile, *feed, *folder, *format; int number; } Options;

static char *
store_of (const char *profile)
{
  g_autofree char *folder = att_session_profile (profile);
  return g_build_filename (folder, "desk.db", NULL);
}

static void
clear_options (Options *options)
{
  g_free (options->profile);
  g_free (options->feed);
  g_free (options->folder);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
tidy_all (AttDatabase *db, GError **error)
{
  int n, sum = 0;
  do {
    g_autoptr (AttChange) change = att_change_new ();
    n = att_retention_tidy (db, 500, att_date_now (), change, error);
    sum += MAX (n, 0);
  } while (n > 0);
  if (n == 0)
    printf ("%d stories let go of.\n", sum);
  return n == 0;
}

/* Also of one that only has folders in it, whose feeds follow it where they have nothing of their own. */
static gboolean
is_folder (AttDatabase *db, const char *name)
{
  return att_database_number (db, 0, "SELECT 1 FROM feed WHERE gone=0 AND (folder=?1 OR substr(folder, 1, length(?1) + 1)=?1 || '/')", "s", name);
}

static int
set_keep (AttDatabase *db, const Options *options, const char *word, GError **error)
{
  guint64 days = 0;
  gboolean numbered = g_ascii_string_to_unsigned (word, 10, 1, MAX_DAYS, &days, NULL);   /* "1y" is no year of days */
  AttKeep keep = { days, MAX (options->number, 0) };
  int status;
  gint64 feed = options->feed ? att_session_feed (&att_verb_keep, db, options->feed, &status) : 0;
  if (options->feed && feed == 0)
    return status;
  if (options->folder && !is_folder (db, options->folder))
    return att_verb_usage (&att_verb_keep, "there is no feed in a folder of that name; attachectl feeds lists them.");
  gboolean none = strcmp (word, "default") == 0;
  if (!none && !numbered && strcmp (word, "forever") != 0)
    return att_verb_usage (&att_verb_keep, "a number of days is wanted, or forever, or default.");
  if (!att_retention_set (db, options->folder, feed, none ? NULL : &keep, error) || !tidy_all (db, error))
    return att_verb_fail (&att_verb_keep, *error);
  return ATT_EXIT_DONE;
}

static int
keep (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (Options) options = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options.profile, "The folder of the desk", "FOLDER" },
    { "feed", 0, 0, G_OPTION_ARG_STRING, &options.feed, "Of this feed only", "FEED" },
    { "folder", 0, 0, G_OPTION_ARG_STRING, &options.folder, "Of the feeds of this folder", "FOLDER" },
    { "number", 0, 0, G_OPTION_ARG_INT, &options.number, "And no more than so many of each feed", "N" },
    { 0 },
  };
  if (!att_verb_options (&att_verb_keep, &argc, &argv, entries, &status))
    return status;
  if (argc != 2)
    return att_verb_usage (&att_verb_keep, "how many days are stories to be kept?");
  g_autoptr (AttDatabase) db = att_session_database (options.profile, ATT_DATABASE_WRITE, &error);
  return db ? set_keep (db, &options, argv[1], &error) : att_verb_fail (&att_verb_keep, error);
}

/* The verbs that take one file. */
static int
with_file (const AttVerb *verb, int argc, char **argv, gboolean (*func) (const char *path, const char *copy, GCancellable *cancellable, GError **error), gboolean of_a_desk)
{
  g_autoptr (GError) error = NULL;
  g_auto (Options) options = { 0 };
  int status;
  const GOptionEntry entries[] = { { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options.profile, "The folder of the desk", "FOLDER" }, { 0 } };
  if (!att_verb_options (verb, &argc, &argv, entries, &status))
    return status;
  if (argc != 2)
    return att_verb_usage (verb, "one file is wanted.");
  if (of_a_desk && !att_session_check (options.profile, &error))
    return att_verb_fail (verb, error);
  g_autofree char *path = store_of (options.profile);
  return func (path, argv[1], NULL, &error) ? ATT_EXIT_DONE : att_verb_fail (verb, error);
}

static int
backup (int argc, char **argv)
{
  return with_file (&att_verb_backup, argc, argv, att_backup_write, TRUE);
}

static gboolean
take_back (const char *path, const char *copy, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  if (!att_backup_restore (path, copy, cancellable, error) || !att_backup_settle (path, error))
    return FALSE;
  if (att_backup_waits (path)) {
    printf ("The desk is open elsewhere: the copy takes its place when it is closed and opened again.\n");
    return TRUE;
  }
  g_autoptr (AttDatabase) db = att_database_open (path, ATT_DATABASE_WRITE, error);
  return db != NULL;
}

static int
restore (int argc, char **argv)
{
  return with_file (&att_verb_restore, argc, argv, take_back, FALSE);
}

static int
articles (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (Options) options = { 0 };
  AttClippings format = ATT_CLIPPINGS_LINES;
  int status;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options.profile, "The folder of the desk", "FOLDER" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, "jsonl (unless told otherwise), json, csv or md", "FORMAT" },
    { 0 },
  };
  if (!att_verb_options (&att_verb_articles, &argc, &argv, entries, &status))
    return status;
  if (options.format && !att_clippings_format (options.format, &format))
    return att_verb_usage (&att_verb_articles, "the format is jsonl, json, csv or md.");
  g_autofree char *text = g_strjoinv (" ", argv + 1), *path = store_of (options.profile);
  g_autoptr (AttFilter) filter = att_filter_parse (text, &error);
  g_autoptr (GOutputStream) stdout_stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE), out = g_buffered_output_stream_new (stdout_stream);
  if (filter == NULL || !att_session_check (options.profile, &error) || att_clippings_write (path, filter, format, out, NULL, &error) < 0 || !g_output_stream_close (out, NULL, &error))
    return att_verb_fail (&att_verb_articles, error);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_keep = { "keep", "[--feed FEED | --folder FOLDER] [--number N] DAYS|forever|default", "Say how long stories are kept, and let go of the older ones.", keep };
const AttVerb att_verb_backup = { "backup", "FILE", "Write a copy of the whole desk, while it is in use.", backup };
const AttVerb att_verb_restore = { "restore", "FILE", "Take the desk back from a copy; the present one is set aside.", restore };
const AttVerb att_verb_articles = { "articles", "[--format FORMAT] [FILTER…]", "Write out articles: as JSON Lines, JSON, CSV or Markdown.", articles, TRUE };
