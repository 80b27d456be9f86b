/* candidates.h: stored articles a topic can be tried on.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "press/article.h"
#include "store/database.h"

G_BEGIN_DECLS

/* One of them, with what analysis needs. */
typedef struct {
  AttArticle *article;
  char    *source;     /* the feed it came by */
  gboolean about;      /* it is about the topic, as stored */
} AttTopicCandidate;

/* The newest n articles, and the newest n of those about a theme; newest first, of AttTopicCandidate *. */
GPtrArray *att_candidates_read (AttDatabase *db, const char *theme, guint n, GError **error);

G_END_DECLS
