/* window.c: one window: sources, stories, reader and topics over one dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "filter/syntax.h"
#include "ui/feeds/feed-finder.h"
#include "ui/feeds/source-list.h"
#include "ui/topics/topic-panel.h"
#include "ui/trends/trend-view.h"
#include "ui/widget/menu.h"
#include "ui/widget/slack.h"
#include "ui/window/progress-bar.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (AttWindow, att_window, ADW_TYPE_APPLICATION_WINDOW)

enum { PROP_0, PROP_DOSSIER, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { NARROW = 600, WIDE = 900, PANEL = 1120, ROOMY = 1600 };   /* pixels: see the header */

/* What its width comes to for letters of the usual size: whoever needs them twice as large has half the room. */
static int
width_in_letters (AttWindow *self)
{
  int dpi = -1;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (gint64) self->width * 96 * 1024 / dpi : self->width;
}

gboolean
att_window_is_narrow (AttWindow *self)
{
  return width_in_letters (self) < NARROW;
}

/* A button looks as its column is, whatever it was pressed for. */
static void
press (AttWindow *self, const char *action, gboolean shown)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), g_variant_new_boolean (shown));
}

/* A paned of which one side is hidden goes on taking the clicks where its handle was. */
static void
rest_handle (GtkPaned *paned)
{
  GtkWidget *start = gtk_paned_get_start_child (paned), *end = gtk_paned_get_end_child (paned);
  gboolean both = start && end && gtk_widget_get_visible (start) && gtk_widget_get_visible (end);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (paned));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);
    if (!GTK_IS_GESTURE (one))
      continue;
    if (g_object_get_data (G_OBJECT (one), "phase") == NULL)   /* as it was made; and one, for it may be 0 */
      g_object_set_data (G_OBJECT (one), "phase", GUINT_TO_POINTER (gtk_event_controller_get_propagation_phase (one) + 1));
    gtk_event_controller_set_propagation_phase (one, both ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (one), "phase")) - 1 : GTK_PHASE_NONE);
  }
}

/* Which columns there is room for. */
void
att_window_lay_out (AttWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int width = width_in_letters (self);
  gboolean narrow = att_window_is_narrow (self), wide = width >= WIDE;
  gboolean reading = self->column == ATT_COLUMN_READER;
  gboolean both = width >= PANEL || (wide && !reading), one = wide || !reading;   /* room for sources and topics beside the stories, or for one of them */
  gboolean topics = self->topics_shown && (both || (one && !(self->sources_shown && self->sources_first)));
  gboolean sources = self->sources_shown && (both || (one && !topics));
  gtk_widget_set_visible (self->sources_column, narrow ? self->column == ATT_COLUMN_SOURCES : sources);
  gtk_widget_set_visible (self->list_column, narrow ? self->column == ATT_COLUMN_LIST : wide || !reading);
  gtk_widget_set_visible (self->reader_column, narrow ? reading : wide || reading);
  gtk_widget_set_visible (self->topics_column, narrow ? self->column == ATT_COLUMN_TOPICS : topics);
  press (self, "show-sources", gtk_widget_get_visible (self->sources_column));
  press (self, "show-topics", gtk_widget_get_visible (self->topics_column));
  gtk_widget_set_visible (GTK_WIDGET (self->inner), gtk_widget_get_visible (self->list_column) || gtk_widget_get_visible (self->reader_column));
  gtk_widget_set_visible (GTK_WIDGET (self->middle), gtk_widget_get_visible (GTK_WIDGET (self->inner)) || gtk_widget_get_visible (self->topics_column));
  rest_handle (self->outer);
  rest_handle (self->middle);
  rest_handle (self->inner);
  gboolean page = att_window_is_on_page (self), desk = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "desk") == 0;
  gtk_widget_set_visible (self->desk_buttons, desk && (!narrow || !reading));
  gtk_widget_set_visible (self->story_buttons, !page && (!narrow || reading));
  gtk_widget_set_visible (self->panel_button, desk && (!narrow || !reading));
  gtk_widget_set_visible (self->add_button, !narrow);   /* the menu has it, and refreshing too */
  gboolean back = page || (narrow && self->column != ATT_COLUMN_LIST) || (!wide && reading);
  att_window_enable (self, "back", back);
  att_window_enable (self, "show-sources", !page);   /* of the desk, which is out of sight */
  att_window_enable (self, "show-topics", !page);
  att_window_enable (self, "save-monitor", !page);
  att_window_enable (self, "find-in-story", !page && att_dossier_get_article (self->dossier));
  att_article_list_set_lines (self->list, width >= ROOMY ? 2 : 1);
  att_window_keep_focus (self, focus);
}

