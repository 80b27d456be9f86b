/* preferences.c: how often, how it looks, and what may be loaded.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/preferences.h"

#include "ui/widget/choice.h"

#include <glib/gi18n.h>
#include <string.h>

static const int MINUTES[] = { 15, 30, 60, 180, 720 }, DAYS[] = { 0, 1096, 366, 90, 30 }, QUIET[] = { 0, 2207, 2008, 1809 };   /* QUIET: from 22 to 7 */

static void
interval_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  guint at = adw_combo_row_get_selected (row);
  if (at < G_N_ELEMENTS (MINUTES))
    g_settings_set_int (settings, "interval", MINUTES[at]);
}

static void
metered_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  g_settings_set_boolean (settings, "metered", adw_combo_row_get_selected (row) == 1);
}

static void
background_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  guint at = adw_combo_row_get_selected (row);   /* no, until the session ends, and in every session */
  g_settings_set_boolean (settings, "autostart", at == 2);
  g_settings_set_boolean (settings, "background", at >= 1);
}

static guint
watches_at (GSettings *settings)
{
  return g_settings_get_boolean (settings, "autostart") ? 2 : g_settings_get_boolean (settings, "background");
}

/* The system may refuse it. */
static void
watch_changed_cb (GSettings *settings, const char *key, AdwComboRow *row)
{
  g_signal_handlers_block_by_func (row, background_cb, settings);
  adw_combo_row_set_selected (row, watches_at (settings));
  g_signal_handlers_unblock_by_func (row, background_cb, settings);
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

static void
digest_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  g_settings_set_enum (settings, "digest", adw_combo_row_get_selected (row));
}

static void
mark_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  g_settings_set_boolean (settings, "mark-passed", adw_combo_row_get_selected (row) == 1);
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

static void
read_cb (GtkCheckButton *check, GSettings *settings)
{
  const char *language = g_object_get_data (G_OBJECT (check), "language");
  g_auto (GStrv) before = g_settings_get_strv (settings, "languages");
  g_autoptr (GStrvBuilder) after = g_strv_builder_new ();
  for (guint i = 0; before[i]; i++)
    if (strcmp (before[i], language) != 0)
      g_strv_builder_add (after, before[i]);
  if (gtk_check_button_get_active (check))
    g_strv_builder_add (after, language);
  g_auto (GStrv) languages = g_strv_builder_end (after);
  g_settings_set_strv (settings, "languages", (const char *const *) languages);
}

/* By their own names, so whoever reads one finds it. */
static GtkWidget *
make_languages (GSettings *settings)
{
  static const struct { const char *code, *name; } LANGUAGES[] = {
    { "ar", "العربية" }, { "de", "Deutsch" }, { "en", "English" }, { "es", "Español" }, { "fr", "Français" }, { "it", "Italiano" }, { "ja", "日本語" }, { "nl", "Nederlands" },
    { "pl", "Polski" }, { "pt", "Português" }, { "ru", "Русский" }, { "tr", "Türkçe" }, { "uk", "Українська" }, { "zh", "中文" },
  };
  GtkWidget *group = adw_preferences_group_new ();
  g_auto (GStrv) chosen = g_settings_get_strv (settings, "languages");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Languages You Read"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("None chosen: all. Stories in others are kept, and lang: in the search shows them"));
  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++) {
    GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), LANGUAGES[i].name);
    gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, LANGUAGES[i].name, -1);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains ((const char *const *) chosen, LANGUAGES[i].code));
    gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
    g_object_set_data (G_OBJECT (check), "language", (gpointer) LANGUAGES[i].code);
    g_signal_connect_object (check, "toggled", G_CALLBACK (read_cb), settings, 0);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  }
  return group;
}

