/* url.c: addresses, resolved and compared.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/url.h"

#include <string.h>

#define LENIENT (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE)

/* Spaces and what no address may hold encoded, control characters out, as browsers do (WHATWG URL §4.4, the path's
 * percent-encode set); anything else stays as written. */
static char *
tidy (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  GString *out = g_string_sized_new (strlen (trimmed) + 8);
  for (const char *p = trimmed; *p; p++) {
    if (*p == ' ' || *p == '"' || *p == '<' || *p == '>' || *p == '`')
      g_string_append_printf (out, "%%%02X", *p);
    else if ((guchar) *p > 0x20 && *p != 0x7F)
      g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}

gboolean
att_url_is_whole (const char *url)
{
  static const guint8 UNSAFE[128] = { ['"'] = 1, ['<'] = 1, ['>'] = 1, ['\\'] = 1, ['^'] = 1, ['`'] = 1, ['{'] = 1, ['|'] = 1, ['}'] = 1, [0x7F] = 1 };
  if (strncmp (url, "http", 4) != 0)
    return FALSE;
  const char *p = url + 4 + (url[4] == 's');
  if (strncmp (p, "://", 3) != 0)
    return FALSE;
  for (p += 3; g_ascii_islower (*p) || g_ascii_isdigit (*p) || *p == '-' || *p == '.'; p++)
    ;
  if (*p != '/' || p[-1] == '/')
    return FALSE;
  for (; *p; p++)
    if ((guchar) *p <= ' ' || (guchar) *p >= 0x80 || UNSAFE[(guchar) *p] || (*p == '/' && p[1] == '.'))
      return FALSE;
  return TRUE;
}

char *
att_url_resolve (const char *base, const char *ref)
{
  if (ref == NULL)
    return NULL;
  if (att_url_is_whole (ref))
    return g_strdup (ref);

  g_autofree char *clean = tidy (ref);
  if (base == NULL || *base == '\0')
    return g_steal_pointer (&clean);
  g_autofree char *from = tidy (base);
  char *whole = g_uri_resolve_relative (from, clean, LENIENT, NULL);
  return whole ? whole : g_steal_pointer (&clean);
}

char *
att_url_from_text (const char *text)
{
  if (text == NULL)
    return NULL;

  g_autofree char *clean = tidy (text);
  const char *url = clean;
  if (*url == '\0')
    return NULL;
  if (g_ascii_strncasecmp (url, "feed://", 7) == 0)
    return g_strconcat ("https://", url + 7, NULL);
  if (g_ascii_strncasecmp (url, "feed:", 5) == 0)
    url += 5;
  if (*url == '/' && url[1] != '/')
    return g_filename_to_uri (url, NULL, NULL);

  g_autofree char *scheme = g_uri_parse_scheme (url);
  if (scheme && strstr (url, "://")) {
    gboolean known = strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0 || strcmp (scheme, "file") == 0
                     || strcmp (scheme, "resource") == 0;
    return known ? g_strdup (url) : NULL;
  }
  while (*url == '/')
    url++;
  g_autofree char *guess = g_strconcat ("https://", url, NULL);
  g_autofree char *host = att_url_host (guess);
  return host && (strchr (host, '.') || g_str_has_prefix (host, "localhost")) ? g_steal_pointer (&guess) : NULL;
}

static gboolean
is_tracker (const char *parameter, gsize length)
{
  static const char *const EXACT[] = { "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ref_src", "cmpid", "gbraid", "wbraid", "twclid",
                                       "ttclid", "ocid", "xtor", "ftag", "smid", "at_medium", "at_campaign", "wt_mc", "_hsenc", "_hsmi", "vero_id" };
  const char *equals = memchr (parameter, '=', length);
  gsize n = equals ? (gsize) (equals - parameter) : length;
  if (n >= 4 && (g_ascii_strncasecmp (parameter, "utm_", 4) == 0 || g_ascii_strncasecmp (parameter, "at_", 3) == 0))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (EXACT); i++)
    if (EXACT[i][0] == g_ascii_tolower (*parameter) && strlen (EXACT[i]) == n && g_ascii_strncasecmp (parameter, EXACT[i], n) == 0)
      return TRUE;
  return FALSE;
}

