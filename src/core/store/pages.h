/* pages.h: whole articles from their pages (table page).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/articles.h"

G_BEGIN_DECLS

/* Whether the pages of a feed's articles are fetched; AUTO: where its items are short. */
typedef enum { ATT_PAGES_AUTO = -1, ATT_PAGES_NEVER, ATT_PAGES_OPENED, ATT_PAGES_ALWAYS } AttPagesMode;

/* again: it is there, and may have changed; etag, modified: then, what it was known by. */
typedef struct { gint64 article; char *url, *etag, *modified; gboolean again, opened; } AttPageWish;   /* opened: a person waits for it */

/* The next n pages to fetch, newest article first: of feeds that want them always, of the last days, not there and not
 * given up, or to be looked at again. Of AttPageWish. */
GPtrArray   *att_pages_due   (AttDatabase *db, gint64 now, guint n, GError **error);

/* The page of one article somebody opened, where its feed allows it and it is not there; NULL: nothing is to be done. */
AttPageWish *att_pages_opened (AttDatabase *db, gint64 article, GError **error);
void         att_page_wish_free (AttPageWish *self);

/* What a look at a page brought. */
typedef struct {
  const AttArticle *whole;   /* its id, text, shapes, pictures, form, image, mentions, quotes and events count */
  int wall;                  /* see page/page.h */
  const char *etag, *modified;
} AttPageLook;

/* An article's text as its page has it, analysed; the feed's own words are kept beside, and so is what the page said before.
 * It is looked at again after two hours, six and eighteen; a live report every half-hour of half a day. One transaction. */
gboolean     att_pages_write (AttDatabase *db, const AttPageLook *look, gint64 now, AttChange *change, GError **error);

/* It was looked at again and says what it said. */
gboolean     att_pages_same  (AttDatabase *db, gint64 article, gint64 now, GError **error);

/* The last n whole articles of the same feed, newest first: their ids, titles, dates, text, shapes and pictures. */
GPtrArray   *att_pages_beside (AttDatabase *db, gint64 article, guint n, GError **error);

/* What was found to be promotion of an article's feed: a set of paragraphs. */
GHashTable  *att_pages_promotion (AttDatabase *db, gint64 article, GError **error);
gboolean     att_pages_learn     (AttDatabase *db, gint64 article, GHashTable *promotion, GError **error);

/* Articles of att_pages_beside without what turned out to be no part of them, analysed again. One transaction; those that have other words
 * by now are left alone. */
gboolean     att_pages_mend  (AttDatabase *db, const GPtrArray *articles, AttChange *change, GError **error);

/* It did not come: again later, three times in all; for_good: not again. */
gboolean     att_pages_fail  (AttDatabase *db, gint64 article, gboolean for_good, gint64 now, GError **error);

/* Its feed changed what it says of it: its page is looked at again, but no sooner than after a pause that grows with every look. */
gboolean     att_pages_hasten (AttDatabase *db, gint64 article, gint64 now, GError **error);

/* It was not asked for, and is not to be before a moment. */
gboolean     att_pages_put_off (AttDatabase *db, gint64 article, gint64 until, GError **error);

gboolean     att_feeds_set_pages (AttDatabase *db, gint64 feed, AttPagesMode mode, GError **error);

G_END_DECLS
