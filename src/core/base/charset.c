/* charset.c: bytes of any encoding → UTF-8.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/charset.h"

#include "base/text.h"

#include <string.h>

/* WHATWG Encoding §4.2, the labels whose meaning is not their name to iconv. */
static const struct { const char *label, *iconv; } LABELS[] = {
  { "iso-8859-1", "WINDOWS-1252" }, { "iso8859-1", "WINDOWS-1252" }, { "latin1", "WINDOWS-1252" }, { "l1", "WINDOWS-1252" },
  { "iso_8859-1", "WINDOWS-1252" }, { "ascii", "WINDOWS-1252" }, { "us-ascii", "WINDOWS-1252" }, { "cp1252", "WINDOWS-1252" },
  { "ansi_x3.4-1968", "WINDOWS-1252" }, { "x-cp1252", "WINDOWS-1252" }, { "iso-8859-9", "WINDOWS-1254" }, { "latin5", "WINDOWS-1254" },
  { "iso-8859-11", "WINDOWS-874" }, { "tis-620", "WINDOWS-874" }, { "windows-874", "CP874" }, { "dos-874", "CP874" },
  { "shift_jis", "CP932" }, { "shift-jis", "CP932" }, { "sjis", "CP932" }, { "x-sjis", "CP932" }, { "windows-31j", "CP932" }, { "ms932", "CP932" },
  { "gb2312", "GB18030" }, { "gbk", "GB18030" }, { "gb_2312-80", "GB18030" }, { "x-gbk", "GB18030" }, { "chinese", "GB18030" }, { "hz-gb-2312", "HZ" },
  { "big5", "BIG5-HKSCS" }, { "x-x-big5", "BIG5-HKSCS" }, { "big5-hkscs", "BIG5-HKSCS" }, { "cn-big5", "BIG5-HKSCS" },
  { "euc-kr", "CP949" }, { "ks_c_5601-1987", "CP949" }, { "ks_c_5601-1989", "CP949" }, { "korean", "CP949" }, { "windows-949", "CP949" }, { "ksc5601", "CP949" },
  { "x-euc-jp", "EUC-JP" }, { "koi8-ru", "KOI8-U" }, { "koi8_r", "KOI8-R" }, { "koi", "KOI8-R" }, { "koi8", "KOI8-R" }, { "dos-866", "CP866" }, { "x-mac-roman", "MACINTOSH" },
  { "macintosh", "MACINTOSH" }, { "mac", "MACINTOSH" }, { "x-mac-cyrillic", "MAC-CYRILLIC" }, { "x-mac-ukrainian", "MAC-CYRILLIC" },
  { "utf8", "UTF-8" }, { "unicode-1-1-utf-8", "UTF-8" }, { "unicode", "UTF-16LE" }, { "utf-16", "UTF-16LE" }, { "ucs-2", "UTF-16LE" }, { "iso-10646-ucs-2", "UTF-16LE" },
  { "unicodefffe", "UTF-16BE" }, { "visual", "ISO-8859-8" }, { "logical", "ISO-8859-8" }, { "iso-8859-8-i", "ISO-8859-8" }, { "x-windows-874", "CP874" },
};

static const char *
iconv_name (const char *label, char *buffer, gsize size)
{
  g_autofree char *low = g_ascii_strdown (label, -1);
  g_strstrip (low);
  for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++)
    if (strcmp (low, LABELS[i].label) == 0)
      return LABELS[i].iconv;
  if (g_str_has_prefix (low, "x-cp"))
    g_snprintf (buffer, size, "WINDOWS-%s", low + 4);
  else
    g_strlcpy (buffer, low, size);
  return buffer;
}

typedef enum { FITS, REPLACED, UNKNOWN } Fit;

#define N_ORDER 5

