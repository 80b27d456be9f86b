/* words.h: text that was read, and what each of its paragraphs is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value on its owner's stack or within it; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *text;     /* plain paragraphs, a blank line between them; NULL: nothing was read */
  char *shapes;   /* a letter for each of them, see press/article.h; NULL: all are plain, or it is not known */
} AttWords;

void att_words_clear (AttWords *self);
void att_words_move  (AttWords *to, AttWords *from);   /* what to had is gone, and from has nothing */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AttWords, att_words_clear)

/* The shapes of paragraphs, owned by the caller; NULL where all are plain. */
char *att_words_shapes (const char *letters);

G_END_DECLS
