/* platform.c: what newer GTKs do otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/platform/platform.h"

#include "ui/platform/suggestions.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* This file alone lives in both worlds: the old way where the baseline has no newer one. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Pixels of what is written in a question; less, and libadwaita 1.7 measures a short heading for less than it needs. */
#define ENTRY_WIDTH 240
#define LINES_WIDTH 300
#define LINES_HEIGHT 130
#define LINES_MARGIN 8

void
att_platform_open_uri (GtkWindow *parent, const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

char *
att_platform_describe (GtkWidget *widget)
{
  const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");
  return g_strdup_printf ("GTK: %u.%u.%u\nlibadwaita: %u.%u.%u\nDisplay: %s, %s, scale %d\nDesktop: %s\nLanguage: %s, %s\n", gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          G_OBJECT_TYPE_NAME (gtk_widget_get_display (widget)), G_OBJECT_TYPE_NAME (gtk_native_get_renderer (gtk_widget_get_native (widget))),
                          gtk_widget_get_scale_factor (widget), desktop ? desktop : "unknown", g_get_language_names ()[0],
                          gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? "from the right" : "from the left");
}

void
att_platform_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Attaché",
                         "application-icon", ATT_APP_ID,
                         "version", ATT_VERSION,
                         "developer-name", _("The Attaché contributors"),
                         "comments", _("Media monitoring for diplomacy: what the press brings on a matter, who said it, and why it was marked."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

void
att_platform_present_preferences (GtkWindow *parent, GtkWidget *page)
{
  GtkWidget *window = adw_preferences_window_new ();
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  const char *title = adw_preferences_page_get_title (ADW_PREFERENCES_PAGE (page));
  gtk_window_set_title (GTK_WINDOW (window), title && *title ? title : _("Preferences"));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 460);
  gtk_window_present (GTK_WINDOW (window));
}

void
att_platform_say_in_preferences (GtkWidget *within, const char *words)
{
  GtkRoot *window = gtk_widget_get_root (within);
  g_autofree char *markup = g_markup_escape_text (words, -1);   /* a toast reads markup */
  if (ADW_IS_PREFERENCES_WINDOW (window))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (markup));
}

void
att_platform_show_shortcuts (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/attache/Attache/ui/app/shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}

void
att_platform_close_by_key (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_task_return_boolean (task, g_str_equal (response, "yes"));
}

void
att_platform_ask_async (GtkWindow *parent, const char *heading, const char *body, const char *yes, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "no", _("_Cancel"), "yes", yes, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "yes", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "no");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "no");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
att_platform_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/* What was typed into an entry or a text view, without the space around it. */
static char *
typed (GtkWidget *field)
{
  if (GTK_IS_EDITABLE (field))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field))));
  GtkTextIter start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
worded_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autofree char *text = typed (g_object_get_data (G_OBJECT (dialog), "field"));
  gboolean said = strcmp (response, "yes") == 0 && *text;
  g_task_return_pointer (task, said ? g_steal_pointer (&text) : NULL, g_free);
}

static void
text_cb (GObject *changed, AdwMessageDialog *dialog)
{
  g_autofree char *text = typed (g_object_get_data (G_OBJECT (dialog), "field"));
  adw_message_dialog_set_response_enabled (dialog, "yes", *text != '\0');
}

/* Asks with the field in a box. */
static void
ask_words (GtkWindow *parent, const char *heading, GtkWidget *box, GtkWidget *field, const char *yes, GTask *task)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  g_object_set_data (G_OBJECT (dialog), "field", field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "no", _("_Cancel"), "yes", yes, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "yes", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "no");
  g_signal_connect (dialog, "response", G_CALLBACK (worded_cb), task);
  gpointer changes = GTK_IS_EDITABLE (field) ? (gpointer) field : gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  g_signal_connect_object (changes, "changed", G_CALLBACK (text_cb), dialog, 0);
  text_cb (changes, ADW_MESSAGE_DIALOG (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (field);
}

void
att_platform_ask_text_async (GtkWindow *parent, const char *heading, const char *text, const char *yes, GAsyncReadyCallback callback, gpointer data)
{
  static const char *const NONE[] = { NULL };
  att_platform_ask_text_among_async (parent, heading, text, NONE, yes, callback, data);
}

void
att_platform_ask_text_among_async (GtkWindow *parent, const char *heading, const char *text, const char *const *known, const char *yes, GAsyncReadyCallback callback, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_set_size_request (entry, ENTRY_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), entry);
  if (*known)
    gtk_box_append (GTK_BOX (box), att_suggestions_new (GTK_EDITABLE (entry), known));
  ask_words (parent, heading, box, entry, yes, g_task_new (parent, NULL, callback, data));
}

