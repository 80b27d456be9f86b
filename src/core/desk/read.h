/* read.h: a feed's bytes → its articles, analysed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the desk does with every answer it gets, on a thread of the pool.
 */
#pragma once

#include "analysis/lexicon.h"
#include "fetch/fetcher.h"
#include "press/edition.h"

G_BEGIN_DECLS

/* lexicon: where the one in use stands; when it is another one at the end, all is read again by that. Both live until the callback
 * has been called. The sample desk's dates are moved, so that it is as fresh as the day it is opened. */
void        att_read_async  (AttLexicon *const *lexicon, const AttAnswer *answer, GAsyncReadyCallback callback, gpointer user_data);
AttEdition *att_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
