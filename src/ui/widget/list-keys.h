/* list-keys.h: a long list as one stop of the keyboard. Main thread only.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkListView stops at every row by itself (before GTK 4.12 there is no "tab-behavior" to say otherwise): whoever goes through the window
 * with Tab would never come to its end. Within the list go the arrows.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void att_list_keys_add (GtkListView *list);   /* Tab and Shift+Tab leave the list */

G_END_DECLS
