/* folding.c: functions of SQL's for names and words: fold(text), what two spellings share, and worded(text), its words as the index has them.
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

/* What the index takes for another letter and readers for the same: ё, ά, ł. Accents of Latin letters it takes off itself. The letter itself: there is none. */
static gunichar
plain_letter (gunichar c)
{
  static const gunichar LATIN[] = { 0xD0, 0xD8, 0xF0, 0xF8, 0x110, 0x111, 0x131, 0x141, 0x142, 0 };
  gboolean other = (c >= 0x370 && c <= 0x52F) || (c >= 0x1F00 && c <= 0x1FFF);   /* Greek and Cyrillic */
  for (guint i = 0; !other && LATIN[i]; i++)
    other = c == LATIN[i];
  gunichar plain = other ? att_text_fold_char (c) : 0;
  return plain && plain != g_unichar_tolower (c) ? plain : c;
}

/* The first bytes of all those letters; of those that are only written otherwise, without the others. */
static gboolean
may_change (const char *text, gsize length, gboolean letters)
{
  static const guint8 SPACED[256] = { [0xD6 ... 0xDB] = 1, [0xE0 ... 0xE9] = 1, [0xEF ... 0xF0] = 1 }, LETTERS[256] = { [0xC3 ... 0xC5] = 1, [0xCD ... 0xD4] = 1, [0xE1] = 1 };
  for (gsize i = 0; i < length; i++) {
    guchar c = text[i];
    if ((SPACED[c] || (letters && LETTERS[c])) && c != 0xE2)   /* quotation marks and dashes */
      return TRUE;
  }
  return FALSE;
}

/* NULL: nothing changes. */
static char *
rewrite (const char *text, gsize length, gboolean letters)
{
  if (!may_change (text, length, letters))
    return NULL;
  GString *out = g_string_sized_new (length * 2);
  gboolean changed = FALSE;
  for (const char *p = text, *end = text + length; p < end;) {
    gunichar c = g_utf8_get_char_validated (p, end - p);
    gsize n = c >= (gunichar) -2 ? 1 : g_utf8_next_char (p) - p;
    gboolean apart = n > 1 && is_unspaced (c), mark = n > 1 && is_vowel_mark (c);
    gunichar plain = letters && n > 1 ? plain_letter (c) : c;
    changed |= apart || mark || plain != c;
    if (apart)
      g_string_append_c (out, ' ');
    if (plain != c)
      g_string_append_unichar (out, plain);
    else if (!mark)
      g_string_append_len (out, p, n);
    if (apart)
      g_string_append_c (out, ' ');
    p += n;
  }
  return g_string_free (out, !changed);
}

char *
att_folding_words (const char *text, gsize length)
{
  return rewrite (text, length, TRUE);
}

static void
answer (sqlite3_context *context, sqlite3_value *value, gboolean letters)
{
  const char *text = (const char *) sqlite3_value_text (value);
  char *written = text ? rewrite (text, sqlite3_value_bytes (value), letters) : NULL;
  if (written)
    sqlite3_result_text (context, written, -1, g_free);
  else
    sqlite3_result_value (context, value);
}

static void
space (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  answer (context, values[0], FALSE);
}

static void
word (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  answer (context, values[0], TRUE);
}

static void
is_lettered (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  gboolean lettered = FALSE;
  const char *text = (const char *) sqlite3_value_text (values[0]), *end = text ? text + sqlite3_value_bytes (values[0]) : NULL;
  for (const char *p = text; p < end && !lettered;) {
    gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char_validated (p, end - p);
    gsize n = (guchar) *p < 0x80 || c >= (gunichar) -2 ? 1 : g_utf8_next_char (p) - p;
    lettered = n > 1 && plain_letter (c) != c;
    p += n;
  }
  sqlite3_result_int (context, lettered);
}

int
att_folding_register (sqlite3 *handle)
{
  static const struct { const char *name; void (*func) (sqlite3_context *, int, sqlite3_value **); } FUNCTIONS[] = { { "fold", fold }, { "spaced", space }, { "worded", word }, { "lettered", is_lettered } };
  const int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int code = SQLITE_OK;
  for (guint i = 0; i < G_N_ELEMENTS (FUNCTIONS) && code == SQLITE_OK; i++)
    code = sqlite3_create_function_v2 (handle, FUNCTIONS[i].name, 1, how, NULL, FUNCTIONS[i].func, NULL, NULL, NULL);
  return code;
}
