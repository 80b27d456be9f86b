/* preferences.h: how often, how it looks, and what may be loaded.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *att_preferences_page_new (GSettings *settings);

G_END_DECLS
