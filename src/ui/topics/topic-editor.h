/* topic-editor.h: a topic's name, terms and threshold, changed, with what would come in and fall out before anything is saved.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal "save" (AttTopic *) and "reset": what the person wants; the page does it. Main thread.
 */
#pragma once

#include "desk/topic-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_TOPIC_EDITOR (att_topic_editor_get_type ())
G_DECLARE_FINAL_TYPE (AttTopicEditor, att_topic_editor, ATT, TOPIC_EDITOR, GtkBox)

gboolean att_topic_editor_is_changed (AttTopicEditor *self);   /* and not saved */

void att_topic_editor_edit (AttTopicEditor *self, AttDesk *desk, const AttTopicState *state);

G_END_DECLS
