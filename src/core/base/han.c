/* han.c: Chinese characters, however a country writes them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/han.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define FIRST 0x4E00
#define LAST 0x9FFF
#define N_CHARACTERS (LAST - FIRST + 1)

/* All of them at once, a line each, lest one be read together with the next. NULL: ICU came without its rules. */
static UChar *
simplify_all (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[32];
  u_uastrcpy (name, "Traditional-Simplified");
  UTransliterator *rules = utrans_openU (name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  int32_t length = 2 * N_CHARACTERS, limit = length;
  UChar *lines = g_new (UChar, length + 1);
  for (guint i = 0; i < N_CHARACTERS; i++) {
    lines[2 * i] = FIRST + i;
    lines[2 * i + 1] = '\n';
  }
  if (U_SUCCESS (status))
    utrans_transUChars (rules, lines, &length, length + 1, 0, &limit, &status);
  g_clear_pointer (&rules, utrans_close);
  if (U_FAILURE (status) || length != 2 * N_CHARACTERS)
    g_clear_pointer (&lines, g_free);
  return lines;
}

gunichar
att_han_simplified (gunichar c)
{
  static gsize once = 0;
  static UChar *lines;
  if (c < FIRST || c > LAST)
    return c;
  if (g_once_init_enter (&once)) {
    lines = simplify_all ();
    g_once_init_leave (&once, 1);
  }
  return lines ? lines[2 * (c - FIRST)] : c;
}
