/* bench-window.c: the window over a large archive: opened, scrolled, searched, while stories arrive.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-window PROFILE: prints one JSON object a line. bench-window bare N: a plain list of N rows of the same kind, for comparison.
 * A thread asks the main loop every two milliseconds whether it is there; how long it takes to say so is the stall. */

#include "config.h"
#include "archive.h"

#include "filter/syntax.h"
#include "ui/articles/article-row.h"
#include "ui/platform/platform.h"
#include "ui/window/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define JUMPS 300
#define STEPS 2000
#define ARRIVALS 5000
#define SETTLED 250   /* ms */

static AttDesk *desk;
static GtkWidget *window;
static guint n_bare;
static gint64 started;

static double
now_ms (void)
{
  return g_get_monotonic_time () / 1e3;
}

static void
print (const char *name, double value, const char *unit)
{
  printf ("{\"name\": \"%s\", \"value\": %.3f, \"unit\": \"%s\"}\n", name, value, unit);
  fflush (stdout);
}

/* The watchdog. */
static GMutex lock;
static GCond answered;
static gboolean there, watching;
static double worst;
static guint n_stalls, n_watched;

static gboolean
answer (gpointer data)
{
  g_mutex_lock (&lock);
  there = TRUE;
  g_cond_signal (&answered);
  g_mutex_unlock (&lock);
  return G_SOURCE_REMOVE;
}

static gpointer
watch (gpointer data)
{
  while (TRUE) {
    g_usleep (2000);
    g_mutex_lock (&lock);
    there = FALSE;
    guint since = n_watched;   /* one that began before it counted does not */
    double start = now_ms ();
    g_main_context_invoke_full (NULL, G_PRIORITY_HIGH, answer, NULL, NULL);
    while (!there)
      g_cond_wait (&answered, &lock);
    double took = now_ms () - start;
    if (watching && since == n_watched) {
      worst = MAX (worst, took);
      n_stalls += took > 16;
    }
    g_mutex_unlock (&lock);
  }
  return NULL;
}

static void
watch_from_now (void)
{
  g_mutex_lock (&lock);
  watching = TRUE;
  n_watched++;
  worst = 0;
  n_stalls = 0;
  g_mutex_unlock (&lock);
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type);
    if (found)
      return found;
  }
  return NULL;
}

static gboolean painted;

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  painted = TRUE;
}

/* Until the next frame is on the screen: how long it took from when it was wanted. */
static double
frame (GtkWidget *widget)
{
  double start = now_ms ();
  painted = FALSE;
  gtk_widget_queue_draw (widget);
  gtk_widget_queue_draw (window);   /* the list itself may be out of sight: nothing was found */
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  return now_ms () - start;
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static double
quantile (GArray *times, double q)
{
  g_array_sort (times, by_value);
  return g_array_index (times, double, MIN (times->len - 1, (guint) (q * times->len)));
}

static double
pss_mb (void)
{
  g_autofree char *text = NULL;
  const char *pss = g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL) ? strstr (text, "\nPss:") : NULL;
  return pss ? strtod (pss + 5, NULL) / 1000 : 0;
}

static void
scroll (GtkWidget *list)
{
  GRand *rand = g_rand_new_with_seed (9);
  g_autoptr (GArray) jumps = g_array_new (FALSE, FALSE, sizeof (double)), steps = g_array_new (FALSE, FALSE, sizeof (double));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  for (guint i = 0; i < JUMPS; i++) {
    double height = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
    gtk_adjustment_set_value (adjustment, g_rand_double (rand) * height);
    double took = frame (list);
    g_array_append_val (jumps, took);
  }
  for (guint i = 0; i < STEPS; i++) {
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 60);
    double took = frame (list);
    g_array_append_val (steps, took);
  }
  print ("scroll-jump", quantile (jumps, 0.95), "ms a frame, 95 of 100");
  print ("scroll-step", quantile (steps, 0.95), "ms a frame, 95 of 100");
  g_rand_free (rand);
}

