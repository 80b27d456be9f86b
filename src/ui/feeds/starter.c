/* starter.c: the catalogue of starter sources, to choose from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/feeds/starter.h"

#include "base/table.h"
#include "base/text.h"
#include "ui/platform/platform.h"
#include "ui/widget/country.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* A source as it is shown, and what it is found by. */
typedef struct { AttFeed *feed; char *folded; GtkWidget *row, *check; AdwPreferencesGroup *group; } Entry;

typedef struct {
  GtkWindow *window;
  AttDesk   *desk;
  GtkWidget *page, *subscribe, *nothing, *search, *kinds, *countries;
  AdwPreferencesGroup *group;
  char      *group_name;
  GArray    *entries;      /* of Entry */
  GPtrArray *codes;        /* of countries, in the order of their names; the first stands for all */
} Starter;

/* The file's words, for those who translate. */
static const char *const WORDS[] G_GNUC_UNUSED = { N_("Foreign ministries"), N_("Presidencies"), N_("Missions"), N_("International organisations"), N_("Wires"), N_("Broadcasters"), N_("Papers"), N_("Think tanks") };
static const char *const KINDS[] = { NULL, "ministry", "presidency", "mission", "organisation", "wire", "broadcaster", "newspaper", "think tank" };

static void
entry_clear (gpointer data)
{
  Entry *entry = data;
  att_feed_unref (entry->feed);
  g_free (entry->folded);
}

static void
starter_free (gpointer data)
{
  Starter *self = data;
  g_object_unref (self->desk);
  g_free (self->group_name);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->codes);
  g_free (self);
}

static void
count_chosen (Starter *self)
{
  guint n = 0;
  for (guint i = 0; i < self->entries->len; i++)
    n += gtk_check_button_get_active (GTK_CHECK_BUTTON (g_array_index (self->entries, Entry, i).check));
  g_autofree char *label = n ? g_strdup_printf (ngettext ("Subscribe to %u Source", "Subscribe to %u Sources", n), n) : g_strdup (_("Choose Sources"));
  gtk_button_set_label (GTK_BUTTON (self->subscribe), label);
  gtk_widget_set_sensitive (self->subscribe, n > 0);
}

static const char *
word_for_kind (const char *kind)
{
  const char *const words[] = { _("All Kinds"), _("Ministry"), _("Presidency"), _("Mission"), _("International organisation"), _("Wire"), _("Broadcaster"), _("Newspaper"), _("Think tank") };
  for (guint i = 1; i < G_N_ELEMENTS (KINDS); i++)
    if (g_strcmp0 (kind, KINDS[i]) == 0)
      return words[i];
  return words[0];
}

static const char *
word_for_owner (const char *owner)
{
  return g_strcmp0 (owner, "state") == 0 ? _("State") : g_strcmp0 (owner, "public") == 0 ? _("Public") : _("Private");
}

static gboolean
is_wanted (const Starter *self, const Entry *entry, const char *words)
{
  guint kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kinds)), country = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->countries));
  return (kind == 0 || g_strcmp0 (entry->feed->kind, KINDS[MIN (kind, G_N_ELEMENTS (KINDS) - 1)]) == 0)
         && (country == 0 || country >= self->codes->len || g_strcmp0 (entry->feed->country, self->codes->pdata[country]) == 0) && strstr (entry->folded, words);
}

/* Headings without sources go with them. */
static void
narrow (Starter *self)
{
  g_autofree char *words = att_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gboolean any = FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    gtk_widget_set_visible (GTK_WIDGET (g_array_index (self->entries, Entry, i).group), FALSE);
  for (guint i = 0; i < self->entries->len; i++) {
    const Entry *entry = &g_array_index (self->entries, Entry, i);
    gboolean wanted = is_wanted (self, entry, words);
    gtk_widget_set_visible (entry->row, wanted);
    if (wanted)
      gtk_widget_set_visible (GTK_WIDGET (entry->group), TRUE);
    any |= wanted;
  }
  gtk_widget_set_visible (self->page, any);
  gtk_widget_set_visible (self->nothing, !any);
}

