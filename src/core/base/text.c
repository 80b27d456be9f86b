/* text.c: UTF-8 text, cleaned, folded and shortened.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/text.h"

#include <string.h>

char *
att_text_valid (const char *text, gssize length)
{
  g_return_val_if_fail (text != NULL, NULL);

  gsize n = length < 0 ? strlen (text) : (gsize) length;
  if (g_utf8_validate_len (text, n, NULL))
    return g_strndup (text, n);

  GString *out = g_string_sized_new (n + 16);
  const char *end = text + n;
  for (const char *p = text; p < end;) {
    const char *bad;
    g_utf8_validate_len (p, end - p, &bad);
    g_string_append_len (out, p, bad - p);
    if (bad < end) {
      g_string_append (out, "\357\277\275");
      bad++;
      while (bad < end && ((guchar) *bad & 0xC0) == 0x80)
        bad++;
    }
    p = bad;
  }
  return g_string_free (out, FALSE);
}

gsize
att_text_hidden_at (const char *p)
{
  const guchar *c = (const guchar *) p;
  if (*c < ' ' || *c == 0x7F)
    return 1;
  if (*c == 0xC2)
    return (c[1] >= 0x80 && c[1] < 0xA0) || c[1] == 0xAD ? 2 : 0;   /* the soft hyphen is no part of a word */
  if (*c == 0xEF)
    return c[1] == 0xBB && c[2] == 0xBF ? 3 : 0;
  if (*c != 0xE2)
    return 0;
  gboolean embeds = c[1] == 0x80 && c[2] >= 0xAA && c[2] <= 0xAE, isolates = c[1] == 0x81 && c[2] >= 0xA6 && c[2] <= 0xA9, joins = c[1] == 0x81 && c[2] == 0xA0;
  return embeds || isolates || joins ? 3 : 0;
}

char *
att_text_squeeze (const char *text)
{
  if (text == NULL)
    return NULL;

  gsize length = strlen (text);
  char *out = g_malloc (length + 1), *to = out;
  for (const char *p = text; *p;) {
    gsize space = att_text_space_at (p), hidden = space ? 0 : att_text_hidden_at (p);
    if (space && to > out && to[-1] != ' ')
      *to++ = ' ';
    else if (space == 0 && hidden == 0)
      *to++ = *p;
    p += space + hidden > 0 ? space + hidden : 1;
  }
  while (to > out && to[-1] == ' ')
    to--;
  *to = '\0';
  return out;
}

gunichar
att_text_fold_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_tolower (c);
  if (g_unichar_ismark (c))
    return 0;
  if (c == 0x419 || c == 0x439)   /* й is a letter of its own, by which endings are known, not и with a mark */
    return 0x439;

  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  c = g_unichar_tolower (parts[0]);
  switch (c) {   /* letters that Unicode does not decompose but readers take for one */
    case 0x142: return 'l';
    case 0x131: return 'i';
    case 0xF8:  return 'o';
    case 0x111: case 0xF0: return 'd';
    case 0x2019: case 0x2018: case 0x02BC: return '\'';
    default: return c;
  }
}

