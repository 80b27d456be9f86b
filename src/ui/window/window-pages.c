/* window-pages.c: the pages beside the desk, and the way there and back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "filter/syntax.h"
#include "store/trends.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct { const char *name, *title; } PAGES[] = { { "desk", "Attaché" }, { "trends", N_("Trends") }, { "topic", N_("Topic") }, { "actor", N_("Positions") } };

gboolean
att_window_is_on_page (AttWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  return g_strcmp0 (name, "welcome") != 0 && g_strcmp0 (name, "starting") != 0 && g_strcmp0 (name, "desk") != 0;
}

void
att_window_focus_list (AttWindow *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);   /* it may be on a menu that is gone: then no key comes to anybody */
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static gboolean
is_seen (GtkWidget *widget)
{
  for (GtkWidget *w = widget; w; w = gtk_widget_get_parent (w))
    if (!gtk_widget_get_visible (w))
      return FALSE;
  return TRUE;
}

void
att_window_keep_focus (AttWindow *self, GtkWidget *before)
{
  if (before == NULL || (is_seen (before) && !GTK_IS_PANED (before)) || att_window_is_on_page (self))
    return;
  gboolean narrow = att_window_is_narrow (self);
  GtkWidget *column = narrow && self->column == ATT_COLUMN_SOURCES ? self->sources_column : narrow && self->column == ATT_COLUMN_TOPICS ? self->topics_column : NULL;
  if (column)
    gtk_widget_child_focus (column, GTK_DIR_TAB_FORWARD);
  else if (self->column == ATT_COLUMN_READER && !gtk_widget_get_visible (self->list_column))
    att_reader_focus (self->reader);
  else
    att_window_focus_list (self);
}

/* Trends are those of what is filtered, which they say; how many days they go back is theirs, and a filter's days are picked in them. Elsewhere it
 * says whether the desk is sealed. */
void
att_window_show_subtitle (AttWindow *self)
{
  gboolean trends = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "trends") == 0;
  g_autoptr (AttFilter) shown = att_filter_copy (att_dossier_get_filter (self->dossier));
  shown->period = 0;
  g_autofree char *filter = trends ? att_filter_format (shown) : g_strdup ("");
  adw_window_title_set_subtitle (self->title, !*filter && att_desk_is_sealed (self->desk) ? _("Sealed: nothing goes out") : filter);
}

/* Whether what a person is at would be out of sight. */
static gboolean
leaves_unsaved (AttWindow *self, const char *name)
{
  return strcmp (name, "topic") != 0 && GTK_WIDGET (self->topic_page) == gtk_stack_get_visible_child (self->stack) && att_topic_page_is_changed (self->topic_page);
}

void
att_window_show_page (AttWindow *self, const char *name)
{
  guint n;
  gboolean unsaved = leaves_unsaved (self, name);
  g_object_get (att_dossier_get_sources (self->dossier), "n-feeds", &n, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    if (strcmp (PAGES[i].name, name) == 0) {
      gtk_stack_set_visible_child_name (self->stack, i == 0 && n == 0 ? "welcome" : name);
      adw_window_title_set_title (self->title, _(PAGES[i].title));
    }
  att_window_show_subtitle (self);
  att_window_lay_out (self);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (att_window_is_on_page (self)) {
    if (focus == NULL || !gtk_widget_is_ancestor (focus, page))   /* else it would go one too far */
      gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  } else
    att_window_focus_list (self);
  if (unsaved)
    att_window_say (self, _("The topic is not saved"), _("Go On"), "win.go-on-with-topic");
}

static void
show_page (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_window_show_page (data, g_variant_get_string (parameter, NULL));
}

/* The stories a filter asks for, from wherever it was asked. */
static void
show_stories (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  AttFilter *filter = att_filter_parse (g_variant_get_string (parameter, NULL), NULL);
  if (filter == NULL)
    return;
  att_window_show_stories (self, filter);
  att_filter_unref (filter);
}

void
att_window_show_stories (AttWindow *self, AttFilter *filter)
{
  att_dossier_set_filter (self->dossier, filter);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "starting") != 0)   /* else there is a page when it is known which */
    att_window_show_page (self, "desk");
  att_window_show_column (self, ATT_COLUMN_LIST);
}

static gboolean
has_stories (AttWindow *self)
{
  const AttCoverage *coverage = att_dossier_get_coverage (self->dossier);
  return coverage && coverage->n_ids > 0;
}

/* The answer is there: where nothing was found, the keyboard is where it can be asked for otherwise, and not on what takes the filter away.
 * Whoever has gone on meanwhile is left alone. */
static void
found_cb (AttWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean waits = focus == NULL || focus == self->asked_from || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  g_signal_handlers_disconnect_by_func (self->dossier, found_cb, self);
  if (!waits || att_window_is_on_page (self) || att_dossier_get_filter (self->dossier) != self->asked_for)
    return;
  if (has_stories (self))
    att_window_focus_list (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
}

static void
to_stories (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  if (has_stories (self))
    att_window_focus_list (self);
  g_signal_handlers_disconnect_by_func (self->dossier, found_cb, self);
  if (att_dossier_is_answered (self->dossier))
    return;
  self->asked_from = gtk_window_get_focus (GTK_WINDOW (self));
  self->asked_for = att_dossier_get_filter (self->dossier);
  g_signal_connect_object (self->dossier, "notify::articles", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);   /* behind the list, which has them by then */
}

/* What a pane has to tell, which knows no window. */
static void
say (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_window_say (data, g_variant_get_string (parameter, NULL), NULL, NULL);
}

typedef struct { AttWindow *window; char *phrase; gboolean dismissed; } Dismissal;

static void
dismissal_free (gpointer data)
{
  g_free (((Dismissal *) data)->phrase);
  g_free (data);
}

static gpointer
write_dismissal (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Dismissal *dismissal = data;
  change->feeds = att_trends_dismiss (db, dismissal->phrase, dismissal->dismissed, error);
  return NULL;
}

static void
dismissed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    att_desk_fail (self->desk, error);
}

static void
tell_dismissal (AttWindow *self, const char *phrase, gboolean dismissed)
{
  Dismissal *dismissal = g_new (Dismissal, 1);
  *dismissal = (Dismissal) { self, g_strdup (phrase), dismissed };
  att_store_tell_async (att_desk_get_store (self->desk), write_dismissal, dismissal, dismissal_free, NULL, dismissed_cb, g_object_ref (self));
}

static void
allow_again (gpointer data)
{
  const Dismissal *dismissal = data;
  tell_dismissal (dismissal->window, dismissal->phrase, FALSE);
}

static void
dismiss_phrase (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *phrase = g_variant_get_string (parameter, NULL);
  g_autofree char *words = g_strdup_printf (_("“%s” will not be shown again"), phrase);
  Dismissal *dismissal = g_new (Dismissal, 1);
  *dismissal = (Dismissal) { data, g_strdup (phrase), TRUE };
  tell_dismissal (data, phrase, TRUE);
  att_window_did (data, words, allow_again, dismissal, dismissal_free);
}

static const GActionEntry ACTIONS[] = { { "show-page", show_page, "s" }, { "show-stories", show_stories, "s" }, { "to-stories", to_stories }, { "say", say, "s" }, { "dismiss-phrase", dismiss_phrase, "s" } };

void
att_window_pages_install (AttWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  g_signal_connect_object (self->dossier, "notify::filter", G_CALLBACK (att_window_show_subtitle), self, G_CONNECT_SWAPPED);
  gtk_application_set_accels_for_action (application, "win.show-page::trends", (const char *const[]) { "<Control>t", NULL });
}
