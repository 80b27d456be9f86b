/* rounds.h: waiting for a desk, as the tests of it do.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk/desk.h"

void       rounds_wait  (AttDesk *desk);   /* until the round under way is over */
GPtrArray *rounds_feeds (AttDesk *desk);   /* of AttFeed *, as the store has them now; owned by the caller */