/* Converts as far as possible; a byte that does not fit becomes U+FFFD and *fit says so. */
static char *
convert (const char *bytes, gsize length, const char *label, Fit *fit)
{
  char buffer[64];
  const char *name = iconv_name (label, buffer, sizeof buffer);

  if (g_ascii_strcasecmp (name, "UTF-8") == 0) {
    *fit = g_utf8_validate_len (bytes, length, NULL) ? FITS : REPLACED;
    return att_text_valid (bytes, length);
  }

  GIConv converter = g_iconv_open ("UTF-8", name);
  if (converter == (GIConv) -1) {
    *fit = UNKNOWN;
    return NULL;
  }

  GString *out = g_string_sized_new (length + length / 4 + 16);
  char *in = (char *) bytes;
  gsize left = length;
  /* WHATWG's single-byte encodings are a table of bytes; iconv's windows-1258 waits for the next and joins the two. */
  gboolean apart = g_ascii_strcasecmp (name, "WINDOWS-1258") == 0;
  *fit = FITS;
  while (left > 0) {
    char chunk[4096], *to = chunk;
    gsize room = sizeof chunk, one = apart ? 1 : left, before = one;
    gsize got = g_iconv (converter, &in, &one, &to, &room);
    if (apart && got != (gsize) -1)
      g_iconv (converter, NULL, NULL, &to, &room);
    left -= before - one;
    g_string_append_len (out, chunk, to - chunk);
    if (got == (gsize) -1 && room > 8) {   /* not for want of room: a sequence that does not fit */
      *fit = REPLACED;
      g_string_append (out, "\357\277\275");
      in++;
      left--;
    }
  }
  g_iconv_close (converter);

  char *valid = att_text_valid (out->str, out->len);
  g_string_free (out, TRUE);
  return valid;
}

static const char *
byte_order (const char *bytes, gsize n, gsize *skip)
{
  const guchar *b = (const guchar *) bytes;
  *skip = 0;
  if (n >= 4 && b[0] == 0xFF && b[1] == 0xFE && b[2] == 0 && b[3] == 0) { *skip = 4; return "UTF-32LE"; }
  if (n >= 4 && b[0] == 0 && b[1] == 0 && b[2] == 0xFE && b[3] == 0xFF) { *skip = 4; return "UTF-32BE"; }
  if (n >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF) { *skip = 3; return "UTF-8"; }
  if (n >= 2 && b[0] == 0xFF && b[1] == 0xFE) { *skip = 2; return "UTF-16LE"; }
  if (n >= 2 && b[0] == 0xFE && b[1] == 0xFF) { *skip = 2; return "UTF-16BE"; }
  /* No mark, but markup that can only be one of these (XML 1.0 appendix F). */
  if (n >= 4 && b[0] == '<' && b[1] == 0 && b[2] == 0 && b[3] == 0) return "UTF-32LE";
  if (n >= 4 && b[0] == 0 && b[1] == 0 && b[2] == 0 && b[3] == '<') return "UTF-32BE";
  if (n >= 4 && b[0] == '<' && b[1] == 0 && b[3] == 0) return "UTF-16LE";
  if (n >= 4 && b[0] == 0 && b[1] == '<' && b[2] == 0) return "UTF-16BE";
  if (n >= 4 && b[0] == 0x4C && b[1] == 0x6F && b[2] == 0xA7 && b[3] == 0x94) return "IBM037";
  return NULL;
}

static gboolean
is_wide (const char *label)
{
  return g_ascii_strncasecmp (label, "utf-16", 6) == 0 || g_ascii_strncasecmp (label, "utf-32", 6) == 0
         || g_ascii_strncasecmp (label, "ucs-", 4) == 0 || g_ascii_strncasecmp (label, "iso-10646", 9) == 0;
}

/* Whether a text with replaced parts is still plainly UTF-8: more letters came through than broke. */
static gboolean
is_mostly_sound (const char *text)
{
  guint sound = 0, broken = 0;
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    sound += c >= 0x80 && c != 0xFFFD;
    broken += c == 0xFFFD;
  }
  return sound > broken;
}

