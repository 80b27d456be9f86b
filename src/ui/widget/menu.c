/* menu.c: menus that are made for what was clicked: their items, and how they come up.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/menu.h"

void
att_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* A menu covers no tooltips. And what the pointer left while the menu was open was never told so: it would stay dark. */
static void
set_covered (GtkWidget *widget, gboolean covered)
{
  if (gtk_widget_get_tooltip_markup (widget))
    gtk_widget_set_has_tooltip (widget, !covered);
  if (!covered)
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    set_covered (child, covered);
}

static void
closed_cb (GtkWidget *menu)
{
  GtkWidget *over = gtk_widget_get_parent (menu);
  g_signal_handlers_disconnect_by_func (menu, closed_cb, NULL);
  if (over)
    set_covered (over, FALSE);
}

void
att_menu_pop_up (GtkPopover *menu)
{
  set_covered (gtk_widget_get_parent (GTK_WIDGET (menu)), TRUE);
  g_signal_handlers_disconnect_by_func (menu, closed_cb, NULL);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (menu);
}
