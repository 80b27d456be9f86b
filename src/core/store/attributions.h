/* attributions.h: whose words a quotation's are, as the reader says (table attribution).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quotation is known by its words, so that what was said of it stands when its article is analysed anew, or written anew around it. Writer thread.
 */
#pragma once

#include "store/articles.h"

G_BEGIN_DECLS

typedef struct {
  gint64  article;
  char   *words;     /* of the quotation, whole */
  char   *speaker;   /* NULL: nobody who is known */
  gint64  made;      /* seconds since 1970 */
} AttAttribution;

AttAttribution *att_attribution_new  (gint64 article, const char *words, const char *speaker);
AttAttribution *att_attribution_copy (const AttAttribution *self);
void            att_attribution_free (AttAttribution *self);

/* ATT_ERROR_USAGE when nobody is quoted with these words in the article. */
gboolean   att_attributions_set  (AttDatabase *db, const AttAttribution *attribution, gint64 now, AttChange *change, GError **error);

/* The newest that says this is forgotten; what stands then shows once the article is analysed anew. */
gboolean   att_attributions_drop (AttDatabase *db, const AttAttribution *attribution, GError **error);

GPtrArray *att_attributions_list (AttDatabase *db, GError **error);   /* of AttAttribution *, oldest first */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttAttribution, att_attribution_free)

G_END_DECLS
