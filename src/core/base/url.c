/* url.c: addresses, resolved and compared.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/url.h"

#include <string.h>

#define LENIENT (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE)

/* Spaces and control characters out, as browsers do (WHATWG URL §4.4); anything else stays as written. */
static char *
tidy (const char *text)
{
  GString *out = g_string_new (NULL);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  for (const char *p = trimmed; *p; p++) {
    if (*p == ' ')
      g_string_append (out, "%20");
    else if ((guchar) *p > 0x20 && *p != 0x7F)
      g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}

char *
att_url_resolve (const char *base, const char *ref)
{
  if (ref == NULL)
    return NULL;

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
is_tracker (const char *parameter)
{
  static const char *const EXACT[] = { "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ref_src", "cmpid",
                                       "ocid", "xtor", "ftag", "smid", "at_medium", "at_campaign", "wt_mc", "_hsenc", "_hsmi", "vero_id" };
  gsize n = strcspn (parameter, "=");
  if (g_ascii_strncasecmp (parameter, "utm_", 4) == 0 || g_ascii_strncasecmp (parameter, "at_", 3) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (EXACT); i++)
    if (strlen (EXACT[i]) == n && g_ascii_strncasecmp (parameter, EXACT[i], n) == 0)
      return TRUE;
  return FALSE;
}

char *
att_url_without_trackers (const char *url)
{
  const char *query = url ? strchr (url, '?') : NULL;
  if (query == NULL)
    return g_strdup (url);

  const char *fragment = strchr (query, '#');
  g_autofree char *inside = fragment ? g_strndup (query + 1, fragment - query - 1) : g_strdup (query + 1);
  g_auto (GStrv) parts = g_strsplit (inside, "&", -1);
  GString *out = g_string_new_len (url, query - url);
  char joint = '?';
  for (guint i = 0; parts[i]; i++) {
    if (is_tracker (parts[i]))
      continue;
    g_string_append_c (out, joint);
    g_string_append (out, parts[i]);
    joint = '&';
  }
  if (fragment)
    g_string_append (out, fragment);
  return g_string_free (out, FALSE);
}

char *
att_url_identity (const char *url)
{
  if (url == NULL)
    return NULL;

  g_autofree char *plain = att_url_without_trackers (url);
  g_autoptr (GUri) uri = g_uri_parse (plain, LENIENT, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strdup (plain);

  const char *host = g_uri_get_host (uri);
  if (g_ascii_strncasecmp (host, "www.", 4) == 0)
    host += 4;
  g_autofree char *low = g_ascii_strdown (host, -1);
  g_autofree char *path = g_strdup (g_uri_get_path (uri));
  gsize n = strlen (path);
  if (n > 0 && path[n - 1] == '/')
    path[n - 1] = '\0';
  const char *query = g_uri_get_query (uri);
  return query && *query ? g_strdup_printf ("%s%s?%s", low, path, query) : g_strconcat (low, path, NULL);
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
