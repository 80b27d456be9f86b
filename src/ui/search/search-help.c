/* search-help.c: the popover that teaches how to search, with examples out of the person's own archive.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/search/search-help.h"

#include "filter/completion.h"
#include "filter/syntax.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  AttDossier **dossier;
  GtkWidget *popover;
  GtkGrid *grid;
  int row;
} Help;

/* What the examples are made of: what is most frequent on the desk, or something plausible. */
typedef struct { const char *topic, *other, *person, *country, *body, *feed, *folder; } Vocabulary;

static const char *
nth_of_kind (const AttCoverage *coverage, AttTopicKind kind, guint n, const char *otherwise)
{
  for (guint i = 0; coverage && i < coverage->n_topics; i++)
    if (coverage->topics[i].kind == kind && coverage->topics[i].count && n-- == 0)
      return coverage->topics[i].name;
  return otherwise;
}

static Vocabulary
read_vocabulary (AttDossier *dossier)
{
  const AttCoverage *coverage = att_dossier_get_coverage (dossier);
  Vocabulary v = { nth_of_kind (coverage, ATT_TOPIC_THEME, 0, "taiwan"), nth_of_kind (coverage, ATT_TOPIC_THEME, 1, "russia"), nth_of_kind (coverage, ATT_TOPIC_PERSON, 0, "Wang Yi"),
                   nth_of_kind (coverage, ATT_TOPIC_STATE, 0, "CHN"), nth_of_kind (coverage, ATT_TOPIC_BODY, 0, "NATO"), "Meridian Wire", "Wires" };
  GListModel *sources = att_source_model_get_list (att_dossier_get_sources (dossier));
  for (guint i = g_list_model_get_n_items (sources); i-- > 0;) {
    g_autoptr (AttSource) source = g_list_model_get_item (sources, i);   /* the model keeps it, and its words */
    const AttFeed *feed = att_source_get_feed (source);
    if (feed)
      v.feed = att_feed_label (feed);
    else if (att_source_get_kind (source) == ATT_SOURCE_FOLDER)
      v.folder = att_source_get_name (source);
  }
  return v;
}

static void
clicked_cb (GtkButton *button, Help *self)
{
  AttFilter *filter = att_filter_parse (g_object_get_data (G_OBJECT (button), "text"), NULL);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (filter)
    att_dossier_take_filter (*self->dossier, filter);
}

static void
add_example (Help *self, const char *text, const char *words)
{
  GtkWidget *button = gtk_button_new_with_label (text), *label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 34);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "example");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, "dim-label");
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_grid_attach (self->grid, button, 0, self->row, 1, 1);
  gtk_grid_attach (self->grid, label, 1, self->row++, 1, 1);
}

G_GNUC_PRINTF (3, 4)
static void
add (Help *self, const char *words, const char *format, ...)
{
  va_list values;
  va_start (values, format);
  g_autofree char *text = g_strdup_vprintf (format, values);
  va_end (values);
  add_example (self, text, words);
}

static void
fill (Help *self)
{
  Vocabulary v = read_vocabulary (*self->dossier);
  g_autofree char *person = att_completion_text ("actor", v.person), *said = att_completion_text ("said", v.person), *feed = att_completion_text ("feed", v.feed), *folder = att_completion_text ("folder", v.folder);
  g_autofree char *body = att_completion_text ("body", v.body);
  add (self, _("Both words, anywhere in the story"), "minister talks");
  add (self, _("Side by side; either; but not that"), "\"foreign minister\" OR envoy -football");
  add (self, _("Close to each other"), "near(minister talks, 10)");
  add (self, _("About a topic, and not about another"), "topic:%s -topic:%s", v.topic, v.other);
  add (self, _("Who is named, and who is quoted"), "%s %s", person, said);
  add (self, _("Which countries and bodies are named"), "country:%s %s", v.country, body);
  add (self, _("Brackets put together what belongs together"), "(topic:%s talks) OR (topic:%s country:%s)", v.topic, v.other, v.country);
  add (self, _("From a feed"), "%s", feed);
  add (self, _("From a folder"), "%s", folder);
  add (self, _("Outlets of a country; a language"), "from:USA lang:en");
  add (self, _("The last week; between two days"), "since:7d before:2030-01-31");
  add (self, _("What you have not read, starred, or took notes of"), "is:unread");
}

static void
shown_cb (Help *self)
{
  GtkWidget *old;
  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, old);
  self->row = 0;
  if (*self->dossier)
    fill (self);
}

GtkWidget *
att_search_help_new (AttDossier **dossier)
{
  Help *self = g_new0 (Help, 1);
  *self = (Help) { dossier, gtk_popover_new (), GTK_GRID (gtk_grid_new ()), 0 };
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->grid));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How to search"), -1);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (shown_cb), self);
  g_object_set_data_full (G_OBJECT (self->popover), "help", self, g_free);
  return self->popover;
}
