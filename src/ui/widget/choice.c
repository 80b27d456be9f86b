/* choice.c: a row of preferences of which one of several things is chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/choice.h"

GtkWidget *
att_choice_add (GtkWidget *group, const char *title, const char *subtitle, const char *const *items, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (items);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

guint
att_choice_place (const int *choices, guint n, int value, guint otherwise)
{
  for (guint i = 0; i < n; i++)
    if (choices[i] == value)
      return i;
  return otherwise;
}
