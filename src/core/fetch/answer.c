/* answer.c: what a server said.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fetch/answer.h"

#include "base/date.h"

static void
answer_clear (gpointer data)
{
  AttAnswer *self = data;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->type);
  g_free (self->asked);
  g_free (self->url);
  g_free (self->moved);
  g_free (self->etag);
  g_free (self->modified);
}

void
att_answer_unref (AttAnswer *self)
{
  g_atomic_rc_box_release_full (self, answer_clear);
}

static char *
header (SoupMessageHeaders *headers, const char *name)
{
  return g_strdup (soup_message_headers_get_one (headers, name));
}

/* "public, max-age=600", less how long it has lain somewhere on the way (RFC 9111 §4.2); without it the date behind which the answer is stale. */
static gint64
freshness (SoupMessageHeaders *headers)
{
  const char *control = soup_message_headers_get_list (headers, "Cache-Control"), *expires = soup_message_headers_get_one (headers, "Expires");
  GHashTable *said = control ? soup_header_parse_param_list (control) : NULL;
  const char *age = said ? g_hash_table_lookup (said, "max-age") : NULL;
  gboolean never = said && (g_hash_table_contains (said, "no-cache") || g_hash_table_contains (said, "no-store"));
  gint64 until = 0;
  const char *lain = soup_message_headers_get_one (headers, "Age");
  gint64 seconds = age ? g_ascii_strtoll (age, NULL, 10) - (lain ? MAX (g_ascii_strtoll (lain, NULL, 10), 0) : 0) : expires && att_date_parse (expires, &until) ? until - att_date_now () : 0;
  g_clear_pointer (&said, soup_header_free_param_list);
  return never ? 0 : MAX (seconds, 0);
}

AttAnswer *
att_answer_new (const char *asked, const char *url, SoupMessage *message)
{
  AttAnswer *self = g_atomic_rc_box_new0 (AttAnswer);
  SoupMessageHeaders *headers = message ? soup_message_get_response_headers (message) : NULL;
  self->asked = g_strdup (asked);
  self->url = g_strdup (url);
  if (headers == NULL)
    return self;
  self->not_modified = soup_message_get_status (message) == 304;
  self->etag = header (headers, "ETag");
  self->modified = header (headers, "Last-Modified");
  self->type = header (headers, "Content-Type");
  self->fresh = freshness (headers);
  return self;
}
