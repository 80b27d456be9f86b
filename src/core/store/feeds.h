/* feeds.h: the subscriptions (table feed).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "press/feed.h"
#include "store/columns.h"

G_BEGIN_DECLS

/* What a turn of a feed told about the feed itself; NULL and 0 leave a field as it is. */
typedef struct {
  char  *title, *site, *language, *etag, *modified;
  char  *url;              /* where it says it has moved for good; believed when it has said so in three rounds running */
  gboolean unseen;         /* the feed says so, and nothing has been fetched from there yet: att_feeds_move() moves it */
  char  *hub, *next;       /* WebSub hub, next page of the archive */
  gboolean has_edition;    /* the feed came, so that what it does not say any more is not so any more: skips, hub, next */
  guint32 skip_hours, skip_days;
  gint64 due, interval;
  int    trouble;          /* AttErrorCode, or -1: it is well */
  char  *trouble_text;
  char    *asked, *landed;   /* the address that was asked, and the one it led to for good; NULL: the feed's own, nowhere else */
} AttFeedNews;

/* Of AttFeed *, by folder and title, with counts; columns: as in coverage.h. languages: what a person reads, of which alone, and of what nobody can tell, columns count; NULL: all. */
GPtrArray *att_feeds_list    (AttDatabase *db, AttColumns *columns, const char *const *languages, GError **error);
AttFeed   *att_feeds_get     (AttDatabase *db, gint64 id, GError **error);   /* one that has left is none */
gint64     att_feeds_find    (AttDatabase *db, const char *text, guint *n);    /* by address, title or number; 0: none, or, where n is more than one, several of that title */
gint64     att_feeds_add     (AttDatabase *db, const AttFeed *feed, GError **error);   /* ATT_ERROR_EXISTS; 0 on error */
gboolean   att_feeds_remove  (AttDatabase *db, gint64 id, GError **error);     /* and all its articles */
gboolean   att_feeds_describe (AttDatabase *db, const AttFeed *feed, GError **error);   /* what a person says of it: title, address, language, country, kind, owner, every, pages */
gboolean   att_feeds_hasten  (AttDatabase *db, gint64 before, gint64 after, GError **error);   /* those that only wait for an interval of so many seconds wait for a shorter one */
gint64     att_feeds_newest  (AttDatabase *db, gint64 id);                        /* the date of what it brought last; 0: nothing */
gboolean   att_feeds_wait    (AttDatabase *db, const char *host, gint64 until, GError **error);   /* no feed of a host has its turn before, nor all at once then */
gboolean   att_feeds_is_ready_to_move (AttDatabase *db, gint64 id);               /* it has named another address often enough to be believed */
gboolean   att_feeds_move    (AttDatabase *db, gint64 id, const char *url, gboolean holds, GError **error);   /* there, if it holds a feed; else it has to say so again */
char      *att_feeds_get_walk (AttDatabase *db, gint64 id);                       /* the older page to be read next; NULL: none. Owned by the caller */
gboolean   att_feeds_set_walk (AttDatabase *db, gint64 id, const char *url, GError **error);
gboolean   att_feeds_tell    (AttDatabase *db, gint64 id, const AttFeedNews *news, gint64 now, GError **error);

G_END_DECLS
