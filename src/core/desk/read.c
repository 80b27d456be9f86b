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

typedef struct {
  AttLexicon *const *now;      /* borrowed, as the answer is: see att_read_async */
  const AttAnswer *answer;
  AttLexicon *lexicon;         /* that was in use when this began */
} Reading;

static void
reading_free (gpointer data)
{
  att_lexicon_unref (((Reading *) data)->lexicon);
  g_free (data);
}

/* What is too short to be told by its letters is in what the feed says of itself: "en" of "en-gb". */
static void
take_declared (AttArticle *article, const char *declared)
{
  if (article->language == NULL && declared && g_ascii_isalpha (declared[0]) && g_ascii_isalpha (declared[1]) && !g_ascii_isalpha (declared[2])) {
    g_autofree char *code = g_strndup (declared, 2);
    article->language = g_ascii_strdown (code, -1);
  }
}

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
  for (guint i = 0; i < edition->articles->len; i++) {
    att_analyse (reading->lexicon, g_ptr_array_index (edition->articles, i));
    take_declared (g_ptr_array_index (edition->articles, i), edition->language);
  }
  g_task_return_pointer (task, edition, (GDestroyNotify) att_edition_unref);
}

static void read_by_that_of_now (GTask *task, AttLexicon *const *now, const AttAnswer *answer);

/* What is stored is marked anew when the lexicon becomes another one, and this was not stored yet. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Reading *reading = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  AttEdition *edition = g_task_propagate_pointer (G_TASK (result), &error);
  if (edition && *reading->now != reading->lexicon) {
    att_edition_unref (edition);
    read_by_that_of_now (g_steal_pointer (&task), reading->now, reading->answer);
  } else if (edition)
    g_task_return_pointer (task, edition, (GDestroyNotify) att_edition_unref);
  else
    g_task_return_error (task, error);
}

/* Takes task. */
static void
read_by_that_of_now (GTask *task, AttLexicon *const *now, const AttAnswer *answer)
{
  g_autoptr (GTask) work = g_task_new (NULL, NULL, read_cb, task);
  Reading *reading = g_new (Reading, 1);
  *reading = (Reading) { now, answer, att_lexicon_ref (*now) };
  g_task_set_task_data (work, reading, reading_free);
  g_task_run_in_thread (work, read_in_thread);
}

void
att_read_async (AttLexicon *const *lexicon, const AttAnswer *answer, GAsyncReadyCallback callback, gpointer user_data)
{
  read_by_that_of_now (g_task_new (NULL, NULL, callback, user_data), lexicon, answer);
}

AttEdition *
att_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
