/* taxonomy.h: what the reader teaches the desk: corrections, speakers, names that are one, topics of one's own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A correction shows at once in its article, teaches its topic within milliseconds, and then everything stored is marked
 * anew in the background; a topic of one's own likewise. The desk's signal "marking" tells how far that is. Main thread.
 */
#pragma once

#include "analysis/own-topics.h"
#include "desk/desk.h"
#include "store/attributions.h"
#include "store/corrections.h"

G_BEGIN_DECLS

void     att_desk_correct_async  (AttDesk *self, const AttCorrection *correction, GAsyncReadyCallback callback, gpointer user_data);
void     att_desk_uncorrect_async (AttDesk *self, const AttCorrection *correction, GAsyncReadyCallback callback, gpointer user_data);   /* as if it had never been said; what was said before stands again */
/* Whose words a quotation's are; and as if that had never been said. */
void     att_desk_attribute_async   (AttDesk *self, const AttAttribution *attribution, GAsyncReadyCallback callback, gpointer user_data);
void     att_desk_unattribute_async (AttDesk *self, const AttAttribution *attribution, GAsyncReadyCallback callback, gpointer user_data);

void     att_desk_merge_async    (AttDesk *self, AttTopicKind kind, const char *name, const char *same_as, GAsyncReadyCallback callback, gpointer user_data);
gboolean att_desk_teach_finish   (AttDesk *self, GAsyncResult *result, GError **error);   /* of all of these, and of the two below */

/* What a story may be about, in the order of the panel; frozen. */
typedef struct { char *id, *label, *section; } AttTopicName;
GPtrArray *att_desk_list_topics (AttDesk *self);   /* of AttTopicName * */

/* A new topic of a name that another has already is another one all the same: its id becomes one that nobody has. */
void att_desk_make_topic_unique (AttDesk *self, AttTopic *topic);

/* A topic of one's own, new or in place of one of the same id; and one gone again. */
void     att_desk_save_topic_async   (AttDesk *self, const AttTopic *topic, GAsyncReadyCallback callback, gpointer user_data);
void     att_desk_take_topics_async (AttDesk *self, char *text, GAsyncReadyCallback callback, gpointer user_data);   /* those of a file, all or none; takes text */
void     att_desk_remove_topic_async (AttDesk *self, const char *id, GAsyncReadyCallback callback, gpointer user_data);

/* Somebody else may have changed the topics of one's own, at the command line say: then they are read again, and everything is marked anew. */
void     att_taxonomy_look (AttDesk *desk);

/* The topics a lexicon has, as the store must know them. */
void     att_taxonomy_define (AttStore *store, AttLexicon *lexicon);

G_END_DECLS
