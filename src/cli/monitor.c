/* monitor.c: attachectl monitor: filters saved under a name, and what they tell.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "base/date.h"
#include "filter/syntax.h"
#include "store/monitors.h"
#include "watch/alert.h"

#include <stdio.h>

typedef struct { char *profile, *add, *remove, *alert, *sensitivity; int outlets; gboolean json, check, history; } Options;

static void
clear_options (Options *options)
{
  g_free (options->profile);
  g_free (options->add);
  g_free (options->remove);
  g_free (options->alert);
  g_free (options->sensitivity);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
print_monitors (const GPtrArray *monitors, gboolean json)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_array (b);
  for (guint i = 0; i < monitors->len; i++) {
    const AttMonitor *monitor = g_ptr_array_index (monitors, i);
    if (!json)
      printf ("%5u  %5u unread  %s: %s\n", monitor->articles, monitor->unread, monitor->name, monitor->filter);
    json_builder_begin_object (b);
    att_json_text (b, "name", monitor->name);
    att_json_text (b, "filter", monitor->filter);
    att_json_text (b, "alert", att_alert_name (monitor->alert));
    att_json_number (b, "articles", monitor->articles);
    att_json_number (b, "unread", monitor->unread);
    json_builder_end_object (b);
  }
  json_builder_end_array (b);
  if (json)
    att_verb_print_json (b, TRUE);
}

static void
print_rings (const GPtrArray *rings, gboolean json)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_array (b);
  for (guint i = 0; i < rings->len; i++) {
    const AttRing *ring = g_ptr_array_index (rings, i);
    if (!json)
      printf ("%s: %u new, of %u outlets (%s): %s\n", ring->name, ring->articles, ring->outlets, att_alert_name (ring->alert), ring->headline);
    json_builder_begin_object (b);
    att_json_text (b, "name", ring->name);
    att_json_date (b, "moment", ring->moment);
    att_json_text (b, "alert", att_alert_name (ring->alert));
    att_json_number (b, "articles", ring->articles);
    att_json_number (b, "outlets", ring->outlets);
    att_json_text (b, "headline", ring->headline);
    json_builder_end_object (b);
  }
  json_builder_end_array (b);
  if (json)
    att_verb_print_json (b, TRUE);
}

/* What rings now, written down as the window does after a round. */
static int
check (AttDatabase *db, const Options *options, GError **error)
{
  g_autoptr (AttColumns) columns = att_columns_new ();
  g_autoptr (GPtrArray) news = att_monitors_news (db, columns, NULL, att_date_now (), error), rings = news ? att_alert_judge (news) : NULL;
  if (rings == NULL || !att_monitors_told (db, news, rings, att_date_now (), error))
    return att_verb_fail (&att_verb_monitor, *error);
  g_autoptr (GPtrArray) taken = att_monitors_take (db, error);
  if (taken == NULL)
    return att_verb_fail (&att_verb_monitor, *error);
  print_rings (taken, options->json);   /* what waited from before, too */
  return ATT_EXIT_DONE;
}

static int
history (AttDatabase *db, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) rings = att_monitors_rings (db, 100, error);
  if (rings == NULL)
    return att_verb_fail (&att_verb_monitor, *error);
  print_rings (rings, options->json);
  return ATT_EXIT_DONE;
}

/* As it is now; NULL: there is none of that name. */
static AttMonitor *
find (AttDatabase *db, const char *name)
{
  gint64 id = att_monitors_find (db, name);
  g_autoptr (GPtrArray) all = id ? att_monitors_list (db, NULL, NULL, 0, NULL) : NULL;
  for (guint i = 0; all && i < all->len; i++)
    if (((AttMonitor *) g_ptr_array_index (all, i))->id == id)
      return att_monitor_ref (g_ptr_array_index (all, i));
  return NULL;
}

