/* words.c: text that was read, and what each of its paragraphs is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/words.h"

#include <string.h>

void
att_words_clear (AttWords *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->shapes, g_free);
}

void
att_words_move (AttWords *to, AttWords *from)
{
  att_words_clear (to);
  *to = *from;
  *from = (AttWords) { NULL, NULL };
}

char *
att_words_shapes (const char *letters)
{
  return letters[strspn (letters, "p")] ? g_strdup (letters) : NULL;
}
