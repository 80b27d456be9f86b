/* round.h: one feed's turn, from its address to the store.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fetch → parse and analyse on a thread of the pool → one transaction. Whatever goes wrong is written to the feed, so
 * that its sign can say what, since when and what next, and is returned.
 */
#pragma once

#include "analysis/lexicon.h"
#include "fetch/fetcher.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  AttStore   *store;
  AttFetcher *fetcher;
  AttLexicon *const *lexicon;   /* where the one in use stands: a correction replaces it, also while an answer is waited for */
  gint64      interval;   /* seconds between two turns of a well feed */
} AttRoundContext;

void     att_round_async  (const AttRoundContext *context, AttFeed *feed, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean att_round_finish (GAsyncResult *result, GError **error);

G_END_DECLS
