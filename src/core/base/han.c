/* han.c: Chinese characters, however a country writes them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/han.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define FIRST 0x4E00
#define LAST 0x9FFF
#define N_CHARACTERS (LAST - FIRST + 1)

/* All of them at once, a line each, lest one be read together with the next. Of a line that has become longer, as some have in newer rules, the
 * character stays: one is to stand for one; and so do all where ICU came without its rules. */
static gunichar2 *
simplify_all (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[32];
  u_uastrcpy (name, "Traditional-Simplified");
  UTransliterator *rules = utrans_openU (name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  int32_t length = 2 * N_CHARACTERS, limit = length, room = 2 * length;
  g_autofree UChar *lines = g_new (UChar, room);
  gunichar2 *all = g_new (gunichar2, N_CHARACTERS);
  for (guint i = 0; i < N_CHARACTERS; i++) {
    all[i] = lines[2 * i] = FIRST + i;
    lines[2 * i + 1] = '\n';
  }
  if (U_SUCCESS (status))
    utrans_transUChars (rules, lines, &length, room, 0, &limit, &status);
  g_clear_pointer (&rules, utrans_close);
  guint n = 0;
  for (int32_t i = 0, start = 0; U_SUCCESS (status) && i < length && n < N_CHARACTERS; i++)
    if (lines[i] == '\n') {
      all[n] = i == start + 1 ? lines[start] : all[n];
      start = i + 1;
      n++;
    }
  return all;
}

gunichar
att_han_simplified (gunichar c)
{
  static gsize once = 0;
  static gunichar2 *all;
  if (c < FIRST || c > LAST)
    return c;
  if (g_once_init_enter (&once)) {
    all = simplify_all ();
    g_once_init_leave (&once, 1);
  }
  return all[c - FIRST];
}
