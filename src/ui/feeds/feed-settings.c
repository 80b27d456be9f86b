/* feed-settings.c: what a person can say of one feed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/feeds/feed-settings.h"

#include "base/url.h"
#include "desk/logins.h"
#include "desk/tidy.h"
#include "ui/feeds/feed-finder.h"
#include "ui/platform/platform.h"
#include "ui/widget/choice.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the rows stand for. */
typedef enum { TITLE, ADDRESS, COUNTRY, LANGUAGE, KIND, OWNER, EVERY, PAGES, KEEP, N_ROWS } Row;

typedef struct {
  AttDesk *desk;
  AttFeed *feed;             /* as it is now, with what was changed */
  AttDescribedFunc described;
  gpointer data;
  GtkWidget *rows[N_ROWS];
  gboolean ready;            /* the rows are filled */
} Settings;

static const int MINUTES[] = { 0, 15, 30, 60, 180, 720, 1440 }, MODES[] = { -1, 2, 1, 0 }, DAYS[] = { -1, 0, 1095, 365, 90, 30, 7 };
static const char *const KINDS[] = { "", "ministry", "presidency", "mission", "organisation", "wire", "broadcaster", "newspaper", "think tank" }, *const OWNERS[] = { "", "state", "public", "private" };

static void
settings_free (gpointer data)
{
  Settings *self = data;
  g_object_unref (self->desk);
  att_feed_unref (self->feed);
  g_free (self);
}

static guint
place_of_word (const char *const *words, guint n, const char *word)
{
  for (guint i = 0; word && i < n; i++)
    if (strcmp (words[i], word) == 0)
      return i;
  return 0;
}

static void
take (char **field, const char *value)
{
  g_free (*field);
  *field = value && *value ? g_strdup (value) : NULL;
}

/* Entered by hand: without spaces around it, in the letters the field is kept in. */
static void
take_entry (Settings *self, Row row, AttFeed *feed)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[row]))));
  g_autofree char *upper = g_ascii_strup (text, -1), *lower = g_ascii_strdown (text, -1);
  switch (row) {
    case TITLE:    take (&feed->title, text); break;
    case COUNTRY:  take (&feed->country, upper); break;
    case LANGUAGE: take (&feed->language, lower); break;
    default:
      g_free (feed->url);
      feed->url = att_url_from_text (text);
  }
}

/* What is shown is not what is in force, or is so again. */
static void
set_refused (const Settings *self, gboolean refused)
{
  if (refused)
    gtk_widget_add_css_class (self->rows[ADDRESS], "error");
  else
    gtk_widget_remove_css_class (self->rows[ADDRESS], "error");
}

/* It would never be fetched again: the words stay, to be mended. */
static void
refuse_address (const Settings *self)
{
  g_autofree char *words = g_strdup_printf (_("“%s” is not an address. Paste one such as example.org or https://example.org/feed."), gtk_editable_get_text (GTK_EDITABLE (self->rows[ADDRESS])));
  set_refused (self, TRUE);
  att_platform_say_in_preferences (self->rows[ADDRESS], words);
}

static void
changed (Settings *self, Row row)
{
  if (!self->ready)
    return;
  guint at = row > LANGUAGE ? adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[row])) : 0;
  AttFeed *wanted = att_feed_copy (self->feed);
  if (row == KIND) take (&wanted->kind, KINDS[MIN (at, G_N_ELEMENTS (KINDS) - 1)]);
  else if (row == OWNER) take (&wanted->owner, OWNERS[MIN (at, G_N_ELEMENTS (OWNERS) - 1)]);
  else if (row == EVERY) wanted->every = MINUTES[MIN (at, G_N_ELEMENTS (MINUTES) - 1)] * 60;
  else if (row == PAGES) wanted->pages = MODES[MIN (at, G_N_ELEMENTS (MODES) - 1)];
  else take_entry (self, row, wanted);
  if (wanted->url == NULL || (row == ADDRESS && !att_url_is_http (wanted->url))) {
    refuse_address (self);
    att_feed_unref (wanted);
    return;
  }
  if (row == ADDRESS) {
    set_refused (self, FALSE);
    gtk_editable_set_text (GTK_EDITABLE (self->rows[ADDRESS]), wanted->url);   /* as it is kept */
  }
  self->described (self->feed, wanted, self->data);
  att_feed_unref (self->feed);
  self->feed = wanted;
}

