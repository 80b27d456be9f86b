/* window-outside.c: whether anything goes out, and which hosts were ever asked.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "base/date.h"
#include "store/condition.h"
#include "store/contacts.h"
#include "ui/platform/platform.h"
#include "ui/widget/moment.h"

#include <glib/gi18n.h>

static void
show_seal (AttWindow *self)
{
  gboolean sealed = att_desk_is_sealed (self->desk);
  att_window_show_subtitle (self);
  att_window_enable (self, "refresh", !sealed);
  att_window_enable (self, "refresh-feed", !sealed);
}

/* Also when it was sealed, or unsealed, from elsewhere. */
static void
sealed_cb (AttWindow *self)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "sealed")), g_variant_new_boolean (att_desk_is_sealed (self->desk)));
  show_seal (self);
}

static void
seal (GSimpleAction *action, GVariant *state, gpointer data)
{
  AttWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_simple_action_set_state (action, state);
  if (!att_desk_seal (self->desk, g_variant_get_boolean (state), &error))
    att_window_say (self, error->message, NULL, NULL);
  show_seal (self);
}

static gpointer
read_contacts (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_contacts_list (db, error);
}

static GtkWidget *
make_row (const AttContact *contact)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *first = att_moment_long (contact->first), *last = att_moment_long (contact->last), *times = g_strdup_printf (ngettext ("%u request", "%u requests", contact->requests), contact->requests);
  g_autofree char *subtitle = g_strdup_printf (_("%s; first %s, last %s"), times, first, last);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), contact->host);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
contacts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = att_store_finish (ATT_STORE (source), result, &error);
  if (contacts == NULL) {
    att_window_say (self, error->message, NULL, NULL);
    return;
  }
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _("Hosts Contacted"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Hosts Contacted"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), contacts->len ? _("Every host this desk ever sent a request to. Nobody else was asked anything.") : _("None: nothing was ever fetched."));
  for (guint i = 0; i < contacts->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (g_ptr_array_index (contacts, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  att_platform_present_preferences (GTK_WINDOW (self), page);
}

static void
show_contacts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  att_store_ask_async (att_desk_get_store (self->desk), read_contacts, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, contacts_cb, g_object_ref (self));
}

static gpointer
read_condition (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_condition_read (db, att_date_now (), error);
}

static void
condition_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *condition = att_store_finish (ATT_STORE (source), result, &error), *system = condition ? att_platform_describe (GTK_WIDGET (self)) : NULL;
  if (condition == NULL) {
    att_window_say (self, error->message, NULL, NULL);
    return;
  }
  g_autofree char *whole = g_strconcat (condition, system, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), whole);
  att_window_say (self, _("Copied: numbers and versions, no feed, host or name"), NULL, NULL);
}

static void
copy_diagnostics (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  att_store_ask_async (att_desk_get_store (self->desk), read_condition, NULL, NULL, g_free, NULL, condition_cb, g_object_ref (self));
}

static const GActionEntry ACTIONS[] = { { "sealed", NULL, NULL, "false", seal }, { "contacts", show_contacts }, { "copy-diagnostics", copy_diagnostics } };

void
att_window_outside_install (AttWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  g_signal_connect_object (self->desk, "sealed", G_CALLBACK (sealed_cb), self, G_CONNECT_SWAPPED);
  sealed_cb (self);
}
