/* numbers.c: a chart as a table that can be read, walked through and heard.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/numbers.h"

#include <glib/gi18n.h>

static void
add_cell (GtkWidget *row, const char *text, GtkAccessibleRole role, GtkSizeGroup *width, gboolean first)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "xalign", first ? 0.0 : 1.0, NULL);
  gtk_size_group_add_widget (width, label);
  gtk_widget_add_css_class (label, first ? "row-head" : "numeric");
  gtk_box_append (GTK_BOX (row), label);
}

static GtkWidget *
add_row (GtkWidget *table)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, "spacing", 12, NULL);
  gtk_box_append (GTK_BOX (table), row);
  return row;
}

GtkWidget *
att_numbers_new (const AttPlot *plot, guint max_days)
{
  GtkWidget *table = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, NULL), *row = add_row (table);
  g_autoptr (GtkSizeGroup) heads = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL), cells = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  guint n = MIN (plot->n_days, max_days);
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, plot->title, -1);
  gtk_widget_add_css_class (table, "numbers");
  add_cell (row, "", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, heads, TRUE);
  for (guint k = 0; k < n; k++) {
    g_autofree char *day = att_plot_day (plot, plot->n_days - 1 - k);
    add_cell (row, day, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, cells, FALSE);
  }
  for (guint i = 0; i < plot->rows->len; i++) {
    row = add_row (table);
    add_cell (row, g_ptr_array_index (plot->names, i), GTK_ACCESSIBLE_ROLE_ROW_HEADER, heads, TRUE);
    for (guint k = 0; k < n; k++) {
      g_autofree char *number = g_strdup_printf ("%u", ((const guint *) g_ptr_array_index (plot->rows, i))[plot->n_days - 1 - k]);
      add_cell (row, number, GTK_ACCESSIBLE_ROLE_CELL, cells, FALSE);
    }
  }
  return table;
}
