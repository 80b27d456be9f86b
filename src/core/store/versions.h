/* versions.h: the earlier wordings of an article (table version).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "press/version.h"
#include "store/database.h"

G_BEGIN_DECLS

#define ATT_VERSIONS_KEPT 100   /* of one article: a live page changes every minute */

/* Whether what its source says has other blanks and paragraphs than what it said before, and the same words. */
gboolean   att_versions_is_respaced (AttDatabase *db, gint64 article, const char *text);

/* Keeps the article's wording as it is stored now; to be called before it changes. One already kept is not kept twice. */
gboolean   att_versions_keep (AttDatabase *db, gint64 article, GError **error);
GPtrArray *att_versions_read (AttDatabase *db, gint64 article, GError **error);   /* of AttVersion *, earliest first; without the present wording */

G_END_DECLS