static gboolean
is_whole (void)
{
  const AttCoverage *coverage = att_dossier_get_coverage (att_window_get_dossier (ATT_WINDOW (window)));
  gboolean busy;
  g_object_get (att_window_get_dossier (ATT_WINDOW (window)), "busy", &busy, NULL);
  return coverage && !coverage->partial && !busy;
}

static gpointer
write_edition (AttDatabase *db, gpointer edition, AttChange *change, GError **error)
{
  gint64 feed = att_database_number (db, 1, "SELECT min(id) FROM feed", "");
  att_articles_write (db, feed, edition, ARCHIVE_NOW, change, error);
  return NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer n)
{
  g_autoptr (GError) error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    g_warning ("%s", error->message);
  (*(guint *) n)++;
}

/* Five thousand stories come, forty at a time, while somebody scrolls and types. */
static void
arrive (GtkWidget *list)
{
  static const char *const TYPED[] = { "t", "ta", "talks", "talks minister", "talks topic:theme-3", "", "is:unread", "" };
  AttDossier *dossier = att_window_get_dossier (ATT_WINDOW (window));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  Archive *archive = archive_new (ARRIVALS);
  g_autoptr (GPtrArray) editions = g_ptr_array_new ();
  guint n_written = 0, n = 0;
  for (guint i = 0; i < ARRIVALS; i += 40) {
    AttEdition *edition = archive_edition (archive, 40);
    for (guint k = 0; k < edition->articles->len; k++)
      ((AttArticle *) g_ptr_array_index (edition->articles, k))->keys[0] = g_random_int () * (guint64) 4294967296 + g_random_int ();
    g_ptr_array_add (editions, edition);
  }
  watch_from_now ();
  double start = now_ms ();
  for (guint i = 0; i < editions->len; i++)
    att_store_tell_async (att_desk_get_store (desk), write_edition, g_ptr_array_index (editions, i), (GDestroyNotify) att_edition_unref, NULL, written_cb, &n_written);
  for (; n_written < editions->len; n++) {
    if (n % 50 == 0)
      att_dossier_take_filter (dossier, att_filter_parse (TYPED[n / 50 % G_N_ELEMENTS (TYPED)], NULL));
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 60);
    frame (list);
  }
  print ("arrivals", now_ms () - start, "ms for 5,000");
  print ("arrivals-stall", worst, "ms, the longest");
  print ("arrivals-stalls", n_stalls, "of more than 16 ms");
  archive_free (archive);
}

/* Until it is answered and has been quiet for a while: what a step leaves behind it is the step's. */
static void
settle (void)
{
  double since = now_ms ();
  while (now_ms () - since < SETTLED) {
    g_main_context_iteration (NULL, FALSE);
    if (!is_whole ())
      since = now_ms ();
    g_usleep (200);
  }
}

typedef struct { const char *name, *filter, *action; GVariant *target; guint times; } Step;

static void
take (const Step *step)
{
  g_autofree char *name = g_strconcat ("pause-", step->name, NULL);
  watch_from_now ();
  if (step->filter)
    att_dossier_take_filter (att_window_get_dossier (ATT_WINDOW (window)), att_filter_parse (step->filter, NULL));
  for (guint i = 0; i < step->times; i++) {
    gtk_widget_activate_action_variant (window, step->action, step->target);
    settle ();
  }
  settle ();
  print (name, worst, "ms, the longest");
}

