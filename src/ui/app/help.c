/* help.c: the manual, one page.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/help.h"

#include "ui/platform/platform.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define FOLDER "/org/attache/Attache/help/"

/* In the first of the reader's languages that it is written in. */
static GBytes *
find_manual (void)
{
  for (const char *const *name = g_get_language_names (); *name; name++) {
    g_autofree char *path = g_strconcat (FOLDER, *name, ".txt", NULL);
    GBytes *manual = g_resources_lookup_data (path, 0, NULL);
    if (manual || strcmp (*name, "C") == 0)
      return manual ? manual : g_resources_lookup_data (FOLDER "en.txt", 0, NULL);
  }
  return g_resources_lookup_data (FOLDER "en.txt", 0, NULL);
}

static void
add_line (GtkBox *box, const char *line)
{
  gboolean heading = g_str_has_prefix (line, "# ");
  GtkWidget *label = gtk_label_new (heading ? line + 2 : line);
  g_object_set (label, "wrap", TRUE, "xalign", 0.0f, "selectable", !heading, "focusable", FALSE, NULL);
  if (heading) {
    gtk_widget_add_css_class (label, "title-3");
    gtk_widget_set_margin_top (label, 18);
  }
  gtk_box_append (box, label);
}

static GtkWidget *
make_page (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autoptr (GBytes) manual = find_manual ();
  g_autofree char *text = manual ? g_strndup (g_bytes_get_data (manual, NULL), g_bytes_get_size (manual)) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (*lines[i])
      add_line (GTK_BOX (box), lines[i]);
  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-bottom", 24, NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Help"), -1);
  return scrolled;
}

void
att_help_present (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  att_platform_close_by_key (GTK_WINDOW (window));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  GtkWidget *page = make_page ();
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _("Help"));
  gtk_window_set_default_size (GTK_WINDOW (window), 620, 640);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_set_focusable (page, TRUE);   /* so that keys scroll it: nothing else in it takes them */
  gtk_widget_grab_focus (page);
}
