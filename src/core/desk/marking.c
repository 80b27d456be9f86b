/* marking.c: what is stored, analysed anew in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/marking.h"

#include "analysis/analyse.h"

#include <glib/gstdio.h>
#include <string.h>

#define BATCH 128

typedef struct {
  AttStore *store;
  AttLexicon *lexicon;
  gint64 after, only;
  guint n_done, n_all;
  AttMarkingFunc progress;
  gpointer progress_data;
} Marking;

/* What one question to the reader brings. */
typedef struct { gint64 after, only; guint n; } Wish;
typedef struct { GPtrArray *articles; guint n_all; } Batch;

static void
marking_free (gpointer data)
{
  Marking *self = data;
  g_object_unref (self->store);
  att_lexicon_unref (self->lexicon);
  g_free (self);
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;
  g_ptr_array_unref (batch->articles);
  g_free (batch);
}

static gpointer
read_batch (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Wish *wish = data;
  Batch *batch = g_new0 (Batch, 1);
  batch->articles = att_articles_batch (db, wish->only ? wish->only - 1 : wish->after, wish->only ? 1 : wish->n, error);
  batch->n_all = wish->only ? 1 : att_database_number (db, 0, "SELECT count(*) FROM article", "");
  return batch;
}

static gpointer
write_batch (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  att_articles_remark (db, data, change, error);
  return NULL;
}

static void ask_next (GTask *task);

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Marking *self = g_task_get_task_data (task);
  GError *error = NULL;
  att_store_finish (self->store, result, &error);
  if (error) {
    g_task_return_error (task, error);
    return;
  }
  if (self->progress)
    self->progress (self->n_done, MAX (self->n_all, self->n_done), self->progress_data);
  if (self->only)
    g_task_return_int (task, self->n_done);
  else if (!g_task_return_error_if_cancelled (task))
    ask_next (g_object_ref (task));
}

static void
analyse_batch (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Marking *self = g_task_get_task_data (g_object_get_data (G_OBJECT (task), "outer"));
  const Batch *batch = data;
  for (guint i = 0; i < batch->articles->len; i++)
    att_analyse (self->lexicon, batch->articles->pdata[i]);
  g_task_return_boolean (task, TRUE);
}

static void
analysed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Marking *self = g_task_get_task_data (task);
  const Batch *batch = g_task_get_task_data (G_TASK (result));
  self->n_done += batch->articles->len;
  self->n_all = batch->n_all;
  self->after = ((AttArticle *) batch->articles->pdata[batch->articles->len - 1])->id;
  att_store_tell_async (self->store, write_batch, g_ptr_array_ref (batch->articles), (GDestroyNotify) g_ptr_array_unref, NULL, written_cb, task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Marking *self = g_task_get_task_data (task);
  GError *error = NULL;
  Batch *batch = att_store_finish (self->store, result, &error);
  if (error || batch->articles->len == 0 || g_task_return_error_if_cancelled (task)) {
    if (error)
      g_task_return_error (task, error);
    else if (!g_task_get_completed (task) && batch->articles->len == 0)
      g_task_return_int (task, self->n_done);
    g_clear_pointer (&batch, batch_free);
    return;
  }
  g_autoptr (GTask) work = g_task_new (NULL, NULL, analysed_cb, g_object_ref (task));
  g_object_set_data_full (G_OBJECT (work), "outer", g_object_ref (task), g_object_unref);
  g_task_set_task_data (work, batch, batch_free);
  g_task_run_in_thread (work, analyse_batch);
}

/* Takes task. */
static void
ask_next (GTask *task)
{
  Marking *self = g_task_get_task_data (task);
  Wish wish = { self->after, self->only, BATCH };
  att_store_ask_async (self->store, read_batch, g_memdup2 (&wish, sizeof wish), g_free, batch_free, NULL, read_cb, task);
}

void
att_marking_run_async (AttStore *store, AttLexicon *lexicon, gint64 only, AttMarkingFunc progress, gpointer progress_data, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Marking *self = g_new0 (Marking, 1);
  *self = (Marking) { g_object_ref (store), att_lexicon_ref (lexicon), 0, only, 0, 0, progress, progress_data };
  g_task_set_task_data (task, self, marking_free);
  ask_next (task);
}

int
att_marking_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

void
att_marking_set_pending (const char *path, gboolean pending)
{
  g_autofree char *file = g_strconcat (path, ".marking", NULL), *marked = g_strconcat (path, ".marked", NULL), *edition = att_lexicon_edition ();
  g_autoptr (GError) error = NULL;
  if (!pending && g_file_set_contents (marked, edition, -1, &error))
    g_unlink (file);
  else if (pending)
    g_file_set_contents (file, "", 0, &error);
  if (error)
    g_warning ("%s", error->message);
}

gboolean
att_marking_is_pending (const char *path)
{
  g_autofree char *file = g_strconcat (path, ".marking", NULL), *marked = g_strconcat (path, ".marked", NULL), *edition = att_lexicon_edition (), *by = NULL;
  return g_file_test (file, G_FILE_TEST_EXISTS) || !g_file_get_contents (marked, &by, NULL, NULL) || strcmp (by, edition) != 0;
}
