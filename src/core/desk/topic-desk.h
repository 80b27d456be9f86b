/* topic-desk.h: topics looked into, tried out before they are saved, taken from files and given away.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving and removing is in taxonomy.h. Main thread; the work is done on others.
 */
#pragma once

#include "desk/desk.h"
#include "press/topic.h"

G_BEGIN_DECLS

/* A topic as it is now. */
typedef struct {
  AttTopic *topic;
  gboolean  shipped;   /* it came with the program */
  gboolean  own;       /* a person made or changed it */
} AttTopicState;

void           att_desk_topic_async      (AttDesk *self, const char *id, GAsyncReadyCallback callback, gpointer user_data);
AttTopicState *att_desk_topic_finish     (AttDesk *self, GAsyncResult *result, GError **error);
void           att_topic_state_free      (AttTopicState *self);

/* A story that would come in, or fall out. */
typedef struct { gint64 id, published; char *title, *source; gboolean in; } AttTopicStory;

/* What would change among the stories looked at: the newest, and the newest of those about it now. */
typedef struct {
  guint n_looked_at, n_now, n_then;
  guint n_in, n_out;
  GPtrArray *stories;     /* of AttTopicStory *, newest first; at most a hundred of each kind */
} AttTopicPreview;

void             att_desk_preview_async  (AttDesk *self, const AttTopic *topic, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
AttTopicPreview *att_desk_preview_finish (AttDesk *self, GAsyncResult *result, GError **error);
void             att_topic_preview_free  (AttTopicPreview *self);

/* All topics of a person's own, as one file to give away. */
char      *att_desk_export_topics        (AttDesk *self);

/* What a file would change: a line for each topic in it, "new" or "changed". NULL with error: it is none. */
typedef struct { char *id, *label; guint n_terms; gboolean known; } AttTopicOffer;
GPtrArray *att_desk_read_topics          (AttDesk *self, GBytes *file, GError **error);   /* of AttTopicOffer * */
void       att_desk_import_topics_async  (AttDesk *self, GBytes *file, GAsyncReadyCallback callback, gpointer user_data);   /* to be ended with att_desk_teach_finish */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttTopicState, att_topic_state_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttTopicPreview, att_topic_preview_free)

G_END_DECLS
