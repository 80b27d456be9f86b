/* alert.h: whether a monitor speaks up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure. A burst is what trend.h calls one, of as many outlets today as the monitor wants: one outlet that repeats itself is none. It rings once a day.
 */
#pragma once

#include "store/monitors.h"

G_BEGIN_DECLS

/* news: of AttMonitorNews *. Those that ring, of AttRing *. */
GPtrArray *att_alert_judge (const GPtrArray *news);

/* Whether an hour lies in the quiet ones, which may go over midnight; from and to the same: there are none. */
gboolean   att_alert_is_quiet (guint from, guint to, guint hour);

G_END_DECLS
