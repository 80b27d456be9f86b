/* whole.h: an article put together from its pages.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One that goes on over several pages (rel=next, the same address but for a number) is read part by part and analysed once
 * it is whole and without its outlet's promotion. Main thread; the reading is done on a thread of the pool, and nothing else
 * may touch the value meanwhile.
 */
#pragma once

#include "analysis/lexicon.h"
#include "fetch/fetcher.h"
#include "store/pages.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct _AttWhole AttWhole;

gpointer    att_whole_ask        (AttDatabase *db, gpointer wish, AttChange *change, GError **error);   /* of an AttPageWish, for att_store_ask_async: AttWhole * */
void        att_whole_free       (AttWhole *self);

/* One more page; NULL: there will be none. Takes the answer. */
void        att_whole_read_async (AttWhole *self, const AttLexicon *lexicon, AttAnswer *answer, GAsyncReadyCallback callback, gpointer user_data);

const char *att_whole_next       (const AttWhole *self);    /* where it goes on, after a read; NULL: it is whole, and analysed */
gboolean    att_whole_is_better  (const AttWhole *self);    /* it says more than what is stored, or something else than the page said */
gpointer    att_whole_write      (AttDatabase *db, gpointer whole, AttChange *change, GError **error);   /* for att_store_tell_async */

/* Where it was read by a lexicon that is out of use by now: what is stored was marked anew, and this was not stored yet. */
gboolean    att_whole_is_judged_by (const AttWhole *self, const AttLexicon *lexicon);
void        att_whole_judge_async  (AttWhole *self, const AttLexicon *lexicon, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
