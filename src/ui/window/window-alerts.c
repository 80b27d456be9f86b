/* window-alerts.c: what monitors said, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "store/monitors.h"
#include "ui/platform/platform.h"
#include "ui/widget/moment.h"

#include <glib/gi18n.h>

#define SHOWN 100

static const char *
reason (AttAlert alert)
{
  switch (alert) {
    case ATT_ALERT_FIRST: return _("all before was read");
    case ATT_ALERT_BURST: return _("more than usual");
    default:              return _("something came");
  }
}

static GtkWidget *
make_row (const AttRing *ring)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("%s: %u new story", "%s: %u new stories", ring->articles), ring->name, ring->articles);
  g_autofree char *when = att_moment_long (ring->moment);
  g_autofree char *outlets = g_strdup_printf (ngettext ("%u outlet", "%u outlets", ring->outlets), ring->outlets);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s  ·  %s  ·  %s", ring->headline, when, outlets, reason (ring->alert));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);   /* a headline is what an outlet wrote */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  return row;
}

static gpointer
read_rings (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_monitors_rings (db, SHOWN, error);
}

static void
rings_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rings = att_store_finish (ATT_STORE (source), result, &error);
  if (rings == NULL) {
    att_window_say (self, error->message, NULL, NULL);
    return;
  }
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _("Alerts"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What Monitors Said"));
  if (rings->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Nothing yet. Right-click a monitor and choose when it notifies you."));
  for (guint i = 0; i < rings->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (g_ptr_array_index (rings, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  att_platform_present_preferences (GTK_WINDOW (self), page);
}

static void
show_alerts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  att_store_ask_async (att_desk_get_store (self->desk), read_rings, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, rings_cb, g_object_ref (self));
}

static const GActionEntry ACTIONS[] = { { "alerts", show_alerts } };

void
att_window_alerts_install (AttWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
}
