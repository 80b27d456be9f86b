/* menu.h: menus that are made for what was clicked: their items, and how they come up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes the floating target: what the action is asked with. */
void att_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target);

/* The same for a label with a name in it, whose underscores are its own and underline nothing. */
void att_menu_append_name (GMenu *menu, const char *name, const char *action, GVariant *target);

/* Shows a popover over its parent, which is scrolled to first where it is out of sight; the tooltips in that keep silent until it is closed, since they would cover it, and nothing in it is lit any more then. */
void att_menu_pop_up (GtkPopover *menu);

/* The same with a menu of its own for a widget, which goes with it; at: a place within it, or NULL: all of it. */
void att_menu_pop_up_over (GtkWidget *widget, GMenuModel *model, const GdkRectangle *at);

/* A button's menu that is left while it shows one of its submenus gives the keyboard back to the button: GTK leaves it in there, out of sight. */
void att_menu_mend_button (GtkMenuButton *button);

G_END_DECLS
