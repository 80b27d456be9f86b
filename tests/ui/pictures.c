/* pictures.c: every page and dialog as a PNG, at five widths, from the left and from the right, light and dark: to be looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   pictures FOLDER     High contrast is the libadwaita setting ADW_DEBUG_HIGH_CONTRAST=1; make pictures runs both.
 */

#include "config.h"
#include "fixture.h"

#include "filter/syntax.h"
#include "ui/app/preferences.h"
#include "ui/platform/platform.h"
#include "ui/window/window.h"

#include <string.h>

#define FRAMES 14            /* drawn with nothing under way, before a picture is taken */

/* What is done to get there: actions of the window, with a target as GVariant text or none. dialog: what is looked at is a window of its own. */
typedef struct {
  const char *name;
  struct { const char *action, *target; } steps[4];
  const char *filter;
  gboolean dialog;
} Scene;

static const Scene SCENES[] = {
  { "desk", { { NULL } }, "" },
  { "story", { { "win.next" } }, "topic:taiwan" },
  { "find-in-story", { { "win.next" }, { "win.find-in-story" } }, "topic:taiwan" },
  { "nothing-found", { { NULL } }, "nosuchwordanywhere topic:taiwan" },
  { "trends", { { "win.show-page", "'trends'" } }, "" },
  { "topic", { { "win.open-topic", "'taiwan'" } }, "" },
  { "new-topic", { { "win.new-topic", "'air defence'" } }, "" },
  { "actor", { { "win.open-actor", "(1, 'China’s foreign ministry', '')" } }, "" },
  { "add-feed", { { "win.add-feed" } }, "", TRUE },
  { "starter", { { "win.starter" } }, "", TRUE },
  { "feed-settings", { { "win.feed-settings", "int64 2" } }, "", TRUE },
  { "troubles", { { "win.troubles" } }, "", TRUE },
  { "alerts", { { "win.alerts" } }, "", TRUE },
  { "contacts", { { "win.contacts" } }, "", TRUE },
  { "note", { { "win.next" }, { "win.write-note" } }, "", TRUE },
  { "save-monitor", { { "win.save-monitor" } }, "topic:taiwan", TRUE },
  { "shortcuts", { { "win.shortcuts" } }, "", TRUE },
  { "preferences", { { NULL } }, "", TRUE },
};
#define LARGE "large"        /* letters of 200 percent, as somebody may need them */
static const struct { int width, height; } SIZES[] = { { 360, 720 }, { 600, 800 }, { 900, 800 }, { 1280, 800 }, { 2560, 1300 } };

static GtkWidget *
dialog_of (GtkWidget *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  for (GList *l = all; l; l = l->next)
    if (l->data != window && GTK_IS_WINDOW (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n)
{
  gtk_widget_queue_draw (widget);
  return ++*(guint *) n < FRAMES;
}

static void
wait_frames (GtkWidget *window)
{
  guint n = 0;
  gtk_widget_add_tick_callback (window, tick_cb, &n, NULL);
  while (n < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
}

static void
save (GtkWidget *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  g_autoptr (GdkTexture) texture = node ? gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &GRAPHENE_RECT_INIT (0, 0, width, height)) : NULL;
  if (texture == NULL || !gdk_texture_save_to_png (texture, path))
    g_error ("The picture %s cannot be written.", path);
}

/* The innermost widget that cannot be as narrow as that: told, since a page that does not fit is a fault. */
static void
blame (GtkWidget *widget, int width)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    int minimum = 0;
    if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child))
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    if (minimum > width - 10) {
      blame (child, width);
      return;
    }
  }
  g_printerr ("    %s %s\n", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget));
}

static void
resize (GtkWidget *window, int width, int height)
{
  for (guint i = 0; i < 12 && ABS (gtk_widget_get_width (window) - width) > 12; i++) {   /* as a hand drags, step by step */
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);
    wait_frames (window);
  }
}

static gboolean
has_article (gpointer dossier)
{
  return att_dossier_get_article (dossier) != NULL;
}

