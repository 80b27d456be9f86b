/* choice.h: a row of preferences of which one of several things is chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* subtitle may be NULL; items: NULL behind the last. An AdwComboRow, whose "selected" is notified. */
GtkWidget *att_choice_add   (GtkWidget *group, const char *title, const char *subtitle, const char *const *items, guint selected);

/* Where a value stands among the choices, or what else. */
guint      att_choice_place (const int *choices, guint n, int value, guint otherwise);

G_END_DECLS
