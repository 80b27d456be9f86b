/* pages.h: whole articles from their pages (table page).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/articles.h"

G_BEGIN_DECLS

/* Whether the pages of a feed's articles are fetched; AUTO: where its items are short. */
typedef enum { ATT_PAGES_AUTO = -1, ATT_PAGES_NEVER, ATT_PAGES_OPENED, ATT_PAGES_ALWAYS } AttPagesMode;

typedef struct { gint64 article; char *url; } AttPageWish;

/* The next n pages to fetch, newest article first: of feeds that want them always, of the last days, not there and not
 * given up. Of AttPageWish. */
GPtrArray   *att_pages_due   (AttDatabase *db, gint64 now, guint n, GError **error);

/* The page of one article somebody opened, where its feed allows it and it is not there; NULL: nothing is to be done. */
AttPageWish *att_pages_opened (AttDatabase *db, gint64 article, GError **error);
void         att_page_wish_free (AttPageWish *self);

/* An article's text as its page has it, analysed; the feed's own words are kept beside. whole: its id, text, shapes,
 * mentions, quotes and events count. wall: see page/page.h. One transaction. */
gboolean     att_pages_write (AttDatabase *db, const AttArticle *whole, const char *html, int wall, gint64 now, AttChange *change, GError **error);

/* It did not come: again later, three times in all; for_good: not again. */
gboolean     att_pages_fail  (AttDatabase *db, gint64 article, gboolean for_good, gint64 now, GError **error);

gboolean     att_feeds_set_pages (AttDatabase *db, gint64 feed, AttPagesMode mode, GError **error);

G_END_DECLS
