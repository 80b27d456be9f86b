/* read.c: a feed's bytes → its articles, analysed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/read.h"

#include "analysis/analyse.h"
#include "base/date.h"
#include "feed/parse.h"

#define SAMPLE "resource:///org/attache/Attache/sample/"
#define SAMPLE_NEWEST "2026-01-15T11:40:00Z"   /* of the sample desk's stories */

/* The sample desk is as fresh as the day it is opened. */
static void
move_dates (AttEdition *edition)
{
  gint64 newest;
  if (!att_date_parse (SAMPLE_NEWEST, &newest))
    return;
  gint64 by = att_date_now () - newest - 600;
  for (guint i = 0; i < edition->articles->len; i++) {
    AttArticle *article = g_ptr_array_index (edition->articles, i);
    gint64 *date = article->published ? &article->published : &article->updated;
    *date += by;
  }
}

typedef struct { const AttLexicon *lexicon; const AttAnswer *answer; } Reading;   /* both borrowed, see att_read_async */

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  const AttAnswer *answer = reading->answer;
  GError *error = NULL;
  AttEdition *edition = att_feed_parse (answer->bytes, answer->type, answer->url, &error);
  if (edition == NULL) {
    g_task_return_error (task, error);
    return;
  }
  if (g_str_has_prefix (answer->url, SAMPLE))
    move_dates (edition);
  for (guint i = 0; i < edition->articles->len; i++)
    att_analyse (reading->lexicon, g_ptr_array_index (edition->articles, i));
  g_task_return_pointer (task, edition, (GDestroyNotify) att_edition_unref);
}

void
att_read_async (const AttLexicon *lexicon, const AttAnswer *answer, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Reading *reading = g_new (Reading, 1);
  *reading = (Reading) { lexicon, answer };
  g_task_set_task_data (task, reading, g_free);
  g_task_run_in_thread (task, read_in_thread);
}

AttEdition *
att_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