/* One that is there keeps its place, and what is not said of it. */
static int
add (AttDatabase *db, const char *name, char **words, const Options *options, GError **error)
{
  g_autoptr (AttMonitor) before = find (db, name);
  AttAlert alert = before ? before->alert : ATT_ALERT_NEVER;
  AttSensitivity sensitivity = before ? before->sensitivity : ATT_SENSITIVITY_MEDIUM;
  const char *when = options->alert;
  if (options->sensitivity && !att_sensitivity_by_name (options->sensitivity, &sensitivity))
    return att_verb_usage (&att_verb_monitor, "a sensitivity is low, medium or high.");
  if (when && !att_alert_by_name (when, &alert))
    return att_verb_usage (&att_verb_monitor, "an alert is never, first, every or burst.");
  g_autofree char *typed = g_strjoinv (" ", words);
  g_autoptr (AttFilter) filter = att_filter_parse (typed, error);
  g_autofree char *text = filter ? att_filter_format (filter) : NULL;
  g_autoptr (AttMonitor) monitor = att_monitor_new (before ? before->id : 0, before ? before->position : 0, name, text, alert);
  att_monitor_set_burst (monitor, sensitivity, options->outlets > 0 ? (guint) options->outlets : before ? before->outlets : 2);
  return filter && att_monitors_write (db, monitor, error) ? ATT_EXIT_DONE : att_verb_fail (&att_verb_monitor, *error);
}

static int
remove_one (AttDatabase *db, const char *name, GError **error)
{
  gint64 id = att_monitors_find (db, name);
  if (id == 0)
    return att_verb_usage (&att_verb_monitor, "there is no monitor of that name; attachectl monitor lists them.");
  return att_monitors_remove (db, id, error) ? ATT_EXIT_DONE : att_verb_fail (&att_verb_monitor, *error);
}

static int
run (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (Options) options = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options.profile, "The folder of the desk", "FOLDER" },
    { "add", 0, 0, G_OPTION_ARG_STRING, &options.add, "Save what follows as a filter under this name", "NAME" },
    { "alert", 0, 0, G_OPTION_ARG_STRING, &options.alert, "With --add: when it speaks up: never, first, every or burst", "WHEN" },
    { "sensitivity", 0, 0, G_OPTION_ARG_STRING, &options.sensitivity, "With --alert burst: low, medium or high", "HOW" },
    { "outlets", 0, 0, G_OPTION_ARG_INT, &options.outlets, "With --alert burst: how many outlets must have brought something", "N" },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &options.remove, "Remove the one of this name", "NAME" },
    { "check", 0, 0, G_OPTION_ARG_NONE, &options.check, "Print those that have something to say since they were asked last", NULL },
    { "history", 0, 0, G_OPTION_ARG_NONE, &options.history, "Print what they said, the newest first", NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, "Print JSON", NULL },
    { 0 },
  };
  if (!att_verb_options (&att_verb_monitor, &argc, &argv, entries, &status))
    return status;
  if (options.add && (argc < 2 || *options.add == '\0'))
    return att_verb_usage (&att_verb_monitor, "a name that is not empty is wanted, and a filter behind it.");
  if (options.add && (options.check || options.history || options.remove))
    return att_verb_usage (&att_verb_monitor, "one thing at a time: --add, --remove, --check or --history.");
  g_autoptr (AttDatabase) db = att_session_database (options.profile, ATT_DATABASE_WRITE, &error);
  if (db == NULL)
    return att_verb_fail (&att_verb_monitor, error);
  if (options.add)
    return add (db, options.add, argv + 1, &options, &error);
  if (options.check)
    return check (db, &options, &error);
  if (options.history)
    return history (db, &options, &error);
  if (options.remove)
    return remove_one (db, options.remove, &error);
  g_autoptr (AttColumns) columns = att_columns_new ();
  g_autoptr (GPtrArray) monitors = att_monitors_list (db, columns, NULL, att_date_now (), &error);
  if (monitors == NULL)
    return att_verb_fail (&att_verb_monitor, error);
  print_monitors (monitors, options.json);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_monitor = { "monitor", "[--add NAME [--alert WHEN] FILTER… | --remove NAME | --check | --history]", "List the filters saved under a name, or save or remove one.", run, TRUE };
