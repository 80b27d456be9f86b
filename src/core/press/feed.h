/* feed.h: a subscription and how it is doing.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frozen value, atomically reference-counted: what the store knew of the feed when it was asked.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gint64 id;
  char *url, *title, *site, *folder, *language;   /* folder "" for none, "Wires/Europe" for nested ones */
  char *etag, *modified;                          /* validators of the last answer */
  gint64 checked;                                 /* last answer of any kind; 0 never */
  gint64 due;                                     /* next turn; 0 at once */
  gint64 interval;                                /* seconds the feed asks for; 0 unknown */
  guint32 skip_hours, skip_days;                  /* when it says nothing new comes, see press/edition.h */
  gint64 failing_since;                           /* 0 while it is well */
  guint failures;                                 /* in a row */
  int trouble;                                    /* AttErrorCode, or -1 while it is well */
  char *trouble_text;                             /* what is wrong, in a sentence */
  char **shelves;                                 /* further folders it stands in, NULL behind the last; NULL: none */
  char *country, *kind, *owner;                   /* of the outlet: ISO 3166-1 alpha-3; "wire"; "state"; NULL unknown */
  gint64 every;                                   /* seconds between two visits, as the person wants it; 0: as the desk has it */
  int pages;                                      /* AttPagesMode of store/pages.h: whether its articles' pages are fetched */
  guint unread, starred, articles;
} AttFeed;

AttFeed *att_feed_new   (void);
AttFeed *att_feed_ref   (AttFeed *self);
void     att_feed_unref (AttFeed *self);

AttFeed *att_feed_copy  (const AttFeed *self);       /* to be changed before it is handed on */

const char *att_feed_label (const AttFeed *self);   /* its title, else its address */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttFeed, att_feed_unref)

G_END_DECLS
