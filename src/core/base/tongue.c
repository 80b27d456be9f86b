/* tongue.c: which language a text is in, by its letters alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/tongue.h"

#include <libexttextcat/textcat.h>
#include <string.h>

#define MAX_BYTES 1000

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

const char *
att_tongue_of (const char *text, gsize length)
{
  gsize n = MIN (length, MAX_BYTES);
  while (n > 0 && n < length && ((guchar) text[n] & 0xC0) == 0x80)   /* not within a letter */
    n--;
  const char *script = by_script (text, n);
  if (script)
    return script;
  gpointer textcat = length >= ATT_TONGUE_MIN ? get_textcat () : NULL;
  return textcat ? first_of (textcat_Classify (textcat, text, n)) : NULL;
}