static GtkWidget *
make_row (Starter *self, const AttFeed *feed, const char *about, GtkWidget *check)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (feed->title, -1), *subtitle = g_markup_escape_text (about, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (count_chosen), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

/* A row of the catalogue: group, title, feed, site, country, language, kind, owner. */
static void
add_source (char **c, guint line, gpointer data)
{
  Starter *self = data;
  if (g_strcmp0 (self->group_name, c[0]) != 0) {
    self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
    adw_preferences_group_set_title (self->group, _(c[0]));
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), self->group);
    g_free (self->group_name);
    self->group_name = g_strdup (c[0]);
  }
  Entry entry = { .feed = att_feed_new (), .check = gtk_check_button_new (), .group = self->group };
  char **fields[] = { &entry.feed->folder, &entry.feed->title, &entry.feed->url, &entry.feed->site, &entry.feed->country, &entry.feed->language, &entry.feed->kind, &entry.feed->owner };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_free (*fields[i]);
    *fields[i] = g_strdup (c[i]);
  }
  g_autofree char *country = att_country_name (c[4]);
  g_autofree char *about = g_strdup_printf ("%s · %s · %s · %s", country, c[5], word_for_kind (c[6]), word_for_owner (c[7]));
  g_autofree char *all = g_strdup_printf ("%s %s %s %s", c[1], about, c[4], c[3]);
  entry.folded = att_text_fold (all);
  entry.row = make_row (self, entry.feed, about, entry.check);
  adw_preferences_group_add (self->group, entry.row);
  g_array_append_val (self->entries, entry);
}

static void
subscribed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  if (att_desk_subscribe_finish (ATT_DESK (source), result, &error) < 0)
    att_desk_fail (ATT_DESK (source), error);
  gtk_window_close (window);
}

static void
subscribe_cb (Starter *self)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  for (guint i = 0; i < self->entries->len; i++) {
    const Entry *entry = &g_array_index (self->entries, Entry, i);
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (entry->check)))
      g_ptr_array_add (feeds, att_feed_ref (entry->feed));
  }
  att_desk_subscribe_async (self->desk, feeds, subscribed_cb, g_object_ref (self->window));
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = att_country_name (*(const char *const *) a), *other = att_country_name (*(const char *const *) b);
  return g_utf8_collate (one, other);
}

static GtkWidget *
make_choice (const char *name, const char *const *words)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (words);
  att_platform_name_button (choice, name);
  return choice;
}

static GtkWidget *
make_countries (Starter *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->entries->len; i++) {
    const char *code = g_array_index (self->entries, Entry, i).feed->country;
    if (g_hash_table_add (seen, (gpointer) code))
      g_ptr_array_add (self->codes, (gpointer) code);
  }
  g_ptr_array_sort (self->codes, by_name);
  g_ptr_array_insert (self->codes, 0, NULL);
  for (guint i = 0; i < self->codes->len; i++)
    g_ptr_array_add (names, i ? att_country_name (self->codes->pdata[i]) : g_strdup (_("All Countries")));
  g_ptr_array_add (names, NULL);
  return make_choice (_("Country"), (const char *const *) names->pdata);
}

static GtkWidget *
make_bar (Starter *self)
{
  const char *kinds[G_N_ELEMENTS (KINDS) + 1] = { NULL };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    kinds[i] = word_for_kind (KINDS[i]);
  self->search = gtk_search_entry_new ();
  self->kinds = make_choice (_("Kind"), kinds);
  self->countries = make_countries (self);
  g_object_set (self->search, "placeholder-text", _("Search Sources"), "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search Sources"), -1);
  g_object_set (bar, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), choices);
  gtk_box_append (GTK_BOX (choices), self->kinds);
  gtk_box_append (GTK_BOX (choices), self->countries);
  gtk_box_set_homogeneous (GTK_BOX (choices), TRUE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (narrow), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_window_close), self->window);   /* it takes Escape for itself */
  g_signal_connect_swapped (self->kinds, "notify::selected", G_CALLBACK (narrow), self);
  g_signal_connect_swapped (self->countries, "notify::selected", G_CALLBACK (narrow), self);
  return bar;
}

void
att_starter_present (GtkWindow *parent, AttDesk *desk)
{
  Starter *self = g_new0 (Starter, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  self->desk = g_object_ref (desk);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->codes = g_ptr_array_new ();
  g_array_set_clear_func (self->entries, entry_clear);
  self->page = adw_preferences_page_new ();
  self->subscribe = gtk_button_new ();
  self->nothing = adw_status_page_new ();
  self->window = GTK_WINDOW (adw_window_new ());
  g_autoptr (GBytes) table = g_resources_lookup_data ("/org/attache/Attache/starter.tsv", 0, NULL);
  att_table_read (table, 8, add_source, self);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->nothing), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), _("No Source Like That"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), _("Use fewer words, or add any feed by its address."));
  g_object_set (self->nothing, "vexpand", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->subscribe, "suggested-action");
  g_signal_connect_swapped (self->subscribe, "clicked", G_CALLBACK (subscribe_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->subscribe);
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), self->page);
  gtk_box_append (GTK_BOX (box), self->nothing);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_title (self->window, _("Starter Sources"));
  gtk_window_set_default_size (self->window, 640, 620);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  g_object_set_data_full (G_OBJECT (self->window), "starter", self, starter_free);
  count_chosen (self);
  att_platform_close_by_key (self->window);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (self->search);
}
