/* article-menu.c: what can be done from a story's row in the list.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/articles/article-menu.h"

#include "store/articles.h"
#include "ui/widget/menu.h"

#include <glib/gi18n.h>

typedef struct { GtkWidget *popover; AttRowFunc article_of; gpointer data; } Menu;

static GMenuModel *
make_model (gint64 article, guint flags)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) marks = g_menu_new ();
  att_menu_append (menu, flags & ATT_FLAG_READ ? C_("a story", "Mark as Unread") : C_("a story", "Mark as Read"), "win.toggle-row", g_variant_new ("(xs)", article, "read"));
  att_menu_append (menu, flags & ATT_FLAG_STARRED ? C_("a story", "Remove Star") : C_("a story", "Add Star"), "win.toggle-row", g_variant_new ("(xs)", article, "star"));
  att_menu_append (marks, _("Mark All Above as Read"), "win.mark-above", g_variant_new_int64 (article));
  att_menu_append (marks, _("Mark All Below as Read"), "win.mark-below", g_variant_new_int64 (article));
  att_menu_append (marks, _("Mark All Older Than a Day as Read"), "win.mark-older", g_variant_new_int64 (86400));
  att_menu_append (marks, _("Mark All Older Than a Week as Read"), "win.mark-older", g_variant_new_int64 (7 * 86400));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marks));
  return G_MENU_MODEL (menu);
}

static void
pop_up (GtkWidget *view, Menu *menu, double x, double y)
{
  guint flags;
  gint64 article = menu->article_of (x, y, &flags, menu->data);
  if (article == 0)
    return;
  g_autoptr (GMenuModel) model = make_model (article, flags);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu->popover), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), &(GdkRectangle) { x, MAX (y, 40), 1, 1 });
  att_menu_pop_up (GTK_POPOVER (menu->popover));
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, Menu *menu)
{
  pop_up (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), menu, x, y);
}

static gboolean
key_cb (GtkWidget *view, GVariant *args, gpointer data)
{
  pop_up (view, data, 40, -1);
  return TRUE;
}

void
att_article_menu_add (GtkWidget *view, AttRowFunc article_of, gpointer data)
{
  Menu *menu = g_new (Menu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  *menu = (Menu) { gtk_popover_menu_new_from_model (NULL), article_of, data };
  gtk_widget_set_parent (menu->popover, view);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  g_object_set_data_full (G_OBJECT (view), "article-menu", menu, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"), gtk_callback_action_new (key_cb, menu, NULL)));
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (view, keys);
}

void
att_article_menu_remove (GtkWidget *view)
{
  Menu *menu = g_object_get_data (G_OBJECT (view), "article-menu");
  if (menu)
    g_clear_pointer (&menu->popover, gtk_widget_unparent);
}
