/* moment.h: a point in time as a person says it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *att_moment_short (gint64 seconds, gint64 now);   /* "14:02" today, "Mon 14:02" this week, "26 Apr", "26 Apr 2024" */
char *att_moment_long  (gint64 seconds);               /* "26 April 2024, 14:02" */
char *att_moment_beside (const char *source, gint64 seconds);   /* "The Wire · 26 April 2024, 14:02", each in its own direction (UAX 9, isolates) */

G_END_DECLS