/* Adds what of the parameters in [query, end) follows no reader, each behind a '?' or '&'. */
static void
append_query (GString *out, const char *query, const char *end)
{
  char joint = '?';
  for (const char *p = query; p < end;) {
    const char *next = memchr (p, '&', end - p);
    gsize n = (next ? next : end) - p;
    if (n > 0 && !is_tracker (p, n)) {
      g_string_append_c (out, joint);
      g_string_append_len (out, p, n);
      joint = '&';
    }
    p += n + 1;
  }
}

char *
att_url_without_trackers (const char *url)
{
  const char *query = url ? strchr (url, '?') : NULL;
  if (query == NULL)
    return g_strdup (url);

  const char *end = query + strcspn (query, "#");
  GString *out = g_string_sized_new (strlen (url) + 1);
  g_string_append_len (out, url, query - url);
  append_query (out, query + 1, end);
  g_string_append (out, end);
  return g_string_free (out, FALSE);
}

/* The host without the "www." that one sight of a page has and the next has not. */
static const char *
after_www (const char *host)
{
  return g_ascii_strncasecmp (host, "www.", 4) == 0 ? host + 4 : host;
}

char *
att_url_identity (const char *url)
{
  if (url == NULL)
    return NULL;
  const char *slashes = strstr (url, "://");
  if (slashes == NULL || !att_url_is_http (url))
    return att_url_without_trackers (url);

  const char *authority = slashes + 3, *path = authority + strcspn (authority, "/?#"), *end = path + strcspn (path, "#");
  const char *query = memchr (path, '?', end - path), *path_end = query ? query : end;
  const char *user = memchr (authority, '@', path - authority);
  const char *host = after_www (user ? user + 1 : authority);
  GString *out = g_string_sized_new (end - host + 1);
  for (const char *p = host; p < path; p++)
    g_string_append_c (out, g_ascii_tolower (*p));
  for (guint i = 0; i < 2; i++) {   /* the port both schemes have anyway */
    static const char *const USUAL[] = { ":80", ":443" };
    if (g_str_has_suffix (out->str, USUAL[i]))
      g_string_truncate (out, out->len - strlen (USUAL[i]));
  }
  while (path_end > path && path_end[-1] == '/')
    path_end--;
  g_string_append_len (out, path, path_end - path);
  if (query)
    append_query (out, query + 1, end);
  return g_string_free (out, FALSE);
}

char *
att_url_host (const char *url)
{
  g_autoptr (GUri) uri = url ? g_uri_parse (url, LENIENT, NULL) : NULL;
  const char *host = uri ? g_uri_get_host (uri) : NULL;
  return host && *host ? g_ascii_strdown (host, -1) : NULL;
}

gboolean
att_url_is_http (const char *url)
{
  return url && (g_ascii_strncasecmp (url, "http://", 7) == 0 || g_ascii_strncasecmp (url, "https://", 8) == 0);
}

gboolean
att_url_is_safe (const char *url)
{
  if (url == NULL)
    return FALSE;
  if (att_url_is_whole (url))
    return TRUE;
  g_autofree char *clean = tidy (url);
  gsize n = strcspn (clean, ":/?#");
  if (clean[n] != ':')
    return TRUE;   /* relative */
  g_autofree char *scheme = g_ascii_strdown (clean, n);
  static const char *const SAFE[] = { "http", "https", "mailto", "ftp", "tel", "magnet", "geo", "xmpp", "irc" };
  for (guint i = 0; i < G_N_ELEMENTS (SAFE); i++)
    if (strcmp (scheme, SAFE[i]) == 0)
      return TRUE;
  return FALSE;
}
