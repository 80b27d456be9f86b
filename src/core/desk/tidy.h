/* tidy.h: letting go of stories whose time is over, in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After a round, a few hundred articles at a time, until there is nothing to do; the desk may be closed meanwhile and goes on the
 * next time. Main thread only.
 */
#pragma once

#include "desk/desk.h"
#include "store/retention.h"

G_BEGIN_DECLS

void att_desk_tidy     (AttDesk *desk);
void att_desk_set_keep (AttDesk *desk, const char *folder, gint64 feed, const AttKeep *keep);   /* see store/retention.h; and tidies */

G_END_DECLS
