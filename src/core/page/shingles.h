/* shingles.h: the words of a text, and which runs of three it has, to find it again in another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words are runs of letters and digits, without regard to the case of A to Z, known by their hash (FNV-1a). One thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATT_WORD_SEED 2166136261u

static inline guint32
att_word_step (guint32 hash, char letter)
{
  return (hash ^ (guchar) g_ascii_tolower (letter)) * 16777619u;
}

void att_words_append (GArray *words, const char *text, gsize length);   /* the hashes of a text's words, in order, to an array of guint32 */

typedef GHashTable AttShingles;

AttShingles *att_shingles_new   (const char *text);   /* NULL: of nothing */

/* How much of a run of words is there, 0 to 1; of fewer than three words, whether they stand there in this order. */
double       att_shingles_share (AttShingles *self, const guint32 *words, guint n);

G_END_DECLS
