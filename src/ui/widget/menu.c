/* menu.c: menus that are made for what was clicked: their items, and how they come up.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/menu.h"

#include "ui/widget/focus.h"

void
att_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

void
att_menu_append_name (GMenu *menu, const char *name, const char *action, GVariant *target)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  att_menu_append (menu, label, action, target);
}

/* A menu covers no tooltips. And what the pointer left while the menu was open was never told so: it would stay dark. */
static void
set_covered (GtkWidget *widget, gboolean covered)
{
  if (covered ? gtk_widget_get_has_tooltip (widget) : g_object_steal_data (G_OBJECT (widget), "tooltip") != NULL) {
    gtk_widget_set_has_tooltip (widget, !covered);
    g_object_set_data (G_OBJECT (widget), "tooltip", covered ? widget : NULL);
  }
  if (!covered)
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    set_covered (child, covered);
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* The keyboard goes back to where it was: else the parent would look for a place of its own, and a long list would scroll there. */
static void
remember_focus (GtkWidget *menu)
{
  GWeakRef *focus = g_new (GWeakRef, 1);
  g_weak_ref_init (focus, gtk_root_get_focus (gtk_widget_get_root (menu)));
  g_object_set_data_full (G_OBJECT (menu), "focus", focus, weak_ref_free);
}

/* Unless what was chosen has led it elsewhere. */
static void
bring_back_focus (GtkWidget *menu)
{
  GtkWidget *over = gtk_widget_get_parent (menu);
  GWeakRef *before = g_object_get_data (G_OBJECT (menu), "focus");
  g_autoptr (GtkWidget) focus = before ? g_weak_ref_get (before) : NULL;
  GtkWidget *now = over ? gtk_root_get_focus (gtk_widget_get_root (over)) : NULL;
  gboolean elsewhere = now && now != over && !gtk_widget_is_ancestor (now, over);
  if (over && focus && !elsewhere && !gtk_widget_get_visible (menu) && gtk_widget_get_mapped (focus))
    att_focus_in_place (focus);
}

static gboolean
bring_back_later (gpointer menu)
{
  bring_back_focus (menu);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *menu)
{
  GtkWidget *over = gtk_widget_get_parent (menu);
  g_signal_handlers_disconnect_by_func (menu, closed_cb, NULL);
  if (over)
    set_covered (over, FALSE);
  bring_back_focus (menu);
  g_idle_add_full (G_PRIORITY_DEFAULT, bring_back_later, g_object_ref (menu), g_object_unref);   /* GTK 4.18 moves it after this */
}

/* A menu puts the lines between its sections in when there is nothing else to do, and is higher then; a list view over which it stands does not look. */
static gboolean
present_again (gpointer menu)
{
  if (gtk_widget_get_mapped (menu))
    gtk_popover_present (menu);
  return G_SOURCE_REMOVE;
}

/* Scrolls to what the keyboard is on though it was scrolled away: a menu beyond every monitor has no place. Whether there was anything to do. */
static gboolean
bring_into_view (GtkPopover *menu)
{
  GtkWidget *over = gtk_widget_get_parent (GTK_WIDGET (menu));
  GtkWidget *scroller = gtk_widget_get_ancestor (over, GTK_TYPE_SCROLLED_WINDOW), *inside = scroller ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  GdkRectangle at = { 0, 0, gtk_widget_get_width (over), gtk_widget_get_height (over) };
  graphene_point_t top;
  gtk_popover_get_pointing_to (menu, &at);
  if (inside == NULL || inside == over || !gtk_widget_compute_point (over, inside, &GRAPHENE_POINT_INIT (at.x, at.y), &top))   /* a list view scrolls by itself */
    return FALSE;
  double bottom = top.y + at.height, height = gtk_widget_get_height (inside);
  double by = bottom <= 0 ? top.y : top.y >= height ? bottom - height : 0;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
  return by != 0;
}

static void
pop_up (GtkPopover *menu)
{
  set_covered (gtk_widget_get_parent (GTK_WIDGET (menu)), TRUE);
  gtk_widget_trigger_tooltip_query (gtk_widget_get_parent (GTK_WIDGET (menu)));   /* one that is shown goes */
  g_signal_handlers_disconnect_by_func (menu, closed_cb, NULL);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
  remember_focus (GTK_WIDGET (menu));
  gtk_popover_popup (menu);
  g_idle_add_full (G_PRIORITY_LOW, present_again, g_object_ref (menu), g_object_unref);
}

/* By the second frame all that was scrolled has its place. */
static gboolean
frame_cb (GtkWidget *over, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *menu = data;
  if (g_object_get_data (G_OBJECT (menu), "scrolled")) {
    g_object_set_data (G_OBJECT (menu), "scrolled", NULL);
    return G_SOURCE_CONTINUE;
  }
  if (gtk_widget_get_parent (menu) == over)
    pop_up (GTK_POPOVER (menu));
  return G_SOURCE_REMOVE;
}

void
att_menu_pop_up (GtkPopover *menu)
{
  GtkWidget *over = gtk_widget_get_parent (GTK_WIDGET (menu));
  if (!bring_into_view (menu)) {
    pop_up (menu);
    return;
  }
  g_object_set_data (G_OBJECT (menu), "scrolled", over);
  gtk_widget_add_tick_callback (over, frame_cb, g_object_ref (menu), g_object_unref);
}

/* Not only when its parent is disposed of: a text view would try to remove it for ever. */
static void
unparent_cb (GtkWidget *menu)
{
  g_object_set_data (G_OBJECT (gtk_widget_get_parent (menu)), "menu-over", NULL);
  gtk_widget_unparent (menu);
}

void
att_menu_pop_up_over (GtkWidget *widget, GMenuModel *model, const GdkRectangle *at)
{
  GtkWidget *menu = g_object_get_data (G_OBJECT (widget), "menu-over");
  if (menu == NULL) {
    menu = gtk_popover_menu_new_from_model (NULL);
    gtk_widget_set_parent (menu, widget);
    g_object_set_data (G_OBJECT (widget), "menu-over", menu);
    g_signal_connect_object (widget, "unrealize", G_CALLBACK (unparent_cb), menu, G_CONNECT_SWAPPED);
  }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu), model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), at == NULL);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), at);
  att_menu_pop_up (GTK_POPOVER (menu));
}

static gboolean
leave_submenu (gpointer button)
{
  GtkWidget *menu = GTK_WIDGET (gtk_menu_button_get_popover (button));
  GtkRoot *root = gtk_widget_get_root (button);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  if (menu && root && !gtk_widget_get_visible (menu) && (focus == NULL || !gtk_widget_get_mapped (focus)))
    gtk_widget_grab_focus (button);
  return G_SOURCE_REMOVE;
}

static void
button_closed_cb (GtkMenuButton *button)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, leave_submenu, g_object_ref (button), g_object_unref);   /* once the focus is where GTK leaves it */
}

void
att_menu_mend_button (GtkMenuButton *button)
{
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (button_closed_cb), button, G_CONNECT_SWAPPED);
}
