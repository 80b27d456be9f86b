/* preferences.c: how often, how it looks, and what may be loaded.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/preferences.h"

#include <glib/gi18n.h>

static const int MINUTES[] = { 15, 30, 60, 180, 720 }, DAYS[] = { 0, 1096, 366, 90, 30 }, QUIET[] = { 0, 2207, 2008, 1809 };   /* QUIET: from 22 to 7 */

static GtkWidget *
add_choice (GtkWidget *group, const char *title, const char *subtitle, const char *const *choices, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
interval_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  guint at = adw_combo_row_get_selected (row);
  if (at < G_N_ELEMENTS (MINUTES))
    g_settings_set_int (settings, "interval", MINUTES[at]);
}

static void
keep_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  guint at = adw_combo_row_get_selected (row);
  if (at < G_N_ELEMENTS (DAYS))
    g_settings_set_int (settings, "keep-days", DAYS[at]);
}

static void
quiet_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  guint at = adw_combo_row_get_selected (row);
  if (at >= G_N_ELEMENTS (QUIET))
    return;
  g_settings_set_int (settings, "quiet-from", QUIET[at] / 100);
  g_settings_set_int (settings, "quiet-until", QUIET[at] % 100);
}

/* Where a value stands among the choices. */
static guint
place_of (const int *choices, guint n, int value, guint otherwise)
{
  for (guint i = 0; i < n; i++)
    if (choices[i] == value)
      return i;
  return otherwise;
}

static void
theme_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  g_settings_set_enum (settings, "theme", adw_combo_row_get_selected (row));
}

static void
images_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  g_settings_set_enum (settings, "images", adw_combo_row_get_selected (row));
}

GtkWidget *
att_preferences_page_new (GSettings *settings)
{
  const char *const intervals[] = { _("15 minutes"), _("30 minutes"), _("1 hour"), _("3 hours"), _("12 hours"), NULL };
  const char *const themes[] = { _("Like the system"), _("Light"), _("Dark"), NULL };
  const char *const days[] = { _("For Ever"), _("3 years"), _("1 year"), _("90 days"), _("30 days"), NULL };
  const char *const hours[] = { _("None"), _("22 to 7"), _("20 to 8"), _("18 to 9"), NULL };
  guint quiet_at = place_of (QUIET, G_N_ELEMENTS (QUIET), g_settings_get_int (settings, "quiet-from") * 100 + g_settings_get_int (settings, "quiet-until"), 0);
  const char *const images[] = { _("Never"), _("When asked"), _("Always"), NULL };
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  guint at = place_of (MINUTES, G_N_ELEMENTS (MINUTES), g_settings_get_int (settings, "interval"), 1), kept = place_of (DAYS, G_N_ELEMENTS (DAYS), g_settings_get_int (settings, "keep-days"), 0);
  GtkWidget *interval = add_choice (group, _("Refresh Every"), _("A feed that asks for longer is visited less often"), intervals, at);
  GtkWidget *keep = add_choice (group, _("Keep Stories"), _("Starred and corrected stories always stay"), days, kept);
  GtkWidget *quiet = add_choice (group, _("Quiet Hours"), _("What monitors have to say then is told in one when they are over"), hours, quiet_at);
  GtkWidget *theme = add_choice (group, _("Style"), NULL, themes, g_settings_get_enum (settings, "theme"));
  GtkWidget *image = add_choice (group, _("Load Images"), _("An image tells its server that you read the story"), images, g_settings_get_enum (settings, "images"));
  g_signal_connect_object (interval, "notify::selected", G_CALLBACK (interval_cb), settings, 0);
  g_signal_connect_object (keep, "notify::selected", G_CALLBACK (keep_cb), settings, 0);
  g_signal_connect_object (quiet, "notify::selected", G_CALLBACK (quiet_cb), settings, 0);
  g_signal_connect_object (theme, "notify::selected", G_CALLBACK (theme_cb), settings, 0);
  g_signal_connect_object (image, "notify::selected", G_CALLBACK (images_cb), settings, 0);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}
