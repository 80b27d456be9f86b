/* language.c: which language a text is in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/language.h"

#include "base/tongue.h"

#include <string.h>

#define GLANCE 60           /* words looked at first */
#define ENGLISH_SHARE 0.16  /* of them that are English words of grammar: then it is English */

const char *const ATT_TONGUES[] = { "fr", "de", "es", "ru", "zh", "ar", NULL };

static gboolean
is_plainly_english (const AttReading *reading, const guint64 *cues)
{
  guint64 grammar = ATT_CUE_PREPOSITION | ATT_CUE_DETERMINER | ATT_CUE_AUXILIARY | ATT_CUE_BE | ATT_CUE_TO | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT | ATT_CUE_THAT | ATT_CUE_WHO | ATT_CUE_AND;
  guint n = MIN (reading->words->len, GLANCE), found = 0;
  for (guint i = 0; i < n; i++)
    found += (cues[i] & grammar) != 0;
  return found > ENGLISH_SHARE * n;
}

/* n-grams take one Spanish story in twenty for Catalan; their small words tell them apart. */
static gboolean
is_rather_spanish (const AttReading *reading)
{
  static const char *const SPANISH[] = { "y", "los", "del", "con", "por", "el", "su", "una" }, *const CATALAN[] = { "i", "els", "dels", "amb", "per", "aquest", "seva", "als" };
  int lean = 0;
  for (guint i = 0; i < MIN (reading->words->len, 4 * GLANCE); i++)
    for (guint k = 0; k < G_N_ELEMENTS (SPANISH); k++)
      lean += att_reading_is (reading, i, SPANISH[k]) - att_reading_is (reading, i, CATALAN[k]);
  return lean > 0;
}

const char *
att_language_of (const AttReading *reading, const guint64 *cues)
{
  if (is_plainly_english (reading, cues))
    return "en";
  const char *text = reading->zones[ATT_ZONE_TEXT];
  gsize n = strlen (text);
  g_autofree char *both = n < ATT_TONGUE_MIN ? g_strconcat (reading->zones[ATT_ZONE_TITLE], "\n", text, NULL) : NULL;
  const char *language = both ? att_tongue_of (both, strlen (both)) : att_tongue_of (text, n);
  return language && strcmp (language, "ca") == 0 && is_rather_spanish (reading) ? "es" : language;
}
