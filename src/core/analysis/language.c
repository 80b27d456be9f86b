/* language.c: which language a text is in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/language.h"

#include <libexttextcat/textcat.h>
#include <string.h>

#define GLANCE 60           /* words looked at first */
#define ENGLISH_SHARE 0.16  /* of them that are English words of grammar: then it is English */
#define MIN_BYTES 40        /* fewer tell nothing */
#define MAX_BYTES 1000

const char *const ATT_TONGUES[] = { "fr", "de", NULL };

static gboolean
is_plainly_english (const AttReading *reading, const guint64 *cues)
{
  guint64 grammar = ATT_CUE_PREPOSITION | ATT_CUE_DETERMINER | ATT_CUE_AUXILIARY | ATT_CUE_BE | ATT_CUE_TO | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT | ATT_CUE_THAT | ATT_CUE_WHO | ATT_CUE_AND;
  guint n = MIN (reading->words->len, GLANCE), found = 0;
  for (guint i = 0; i < n; i++)
    found += (cues[i] & grammar) != 0;
  return found > ENGLISH_SHARE * n;
}

static void
close_textcat (gpointer handle)
{
  textcat_Done (handle);
}

/* libexttextcat's handle keeps what it works on: one a thread. */
static gpointer
get_textcat (void)
{
  static GPrivate handle = G_PRIVATE_INIT (close_textcat);
  if (g_private_get (&handle) == NULL)
    g_private_set (&handle, special_textcat_Init (TEXTCAT_DATA "/fpdb.conf", TEXTCAT_DATA "/"));
  return g_private_get (&handle);
}

/* "[fr--utf8][oc--utf8]": the first of what it may be, from the languages the press is read in. */
static const char *
first_of (const char *answer)
{
  static const char *const KNOWN[] = { "en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sk", "ro", "hu", "bg", "sr", "hr", "sl", "el", "tr", "ar", "fa", "he", "zh", "ja", "ko", "hi",
                                       "id", "vi", "th", "sv", "da", "no", "nb", "fi", "et", "lv", "lt", "ca", "eu", "gl", "sq", "hy", "ka", "az", "be", "sw", "af", "ur", "bn", "ta", NULL };
  for (guint i = 0; *answer == '[' && KNOWN[i]; i++)
    if (strncmp (answer + 1, KNOWN[i], 2) == 0 && (answer[3] == '-' || answer[3] == ']'))
      return KNOWN[i];
  return NULL;
}

const char *
att_language_of (const AttReading *reading, const guint64 *cues)
{
  if (is_plainly_english (reading, cues))
    return "en";
  const char *text = reading->zones[ATT_ZONE_TEXT];
  gsize n = strlen (text);
  if (n < MIN_BYTES) {
    text = reading->zones[ATT_ZONE_TITLE];
    n = strlen (text);
  }
  gpointer textcat = n >= MIN_BYTES ? get_textcat () : NULL;
  return textcat ? first_of (textcat_Classify (textcat, text, MIN (n, MAX_BYTES))) : NULL;
}
