/* note.h: a passage saved out of an article, and what a person wrote beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The passage is kept as it was when it was saved, whatever becomes of the article's words.
 */
#pragma once

#include "press/span.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id, article;
  gint64 made;           /* seconds since 1970 */
  AttSpan span;          /* where the passage stood */
  char *passage;         /* "": a note on the whole article */
  char *words;           /* the person's own; "": the passage alone */
} AttNote;

AttNote *att_note_new  (gint64 article, AttSpan span, const char *passage, const char *words);
AttNote *att_note_copy (const AttNote *self);
void     att_note_free (AttNote *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttNote, att_note_free)

G_END_DECLS
