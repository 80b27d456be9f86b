/* word-break.c: where words begin in scripts that part none by spaces, and what inflection leaves of a word.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/word-break.h"

#include "base/arabic.h"

#include <libstemmer.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

gboolean
att_is_ideograph (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static gboolean
has_ideograph (const char *text, gsize length)
{
  gboolean wide = FALSE;
  gsize i = 0;
  for (guint64 eight; i + sizeof eight <= length && !wide; i += sizeof eight) {   /* most text has nothing but ASCII in them */
    memcpy (&eight, text + i, sizeof eight);
    for (guint k = 0; eight & G_GUINT64_CONSTANT (0x8080808080808080) && k < sizeof eight; k++)
      wide |= (guchar) text[i + k] >= 0xE3;
  }
  for (; i < length; i++)
    wide |= (guchar) text[i] >= 0xE3;
  for (const char *p = text; wide && p < text + length; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0xE3 && att_is_ideograph (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

guint8 *
att_word_starts (const char *text, gsize length)
{
  if (!has_ideograph (text, length))
    return NULL;
  UErrorCode status = U_ZERO_ERROR;
  guint8 *starts = g_malloc0 (length + 1);
  UText *view = utext_openUTF8 (NULL, text, length, &status);
  UBreakIterator *breaker = ubrk_open (UBRK_WORD, "zh", NULL, 0, &status);
  ubrk_setUText (breaker, view, &status);
  if (U_SUCCESS (status))
    for (int32_t at = ubrk_first (breaker); at != UBRK_DONE; at = ubrk_next (breaker))
      starts[at] = 1;
  else
    memset (starts, 1, length + 1);   /* without its dictionary each letter is a word */
  g_clear_pointer (&breaker, ubrk_close);
  g_clear_pointer (&view, utext_close);
  return starts;
}

static void
stemmer_free (gpointer stemmer)
{
  sb_stemmer_delete (stemmer);
}

/* A stemmer keeps what it works on: one a thread. */
static struct sb_stemmer *
get_russian (void)
{
  static GPrivate russian = G_PRIVATE_INIT (stemmer_free);
  if (g_private_get (&russian) == NULL)
    g_private_set (&russian, sb_stemmer_new ("russian", "UTF_8"));
  return g_private_get (&russian);
}

gsize
att_word_stem (char *folded, gsize length)
{
  guchar lead = length ? (guchar) folded[0] : 0;
  if (lead >= 0xD8 && lead <= 0xDB)
    return att_arabic_stem (folded, length);
  struct sb_stemmer *stemmer = lead >= 0xD0 && lead <= 0xD3 ? get_russian () : NULL;
  const sb_symbol *stem = stemmer ? sb_stemmer_stem (stemmer, (const sb_symbol *) folded, length) : NULL;
  gsize n = stem ? sb_stemmer_length (stemmer) : 0;
  if (n == 0 || n > length)
    return length;
  memcpy (folded, stem, n);
  return n;
}