void
att_window_show_column (AttWindow *self, AttColumn column)
{
  self->column = column;
  att_window_lay_out (self);
}

/* The widths remembered. A paned that is shown with another width than before moves its handle by the difference: so once that is done. */
static gboolean
place_columns (GtkWidget *outer, GdkFrameClock *clock, gpointer data)
{
  AttWindow *self = data;
  if (++self->frames < 2)
    return G_SOURCE_CONTINUE;
  gtk_paned_set_position (self->outer, self->sources_width);
  gtk_paned_set_position (self->inner, self->list_width);
  gtk_paned_set_position (self->middle, MAX (gtk_widget_get_width (GTK_WIDGET (self->middle)) - self->topics_width, 1));
  self->placing = 0;
  return G_SOURCE_REMOVE;
}

void
att_window_place (AttWindow *self)
{
  if (att_window_is_narrow (self))
    return;   /* one column has it all */
  self->frames = 0;
  if (self->placing == 0)
    self->placing = gtk_widget_add_tick_callback (GTK_WIDGET (self->outer), place_columns, self, NULL);
}

/* Whether what stands at the fixed side of a handle is as wide as it is only because the other side cannot be narrower. */
static gboolean
is_squeezed (AttWindow *self, GtkPaned *paned)
{
  int least, most, position = gtk_paned_get_position (paned);
  g_object_get (paned, "min-position", &least, "max-position", &most, NULL);
  return paned == self->middle ? position <= least : position >= most;
}

/* Somebody drags a column. Where one moves because the window has another width, or is squeezed, that says nothing of the widths wanted. */
static void
dragged_cb (AttWindow *self, GParamSpec *pspec, GtkPaned *paned)
{
  int position = gtk_paned_get_position (paned);
  if (self->placing || self->width < PANEL || gtk_widget_get_width (GTK_WIDGET (self->outer)) != self->width || is_squeezed (self, paned))
    return;
  if (paned == self->outer)
    self->sources_width = position;
  else if (paned == self->inner)
    self->list_width = position;
  else if (gtk_widget_get_visible (self->topics_column))
    self->topics_width = gtk_widget_get_width (GTK_WIDGET (paned)) - position;
}

/* The desk has another width. */
static void
resized_cb (AttWindow *self, int width)
{
  self->width = width;
  att_window_lay_out (self);
  att_window_place (self);
}

static void
article_cb (AttWindow *self)
{
  if (att_dossier_get_article (self->dossier))
    att_window_show_column (self, ATT_COLUMN_READER);
  else if (self->column == ATT_COLUMN_READER)
    att_window_show_column (self, ATT_COLUMN_LIST);
}

static void
failed_cb (AttWindow *self, const char *words)
{
  att_window_say (self, words, NULL, NULL);
}

static void
trouble_cb (AttWindow *self)
{
  g_autofree char *words = NULL;
  g_object_get (self->dossier, "trouble", &words, NULL);
  if (words)
    att_window_say (self, words, NULL, NULL);
}

