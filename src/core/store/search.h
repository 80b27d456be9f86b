/* search.h: the words of articles, findable (FTS5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only writer of table search. The index holds no text of its own, so a removal must be told the old words:
 * they are read from search_source, which means forget before article or body change.
 */
#pragma once

#include "filter/filter.h"
#include "store/database.h"

G_BEGIN_DECLS

gboolean att_search_add    (AttDatabase *db, gint64 article, const char *title, const char *text, GError **error);   /* as they are stored */
gboolean att_search_forget (AttDatabase *db, gint64 article, GError **error);   /* before they change or go */

/* A filter's words as an FTS5 question, or NULL where there are none; *negative is then what must not occur, when
 * nothing else is asked of the index. Owned by the caller. */
char *att_search_question (const AttFilter *filter, char **negative);

G_END_DECLS
