/* condition.h: how a desk is doing, in numbers that give nobody away.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody may send along when something is wrong: how much there is, how well the feeds are, which versions are at work. No
 * address, host, title, name, filter or folder is in it. In English, whatever the window speaks: it is read by who mends.
 */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* now: seconds since 1970. Lines, each ended; owned by the caller. NULL on error. */
char *att_condition_read (AttDatabase *db, gint64 now, GError **error);

G_END_DECLS
