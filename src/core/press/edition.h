/* edition.h: what one fetch of a feed carried.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frozen value, atomically reference-counted. Any string may be NULL.
 */
#pragma once

#include "press/article.h"

G_BEGIN_DECLS

typedef struct {
  const char *format;      /* "rss20", "atom10", "json11" ...; static */
  gboolean well_formed;    /* FALSE: read as far as it could be */
  gboolean cut_off;        /* it broke off before its end: the rest is still to come */
  char *title, *link, *description, *language, *author;
  gint64 updated;          /* seconds since 1970 UTC; 0 unknown */
  char *self, *next, *hub; /* the feed's own address, its next page, its WebSub hub */
  char *moved;             /* where the feed says it has moved */
  gint64 interval;         /* seconds the feed asks readers to wait; 0 unknown */
  guint32 skip_hours;      /* bit h: nothing new between h and h+1 o'clock UTC (RSS skipHours) */
  guint32 skip_days;       /* bit d: nothing new on that day, 0 is Monday (RSS skipDays) */
  GPtrArray *articles;     /* of AttArticle *, document order */
} AttEdition;

AttEdition *att_edition_new   (void);
AttEdition *att_edition_ref   (AttEdition *self);
void        att_edition_unref (AttEdition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttEdition, att_edition_unref)

G_END_DECLS
