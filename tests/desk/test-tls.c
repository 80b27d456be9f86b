/* test-tls.c: a server that cannot prove who it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/error.h"
#include "fetch/fetcher.h"

#include <libsoup/soup.h>

static void
handle (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  (*(guint *) data)++;
  soup_server_message_set_status (message, 200, NULL);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_unknown_issuer (void)
{
  g_autoptr (GError) error = NULL;
  guint n_asked = 0;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "self-signed.pem", NULL);
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);
  if (certificate == NULL) {
    g_test_skip ("no TLS in GIO here: glib-networking is missing");
    return;
  }
  g_autoptr (SoupServer) server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (server, NULL, handle, &n_asked, NULL);
  g_assert_true (soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  GSList *uris = soup_server_get_uris (server);
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%d/feed", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_autoptr (AttFetcher) fetcher = att_fetcher_new ();
  GAsyncResult *result = NULL;
  att_fetcher_get_async (fetcher, url, NULL, NULL, NULL, fetched_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (att_fetcher_get_finish (fetcher, result, &error));
  g_assert_error (error, ATT_ERROR, ATT_ERROR_TLS);
  g_assert_cmpuint (n_asked, ==, 0);   /* nothing was said to it */
  g_object_unref (result);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tls/unknown-issuer", test_unknown_issuer);
  return g_test_run ();
}
