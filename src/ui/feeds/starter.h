/* starter.h: the catalogue of starter sources, to choose from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grouped by foreign ministries, international organisations, wires, broadcasters, think tanks and papers; each source
 * says its country, language, kind and owner. Nothing is fetched before the person subscribes.
 */
#pragma once

#include "desk/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void att_starter_present (GtkWindow *parent, AttDesk *desk);

G_END_DECLS
