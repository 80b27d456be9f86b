/* columns.h: what a filter needs of every article, in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A copy of table entry in columns, oldest first, so that arrivals go to the end: about fifty bytes an article. It is built
 * when it is first needed and then follows table change, which triggers write in the transaction of every change, whoever
 * makes it: it can lag behind the store, never differ from it. One thread, the one of the connection it follows.
 */
#pragma once

#include "store/database.h"
#include "store/topic-names.h"

G_BEGIN_DECLS

typedef struct {
  guint    n, room;      /* rows there are, and have room */
  guint32 *ids;
  guint32 *published;    /* seconds since 1970; before it: 0 */
  guint32 *topics;       /* where its topics stand in pool: their number, then each */
  guint16 *feeds;        /* index into feed_ids */
  guint8  *flags;
  guint16 *languages;    /* what each is written in: index into tongues; 0: nobody can tell */
  guint64 *themes;       /* a bit for each of the first 64 themes: what is asked for most is found without a look into pool */
  GArray  *pool;         /* of guint32 */
  GArray  *feed_ids;     /* of gint64 */
  GHashTable *feed_index;/* the other way round */
  GPtrArray *tongues;    /* of char *, "de-AT" as feeds write them; the first is NULL */
  GHashTable *tongue_index;
  gsize    waste;        /* of pool: what no row points at any more */
  GArray  *totals;       /* of guint32, by topic: how many rows have it */
  GArray  *kinds;        /* of guint8, by topic */
  GArray  *bits;         /* of guint8, by topic: a theme's bit in themes, and 255 for what has none */
  guint    n_bits;
  guint32  max_id;
  AttTopicNames *names;
  gint64   followed;     /* the last change that is in; -1: nothing was read yet */
} AttColumns;

AttColumns *att_columns_new    (void);
void        att_columns_free   (AttColumns *self);

/* Brings it up to what the connection sees now. FALSE with error: it is as it was, or empty. */
gboolean    att_columns_follow (AttColumns *self, AttDatabase *db, GError **error);

/* The first row published at or after a time. */
guint       att_columns_at     (const AttColumns *self, gint64 published);

/* By a language's index: whether it is one of those that are asked for, "de" for "de-AT", too, and "none" where nobody can tell; free with g_free. */
guint8     *att_columns_allow_languages (const AttColumns *self, const char *const *languages);

/* A feed's index; -1: no article has it. */
int         att_columns_feed   (const AttColumns *self, gint64 feed);

static inline const guint32 *
att_columns_topics (const AttColumns *self, guint row, guint *n)
{
  const guint32 *at = &g_array_index (self->pool, guint32, self->topics[row]);
  *n = *at;
  return at + 1;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttColumns, att_columns_free)

G_END_DECLS
