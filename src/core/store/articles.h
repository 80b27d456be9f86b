/* articles.h: articles written, read whole and marked (tables article, body, entry, quote).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "filter/filter.h"
#include "press/edition.h"
#include "store/change.h"
#include "store/database.h"

G_BEGIN_DECLS

enum { ATT_FLAG_READ = 1, ATT_FLAG_STARRED = 2 };

/* An article's state before it was marked, to bring it back. */
typedef struct { gint64 id, published; guint flags, changed; } AttWas;   /* changed: which of its flags were */

/* One transaction: all of an edition or none of it. An article already there is left, or updated where its words
 * changed; published is frozen at first sight, so rows never move. now: seconds since 1970, for undated articles. */
gboolean att_articles_write (AttDatabase *db, gint64 feed, const AttEdition *edition, gint64 now, AttChange *change, GError **error);

/* Sets error: the article is not there, or no longer. */
void att_articles_lack (gint64 id, GError **error);

/* It says something else: monitors are asked of it once more, as it may be about what they are about only now. */
gboolean att_articles_note_rewording (AttDatabase *db, gint64 id, gint64 now, GError **error);

/* Another text for an article already there, with what analysis says of it; its place, flags and title stay. Within a
 * transaction of the caller's. */
gboolean att_articles_reword (AttDatabase *db, const AttArticle *article, GError **error);

/* What analysis now says of articles already there, in place of what it said: one transaction. Corrections stand. An article that is
 * gone or has other words by now is left alone. */
gboolean att_articles_remark (AttDatabase *db, const GPtrArray *articles, AttChange *change, GError **error);

/* The next n articles behind a number, with what analysis needs of them: id, published, title, text, language. */
GPtrArray *att_articles_batch (AttDatabase *db, gint64 after, guint n, GError **error);

/* Everything of the articles whose column ("id" or "feed") has a value, but what they are known by (identity.h). Within a
 * transaction of the caller's. */
gboolean att_articles_forget (AttDatabase *db, const char *column, gint64 value, GError **error);

AttArticle *att_articles_read (AttDatabase *db, gint64 id, GError **error);   /* with mentions, quotes and earlier wordings */

/* Sets and clears flags of the articles named, or (ids NULL) of those a filter matches up to a number, G_MAXINT64: all; *was gets what they were. */
gboolean att_articles_mark (AttDatabase *db, const GArray *ids, const AttFilter *filter, gint64 last, guint set, guint clear, GArray **was, GError **error);
gboolean att_articles_restore (AttDatabase *db, const GArray *was, GError **error);

G_END_DECLS
