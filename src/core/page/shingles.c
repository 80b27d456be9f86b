/* shingles.c: the words of a text, and which runs of three it has.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/shingles.h"

#include <string.h>

#define RUN 3

/* Bytes of a mark that is not of ASCII: the spaces, dashes and quotation marks of Latin-1, General Punctuation, and CJK's. */
static gsize
mark_at (const guchar *p, gsize left)
{
  if (left >= 2 && p[0] == 0xC2 && p[1] >= 0xA0 && p[1] != 0xAA && p[1] != 0xB5 && p[1] != 0xBA)
    return 2;
  if (left < 3)
    return 0;
  if ((p[0] == 0xE2 && (p[1] == 0x80 || p[1] == 0x81)) || (p[0] == 0xE3 && p[1] == 0x80))
    return 3;
  return p[0] == 0xEF && p[1] == 0xBC && (p[2] <= 0x8F || (p[2] >= 0x9A && p[2] <= 0xA0)) ? 3 : 0;
}

void
att_words_append (GArray *words, const char *text, gsize length)
{
  guint32 hash = ATT_WORD_SEED;
  gboolean inside = FALSE;
  for (gsize i = 0; i <= length;) {
    guchar c = i < length ? text[i] : ' ';
    gsize mark = c < 0x80 ? !g_ascii_isalnum (c) : mark_at ((const guchar *) text + i, length - i);
    if (mark == 0) {
      hash = att_word_step (hash, c);
      inside = TRUE;
      i++;
      continue;
    }
    if (inside)
      g_array_append_val (words, hash);
    hash = ATT_WORD_SEED;
    inside = FALSE;
    i += mark;
  }
}

static gpointer
run_of (const guint32 *words, guint n)
{
  guint32 hash = 17;
  for (guint i = 0; i < n; i++)
    hash = hash * 31 + words[i];
  return GUINT_TO_POINTER (hash | 1);   /* never NULL */
}

AttShingles *
att_shingles_new (const char *text)
{
  AttShingles *self = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  att_words_append (words, text ? text : "", text ? strlen (text) : 0);
  for (guint n = 1; n <= RUN; n++)
    for (guint i = 0; i + n <= words->len; i++)
      g_hash_table_add (self, run_of (&g_array_index (words, guint32, i), n));
  return self;
}

double
att_shingles_share (AttShingles *self, const guint32 *words, guint n)
{
  if (n == 0 || g_hash_table_size (self) == 0)
    return 0;
  guint run = MIN (n, RUN), there = 0;
  for (guint i = 0; i + run <= n; i++)
    there += g_hash_table_contains (self, run_of (words + i, run));
  return (double) there / (n - run + 1);
}