/* What an analyst does in a day, each thing with the longest the window was not there meanwhile. */
static void
work (void)
{
  const Step DAY[] = {
    { "words", "talks", NULL, NULL, 0 }, { "topic", "topic:theme-0 is:unread", NULL, NULL, 0 }, { "everything", "", NULL, NULL, 0 },
    { "read", NULL, "win.next", NULL, 20 }, { "star", NULL, "win.toggle-star", NULL, 1 },
    { "trends", NULL, "win.show-page", g_variant_new_string ("trends"), 1 }, { "topic-page", NULL, "win.open-topic", g_variant_new_string ("theme-0"), 1 },
    { "desk", NULL, "win.show-page", g_variant_new_string ("desk"), 1 }, { "narrow", "topic:theme-3 is:unread", NULL, NULL, 0 },
    { "mark-all", NULL, "win.mark-all-read", NULL, 1 }, { "undo", NULL, "win.undo", NULL, 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (DAY); i++)
    take (&DAY[i]);
}

static void
measure (GtkWidget *list)
{
  print ("memory-open", pss_mb (), "MB, PSS");
  scroll (list);
  print ("memory-scrolled", pss_mb (), "MB, PSS");
  if (desk) {
    arrive (list);
    work ();
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
start (gpointer data)
{
  if (desk && !is_whole ())
    return G_SOURCE_CONTINUE;
  if (desk)
    print ("open-whole", (g_get_monotonic_time () - started) / 1e3, "ms from exec to the whole answer");
  while (find (window, ATT_TYPE_ARTICLE_ROW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  measure (gtk_widget_get_ancestor (find (window, ATT_TYPE_ARTICLE_ROW), GTK_TYPE_LIST_VIEW));
  return G_SOURCE_REMOVE;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (ATT_TYPE_ARTICLE_ROW, NULL));
}

static AttHeadline *
make_headline (guint i)
{
  AttHeadline *row = g_atomic_rc_box_new0 (AttHeadline);
  row->id = i + 1;
  row->published = ARCHIVE_NOW - i;
  row->title = g_strdup_printf ("Talks of the foreign minister with the government go on for a week, number %u", i);
  row->source = g_strdup_printf ("Outlet %u", i % 500);
  row->summary = g_strdup (row->title);
  row->themes = g_strsplit ("theme-1|theme-2|theme-3", "|", -1);
  return row;
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  guint at = gtk_list_item_get_position (item);
  g_autoptr (AttArticleItem) article = att_article_item_new (at + 1, at);
  g_autoptr (AttHeadline) headline = make_headline (at);
  att_article_item_set_headline (article, headline);
  att_article_row_set_item (ATT_ARTICLE_ROW (gtk_list_item_get_child (item)), article);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  att_article_row_set_item (ATT_ARTICLE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* Rows of the same widgets, with words in them that need not be looked up. */
static GtkWidget *
bare_window (GtkApplication *application)
{
  GtkWidget *bare = adw_application_window_new (application), *scroller = gtk_scrolled_window_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  for (guint i = 0; i < n_bare; i++)
    gtk_string_list_append (words, "x");
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (words)))), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (bare), scroller);
  gtk_window_set_default_size (GTK_WINDOW (bare), 1280, 800);
  return bare;
}

static void
activate_cb (GtkApplication *application, gpointer profile)
{
  if (profile) {
    g_autoptr (GSettings) settings = g_settings_new (ATT_APP_ID);
    desk = att_desk_open (profile, NULL);
    window = att_window_new (application, desk, settings);
  } else
    window = bare_window (application);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
  g_thread_unref (g_thread_new ("watchdog", watch, NULL));
  g_timeout_add (5, start, NULL);
}

int
main (int argc, char **argv)
{
  started = g_get_monotonic_time ();
  gboolean bare = argc == 3 && strcmp (argv[1], "bare") == 0;
  n_bare = bare ? strtoul (argv[2], NULL, 10) : 0;
  att_platform_choose_renderer ();
  g_autoptr (AdwApplication) application = adw_application_new (ATT_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), bare ? NULL : argv[1]);
  int status = g_application_run (G_APPLICATION (application), 1, argv);
  if (desk)
    att_desk_close (desk);
  g_clear_object (&desk);
  return status;
}
