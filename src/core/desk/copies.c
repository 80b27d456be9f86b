/* copies.c: the desk and its stories copied into files, in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/copies.h"

#include "base/error.h"
#include "store/backup.h"

#include <glib/gi18n-lib.h>

typedef enum { BACK_UP, RESTORE, CLIP } What;

typedef struct { What what; char *path, *file; AttFilter *filter; } Job;

static void
job_free (gpointer data)
{
  Job *job = data;
  g_free (job->path);
  g_free (job->file);
  g_clear_pointer (&job->filter, att_filter_unref);
  g_free (job);
}

/* A file is there whole or not at all. */
static int
clip (const Job *job, GCancellable *cancellable, GError **error)
{
  AttClippings format;
  if (!att_clippings_format (job->file, &format)) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_USAGE, _("The file's ending says what it is to be: .csv, .json, .jsonl or .md."));
    return -1;
  }
  g_autoptr (GFile) file = g_file_new_for_path (job->file);
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  g_autoptr (GOutputStream) out = stream ? g_buffered_output_stream_new (G_OUTPUT_STREAM (stream)) : NULL;
  int n = out ? att_clippings_write (job->path, job->filter, format, out, cancellable, error) : -1;
  if (n >= 0)
    return g_output_stream_close (out, cancellable, error) ? n : -1;
  if (out) {   /* closed as a cancelled one, a half file does not take the place of what was there */
    g_autoptr (GCancellable) never = g_cancellable_new ();
    g_cancellable_cancel (never);
    g_output_stream_close (out, never, NULL);
  }
  return -1;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  int n = job->what == CLIP ? clip (job, cancellable, &error) : (job->what == BACK_UP ? att_backup_write : att_backup_restore) (job->path, job->file, cancellable, &error) ? 0 : -1;
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, n);
}

static void
start (AttDesk *desk, What what, const char *file, const AttFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new (Job, 1);
  *job = (Job) { what, g_strdup (att_desk_get_path (desk)), g_strdup (file), filter ? att_filter_ref ((AttFilter *) filter) : NULL };
  g_autoptr (GTask) task = g_task_new (desk, cancellable, callback, user_data);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

void
att_desk_back_up_async (AttDesk *desk, const char *copy, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  start (desk, BACK_UP, copy, NULL, cancellable, callback, user_data);
}

void
att_desk_restore_async (AttDesk *desk, const char *copy, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  start (desk, RESTORE, copy, NULL, cancellable, callback, user_data);
}

void
att_desk_clip_async (AttDesk *desk, const AttFilter *filter, const char *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  start (desk, CLIP, file, filter, cancellable, callback, user_data);
}

int
att_desk_copy_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