char *
att_text_fold (const char *text)
{
  if (text == NULL)
    return NULL;

  GString *out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = att_text_fold_char (g_utf8_get_char (p));
    if (c != 0)
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

char *
att_text_shorten (const char *text, guint max_chars)
{
  if (text == NULL)
    return NULL;
  const char *end = text;
  for (guint i = 0; i < max_chars && *end; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return g_strdup (text);

  const char *cut = end;
  while (cut > text && *cut != ' ')
    cut = g_utf8_prev_char (cut);
  if (cut == text || end - cut > 40)   /* one very long word, or a script without spaces */
    cut = end;

  g_autofree char *head = g_strchomp (g_strndup (text, cut - text));
  return g_strconcat (head, "…", NULL);
}

/* WHATWG HTML §13.2.5.80 reads &#146; so; programs that meant ’ wrote the bare character as well. */
char *
att_text_modern (const char *text)
{
  static const gunichar WINDOWS[32] = {
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178 };
  const guchar *c1 = (const guchar *) text;
  while ((c1 = (const guchar *) strchr ((const char *) c1, 0xC2)) && c1[1] >= 0xA0)
    c1++;
  if (c1 == NULL)
    return NULL;
  GString *out = g_string_new (NULL);
  for (const guchar *p = (const guchar *) text; *p; p++)
    if (*p == 0xC2 && p[1] < 0xA0)
      g_string_append_unichar (out, WINDOWS[*++p - 0x80]);
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

char *
att_text_escape (const char *text)
{
  if (text == NULL)
    return NULL;

  GString *out = g_string_sized_new (strlen (text) + 16);
  att_text_append_escaped (out, text, -1);
  return g_string_free (out, FALSE);
}

void
att_text_append_escaped (GString *out, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gsize) strlen (text) : (gsize) length);
  for (const char *p = text; p < end; p++) {
    const char *run = p;
    while (p < end && *p != '&' && *p != '<' && *p != '>' && *p != '"')
      p++;
    att_text_put (out, run, p - run);
    if (p == end)
      break;
    g_string_append (out, *p == '&' ? "&amp;" : *p == '<' ? "&lt;" : *p == '>' ? "&gt;" : "&quot;");
  }
}

guint64
att_text_digest (const char *text)
{
  guint64 h = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (const guchar *p = (const guchar *) text; *p; p++)
    h = (h ^ *p) * G_GUINT64_CONSTANT (0x100000001b3);
  return h;
}

gboolean
att_text_is_utf8 (const char *bytes, gsize length)
{
  if (memchr (bytes, '\0', length))
    return FALSE;
  for (const char *p = bytes, *end = bytes + length; p < end;) {
    guint64 eight = 0;
    if (end - p >= (gssize) sizeof eight)
      memcpy (&eight, p, sizeof eight);
    if (end - p >= (gssize) sizeof eight && (eight & G_GUINT64_CONSTANT (0x8080808080808080)) == 0) {
      p += sizeof eight;
      continue;
    }
    gunichar c = g_utf8_get_char_validated (p, end - p);
    if (c >= (gunichar) -2)
      return FALSE;
    p = g_utf8_next_char (p);
  }
  return TRUE;
}

static gboolean
is_rtl_script (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW || script == G_UNICODE_SCRIPT_SYRIAC
         || script == G_UNICODE_SCRIPT_THAANA || script == G_UNICODE_SCRIPT_NKO;
}

gboolean
att_text_is_rtl (const char *text)
{
  for (const char *p = text; p && *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_isalpha (c))
      return is_rtl_script (g_unichar_get_script (c));
  }
  return FALSE;
}

gboolean
att_text_begins (const char *text, const char *prefix)
{
  g_autofree char *a = att_text_fold (text), *b = att_text_fold (prefix);
  if (g_str_has_prefix (a, b))
    return TRUE;
  for (const char *at = strchr (a, ' '); at; at = strchr (at + 1, ' '))
    if (g_str_has_prefix (at + 1, b))
      return TRUE;
  return FALSE;
}

gboolean
att_text_has (const char *text)
{
  while (text && *text && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text && *text;
}

gboolean
att_text_has_word (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_PRIVATE_USE)
      return TRUE;
  return FALSE;
}

gboolean
att_text_is_unsearchable (const char *text)
{
  for (const char *p = text; *p && !att_text_has_word (text); p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    GUnicodeType type = g_unichar_type (c);
    if (type == G_UNICODE_CURRENCY_SYMBOL || type == G_UNICODE_OTHER_SYMBOL || (type == G_UNICODE_MATH_SYMBOL && c > 0x7F))
      return TRUE;
  }
  return FALSE;
}
