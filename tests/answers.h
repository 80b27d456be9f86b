/* answers.h: waiting for what was asked of a store or a desk.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/store.h"

void  answers_cb     (GObject *source, GAsyncResult *result, gpointer answer);   /* answer: GAsyncResult **, NULL until then */
void  answers_wait   (GAsyncResult *const *answer);
guint answers_number (AttStore *store, const char *sql);                         /* what a store says, once all before it is written */
