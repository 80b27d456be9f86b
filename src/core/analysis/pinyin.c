/* pinyin.c: Chinese given names as they are written in Latin letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/pinyin.h"

#include <string.h>

#define MAX_SYLLABLES 2

static const char *const INITIALS[] = { "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y", "w" };
static const char *const FINALS[] = { "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "i", "ia", "ie", "iao", "iu", "ian", "in", "iang", "ing", "iong",
                                      "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "er" };

static gboolean
begins_with (const char *word, gsize n, const char *part)
{
  gsize length = strlen (part);
  return length <= n && g_ascii_strncasecmp (word, part, length) == 0;
}

static gboolean
is_made_of (const char *word, gsize n, guint syllables)
{
  for (guint i = 0; i < G_N_ELEMENTS (INITIALS); i++) {
    if (!begins_with (word, n, INITIALS[i]))
      continue;
    gsize first = strlen (INITIALS[i]);
    for (guint k = 0; k < G_N_ELEMENTS (FINALS); k++) {
      gsize whole = first + strlen (FINALS[k]);
      if (begins_with (word + first, n - first, FINALS[k]) && (whole == n || (syllables > 1 && is_made_of (word + whole, n - whole, syllables - 1))))
        return TRUE;
    }
  }
  return FALSE;
}

gboolean
att_is_pinyin (const char *word, gsize n)
{
  return n >= 2 && is_made_of (word, n, MAX_SYLLABLES);
}
