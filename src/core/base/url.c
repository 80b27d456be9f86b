/* url.c: addresses, resolved and compared.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/url.h"

#include "base/text.h"

#include <string.h>

#define LENIENT (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE)

/* Spaces and what no address may hold encoded, control characters out, as browsers do (WHATWG URL §4.4, the path's
 * percent-encode set); anything else stays as written. */
static char *
tidy (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  GString *out = g_string_sized_new (strlen (trimmed) + 8);
  for (const char *p = trimmed; *p;) {
    gsize hidden = att_text_hidden_at (p);   /* what turns letters around: no host has it, and a liar's may seem to be another's */
    if (*p == ' ' || *p == '"' || *p == '<' || *p == '>' || *p == '`')
      g_string_append_printf (out, "%%%02X", *p);
    else if (hidden == 0)
      g_string_append_c (out, *p);
    p += MAX (hidden, 1);
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

/* A part of an address, not NUL-terminated; at NULL: there is none, which is not the same as an empty one. */
typedef struct { const char *at; gsize length; } Part;
typedef struct { Part scheme, authority, path, query, fragment; } Parts;

/* RFC 3986 §3.1: how long the scheme is; 0: there is none. */
static gsize
scheme_length (const char *url)
{
  gsize n = 0;
  while (g_ascii_isalnum (url[n]) || (n > 0 && (url[n] == '+' || url[n] == '-' || url[n] == '.')))
    n++;
  return g_ascii_isalpha (*url) && url[n] == ':' ? n : 0;
}

/* RFC 3986 appendix B. */
static Parts
split (const char *url)
{
  Parts parts = { 0 };
  const char *p = url;
  gsize n = scheme_length (p);
  if (n > 0) {
    parts.scheme = (Part) { p, n };
    p += n + 1;
  }
  if (p[0] == '/' && p[1] == '/') {
    parts.authority = (Part) { p + 2, strcspn (p + 2, "/?#") };
    p += 2 + parts.authority.length;
  }
  parts.path = (Part) { p, strcspn (p, "?#") };
  p += parts.path.length;
  if (*p == '?') {
    parts.query = (Part) { p + 1, strcspn (p + 1, "#") };
    p += 1 + parts.query.length;
  }
  if (*p == '#')
    parts.fragment = (Part) { p + 1, strlen (p + 1) };
  return parts;
}

/* RFC 3986 §5.2.4: "a/b/../c" is "a/c". What is in out before start stays. */
static void
append_without_dots (GString *out, const char *path, gsize length)
{
  gsize start = out->len;
  for (const char *p = path, *end = path + length; p < end;) {
    const char *slash = memchr (p + 1, '/', end - p - 1), *next = slash ? slash : end;   /* one segment, with the '/' before it */
    gboolean led = *p == '/';
    gsize n = next - p - led;
    const char *segment = p + led;
    gboolean one = n == 1 && segment[0] == '.', two = n == 2 && segment[0] == '.' && segment[1] == '.';
    if (two)
      while (out->len > start && out->str[out->len - 1] != '/')
        g_string_truncate (out, out->len - 1);
    if (two && out->len > start)
      g_string_truncate (out, out->len - 1);
    if (!one && !two)
      g_string_append_len (out, p, next - p);
    else if (next == end)   /* a path that ends in dots is a folder's */
      g_string_append_c (out, '/');
    p = next;
  }
}

static void
append_part (GString *out, const char *before, Part part)
{
  if (part.at == NULL)
    return;
  g_string_append (out, before);
  g_string_append_len (out, part.at, part.length);
}

/* RFC 3986 §5.2.3: the reference's path beside the base's last segment. */
static char *
merge_paths (const Parts *base, Part path)
{
  gsize keep = base->path.length;
  while (keep > 0 && base->path.at[keep - 1] != '/')
    keep--;
  GString *merged = g_string_new_len (base->path.at, keep);
  if (keep == 0 && base->authority.at)
    g_string_append_c (merged, '/');
  g_string_append_len (merged, path.at, path.length);
  return g_string_free (merged, FALSE);
}

/* The last '@' of an authority ends what stands before the host: browsers take it so. */
static Part
without_login (Part authority)
{
  for (gsize i = authority.length; i > 0; i--)
    if (authority.at[i - 1] == '@')
      return (Part) { authority.at + i, authority.length - i };
  return authority;
}

/* RFC 3986 §5.2.2. Written out here because GUri undoes encodings an author chose (%2D) and cannot walk some addresses. */
static char *
transform (const char *base_text, const char *ref_text)
{
  Parts base = split (base_text), ref = split (ref_text), to = ref;
  g_autofree char *merged = NULL;
  if (ref.scheme.at == NULL)
    to.scheme = base.scheme;
  if (ref.scheme.at == NULL && ref.authority.at == NULL) {
    to.authority = base.authority;
    if (ref.path.length == 0) {
      to.path = base.path;
      to.query = ref.query.at ? ref.query : base.query;
    } else if (*ref.path.at != '/') {
      merged = merge_paths (&base, ref.path);
      to.path = (Part) { merged, strlen (merged) };
    }
  }
  GString *out = g_string_sized_new (strlen (base_text) + strlen (ref_text) + 2);
  for (gsize i = 0; i < to.scheme.length; i++)
    g_string_append_c (out, g_ascii_tolower (to.scheme.at[i]));
  if (to.scheme.at)
    g_string_append_c (out, ':');
  append_part (out, "//", without_login (to.authority));
  append_without_dots (out, to.path.at, to.path.length);
  append_part (out, "?", to.query);
  append_part (out, "#", to.fragment);
  return g_string_free (out, FALSE);
}

static gboolean
has_authority (const char *url)
{
  gsize n = scheme_length (url);
  return n > 0 && strncmp (url + n, "://", 3) == 0;
}

char *
att_url_resolve (const char *base, const char *ref)
{
  if (ref == NULL)
    return NULL;
  if (att_url_is_whole (ref))
    return g_strdup (ref);

  g_autofree char *clean = tidy (ref), *from = base ? tidy (base) : NULL;
  if (scheme_length (clean) > 0)   /* only "scheme://..." can be walked */
    return has_authority (clean) ? transform ("", clean) : g_steal_pointer (&clean);
  return from && has_authority (from) ? transform (from, clean) : g_steal_pointer (&clean);
}

/* The one form of several that lead to the same place (RFC 3986 §6.2.2.1, §6.2.3): a host in small letters, no port that goes without saying, and no
 * place within what is fetched. Takes url, which has a scheme in small letters. */
static char *
normalise (char *url)
{
  g_autofree char *written = url;
  Parts parts = split (written);
  if (!att_url_is_http (written) || parts.authority.at == NULL)
    return g_steal_pointer (&written);
  const char *at = g_strrstr_len (parts.authority.at, parts.authority.length, "@");
  const char *host = at ? at + 1 : parts.authority.at, *end = parts.authority.at + parts.authority.length;
  const char *port = g_str_has_prefix (written, "https:") ? ":443" : ":80";
  gsize n = strlen (port), length = end - host;
  if (length > n && strncmp (end - n, port, n) == 0)
    length -= n;
  g_autofree char *small = g_ascii_strdown (host, length);
  gsize rest = strcspn (end, "#");
  return g_strdup_printf ("%.*s%s%.*s", (int) (host - written), written, small, (int) rest, end);
}

static char *
from_text (const char *text)
{
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
  if (scheme && g_str_has_prefix (url + strlen (scheme), "://")) {
    static const char *const KNOWN[] = { "http", "https", "file", "resource", NULL };
    g_autofree char *plain = g_ascii_strdown (scheme, -1);   /* RFC 3986 §3.1: in letters of either case */
    return g_strv_contains (KNOWN, plain) ? g_strconcat (plain, url + strlen (scheme), NULL) : NULL;
  }
  while (*url == '/')
    url++;
  g_autofree char *guess = g_strconcat ("https://", url, NULL);
  g_autofree char *host = att_url_host (guess);
  return host && (strchr (host, '.') || g_str_has_prefix (host, "localhost")) ? g_steal_pointer (&guess) : NULL;
}

char *
att_url_from_text (const char *text)
{
  char *url = text ? from_text (text) : NULL;
  return url ? normalise (url) : NULL;
}

static gboolean
is_tracker (const char *parameter, gsize length)
{
  static const char *const EXACT[] = { "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ref_src", "cmpid", "gbraid", "wbraid", "twclid",
                                       "ttclid", "ocid", "xtor", "ftag", "smid", "wt_mc", "_hsenc", "_hsmi", "vero_id" };
  const char *equals = memchr (parameter, '=', length);
  gsize n = equals ? (gsize) (equals - parameter) : length;
  char first = g_ascii_tolower (*parameter);
  if (n >= 4 && ((first == 'u' && g_ascii_strncasecmp (parameter, "utm_", 4) == 0) || (first == 'a' && g_ascii_strncasecmp (parameter, "at_", 3) == 0)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (EXACT); i++)
    if (EXACT[i][0] == first && strlen (EXACT[i]) == n && g_ascii_strncasecmp (parameter, EXACT[i], n) == 0)
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
  const char *query = url ? url + strcspn (url, "?#") : NULL;   /* a '?' behind the '#' is the fragment's */
  if (query == NULL || *query != '?')
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

void
att_url_append_identity (GString *out, const char *url)
{
  const char *slashes = strstr (url, "://");
  if (slashes == NULL || !att_url_is_http (url)) {
    g_autofree char *plain = att_url_without_trackers (url);
    g_string_append (out, plain);
    return;
  }
  const char *authority = slashes + 3, *path = authority + strcspn (authority, "/?#"), *end = path + strcspn (path, "#");
  const char *query = memchr (path, '?', end - path), *path_end = query ? query : end;
  const char *user = memchr (authority, '@', path - authority);
  for (const char *p = after_www (user ? user + 1 : authority); p < path; p++)
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
}

char *
att_url_identity (const char *url)
{
  if (url == NULL)
    return NULL;
  GString *out = g_string_sized_new (strlen (url));
  att_url_append_identity (out, url);
  return g_string_free (out, FALSE);
}

char *
att_url_without_login (const char *url, char **user, char **password)
{
  Parts parts = split (url);
  Part host = without_login (parts.authority);
  *user = *password = NULL;
  if (host.at == parts.authority.at)
    return g_strdup (url);
  const char *end = host.at - 1, *colon = memchr (parts.authority.at, ':', end - parts.authority.at), *name_end = colon ? colon : end;
  *user = g_uri_unescape_segment (parts.authority.at, name_end, NULL);
  *password = colon ? g_uri_unescape_segment (colon + 1, end, NULL) : NULL;
  if (*user == NULL)   /* not encoded as it should be: as it stands */
    *user = g_strndup (parts.authority.at, name_end - parts.authority.at);
  if (*password == NULL)
    *password = colon ? g_strndup (colon + 1, end - colon - 1) : g_strdup ("");
  GString *out = g_string_new_len (url, parts.authority.at - url);
  return g_string_free (g_string_append (out, host.at), FALSE);
}

char **
att_url_hide_logins (int argc, char **argv)
{
  char **copy = g_new0 (char *, argc + 1);
  for (int i = 0; i < argc; i++) {
    copy[i] = g_strdup (argv[i]);
    char *authority = strstr (argv[i], "://"), *host = authority ? (char *) without_login (split (authority + 1).authority).at : NULL;
    for (char *p = authority ? authority + 3 : NULL; p && host && p + 1 < host; p++)
      *p = '*';
  }
  return copy;
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
