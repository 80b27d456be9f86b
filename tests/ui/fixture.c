/* fixture.c: a pane in a window of its own, over the sample desk.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "filter/syntax.h"
#include "ui/articles/article-list.h"

#include <glib/gstdio.h>

void
fixture_init (int *argc, char ***argv)
{
  g_setenv ("TZ", "UTC", FALSE);   /* wherever this runs */
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "/org/attache/Attache/icons");
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/org/attache/Attache/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
fixture_init_application (int *argc, char ***argv)
{
  fixture_init (argc, argv);
  AdwApplication *application = adw_application_new (ATT_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_application_set_default (G_APPLICATION (application));   /* and there it stays for as long as the program runs */
}

void
fixture_init_evening (int *argc, char ***argv)
{
  g_autoptr (GDateTime) utc = g_date_time_new_now_utc ();
  g_autofree char *zone = g_strdup_printf ("TST%+d", g_date_time_get_hour (utc) - 20);   /* POSIX counts to the west */
  g_setenv ("TZ", zone, TRUE);
  fixture_init_application (argc, argv);
}

void
fixture_wait (gboolean (*holds) (gpointer), gpointer data)
{
  while (!holds (data))
    g_main_context_iteration (NULL, TRUE);
}

void
fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_idle (gpointer desk)
{
  return !att_desk_is_busy (desk);
}

static void
sampled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(int *) data = att_desk_subscribe_finish (ATT_DESK (source), result, NULL);
}

static gboolean
is_set (gpointer n)
{
  return *(int *) n != 0;
}

static void
finished_cb (AttDesk *desk, int *n)
{
  (*n)++;
}

void
fixture_set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int sampled = 0, finished = 0;
  f->profile = g_dir_make_tmp ("attache-ui-XXXXXX", NULL);
  f->desk = att_desk_open (f->profile, &error);
  g_assert_no_error (error);
  gulong id = g_signal_connect (f->desk, "finished", G_CALLBACK (finished_cb), &finished);
  att_desk_sample_async (f->desk, sampled_cb, &sampled);
  fixture_wait (is_set, &sampled);
  fixture_wait (is_set, &finished);
  fixture_wait (is_idle, f->desk);
  g_signal_handler_disconnect (f->desk, id);
  f->dossier = att_dossier_new (att_desk_get_store (f->desk));
}

void
fixture_tear_down (Fixture *f, gconstpointer data)
{
  static const char *const FILES[] = { "desk.db", "desk.db-wal", "desk.db-shm", "lexicon/own-topics.tsv", "lexicon/own-terms.tsv", "lexicon/own-topic-model.tsv", "lexicon/own-topic-words.tsv", "lexicon" };
  if (f->window)
    gtk_window_destroy (GTK_WINDOW (f->window));
  fixture_settle ();
  g_clear_object (&f->dossier);
  fixture_settle ();
  att_desk_close (f->desk);
  fixture_settle ();
  g_clear_object (&f->desk);
  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++) {
    g_autofree char *path = g_build_filename (f->profile, FILES[i], NULL);
    g_remove (path);
  }
  g_rmdir (f->profile);
  g_clear_pointer (&f->profile, g_free);
}

gboolean
fixture_is_covered (gpointer dossier)
{
  gboolean busy;
  g_object_get (dossier, "busy", &busy, NULL);
  return !busy && att_dossier_get_coverage (dossier);
}

void
fixture_show (Fixture *f, GtkWidget *pane)
{
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 420, 640);
  gtk_window_set_child (GTK_WINDOW (f->window), pane);
  g_object_set (pane, "dossier", f->dossier, NULL);
  gtk_window_present (GTK_WINDOW (f->window));
  fixture_filter (f, "");
  gtk_test_widget_wait_for_draw (f->window);
}

void
fixture_filter (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;
  AttFilter *filter = att_filter_parse (text, &error);
  g_assert_no_error (error);
  att_dossier_take_filter (f->dossier, filter);
  fixture_wait (fixture_is_covered, f->dossier);
  fixture_settle ();
}

static const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  return GTK_IS_EDITABLE (widget) ? gtk_editable_get_text (GTK_EDITABLE (widget)) : NULL;
}

GtkWidget *
fixture_find (GtkWidget *root, GType type, const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || g_strcmp0 (text_of (root), text) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = fixture_find (child, type, text);
    if (found)
      return found;
  }
  return NULL;
}

guint
fixture_count (GtkWidget *root, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    n += fixture_count (child, type);
  return n;
}

static gboolean
is_shown (gpointer window)
{
  GtkWidget *list = fixture_find (window, ATT_TYPE_ARTICLE_LIST, NULL);
  return list && gtk_widget_get_mapped (list);
}

AttWindow *
fixture_open_window (Fixture *f)
{
  GSettings *settings = g_settings_new (ATT_APP_ID);
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  AttWindow *window = ATT_WINDOW (att_window_new (application, f->desk, settings));
  g_object_unref (settings);
  f->window = GTK_WIDGET (window);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait (is_shown, window);
  fixture_wait (fixture_is_covered, att_window_get_dossier (window));
  gtk_test_widget_wait_for_draw (f->window);
  fixture_settle ();
  return window;
}

typedef struct { GtkWidget *window; int width; } Size;

static gboolean
has_width (gpointer data)
{
  Size *size = data;
  return ABS (gtk_widget_get_width (size->window) - size->width) < 40;
}

void
fixture_resize (Fixture *f, int width)
{
  Size size = { f->window, width };
  while (!has_width (&size)) {   /* as a hand drags: each step is at most what the content of the last one allows */
    gtk_window_set_default_size (GTK_WINDOW (f->window), width, 700);
    gtk_test_widget_wait_for_draw (f->window);
  }
  for (guint i = 0; i < 3; i++)   /* columns find their places a frame or two later */
    gtk_test_widget_wait_for_draw (f->window);
  fixture_settle ();
}
