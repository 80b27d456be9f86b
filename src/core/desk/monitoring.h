/* monitoring.h: monitors kept, changed and put back, and what they say after a round.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side bar follows by itself (listing/source-model.h). Main thread only.
 */
#pragma once

#include "desk/desk.h"
#include "store/monitors.h"

G_BEGIN_DECLS

void att_desk_write_monitor  (AttDesk *desk, AttMonitor *monitor);   /* see att_monitors_write */
void att_desk_remove_monitor (AttDesk *desk, gint64 id);
void att_desk_move_monitor   (AttDesk *desk, gint64 id, int by);

/* Asks every monitor with an alert what is new; to be called when a round is over. rang gets those that ring, of AttRing *,
 * never none; they are written down. */
typedef void (*AttRangFunc) (GPtrArray *rings, gpointer data);
void att_desk_ask_monitors   (AttDesk *desk, AttRangFunc rang, gpointer data);

G_END_DECLS
