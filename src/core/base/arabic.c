/* arabic.c: what particles and endings leave of an Arabic word.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/arabic.h"

#define MAX_LETTERS 32   /* longer ones are no words */

enum { ALEF = 0x627, BEH = 0x628, TEH_MARBUTA = 0x629, TEH = 0x62A, SEEN = 0x633, TATWEEL = 0x640, FEH = 0x641, KAF = 0x643, LAM = 0x644, NOON = 0x646, HEH = 0x647, WAW = 0x648, ALEF_MAKSURA = 0x649, YEH = 0x64A };

/* A letter as all hands write it: the papers of Cairo leave the dots of a last yeh away, and many those of teh marbuta. */
static gunichar
plain (gunichar c)
{
  return c == ALEF_MAKSURA ? YEH : c == TEH_MARBUTA ? HEH : c;
}

/* How many letters before a word are a particle: the article, two lams for li- and al-, wa-, other letters where five are left, and sa- of the future. */
static guint
particle (const gunichar *w, guint n)
{
  if (n >= 5 && w[0] == ALEF && w[1] == LAM)
    return 2;
  if (n >= 4 && w[0] == LAM && w[1] == LAM)
    return 2;
  if (n >= 4 && w[0] == WAW)
    return 1;
  return n >= 6 && (w[0] == FEH || w[0] == BEH || w[0] == LAM || w[0] == KAF || (w[0] == SEEN && (w[1] == YEH || w[1] == TEH)));
}

/* How many letters at the end of a word are an ending, of those from *next on: each is looked for once, long ones first. */
static guint
ending (const gunichar *w, guint n, guint *next)
{
  static const gunichar ENDINGS[][2] = { { HEH, ALEF }, { ALEF, NOON }, { ALEF, TEH }, { WAW, NOON }, { YEH, NOON }, { YEH, HEH }, { HEH, 0 }, { YEH, 0 }, { ALEF, 0 } };
  for (; *next < G_N_ELEMENTS (ENDINGS); ++*next) {
    const gunichar *e = ENDINGS[*next];
    guint length = e[1] ? 2 : 1;
    if (n >= length + 3 && w[n - length] == e[0] && (length == 1 || w[n - 1] == e[1])) {
      ++*next;
      return length;
    }
  }
  return 0;
}

gsize
att_arabic_stem (char *folded, gsize length)
{
  gunichar letters[MAX_LETTERS], *w = letters;
  guint n = 0, next = 0;
  for (const char *p = folded; p < folded + length; p = g_utf8_next_char (p)) {
    gunichar c = plain (g_utf8_get_char (p));
    if (n == MAX_LETTERS)
      return length;
    if (c != TATWEEL)
      letters[n++] = c;
  }
  for (guint k; n > 0 && (k = particle (w, n)) > 0; n -= k)
    w += k;
  for (guint k; (k = ending (w, n, &next)) > 0;)
    n -= k;
  gsize bytes = 0;
  for (guint i = 0; i < n; i++)
    bytes += g_unichar_to_utf8 (w[i], folded + bytes);
  return bytes;
}
