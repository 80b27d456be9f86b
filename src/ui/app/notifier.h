/* notifier.h: what monitors have to say, as one notification, when the person wants it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After each round, or as a digest once an hour or once a day; never in the quiet hours. What waits is in the store, so that it
 * is told after a restart too. Main thread.
 */
#pragma once

#include "desk/desk.h"

G_BEGIN_DECLS

/* To be called after every round: tells what waits, if it is time to. */
void att_notifier_tell (GApplication *application, AttDesk *desk, GSettings *settings);

/* What a notification offers: the stories of a monitor marked as read, and a monitor that says nothing any more. */
void att_notifier_mark_read (AttDesk *desk, gint64 monitor);
void att_notifier_mute      (AttDesk *desk, gint64 monitor);

/* Whether it is time, both in seconds since 1970; hour: of the day it is, daily: the hour of the daily digest. Pure. */
typedef enum { ATT_DIGEST_NONE, ATT_DIGEST_HOURLY, ATT_DIGEST_DAILY } AttDigest;
gboolean att_notifier_is_time (AttDigest digest, gint64 last, gint64 now, guint hour, guint daily);

G_END_DECLS
