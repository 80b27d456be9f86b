/* robots.c: what a site asks programs to leave alone (RFC 9309).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fetch/robots.h"

#include <string.h>

#define NAME "attache"
#define MAX_RULES (500 * 1024)   /* bytes that count, RFC 9309 §2.5 */

/* '*' is any run of letters, '$' at the end the end. Linear but for each '*', which looks for the next piece only. */
static gboolean
fits (const char *pattern, const char *path)
{
  const char *star = NULL, *retry = NULL;
  while (*path) {
    if (*pattern == '*') {
      star = ++pattern;
      retry = path;
    } else if (*pattern == '\0')
      return TRUE;   /* rules are beginnings */
    else if (*pattern == *path) {
      pattern++;
      path++;
    } else if (star) {
      pattern = star;
      path = ++retry;
    } else
      return FALSE;
  }
  while (*pattern == '*')
    pattern++;
  return *pattern == '\0' || strcmp (pattern, "$") == 0;
}

/* One way to write what has several (RFC 9309 §2.2.2): "/privé" and "/priv%c3%a9" as "/priv%C3%A9", "/%7Eann" as "/~ann". */
static char *
normal_form (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  for (const guchar *p = (const guchar *) text; *p; p++) {
    gboolean escaped = *p == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]);
    guchar c = escaped ? (g_ascii_xdigit_value (p[1]) << 4) + g_ascii_xdigit_value (p[2]) : *p;
    gboolean plain = escaped ? c < 0x80 && (g_ascii_isalnum (c) || (c && strchr ("-._~", c))) : c < 0x80;
    if (plain)
      g_string_append_c (out, c);
    else
      g_string_append_printf (out, "%%%02X", c);
    p += escaped ? 2 : 0;
  }
  return g_string_free (out, FALSE);
}

/* "Disallow: /private # ours" → the field's value where the line is of that field. */
static char *
value_of (const char *line, const char *field)
{
  gsize n = strlen (field);
  if (g_ascii_strncasecmp (line, field, n) != 0)
    return NULL;
  line += n + strspn (line + n, " \t");
  if (*line != ':')
    return NULL;
  return g_strstrip (g_strndup (line + 1, strcspn (line + 1, "#")));
}

/* How long the best rule is among the groups for name; *allow what it says. -1: no group is for it. */
static int
judge (char **lines, const char *name, const char *path, gboolean *allow)
{
  int best = -1;
  gboolean ours = FALSE, naming = FALSE;
  for (guint i = 0; lines[i]; i++) {
    const char *line = lines[i] + strspn (lines[i], " \t");
    g_autofree char *agent = value_of (line, "user-agent"), *yes = agent ? NULL : value_of (line, "allow"), *no = agent || yes ? NULL : value_of (line, "disallow");
    if (agent) {
      ours = (naming && ours) || g_ascii_strcasecmp (agent, name) == 0;
      best = ours && best < 0 ? 0 : best;
      naming = TRUE;
      continue;
    }
    naming = naming && yes == NULL && no == NULL;
    g_autofree char *rule = yes || no ? normal_form (yes ? yes : no) : NULL;
    int length = rule ? (int) strlen (rule) : 0;
    if (!ours || length == 0 || length < best || !fits (rule, path))
      continue;
    *allow = yes != NULL || (length == best && *allow);
    best = length;
  }
  return best;
}

gboolean
att_robots_allow (const char *rules, const char *path)
{
  gboolean allow = TRUE;
  if (rules == NULL)
    return TRUE;
  g_autofree char *text = g_strndup (g_str_has_prefix (rules, "\xEF\xBB\xBF") ? rules + 3 : rules, MAX_RULES);
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autofree char *asked = normal_form (path);
  if (judge (lines, NAME, asked, &allow) < 0)
    judge (lines, "*", asked, &allow);
  return allow;
}
