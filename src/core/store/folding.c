/* folding.c: functions of SQL's for names and words: fold(text), what two spellings share, and spaced(text), its words apart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/folding.h"

#include "base/text.h"
#include "filter/tokens.h"

#define SHORT 256   /* bytes; nearly every name is shorter, and ASCII */

/* FALSE: it is to be looked at letter by letter. */
static gboolean
fold_plain (const unsigned char *text, int n, char *out)
{
  if (n >= SHORT)
    return FALSE;
  for (int i = 0; i < n; i++) {
    if (text[i] >= 0x80 || text[i] < ' ' || text[i] == '"' || (text[i] == ' ' && (i == 0 || i + 1 == n || text[i + 1] == ' ')))
      return FALSE;
    out[i] = g_ascii_tolower (text[i]);
  }
  return TRUE;
}

static void
fold (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  char out[SHORT];
  const unsigned char *text = sqlite3_value_text (values[0]);
  int n = sqlite3_value_bytes (values[0]);
  if (text == NULL)
    return;   /* NULL */
  if (fold_plain (text, n, out)) {
    sqlite3_result_text (context, out, n, SQLITE_TRANSIENT);
    return;
  }
  g_autofree char *valid = att_text_valid ((const char *) text, n), *line = att_text_squeeze (valid), *plain = att_tokens_plain (line);
  sqlite3_result_text (context, att_text_fold (plain), -1, g_free);
}

/* Of scripts without blanks between words: Thai to Burmese, Khmer, kana, Han. */
static gboolean
is_unspaced (gunichar c)
{
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x9FFF)
         || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* Vowel marks of Arabic and Hebrew, and what only lengthens a line. */
static gboolean
is_vowel_mark (gunichar c)
{
  return (c >= 0x0591 && c <= 0x05C7 && g_unichar_ismark (c)) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 || (c >= 0x06D6 && c <= 0x06ED && g_unichar_ismark (c));
}

/* The first bytes of all those letters. */
static gboolean
may_change (const char *text, gsize length)
{
  static const guint8 FIRST[256] = { [0xD6 ... 0xDB] = 1, [0xE0 ... 0xE9] = 1, [0xEF ... 0xF0] = 1 };
  for (gsize i = 0; i < length; i++)
    if (FIRST[(guchar) text[i]] && text[i] != '\xE2')   /* quotation marks and dashes */
      return TRUE;
  return FALSE;
}

char *
att_folding_space (const char *text, gsize length)
{
  if (!may_change (text, length))
    return NULL;
  GString *out = g_string_sized_new (length * 2);
  gboolean changed = FALSE;
  for (const char *p = text, *end = text + length; p < end;) {
    gunichar c = g_utf8_get_char_validated (p, end - p);
    gsize n = c >= (gunichar) -2 ? 1 : g_utf8_next_char (p) - p;
    gboolean apart = n > 1 && is_unspaced (c), mark = n > 1 && is_vowel_mark (c);
    changed |= apart || mark;
    if (apart)
      g_string_append_c (out, ' ');
    if (!mark)
      g_string_append_len (out, p, n);
    if (apart)
      g_string_append_c (out, ' ');
    p += n;
  }
  return g_string_free (out, !changed);
}

static void
space (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  char *spaced = text ? att_folding_space (text, sqlite3_value_bytes (values[0])) : NULL;
  if (spaced)
    sqlite3_result_text (context, spaced, -1, g_free);
  else
    sqlite3_result_value (context, values[0]);
}

int
att_folding_register (sqlite3 *handle)
{
  const int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int code = sqlite3_create_function_v2 (handle, "fold", 1, how, NULL, fold, NULL, NULL, NULL);
  return code == SQLITE_OK ? sqlite3_create_function_v2 (handle, "spaced", 1, how, NULL, space, NULL, NULL, NULL) : code;
}
