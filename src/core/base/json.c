/* json.c: JSON of strangers.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/json.h"

#include <string.h>

/* "\ud83d": the number, where four digits follow; 0: none do. */
static guint
escaped_unit (const char *p, const char *end)
{
  guint unit = 0;
  if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
    return 0;
  for (guint i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (p[i]))
      return 0;
    unit = unit * 16 + g_ascii_xdigit_value (p[i]);
  }
  return unit;
}

/* At a backslash in a string: how many bytes it stands for. Half of a character alone becomes the sign for one that is lost. */
static gsize
take_escape (char *p, const char *end)
{
  guint unit = escaped_unit (p, end);
  if (unit < 0xD800 || unit > 0xDFFF)
    return MIN (2, end - p);
  guint next = unit < 0xDC00 ? escaped_unit (p + 6, end) : 0;
  if (next >= 0xDC00 && next <= 0xDFFF)
    return 12;
  memcpy (p, "\\ufffd", 6);
  return 6;
}

/* FALSE: too deep. */
static gboolean
mend (char *text, gsize length)
{
  const char *end = text + length;
  guint depth = 0;
  gboolean inside = FALSE;
  for (char *p = text; p < end;) {
    if (inside && *p == '\\') {
      p += take_escape (p, end);
      continue;
    }
    if (*p == '"')
      inside = !inside;
    else if (!inside && (*p == '[' || *p == '{') && ++depth > ATT_JSON_MAX_DEPTH)
      return FALSE;
    else if (!inside && (*p == ']' || *p == '}') && depth > 0)
      depth--;
    p++;
  }
  return TRUE;
}

gboolean
att_json_load (JsonParser *parser, const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *copy = g_strndup (text, n);
  return mend (copy, n) && json_parser_load_from_data (parser, copy, n, NULL);
}
