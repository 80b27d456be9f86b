/* marking.h: what is stored, analysed anew in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Batch by batch: read on the store's reader, analysed on a pool thread, written on its writer, so that nothing else
 * waits long. Corrections stand. Main thread.
 */
#pragma once

#include "analysis/lexicon.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef void (*AttMarkingFunc) (guint n_done, guint n_all, gpointer data);

/* only: one article's number, or 0 for all. progress is told after each batch, until the end. */
void att_marking_run_async  (AttStore *store, AttLexicon *lexicon, gint64 only, AttMarkingFunc progress, gpointer progress_data,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
int  att_marking_run_finish (GAsyncResult *result, GError **error);   /* how many were analysed; -1 on error */

/* Whether all is still to be marked anew, kept beside the store at path until it has been: a desk may be closed before, and what another edition of
 * the program marked is marked by this one. */
void     att_marking_set_pending (const char *path, gboolean pending);
gboolean att_marking_is_pending  (const char *path);

G_END_DECLS
