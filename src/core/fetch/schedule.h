/* schedule.h: when a feed's next turn is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A well feed comes every interval, or as rarely as it asks (at most a day). A failing one waits twice as long each
 * time, at most a day, and never shorter than its server asked. Pure; any thread. All in seconds.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 att_schedule_due (gint64 now, gint64 interval, gint64 feed_interval, guint failures, gint64 retry_after);

G_END_DECLS
