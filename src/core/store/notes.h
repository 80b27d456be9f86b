/* notes.h: passages and notes (table note).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article with a note is never let go of (retention.h).
 */
#pragma once

#include "press/note.h"
#include "store/articles.h"

G_BEGIN_DECLS

/* id 0: a new one; else in place of the one with that number, or put back. The number; 0 with error. Writer thread. */
gint64     att_notes_write      (AttDatabase *db, const AttNote *note, gint64 now, AttChange *change, GError **error);
gboolean   att_notes_remove     (AttDatabase *db, const AttNote *note, AttChange *change, GError **error);

GPtrArray *att_notes_of_article (AttDatabase *db, gint64 article, GError **error);   /* of AttNote *, as they stand in the text; the whole article's first */

G_END_DECLS