/* The welcome page, or the desk once there is a feed. */
static void
ready_cb (AttWindow *self)
{
  gboolean ready;
  guint n;
  g_object_get (att_dossier_get_sources (self->dossier), "ready", &ready, "n-feeds", &n, NULL);
  const char *name = n ? "desk" : "welcome";
  gint64 wanted = ready ? self->wanted : 0;
  if (wanted)
    att_window_open_monitor (self, wanted);
  if (!ready || (n > 0 && att_window_is_on_page (self)) || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, name);
  att_window_lay_out (self);
  if (n > 0)
    att_window_focus_list (self);
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

AttDesk *
att_window_get_desk (AttWindow *self)
{
  return self->desk;
}

static void
opened_cb (AttWindow *self)
{
  const AttArticle *article = att_dossier_get_article (self->dossier);
  if (article && article->id != self->opened)
    att_page_round_open (self->pages, article->id);
  self->opened = article ? article->id : 0;
}

void
att_window_set_pages (AttWindow *self, AttPageRound *pages)
{
  g_set_object (&self->pages, pages);
  att_progress_bar_set_pages (ATT_PROGRESS_BAR (self->progress_bar), pages);
  g_signal_connect_object (self->dossier, "notify::article", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
}

AttDossier *
att_window_get_dossier (AttWindow *self)
{
  return self->dossier;
}

void
att_window_add_feed (AttWindow *self, const char *address)
{
  att_feed_finder_present (GTK_WINDOW (self), self->desk, address);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  int n = att_desk_subscribe_finish (ATT_DESK (source), result, &error);
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("%d feed added", "%d feeds added", n), n) : g_strdup (_("All of these feeds were there already"));
  att_window_say (self, error ? error->message : words, NULL, NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  if (bytes)
    att_desk_import_async (self->desk, bytes, imported_cb, g_object_ref (self));
  else
    att_window_say (self, error->message, NULL, NULL);
}

void
att_window_import (AttWindow *self, GFile *file)
{
  g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (self));
}

/* A list says what it is near its beginning; everything else is for the finder. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_file_get_uri (G_FILE (source));
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  gsize length;
  const char *data_of = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  if (error)
    att_window_say (self, error->message, NULL, NULL);
  else if (data_of && g_strstr_len (data_of, MIN (length, 4096), "<opml"))
    att_desk_import_async (self->desk, bytes, imported_cb, g_object_ref (self));
  else
    att_window_add_feed (self, uri);
}

void
att_window_take (AttWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  if (g_file_is_native (file))
    g_file_load_bytes_async (file, NULL, looked_cb, g_object_ref (self));
  else
    att_window_add_feed (self, uri);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, AttWindow *self)
{
  for (GSList *at = gdk_file_list_get_files (g_value_get_boxed (value)); at; at = at->next)
    att_window_import (self, at->data);
  return TRUE;
}

static void
restore (AttWindow *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, "filter");
  g_autoptr (AttFilter) filter = att_filter_parse (text, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "width"), g_settings_get_int (self->settings, "height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->sources_shown = g_settings_get_boolean (self->settings, "sources-shown");
  self->topics_shown = g_settings_get_boolean (self->settings, "topics-shown");
  self->width = g_settings_get_int (self->settings, "width");
  self->sources_width = g_settings_get_int (self->settings, "sources-width");
  self->list_width = g_settings_get_int (self->settings, "list-width");
  self->topics_width = g_settings_get_int (self->settings, "topics-width");
  gtk_paned_set_position (self->outer, self->sources_width);
  gtk_paned_set_position (self->inner, self->list_width);
  gtk_paned_set_position (self->middle, MAX (self->width - self->sources_width - self->topics_width, 1));
  att_dossier_set_filter (self->dossier, filter ? filter : (AttFilter *) att_dossier_get_filter (self->dossier));
}

static void
remember (AttWindow *self)
{
  int width, height;
  att_filter_bar_settle (self->filter_bar);
  g_autofree char *text = att_filter_format (att_dossier_get_filter (self->dossier));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "width", width);
  g_settings_set_int (self->settings, "height", height);
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_boolean (self->settings, "sources-shown", self->sources_shown);
  g_settings_set_boolean (self->settings, "topics-shown", self->topics_shown);
  g_settings_set_string (self->settings, "filter", text);
  g_settings_set_int (self->settings, "sources-width", self->sources_width);
  g_settings_set_int (self->settings, "list-width", self->list_width);
  g_settings_set_int (self->settings, "topics-width", self->topics_width);
}

static gboolean
close_request (GtkWindow *window)
{
  remember (ATT_WINDOW (window));
  return GTK_WINDOW_CLASS (att_window_parent_class)->close_request (window);
}

GtkWidget *
att_window_new (GtkApplication *application, AttDesk *desk, GSettings *settings)
{
  AttWindow *self = g_object_new (ATT_TYPE_WINDOW, "application", application, NULL);
  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  self->dossier = att_dossier_new (att_desk_get_store (desk));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOSSIER]);
  g_signal_connect_object (self->dossier, "notify::article", G_CALLBACK (article_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dossier, "notify::trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (att_dossier_get_sources (self->dossier), "notify::ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  att_progress_bar_set_desk (ATT_PROGRESS_BAR (self->progress_bar), desk);
  restore (self);
  att_window_actions_install (self);
  att_window_copies_install (self);
  att_window_marks_install (self);
  att_window_feeds_install (self);
  att_window_monitors_install (self);
  att_window_alerts_install (self);
  att_window_notes_install (self);
  att_window_outside_install (self);
  att_window_pages_install (self);
  att_window_panel_install (self);
  att_window_reading_install (self);
  att_window_teach_install (self);
  att_window_topics_install (self);
  att_window_actors_install (self);
  att_window_lay_out (self);
  return GTK_WIDGET (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, ATT_WINDOW (object)->dossier);
}

static void
att_window_dispose (GObject *object)
{
  AttWindow *self = ATT_WINDOW (object);
  g_cancellable_cancel (self->copying);
  g_clear_weak_pointer (&self->deed);
  g_clear_weak_pointer (&self->said);
  g_clear_object (&self->dossier);
  g_clear_object (&self->pages);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (att_window_parent_class)->dispose (object);
}

static void
att_window_class_init (AttWindowClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_window_dispose;
  G_OBJECT_CLASS (class)->get_property = get_property;
  GTK_WINDOW_CLASS (class)->close_request = close_request;
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, ATT_TYPE_DOSSIER, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
  g_type_ensure (ATT_TYPE_SLACK);
  g_type_ensure (ATT_TYPE_SOURCE_LIST);
  g_type_ensure (ATT_TYPE_FILTER_BAR);
  g_type_ensure (ATT_TYPE_ARTICLE_LIST);
  g_type_ensure (ATT_TYPE_READER);
  g_type_ensure (ATT_TYPE_TOPIC_PANEL);
  g_type_ensure (ATT_TYPE_TREND_VIEW);
  g_type_ensure (ATT_TYPE_TOPIC_PAGE);
  g_type_ensure (ATT_TYPE_ACTOR_PAGE);
  g_type_ensure (ATT_TYPE_PROGRESS_BAR);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/window/window.ui");
  gtk_widget_class_bind_template_child (widget, AttWindow, toasts);
  gtk_widget_class_bind_template_child (widget, AttWindow, title);
  gtk_widget_class_bind_template_child (widget, AttWindow, stack);
  gtk_widget_class_bind_template_child (widget, AttWindow, sources_column);
  gtk_widget_class_bind_template_child (widget, AttWindow, list_column);
  gtk_widget_class_bind_template_child (widget, AttWindow, reader_column);
  gtk_widget_class_bind_template_child (widget, AttWindow, topics_column);
  gtk_widget_class_bind_template_child (widget, AttWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget, AttWindow, desk_buttons);
  gtk_widget_class_bind_template_child (widget, AttWindow, story_buttons);
  gtk_widget_class_bind_template_child (widget, AttWindow, panel_button);
  gtk_widget_class_bind_template_child (widget, AttWindow, menu_button);
  gtk_widget_class_bind_template_child (widget, AttWindow, add_button);
  gtk_widget_class_bind_template_child (widget, AttWindow, outer);
  gtk_widget_class_bind_template_child (widget, AttWindow, middle);
  gtk_widget_class_bind_template_child (widget, AttWindow, inner);
  gtk_widget_class_bind_template_child (widget, AttWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget, AttWindow, list);
  gtk_widget_class_bind_template_child (widget, AttWindow, topic_page);
  gtk_widget_class_bind_template_child (widget, AttWindow, actor_page);
  gtk_widget_class_bind_template_child (widget, AttWindow, reader);
  gtk_widget_class_bind_template_callback (widget, resized_cb);
  gtk_widget_class_bind_template_callback (widget, dragged_cb);
}

static void
att_window_init (AttWindow *self)
{
  self->column = ATT_COLUMN_LIST;
  gtk_widget_init_template (GTK_WIDGET (self));
  att_menu_mend_button (GTK_MENU_BUTTON (self->menu_button));
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