GtkWidget *
att_preferences_page_new (GSettings *settings)
{
  const char *const intervals[] = { _("15 minutes"), _("30 minutes"), _("1 hour"), _("3 hours"), _("12 hours"), NULL };
  const char *const themes[] = { _("Like the system"), _("Light"), _("Dark"), NULL };
  const char *const days[] = { _("For Ever"), _("3 years"), _("1 year"), _("90 days"), _("30 days"), NULL };
  const char *const hours[] = { _("None"), _("22 to 7"), _("20 to 8"), _("18 to 9"), NULL };
  guint quiet_at = att_choice_place (QUIET, G_N_ELEMENTS (QUIET), g_settings_get_int (settings, "quiet-from") * 100 + g_settings_get_int (settings, "quiet-until"), 0);
  const char *const images[] = { _("Never"), _("When asked"), _("Always"), NULL };
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  guint at = att_choice_place (MINUTES, G_N_ELEMENTS (MINUTES), g_settings_get_int (settings, "interval"), 1), kept = att_choice_place (DAYS, G_N_ELEMENTS (DAYS), g_settings_get_int (settings, "keep-days"), 0);
  GtkWidget *interval = att_choice_add (group, _("Refresh Every"), _("Less often where a feed asks so, or is silent"), intervals, at);
  const char *const answers[] = { _("No"), _("Yes"), NULL };
  GtkWidget *metered = att_choice_add (group, _("Refresh on Metered Networks"), _("By itself; your own refresh always asks"), answers, g_settings_get_boolean (settings, "metered"));
  const char *const watches[] = { _("No"), _("Yes"), _("Yes, from Login"), NULL };
  GtkWidget *background = att_choice_add (group, _("Keep Watch When Closed"), _("Feeds are fetched and monitors speak up without a window"), watches, watches_at (settings));
  GtkWidget *keep = att_choice_add (group, _("Keep Stories"), _("Starred, labelled, noted and corrected ones always stay"), days, kept);
  GtkWidget *quiet = att_choice_add (group, _("Quiet Hours"), _("What monitors have to say then is told in one when they are over"), hours, quiet_at);
  const char *const digests[] = { _("After Every Round"), _("Once an Hour"), _("Once a Day"), NULL };
  GtkWidget *digest = att_choice_add (group, _("Notify"), _("What monitors have to say is told in one"), digests, g_settings_get_enum (settings, "digest"));
  GtkWidget *mark = att_choice_add (group, _("Mark as Read on Scroll"), _("Stories that are scrolled past are read"), answers, g_settings_get_boolean (settings, "mark-passed"));
  GtkWidget *theme = att_choice_add (group, _("Style"), NULL, themes, g_settings_get_enum (settings, "theme"));
  GtkWidget *image = att_choice_add (group, _("Load Images"), _("An image tells its server that you read the story"), images, g_settings_get_enum (settings, "images"));
  g_signal_connect_object (interval, "notify::selected", G_CALLBACK (interval_cb), settings, 0);
  g_signal_connect_object (metered, "notify::selected", G_CALLBACK (metered_cb), settings, 0);
  g_signal_connect_object (background, "notify::selected", G_CALLBACK (background_cb), settings, 0);
  g_signal_connect_object (settings, "changed::background", G_CALLBACK (watch_changed_cb), background, 0);
  g_signal_connect_object (settings, "changed::autostart", G_CALLBACK (watch_changed_cb), background, 0);
  g_signal_connect_object (keep, "notify::selected", G_CALLBACK (keep_cb), settings, 0);
  g_signal_connect_object (quiet, "notify::selected", G_CALLBACK (quiet_cb), settings, 0);
  g_signal_connect_object (digest, "notify::selected", G_CALLBACK (digest_cb), settings, 0);
  g_signal_connect_object (mark, "notify::selected", G_CALLBACK (mark_cb), settings, 0);
  g_signal_connect_object (theme, "notify::selected", G_CALLBACK (theme_cb), settings, 0);
  g_signal_connect_object (image, "notify::selected", G_CALLBACK (images_cb), settings, 0);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_languages (settings)));
  return page;
}
