/* refusal.c: why there is no answer, in the person's words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fetch/refusal.h"

#include "base/error.h"
#include "base/url.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

/* Where a sentence of somebody else's goes on in one of ours. */
static char *
without_stop (const char *message)
{
  gsize n = strlen (message);
  return g_strndup (message, n && message[n - 1] == '.' ? n - 1 : n);
}

/* It broke off, or what came was no such thing as it was said to be. */
static gboolean
is_garbled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) || g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING)
         || strstr (g_quark_to_string (error->domain), "decompressor");   /* brotli's domain is libsoup's own affair */
}

GError *
att_refusal_of_network (const GError *error, const char *host, const char *url)
{
  g_autofree char *why = without_stop (error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);
  if (g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_NOT_TLS))
    return g_error_new (ATT_ERROR, ATT_ERROR_UNREACHABLE, _("%s does not speak https. Check the address, or write http:// before it."), host);
  if (error->domain == G_TLS_ERROR)
    return g_error_new (ATT_ERROR, ATT_ERROR_TLS, _("The connection to %s is not safe: %s. Nothing was read; check the address, or ask the site."), host, why);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_error_new (ATT_ERROR, ATT_ERROR_TIMED_OUT, _("%s does not answer. It will be tried again later."), host);
  if (is_garbled (error))
    return g_error_new (ATT_ERROR, ATT_ERROR_CUT_SHORT, _("The answer of %s broke off or was garbled. It will be tried again later."), host);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && !att_url_is_http (url))
    return g_error_new (ATT_ERROR, ATT_ERROR_NOT_FOUND, _("There is no file %s. Check the address."), url);
  return g_error_new (ATT_ERROR, ATT_ERROR_UNREACHABLE, _("%s cannot be reached: %s."), host, why);
}

GError *
att_refusal_of_status (guint status, const char *host, gboolean here)
{
  switch (status) {
    case 410:
      if (here)
        return g_error_new (ATT_ERROR, ATT_ERROR_GONE, _("%s says this feed is gone for good (410). You can unsubscribe; what was read stays until then."), host);
      G_GNUC_FALLTHROUGH;   /* only where it was sent for the time being is gone */
    case 404:
      return g_error_new (ATT_ERROR, ATT_ERROR_NOT_FOUND, _("%s says there is nothing at this address (404). Check the address, or find the feed anew on the site."), host);
    case 401:
      return g_error_new (ATT_ERROR, ATT_ERROR_LOGIN, _("%s wants a name and a password, or does not know the ones it was given (401). Sign in to the feed."), host);
    case 403:
      return g_error_new (ATT_ERROR, ATT_ERROR_HTTP, _("%s does not let Attaché in (403). Open the site in a browser to see what it wants."), host);
    case 429:
      return g_error_new (ATT_ERROR, ATT_ERROR_BUSY, _("%s asks to be visited less often (429). It will be left alone for a while."), host);
    default:
      return g_error_new (ATT_ERROR, status >= 500 ? ATT_ERROR_BUSY : ATT_ERROR_HTTP, _("%s has a trouble of its own (%u). It will be tried again later."), host, status);
  }
}