/* What the bytes are said to be, best authority first; *skip: bytes of the mark. */
static void
find_order (const char *bytes, gsize length, const char *http, const char *declared, const char *order[N_ORDER], gsize *skip)
{
  const char *mark = byte_order (bytes, length, skip);
  /* a document whose first bytes are ASCII cannot be of a wide encoding, whatever it says */
  if (mark == NULL && declared && is_wide (declared))
    declared = NULL;
  if (mark == NULL && http && is_wide (http))
    http = NULL;
  order[0] = mark;
  order[1] = http;
  order[2] = declared;
  order[3] = "UTF-8";
  order[4] = "WINDOWS-1252";
}

const char *
att_charset_view (const char *bytes, gsize length, const char *http, const char *declared, char **owned, gsize *text_length)
{
  const char *order[N_ORDER];
  char buffer[64];
  gsize skip;
  find_order (bytes, length, http, declared, order, &skip);
  guint first = 0;
  while (order[first] == NULL)
    first++;
  *owned = NULL;
  if (g_ascii_strcasecmp (iconv_name (order[first], buffer, sizeof buffer), "UTF-8") == 0 && att_text_is_utf8 (bytes + skip, length - skip)) {
    *text_length = length - skip;
    return bytes + skip;
  }
  *owned = att_charset_decode (bytes, length, http, declared, NULL);
  *text_length = strlen (*owned);
  return *owned;
}

char *
att_charset_decode (const char *bytes, gsize length, const char *http, const char *declared, gboolean *clean)
{
  const char *order[N_ORDER];
  gsize skip;
  find_order (bytes, length, http, declared, order, &skip);
  g_autofree char *best = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    if (order[i] == NULL || (i == 4 && best && is_mostly_sound (best)))
      continue;
    Fit fit;
    g_autofree char *text = convert (bytes + skip, length - skip, order[i], &fit);
    if (fit == FITS || (i == 0 && fit == REPLACED)) {
      if (clean)
        *clean = fit == FITS;
      return g_steal_pointer (&text);
    }
    if (best == NULL && fit == REPLACED)
      best = g_steal_pointer (&text);
  }
  if (clean)
    *clean = FALSE;
  return best ? g_steal_pointer (&best) : att_text_valid (bytes, length);
}

static char *
quoted_value (const char *p, const char *end)
{
  while (p < end && (g_ascii_isspace (*p) || *p == '='))
    p++;
  char quote = p < end && (*p == '"' || *p == '\'') ? *p++ : 0;
  const char *q = p;
  while (q < end && (quote ? *q != quote : !g_ascii_isspace (*q) && *q != ';' && *q != '>' && *q != '"' && *q != '/' && *q != ','))
    q++;
  return q > p && q - p < 40 ? g_strndup (p, q - p) : NULL;
}

char *
att_charset_of_type (const char *content_type)
{
  if (content_type == NULL)
    return NULL;
  g_autofree char *low = g_ascii_strdown (content_type, -1);
  const char *at = strstr (low, "charset");
  return at ? quoted_value (at + 7, low + strlen (low)) : NULL;
}

char *
att_charset_declared (const char *bytes, gsize length)
{
  gsize n = MIN (length, 2048);
  g_autofree char *head = g_ascii_strdown (bytes, n);   /* stops at a NUL, as it should: then it is not ASCII */
  n = strlen (head);
  const char *xml = strstr (head, "<?xml");
  if (xml) {
    const char *end = strstr (xml, "?>");
    const char *at = strstr (xml, "encoding");
    if (at && end && at < end)
      return quoted_value (at + 8, end);
  }
  const char *meta = strstr (head, "<meta");
  const char *at = meta ? strstr (meta, "charset") : NULL;
  return at ? quoted_value (at + 7, head + n) : NULL;
}
