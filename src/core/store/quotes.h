/* quotes.h: who said what, over many articles (table quote).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "press/citation.h"
#include "store/database.h"

G_BEGIN_DECLS

/* A quotation with where it stands; frozen, freed by the array it is in. */
typedef struct {
  gint64 article, published;
  char  *speaker, *text, *source;   /* speaker NULL: not attributed */
  char  *title, *url;               /* of the article */
  gboolean indirect;                /* told, not quoted */
} AttSaid;

/* In both, words in quotation marks that a statement of the same speaker has within it are not said twice. */

/* What one speaker said, in order, the last max of it; theme: in stories about it, or NULL. first: whether nothing older was left out. */
GPtrArray *att_quotes_ledger (AttDatabase *db, const char *speaker, const char *theme, guint max, gboolean *first, GError **error);

/* Of the articles named, in their order, at most max and what the last of them has more; words: that are in it, or in its speaker's name, NULL: any. */
GPtrArray *att_quotes_read (AttDatabase *db, const gint64 *ids, guint n, const char *words, guint max, GError **error);

/* With where it stands, to be passed on. */
char *att_quotes_cite (const AttSaid *said, AttCitationFormat format);

G_END_DECLS
