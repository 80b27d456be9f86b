/* topic-page.h: a topic's page: what it is, how much of it there is, who is in it and who is quoted, its stories; and its editor.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal "save" (AttTopic *, AttTopicState * as it was) and "reset" (AttTopicState *). Main thread.
 */
#pragma once

#include "desk/topic-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_TOPIC_PAGE (att_topic_page_get_type ())
G_DECLARE_FINAL_TYPE (AttTopicPage, att_topic_page, ATT, TOPIC_PAGE, GtkBox)

gboolean att_topic_page_is_changed (AttTopicPage *self);   /* and not saved: shown again, it goes on */

void att_topic_page_open (AttTopicPage *self, AttDesk *desk, const char *id);

/* An empty one with a first term, or none, in the editor. */
void att_topic_page_make (AttTopicPage *self, AttDesk *desk, const char *label, const char *term);

G_END_DECLS
