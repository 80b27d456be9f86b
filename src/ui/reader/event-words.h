/* event-words.h: what states did to each other, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "press/article.h"

G_BEGIN_DECLS

/* "United States → China: threatens (announced)". Owned by the caller. */
char *att_event_words (const AttEvent *event);

G_END_DECLS
