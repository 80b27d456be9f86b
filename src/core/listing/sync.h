/* sync.h: a list brought to what it should be by the fewest changes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For short lists of lasting objects (topics, feeds): rows that stay keep their widget, focus and place.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void att_list_sync (GListStore *store, GPtrArray *wanted);   /* of GObject *, each once */

G_END_DECLS
