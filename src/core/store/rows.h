/* rows.h: ids → headlines, a page at a time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row of the list shows of an article. Frozen, atomically reference-counted.
 */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id, feed, published;
  guint  flags;
  char  *title, *source, *summary, *url;
  char **themes;   /* labels, most important first, at most three */
} AttHeadline;

AttHeadline *att_headline_ref   (AttHeadline *self);
void         att_headline_unref (AttHeadline *self);

/* In the order of ids; one that is gone is left out. */
GPtrArray *att_rows_read (AttDatabase *db, const gint64 *ids, guint n, GError **error);

/* The first of ids from `from` on that is unread; n where there is none. */
guint att_rows_next_unread (AttDatabase *db, const gint64 *ids, guint n, guint from, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttHeadline, att_headline_unref)

G_END_DECLS
