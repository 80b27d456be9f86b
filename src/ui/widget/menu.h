/* menu.h: items of the menus that are made for what was clicked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Takes the floating target: what the action is asked with. */
void att_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target);

G_END_DECLS
