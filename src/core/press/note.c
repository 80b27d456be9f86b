/* note.c: a passage saved out of an article, and what a person wrote beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/note.h"

AttNote *
att_note_new (gint64 article, AttSpan span, const char *passage, const char *words)
{
  AttNote *self = g_new0 (AttNote, 1);
  *self = (AttNote) { .article = article, .span = span, .passage = g_strdup (passage ? passage : ""), .words = g_strdup (words ? words : "") };
  return self;
}

AttNote *
att_note_copy (const AttNote *self)
{
  AttNote *copy = att_note_new (self->article, self->span, self->passage, self->words);
  copy->id = self->id;
  copy->made = self->made;
  return copy;
}

void
att_note_free (AttNote *self)
{
  if (self == NULL)
    return;
  g_free (self->passage);
  g_free (self->words);
  g_free (self);
}
