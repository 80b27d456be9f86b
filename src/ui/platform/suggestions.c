/* suggestions.c: under an entry, what is known already and begins with what is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/platform/suggestions.h"

#include "base/text.h"

#include <glib/gi18n.h>

#define HEIGHT 190   /* pixels: six and a half rows, so that more of them is seen to follow */

static const char *
word_of (GtkListBoxRow *row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

static gboolean
fits (GtkListBoxRow *row, gpointer entry)
{
  return att_text_begins (word_of (row), gtk_editable_get_text (entry));
}

static void
typed_cb (GtkEditable *entry, GtkListBox *list)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW);
  gboolean any = FALSE;
  GtkListBoxRow *row;
  gtk_list_box_invalidate_filter (list);
  for (guint i = 0; !any && (row = gtk_list_box_get_row_at_index (list, i)); i++)
    any = fits (row, entry);
  gtk_widget_set_visible (window, any);
}

static void
chosen_cb (GtkListBox *list, GtkListBoxRow *row, GtkEditable *entry)
{
  gtk_editable_set_text (entry, word_of (row));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_position (entry, -1);
}

GtkWidget *
att_suggestions_new (GtkEditable *entry, const char *const *words)
{
  GtkWidget *list = gtk_list_box_new (), *window = gtk_scrolled_window_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Suggestions"), -1);
  gtk_widget_add_css_class (list, "boxed-list");
  for (; *words; words++) {
    GtkWidget *label = gtk_label_new (*words);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_widget_set_margin_start (label, 10);
    gtk_widget_set_margin_end (label, 10);
    gtk_widget_set_margin_top (label, 4);
    gtk_widget_set_margin_bottom (label, 4);
    gtk_list_box_append (GTK_LIST_BOX (list), label);
  }
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), fits, entry, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), list);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), list, 0);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (chosen_cb), entry, 0);
  typed_cb (entry, GTK_LIST_BOX (list));
  return window;
}
