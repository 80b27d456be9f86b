/* provenance.h: what a source said of its article beside the words (tables source_mark and enclosure).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its categories, the marks of a monitoring service that passed it on, its files. Kept apart from what this program marks.
 */
#pragma once

#include "press/article.h"
#include "store/database.h"

G_BEGIN_DECLS

gboolean att_provenance_add    (AttDatabase *db, gint64 id, const AttArticle *article, GError **error);   /* to an article that has none */
gboolean att_provenance_forget (AttDatabase *db, gint64 id, GError **error);
gboolean att_provenance_read  (AttDatabase *db, AttArticle *article, GError **error);                    /* into an article being read */

G_END_DECLS
