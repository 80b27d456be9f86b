/* worker.h: one thread, one queue.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tasks run in the order they were pushed, one at a time, on the worker's own thread; each returns on the main
 * context it was made in (GTask does that). The only file of the program that holds a lock.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AttWorker AttWorker;

AttWorker *att_worker_new   (const char *name);
void       att_worker_push  (AttWorker *self, GTask *task, GTaskThreadFunc func);   /* takes its own reference */
void       att_worker_join  (AttWorker *self);   /* runs what is queued, ends the thread, frees the worker */
gboolean   att_worker_is_me (const AttWorker *self);

G_END_DECLS
