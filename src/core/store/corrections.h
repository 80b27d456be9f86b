/* corrections.h: what the reader corrected (tables correction and same_actor).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A correction changes the marks it speaks of at once and stands against every later analysis. Writer thread.
 */
#pragma once

#include "press/article.h"
#include "store/articles.h"

G_BEGIN_DECLS

typedef struct {
  gint64       article;
  AttTopicKind kind;
  char        *name, *label;   /* as of a mention */
  gboolean     about;          /* FALSE: it is not about this, or not this person */
  gint64       made;           /* seconds since 1970 */
} AttCorrection;

AttCorrection *att_correction_new  (gint64 article, AttTopicKind kind, const char *name, const char *label, gboolean about);
void           att_correction_free (AttCorrection *self);

gboolean   att_corrections_set   (AttDatabase *db, const AttCorrection *correction, gint64 now, AttChange *change, GError **error);

/* Forgets one, and what was said before it stands again; the article's marks are as analysis makes them again when it is next analysed. */
gboolean   att_corrections_drop  (AttDatabase *db, gint64 article, AttTopicKind kind, const char *name, GError **error);

/* From now on, and in everything stored, name is same_as. */
gboolean   att_corrections_merge (AttDatabase *db, AttTopicKind kind, const char *name, const char *same_as, gint64 now, AttChange *change, GError **error);

/* Takes the last merge of a name back, and nothing that was one with either before; it shows in articles once they are analysed anew. */
gboolean   att_corrections_unmerge (AttDatabase *db, AttTopicKind kind, const char *name, GError **error);

/* Every article that names an actor is stored again as corrected. Within a transaction of the caller's. */
gboolean   att_corrections_rewrite (AttDatabase *db, AttTopicKind kind, const char *name, AttChange *change, GError **error);

GPtrArray *att_corrections_list  (AttDatabase *db, const char *theme, GError **error);   /* of AttCorrection *; theme: those of one topic, or NULL */

/* The mentions as they are to be stored: copies, corrected. */
GPtrArray *att_corrections_apply (AttDatabase *db, gint64 article, const GPtrArray *mentions, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttCorrection, att_correction_free)

G_END_DECLS
