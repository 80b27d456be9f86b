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
typedef void (*AttAddedFunc) (gint64 id, gpointer data);   /* 0: it failed, and was told */
void att_desk_add_monitor    (AttDesk *desk, AttMonitor *monitor, AttAddedFunc added, gpointer data);
void att_desk_remove_monitor (AttDesk *desk, gint64 id);
void att_desk_move_monitor   (AttDesk *desk, gint64 id, int by);

/* Asks every monitor with an alert what is new; to be called when a round is over. What rings is written down and waits; then
 * asked is called. */
typedef void (*AttAskedFunc) (gpointer data);
void att_desk_ask_monitors   (AttDesk *desk, AttAskedFunc asked, gpointer data);

/* What waits, newest first, of AttRing *, never none: it waits no longer. */
typedef void (*AttRangFunc) (GPtrArray *rings, gpointer data);
void att_desk_take_rings     (AttDesk *desk, AttRangFunc rang, gpointer data);

G_END_DECLS
