/* articles.h: articles written and read whole (tables article, body, entry, quote).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "press/edition.h"
#include "store/change.h"
#include "store/database.h"
#include "store/flags.h"

G_BEGIN_DECLS

#define ATT_NEWS (4 * 86400)   /* seconds: older stories are no news, whatever they say by now; monitors remember what they told of a day longer */

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

G_END_DECLS