static void
applied_cb (GtkWidget *row, Settings *self)
{
  changed (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "row")));
}

static void
selected_cb (GtkWidget *row, GParamSpec *pspec, Settings *self)
{
  applied_cb (row, self);
}

static gpointer
read_feed (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_feeds_get (db, *(gint64 *) data, error);
}

static void
feed_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) page = data;
  Settings *self = g_object_get_data (G_OBJECT (page), "settings");
  AttFeed *feed = att_store_finish (ATT_STORE (source), result, NULL);
  if (feed == NULL)   /* it has left */
    return;
  att_feed_unref (self->feed);
  self->feed = feed;
  set_refused (self, strcmp (gtk_editable_get_text (GTK_EDITABLE (self->rows[ADDRESS])), feed->url) != 0);
}

/* Said here, over the window that would hide it; and what the desk did not take is not in force. */
static void
failed_cb (GtkWidget *page, const char *words)
{
  const Settings *self = g_object_get_data (G_OBJECT (page), "settings");
  gint64 id = self->feed->id;
  att_platform_say_in_preferences (page, words);
  att_store_ask_async (att_desk_get_store (self->desk), read_feed, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) att_feed_unref, NULL, feed_read_cb, g_object_ref (page));
}

/* How long its stories are kept is the desk's to know, not the feed's. */
static void
keep_cb (GtkWidget *row, GParamSpec *pspec, Settings *self)
{
  guint at = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  AttKeep keep = { MAX (DAYS[MIN (at, G_N_ELEMENTS (DAYS) - 1)], 0), 0 };
  att_desk_set_keep (self->desk, NULL, self->feed->id, at ? &keep : NULL);
}

static void
add_entry (Settings *self, GtkWidget *group, Row row, const char *title, const char *text)
{
  GtkWidget *entry = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), text ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_object_set_data (G_OBJECT (entry), "row", GUINT_TO_POINTER (row));
  g_signal_connect (entry, "apply", G_CALLBACK (applied_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  self->rows[row] = entry;
}

static void
add_choice (Settings *self, GtkWidget *group, Row row, const char *title, const char *subtitle, const char *const *items, guint selected)
{
  self->rows[row] = att_choice_add (group, title, subtitle, items, selected);
  g_object_set_data (G_OBJECT (self->rows[row]), "row", GUINT_TO_POINTER (row));
  g_signal_connect (self->rows[row], "notify::selected", row == KEEP ? G_CALLBACK (keep_cb) : G_CALLBACK (selected_cb), self);
}

static GtkWidget *
add_group (GtkWidget *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *plain = g_markup_escape_text (title, -1);   /* "Trade & Industry": a name, no markup */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), plain);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

static gpointer
read_keep (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  AttKeep keep = att_retention_get (db, *(gint64 *) data);
  gboolean own = att_retention_has (db, *(gint64 *) data);
  return GINT_TO_POINTER (own ? (int) keep.days + 2 : 1);   /* 1: as the folder or the desk has it */
}

static void
keep_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) page = data;
  Settings *self = g_object_get_data (G_OBJECT (page), "settings");
  int days = GPOINTER_TO_INT (att_store_finish (ATT_STORE (source), result, NULL)) - 2;
  g_signal_handlers_block_by_func (self->rows[KEEP], keep_cb, self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->rows[KEEP]), att_choice_place (DAYS, G_N_ELEMENTS (DAYS), days, 0));
  g_signal_handlers_unblock_by_func (self->rows[KEEP], keep_cb, self);
}

static void
login_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) page = data;
  const Settings *self = g_object_get_data (G_OBJECT (page), "settings");
  g_autofree char *user = NULL, *password = NULL;
  if (att_platform_ask_login_finish (result, &user, &password))
    att_desk_sign_in (self->desk, self->feed->id, self->feed->url, user, password);
}

