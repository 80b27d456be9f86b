/* menu.c: items of the menus that are made for what was clicked.
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