static void
go (Fixture *f, GSettings *settings, const Scene *scene)
{
  AttDossier *dossier = att_window_get_dossier (ATT_WINDOW (f->window));
  att_dossier_take_filter (dossier, att_filter_parse (scene->filter, NULL));
  fixture_wait (fixture_is_covered, dossier);
  for (guint i = 0; i < G_N_ELEMENTS (scene->steps) && scene->steps[i].action; i++) {
    g_autoptr (GVariant) target = scene->steps[i].target ? g_variant_parse (NULL, scene->steps[i].target, NULL, NULL, NULL) : NULL;
    if (!gtk_widget_activate_action_variant (f->window, scene->steps[i].action, target))
      g_error ("%s: there is no action %s.", scene->name, scene->steps[i].action);
    if (strcmp (scene->steps[i].action, "win.next") == 0)
      fixture_wait (has_article, dossier);
  }
  if (strcmp (scene->name, "preferences") == 0)
    att_platform_present_preferences (GTK_WINDOW (f->window), att_preferences_page_new (settings));
  while (scene->dialog && dialog_of (f->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
leave (Fixture *f, const Scene *scene)
{
  AttDossier *dossier = att_window_get_dossier (ATT_WINDOW (f->window));
  for (GtkWidget *dialog; scene->dialog && (dialog = dialog_of (f->window));)
    gtk_window_destroy (GTK_WINDOW (dialog));
  if (!scene->dialog && scene->steps[0].action && strcmp (scene->name, "story") != 0)
    gtk_widget_activate_action (f->window, "win.show-page", "s", "desk");
  att_dossier_open (dossier, 0);
  fixture_settle ();
}

static void
take_all (Fixture *f, GSettings *settings, const char *folder, const char *look)
{
  for (guint size = 0; size < G_N_ELEMENTS (SIZES); size++)
    for (guint i = 0; i < G_N_ELEMENTS (SCENES); i++) {
      const Scene *scene = &SCENES[i];
      g_autofree char *name = g_strdup_printf ("%s-%d-%s.png", scene->name, SIZES[size].width, look), *path = g_build_filename (folder, name, NULL);
      if (strcmp (look, LARGE) == 0 && SIZES[size].width < 900)
        continue;   /* letters twice as large want a window twice as large */
      if (scene->dialog && SIZES[size].width != 360 && SIZES[size].width != 1280)
        continue;   /* a dialog has its own width */
      resize (f->window, SIZES[size].width, SIZES[size].height);
      go (f, settings, scene);
      GtkWidget *seen = scene->dialog ? dialog_of (f->window) : f->window;
      wait_frames (seen);
      wait_frames (seen);
      if (gtk_widget_get_width (seen) > SIZES[size].width + 12 && !scene->dialog) {
        g_printerr ("%s is %d pixels wide, and was to be %d:\n", name, gtk_widget_get_width (seen), SIZES[size].width);
        blame (seen, SIZES[size].width);
      }
      save (seen, path);
      leave (f, scene);
    }
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; GtkTextDirection direction; AdwColorScheme scheme; } LOOKS[] = {
    { "light", GTK_TEXT_DIR_LTR, ADW_COLOR_SCHEME_FORCE_LIGHT }, { "dark", GTK_TEXT_DIR_LTR, ADW_COLOR_SCHEME_FORCE_DARK }, { "rtl", GTK_TEXT_DIR_RTL, ADW_COLOR_SCHEME_FORCE_LIGHT }, { LARGE, GTK_TEXT_DIR_LTR, ADW_COLOR_SCHEME_FORCE_LIGHT },
  };
  Fixture f = { 0 };
  fixture_init_application (&argc, &argv);
  if (argc < 2)
    g_error ("A folder for the pictures is wanted.");
  const char *only = argc > 2 ? argv[2] : NULL, *suffix = g_getenv ("ADW_DEBUG_HIGH_CONTRAST") ? "-contrast" : "";
  g_autoptr (GSettings) settings = g_settings_new (ATT_APP_ID);
  g_mkdir_with_parents (argv[1], 0755);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture_set_up (&f, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (LOOKS); i++) {
    g_autofree char *look = g_strconcat (LOOKS[i].name, suffix, NULL);
    if (only && strcmp (only, look) != 0)
      continue;
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (strcmp (LOOKS[i].name, LARGE) == 0 ? 2 : 1) * 96 * 1024, NULL);
    gtk_widget_set_default_direction (LOOKS[i].direction);
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), LOOKS[i].scheme);
    f.window = GTK_WIDGET (att_window_new (GTK_APPLICATION (g_application_get_default ()), f.desk, settings));
    gtk_window_present (GTK_WINDOW (f.window));
    fixture_wait (fixture_is_covered, att_window_get_dossier (ATT_WINDOW (f.window)));
    take_all (&f, settings, argv[1], look);
    gtk_window_destroy (GTK_WINDOW (f.window));
    f.window = NULL;
  }
  fixture_tear_down (&f, NULL);
  return 0;
}