static void
sign_in_cb (GtkWidget *button, GtkWidget *page)
{
  const Settings *self = g_object_get_data (G_OBJECT (page), "settings");
  g_autofree char *words = att_feed_finder_login_words (self->feed->url);
  att_platform_ask_login_async (GTK_WINDOW (gtk_widget_get_root (page)), words, login_cb, g_object_ref (page));
}

static void
forget_cb (GtkWidget *button, const Settings *self)
{
  att_desk_sign_out (self->desk, self->feed->url);
  gtk_widget_set_sensitive (button, FALSE);
}

static void
add_login (Settings *self, GtkWidget *group, GtkWidget *page)
{
  GtkWidget *row = adw_action_row_new (), *sign_in = gtk_button_new_with_label (_("Sign In…")), *forget = gtk_button_new_with_label (_("Forget"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Name and Password"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("In the keyring, nowhere else"));
  gtk_widget_set_valign (sign_in, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
  g_signal_connect (sign_in, "clicked", G_CALLBACK (sign_in_cb), page);
  g_signal_connect (forget, "clicked", G_CALLBACK (forget_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign_in);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), forget);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

GtkWidget *
att_feed_settings_new (AttDesk *desk, const AttFeed *feed, AttDescribedFunc described, gpointer data)
{
  const char *const every[] = { _("Like the Desk"), _("15 minutes"), _("30 minutes"), _("1 hour"), _("3 hours"), _("12 hours"), _("1 day"), NULL };
  const char *const pages[] = { _("Where It Only Announces"), _("Always"), _("When I Open One"), _("Never"), NULL };
  const char *const days[] = { _("Like the Desk"), _("For Ever"), _("3 years"), _("1 year"), _("90 days"), _("30 days"), _("7 days"), NULL };
  const char *const kinds[] = { _("Unknown"), _("Ministry"), _("Presidency"), _("Mission"), _("International organisation"), _("Wire"), _("Broadcaster"), _("Newspaper"), _("Think tank"), NULL };
  const char *const owners[] = { _("Unknown"), _("State"), _("Public"), _("Private"), NULL };
  Settings *self = g_new0 (Settings, 1);
  GtkWidget *page = adw_preferences_page_new ();
  *self = (Settings) { .desk = g_object_ref (desk), .feed = att_feed_copy (feed), .described = described, .data = data };
  g_object_set_data_full (G_OBJECT (page), "settings", self, settings_free);
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), att_feed_label (feed));
  GtkWidget *group = add_group (page, att_feed_label (feed));
  add_entry (self, group, TITLE, _("Name"), feed->title);
  add_entry (self, group, ADDRESS, _("Address"), feed->url);
  if (feed->trouble >= 0)   /* then that is what the person comes for */
    g_signal_connect (self->rows[ADDRESS], "map", G_CALLBACK (gtk_widget_grab_focus), NULL);
  add_login (self, group, page);
  add_choice (self, group, EVERY, _("Refresh Every"), NULL, every, att_choice_place (MINUTES, G_N_ELEMENTS (MINUTES), feed->every / 60, 0));
  add_choice (self, group, PAGES, _("Fetch Whole Stories"), NULL, pages, att_choice_place (MODES, G_N_ELEMENTS (MODES), feed->pages, 0));
  add_choice (self, group, KEEP, _("Keep Stories"), _("Starred, labelled, noted and corrected ones always stay"), days, 0);
  group = add_group (page, _("The Outlet"));
  add_entry (self, group, COUNTRY, _("Country, as in “DEU”"), feed->country);
  add_entry (self, group, LANGUAGE, _("Language, as in “de”"), feed->language);
  add_choice (self, group, KIND, _("Kind"), NULL, kinds, place_of_word (KINDS, G_N_ELEMENTS (KINDS), feed->kind));
  add_choice (self, group, OWNER, _("Owner"), NULL, owners, place_of_word (OWNERS, G_N_ELEMENTS (OWNERS), feed->owner));
  self->ready = TRUE;
  g_signal_connect_object (desk, "failed", G_CALLBACK (failed_cb), page, G_CONNECT_SWAPPED);
  gint64 id = feed->id;
  att_store_ask_async (att_desk_get_store (desk), read_keep, g_memdup2 (&id, sizeof id), g_free, NULL, NULL, keep_read_cb, g_object_ref (page));
  return page;
}
