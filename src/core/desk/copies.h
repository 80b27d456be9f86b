/* copies.h: the desk and its stories copied into files, in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On a thread of the pool with a connection of its own, so nothing waits for it. What is cancelled, or fails, leaves the file as it was. Main thread only.
 */
#pragma once

#include "desk/clippings.h"
#include "desk/desk.h"

G_BEGIN_DECLS

void     att_desk_back_up_async (AttDesk *desk, const char *copy, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     att_desk_restore_async (AttDesk *desk, const char *copy, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);   /* it takes the desk's place when it is opened next */
void     att_desk_clip_async    (AttDesk *desk, const AttFilter *filter, const char *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);   /* in the format its ending says */
int      att_desk_copy_finish   (GAsyncResult *result, GError **error);   /* -1 on error; of clippings how many */

G_END_DECLS
