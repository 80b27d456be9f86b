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

char *
att_text_squeeze (const char *text)
{
  if (text == NULL)
    return NULL;

  GString *out = g_string_sized_new (strlen (text));
  gboolean gap = FALSE;
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_isspace (c) || c == 0x200B || c == 0xFEFF) {
      gap = TRUE;
      continue;
    }
    if (gap && out->len > 0)
      g_string_append_c (out, ' ');
    gap = FALSE;
    g_string_append_len (out, p, g_utf8_next_char (p) - p);
  }
  return g_string_free (out, FALSE);
}

gunichar
att_text_fold_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_tolower (c);
  if (g_unichar_ismark (c))
    return 0;

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
  if (g_utf8_strlen (text, -1) <= (glong) max_chars)
    return g_strdup (text);

  const char *end = g_utf8_offset_to_pointer (text, max_chars);
  const char *cut = end;
  while (cut > text && *cut != ' ')
    cut = g_utf8_prev_char (cut);
  if (cut == text || end - cut > 40)   /* one very long word, or a script without spaces */
    cut = end;

  g_autofree char *head = g_strchomp (g_strndup (text, cut - text));
  return g_strconcat (head, "…", NULL);
}

char *
att_text_escape (const char *text)
{
  if (text == NULL)
    return NULL;

  GString *out = g_string_sized_new (strlen (text) + 16);
  for (const char *p = text; *p; p++) {
    switch (*p) {
      case '&': g_string_append (out, "&amp;"); break;
      case '<': g_string_append (out, "&lt;"); break;
      case '>': g_string_append (out, "&gt;"); break;
      case '"': g_string_append (out, "&quot;"); break;
      default:  g_string_append_c (out, *p);
    }
  }
  return g_string_free (out, FALSE);
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
att_text_has (const char *text)
{
  while (text && *text && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text && *text;
}
