/* worker.c: one thread, one queue.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/worker.h"

struct _AttWorker {
  GThread     *thread;
  GAsyncQueue *queue;
};

typedef struct { GTask *task; GTaskThreadFunc func; } Job;   /* no task: the end */

static gpointer
work (gpointer data)
{
  AttWorker *self = data;
  for (;;) {
    Job *job = g_async_queue_pop (self->queue);
    if (job->task == NULL) {
      g_free (job);
      return NULL;
    }
    if (!g_task_return_error_if_cancelled (job->task))
      job->func (job->task, g_task_get_source_object (job->task), g_task_get_task_data (job->task),
                 g_task_get_cancellable (job->task));
    g_object_unref (job->task);
    g_free (job);
  }
}

static void
push (AttWorker *self, GTask *task, GTaskThreadFunc func)
{
  Job *job = g_new (Job, 1);
  *job = (Job) { task, func };
  g_async_queue_push (self->queue, job);
}

AttWorker *
att_worker_new (const char *name)
{
  AttWorker *self = g_new0 (AttWorker, 1);
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new (name, work, self);
  return self;
}

void
att_worker_push (AttWorker *self, GTask *task, GTaskThreadFunc func)
{
  g_return_if_fail (self != NULL && G_IS_TASK (task) && func != NULL);
  push (self, g_object_ref (task), func);
}

void
att_worker_join (AttWorker *self)
{
  g_return_if_fail (self != NULL);
  push (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}

gboolean
att_worker_is_me (const AttWorker *self)
{
  return g_thread_self () == self->thread;
}
