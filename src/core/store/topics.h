/* topics.h: topics and their numbers; what an article is about, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables topic and evidence. Analysis names a topic by (kind, name); here the pair gets its number.
 */
#pragma once

#include "filter/filter.h"
#include "press/article.h"
#include "store/database.h"

G_BEGIN_DECLS

guint32 att_topics_id (AttDatabase *db, AttTopicKind kind, const char *name, const char *label, GError **error);   /* 0 on error */

/* A theme of the taxonomy: its label, the heading it stands under, and its place there. */
gboolean att_topics_define (AttDatabase *db, const char *name, const char *label, const char *section, guint position, GError **error);

/* Writes the mentions of an article; returns the ids packed little-endian, most important first, for entry.topics. */
GBytes *att_topics_write (AttDatabase *db, gint64 article, const GPtrArray *mentions, GError **error);
/* What filters read of an article, also while its feed is on its way out and may come back. */
gboolean att_topics_of_entry (AttDatabase *db, gint64 article, gint64 published, GBytes *topics, GError **error);
gboolean att_topics_forget (AttDatabase *db, gint64 article, GError **error);

GPtrArray *att_topics_of_article (AttDatabase *db, gint64 article, GError **error);   /* of AttMention *, most important first */

/* The first topic, actor or feed a filter asks for that there is none of, as a filter has it: "topic:taiwann". NULL: all are there. Owned by the caller. */
char *att_topics_unknown (AttDatabase *db, const AttFilter *filter);

G_END_DECLS