void
att_platform_ask_lines_async (GtkWindow *parent, const char *heading, const char *text, const char *yes, GAsyncReadyCallback callback, gpointer data)
{
  GtkWidget *box = gtk_scrolled_window_new (), *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), LINES_MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), LINES_MARGIN);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), LINES_MARGIN);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), LINES_MARGIN);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK), gtk_named_action_new ("default.activate")));
  gtk_widget_add_controller (view, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (box), view);
  gtk_widget_add_css_class (box, "frame");
  gtk_widget_set_size_request (box, LINES_WIDTH, LINES_HEIGHT);
  ask_words (parent, heading, box, view, yes, g_task_new (parent, NULL, callback, data));
}

char *
att_platform_ask_text_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
login_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (GTask) task = data;
  GtkWidget *list = adw_message_dialog_get_extra_child (dialog), *name = gtk_widget_get_first_child (list);
  const char *user = gtk_editable_get_text (GTK_EDITABLE (name)), *password = gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_next_sibling (name)));
  const char *words[] = { user, password, NULL };
  g_task_return_pointer (task, strcmp (response, "yes") == 0 ? g_strdupv ((char **) words) : NULL, (GDestroyNotify) g_strfreev);
}

void
att_platform_ask_login_async (GtkWindow *parent, const char *body, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Sign In"), body), *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *name = gtk_entry_new (), *password = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (name), _("Name"));   /* no AdwEntryRow, no GtkPasswordEntry: where Return in one closes the dialog, GTK 4.8 looks at it afterwards */
  g_object_set (password, "placeholder-text", _("Password"), "visibility", FALSE, "input-purpose", GTK_INPUT_PURPOSE_PASSWORD, "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (password), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Password"), -1);
  gtk_widget_set_size_request (list, ENTRY_WIDTH, -1);
  gtk_box_append (GTK_BOX (list), name);
  gtk_box_append (GTK_BOX (list), password);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "no", _("_Cancel"), "yes", _("_Sign In"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "yes", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "no");
  g_signal_connect (dialog, "response", G_CALLBACK (login_cb), task);
  g_signal_connect_swapped (name, "activate", G_CALLBACK (gtk_widget_grab_focus), password);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (name);
}

gboolean
att_platform_ask_login_finish (GAsyncResult *result, char **user, char **password)
{
  g_autofree char **words = g_task_propagate_pointer (G_TASK (result), NULL);
  *user = words ? words[0] : NULL;
  *password = words ? words[1] : NULL;
  return words != NULL;
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GTask) task = data;
  GFile *file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_task_return_pointer (task, file, g_object_unref);
  g_object_unref (dialog);
}

static void
choose (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *name, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (parent, NULL, callback, data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  if (name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
att_platform_open_file_async (GtkWindow *parent, const char *title, GAsyncReadyCallback callback, gpointer data)
{
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, callback, data);
}

void
att_platform_save_file_async (GtkWindow *parent, const char *title, const char *name, GAsyncReadyCallback callback, gpointer data)
{
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, name, callback, data);
}

GFile *
att_platform_file_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
att_platform_get_color (GtkWidget *widget, GdkRGBA *color)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
}

void
att_platform_name_button (GtkWidget *button, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);   /* newer GTKs tie it to its words, which win */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
att_platform_choose_renderer (void)
{
  if (g_file_test ("/dev/dri", G_FILE_TEST_EXISTS))
    return;
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (gtk_get_minor_version () < 16)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  else
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
}
