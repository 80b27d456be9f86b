/* tongue.c: which language a text is in, by its letters alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/tongue.h"

#include <libexttextcat/textcat.h>
#include <string.h>

#define MAX_BYTES 1000
#define LITTLE 80   /* bytes; in fewer, one English sentence in sixty has the n-grams of another language, mostly of one seldom read */
#define LONGEST_SMALL_WORD 5   /* bytes */

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

/* Ideographs alone are Chinese, however few; one syllable in ten is kana or Hangul where they are not. NULL: hardly any. */
static const char *
by_script (const char *text, gsize length)
{
  guint letters = 0, ideographs = 0, kana = 0, hangul = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    letters += g_unichar_isalnum (c);
    kana += c >= 0x3040 && c <= 0x30FF;
    hangul += c >= 0xAC00 && c <= 0xD7A3;
    ideographs += (c >= 0x3400 && c <= 0x9FFF) || c >= 0x20000;
  }
  if (ideographs + kana + hangul < 4 || 3 * (ideographs + kana + hangul) < letters)
    return NULL;
  return 10 * hangul > ideographs ? "ko" : 10 * kana > ideographs ? "ja" : "zh";
}

static gboolean
is_cyrillic (gunichar c)
{
  return c >= 0x400 && c < 0x530;
}

/* From а to я, and ё. */
static gboolean
is_russian (gunichar c)
{
  return (c >= 0x410 && c <= 0x44F) || c == 0x401 || c == 0x451;
}

/* і, ї, є, ґ. */
static gboolean
is_ukrainian (gunichar c)
{
  return c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491 || c == 0x406 || c == 0x407 || c == 0x404 || c == 0x490;
}

/* Russian has ы and no letter other Cyrillic alphabets add, Ukrainian і and its like but neither ы nor what is added further; of
 * Polish letters four in a hundred are ł, ę or ą, which hardly anybody else writes together. A tenth may be names in another script.
 * NULL: none of them, plainly. */
static const char *
by_alphabet (const char *text, gsize length)
{
  guint letters = 0, cyrillic = 0, ukrainian = 0, others = 0, yery = 0, barred = 0, tailed = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    letters += g_unichar_isalpha (c);
    cyrillic += is_cyrillic (c);
    ukrainian += is_ukrainian (c);
    others += is_cyrillic (c) && !is_russian (c) && !is_ukrainian (c);
    yery += c == 0x44B;
    barred += c == 0x142;
    tailed += c == 0x119 || c == 0x105;
  }
  gboolean plainly = others == 0 && 10 * cyrillic > 9 * letters;
  if (plainly && yery >= 2 && ukrainian == 0)
    return "ru";
  if (plainly && ukrainian >= 2 && yery == 0)
    return "uk";
  return barred >= 2 && tailed >= 2 && 50 * (barred + tailed) > letters ? "pl" : NULL;
}

/* Small words of three languages, and hardly of their kin: Catalan has two of the Spanish ones, Luxembourgish two of the German. */
static const struct {
  const char *language, *words[12];
} SMALL_WORDS[] = {
  { "de", { "der", "die", "und", "das", "nicht", "mit", "von", "für", "auf", "sich", "ist", "dem" } },
  { "es", { "y", "los", "con", "por", "su", "las", "el", "una", "fue", "lo", "como", "más" } },
  { "fr", { "et", "est", "une", "des", "du", "dans", "pour", "sur", "qui", "aux", "par", "les" } },
};

/* Which of a language's small words it is, as a bit; 0: none. */
static guint
small_word (guint language, const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (SMALL_WORDS[0].words); i++)
    if (strncmp (SMALL_WORDS[language].words[i], word, length) == 0 && SMALL_WORDS[language].words[i][length] == '\0')
      return 1u << i;
  return 0;
}

/* One word in nine, and five different ones of them: n-grams need not be asked. NULL: not plainly so. */
static const char *
by_small_words (const char *text, gsize length)
{
  guint words = 0, found[G_N_ELEMENTS (SMALL_WORDS)] = { 0 }, kinds[G_N_ELEMENTS (SMALL_WORDS)] = { 0 };
  for (const char *p = text, *end = text + length; p < end;) {
    const char *word = p;
    while (p < end && *p != ' ' && *p != '\n')
      p++;
    words += p > word;
    for (guint l = 0; l < G_N_ELEMENTS (SMALL_WORDS) && p > word && p - word <= LONGEST_SMALL_WORD; l++) {
      guint bit = small_word (l, word, (gsize) (p - word));
      found[l] += bit != 0;
      kinds[l] |= bit;
    }
    p += p < end;
  }
  for (guint l = 0; l < G_N_ELEMENTS (SMALL_WORDS); l++)
    if (9 * found[l] >= words && __builtin_popcount (kinds[l]) >= 5)
      return SMALL_WORDS[l].language;
  return NULL;
}

/* Those little text is believed to be in. */
static const char *const OFTEN[] = { "en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "bg", "sr", "ar", "fa", "zh", NULL };

const char *
att_tongue_of (const char *text, gsize length)
{
  gsize n = MIN (length, MAX_BYTES);
  while (n > 0 && n < length && ((guchar) text[n] & 0xC0) == 0x80)   /* not within a letter */
    n--;
  const char *plain = by_script (text, n);
  if (plain == NULL)
    plain = by_alphabet (text, n);
  if (plain == NULL)
    plain = by_small_words (text, n);
  if (plain)
    return plain;
  gpointer textcat = length >= ATT_TONGUE_MIN ? get_textcat () : NULL;
  const char *language = textcat ? first_of (textcat_Classify (textcat, text, n)) : NULL;
  return language && (length >= LITTLE || g_strv_contains (OFTEN, language)) ? language : NULL;
}
