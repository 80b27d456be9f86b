/* topic-names.h: what topics are called, read once each.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thread, the one of the connection it asks.
 */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

typedef struct { int kind; char *name, *label, *section; int position; } AttNamedTopic;

typedef struct _AttTopicNames AttTopicNames;

AttTopicNames      *att_topic_names_new   (void);
void                att_topic_names_free  (AttTopicNames *self);
void                att_topic_names_clear (AttTopicNames *self);   /* some are called otherwise now */
const AttNamedTopic *att_topic_names_get   (AttTopicNames *self, AttDatabase *db, guint32 topic);   /* NULL: there is none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttTopicNames, att_topic_names_free)

G_END_DECLS
