/* row-menu.c: what can be done with a row of a list, by the pointer's second button or by the Menu key.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/row-menu.h"

#include "ui/widget/menu.h"

typedef struct { AttRowMenuFunc func; gpointer data; } Maker;

static void
show_menu (GtkWidget *box, GtkListBoxRow *row, const GdkRectangle *at, const Maker *maker)
{
  g_autoptr (GMenuModel) model = maker->func (row, maker->data);
  GtkWidget *menu = g_object_get_data (G_OBJECT (box), "menu");
  if (model == NULL)
    return;
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), at);
  att_menu_pop_up (GTK_POPOVER (menu));
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, Maker *maker)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (box), y);
  if (row == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  show_menu (box, row, &(GdkRectangle) { x, y, 1, 1 }, maker);
}

static gboolean
key_cb (GtkWidget *box, GVariant *args, gpointer maker)
{
  GtkWidget *row = gtk_widget_get_focus_child (box);
  graphene_rect_t bounds;
  if (row == NULL || !gtk_widget_compute_bounds (row, box, &bounds))
    return FALSE;
  show_menu (box, GTK_LIST_BOX_ROW (row), &(GdkRectangle) { bounds.origin.x + 20, bounds.origin.y, 1, bounds.size.height }, maker);
  return TRUE;
}

void
att_row_menu_add (GtkListBox *box, AttRowMenuFunc func, gpointer data)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  Maker *maker = g_new (Maker, 1);
  *maker = (Maker) { func, data };
  gtk_widget_set_parent (menu, GTK_WIDGET (box));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  g_object_set_data (G_OBJECT (box), "menu", menu);
  g_object_set_data_full (G_OBJECT (box), "menu-maker", maker, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), maker);
  gtk_widget_add_controller (GTK_WIDGET (box), GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"), gtk_callback_action_new (key_cb, maker, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (box), keys);
}

void
att_row_menu_remove (GtkListBox *box)
{
  GtkWidget *menu = g_object_steal_data (G_OBJECT (box), "menu");
  if (menu)
    gtk_widget_unparent (menu);
}
