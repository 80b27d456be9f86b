/* keyring.c: names and passwords that let the program in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fetch/keyring.h"

#include "base/error.h"
#include "base/url.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

typedef struct { char *user, *password; gboolean kept; } Login;

struct _AttKeyring {
  GObject     parent_instance;
  GHashTable *logins;   /* address → Login: what is known without asking */
};

G_DEFINE_FINAL_TYPE (AttKeyring, att_keyring, G_TYPE_OBJECT)

/* The name is part of the secret: many sites give out a token in its place. */
static const SecretSchema SCHEMA = {
  ATT_APP_ID ".Feed", SECRET_SCHEMA_NONE, { { "address", SECRET_SCHEMA_ATTRIBUTE_STRING }, { "site", SECRET_SCHEMA_ATTRIBUTE_STRING } }
};

static void
login_free (gpointer data)
{
  Login *login = data;
  g_free (login->user);
  g_free (login->password);
  g_free (login);
}

static Login *
login_new (const char *user, const char *password)
{
  Login *login = g_new0 (Login, 1);
  *login = (Login) { g_strdup (user), g_strdup (password), FALSE };
  return login;
}

/* "name:password" with what is special in it encoded, as it would stand in an address. */
static char *
login_write (const Login *login)
{
  g_autofree char *user = g_uri_escape_string (login->user, NULL, TRUE), *password = g_uri_escape_string (login->password, NULL, TRUE);
  return g_strconcat (user, ":", password, NULL);
}

static Login *
login_read (const char *secret)
{
  const char *colon = strchr (secret, ':');
  if (colon == NULL)
    return NULL;
  g_autofree char *user = g_uri_unescape_segment (secret, colon, NULL), *password = g_uri_unescape_string (colon + 1, NULL);
  return user && password ? login_new (user, password) : NULL;
}

/* "https://example.org:8443": whom a password may be told. */
static char *
site_of (const char *url)
{
  const char *authority = strstr (url, "://");
  gsize n = authority ? authority + 3 - url + strcspn (authority + 3, "/?#") : strlen (url);
  return g_ascii_strdown (url, n);
}

/* Of another address of the same site; NULL: none. */
static Login *
find_of_site (AttKeyring *self, const char *url)
{
  g_autofree char *site = site_of (url);
  GHashTableIter iter;
  gpointer address, login;
  g_hash_table_iter_init (&iter, self->logins);
  while (g_hash_table_iter_next (&iter, &address, &login)) {
    g_autofree char *its = site_of (address);
    if (strcmp (its, site) == 0)
      return login;
  }
  return NULL;
}

void
att_keyring_learn (AttKeyring *self, const char *url, const char *user, const char *password)
{
  g_hash_table_replace (self->logins, g_strdup (url), login_new (user, password));
}

char *
att_keyring_take (AttKeyring *self, const char *url)
{
  g_autofree char *user = NULL, *password = NULL;
  char *bare = att_url_without_login (url, &user, &password);
  if (user)
    att_keyring_learn (self, bare, user, password);
  return bare;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, ATT_ERROR, ATT_ERROR_FAILED, _("The password could not be put into the keyring: %s. It is known until Attaché is closed; unlock or set up the keyring, then sign in again."),
                             error->message);
}

void
att_keyring_keep_async (AttKeyring *self, const char *url, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Login *own = g_hash_table_lookup (self->logins, url), *login = own ? own : find_of_site (self, url);
  if (login == NULL || login->kept) {   /* what is kept of another address is that one's: this one may have its own in the keyring */
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
    return;
  }
  g_autofree char *secret = login_write (login), *site = site_of (url), *host = att_url_host (url), *label = g_strdup_printf ("Attaché: %s", host ? host : "feed");
  login->kept = TRUE;
  if (own == NULL) {
    own = login_new (login->user, login->password);
    own->kept = TRUE;
    g_hash_table_replace (self->logins, g_strdup (url), own);
  }
  secret_password_store (&SCHEMA, SECRET_COLLECTION_DEFAULT, label, secret, NULL, kept_cb, task, "address", url, "site", site, NULL);
}

gboolean
att_keyring_keep_finish (AttKeyring *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  secret_password_clear_finish (result, &error);
  if (error)
    g_debug ("keyring: %s", error->message);   /* no keyring: it was not there either */
}

void
att_keyring_forget (AttKeyring *self, const char *url)
{
  g_hash_table_remove (self->logins, url);
  secret_password_clear (&SCHEMA, NULL, forgotten_cb, NULL, "address", url, NULL);
}

/* A server's question, held until the keyring has answered: of the very address, and then of its site. */
typedef struct { AttKeyring *keyring; SoupAuth *auth; char *url; gboolean by_site; } Question;

static void
question_free (Question *question)
{
  g_object_unref (question->keyring);
  g_object_unref (question->auth);
  g_free (question->url);
  g_free (question);
}

static void ask (Question *question);

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  char *secret = secret_password_lookup_finish (result, &error);
  Login *login = secret ? login_read (secret) : NULL;
  g_clear_pointer (&secret, secret_password_free);
  if (error)
    g_debug ("keyring: %s", error->message);
  const Login *of_site = login == NULL && !question->by_site ? find_of_site (question->keyring, question->url) : NULL;
  if (login == NULL && of_site == NULL && error == NULL && !question->by_site) {
    question->by_site = TRUE;
    ask (question);
    return;
  }
  if (login) {
    login->kept = TRUE;
    g_hash_table_replace (question->keyring->logins, g_strdup (question->url), login);
    soup_auth_authenticate (question->auth, login->user, login->password);
  } else if (of_site)
    soup_auth_authenticate (question->auth, of_site->user, of_site->password);
  else
    soup_auth_cancel (question->auth);
  question_free (question);
}

static void
ask (Question *question)
{
  g_autofree char *site = site_of (question->url);
  secret_password_lookup (&SCHEMA, NULL, looked_up_cb, question, question->by_site ? "site" : "address", question->by_site ? site : question->url, NULL);
}

/* Once a message: who was refused asks the person. */
static gboolean
authenticate_cb (SoupMessage *message, SoupAuth *auth, gboolean retrying, AttKeyring *self)
{
  if (soup_auth_is_for_proxy (auth) || g_object_get_data (G_OBJECT (message), "asked"))
    return FALSE;
  g_object_set_data (G_OBJECT (message), "asked", self);
  g_autofree char *url = g_uri_to_string_partial (soup_message_get_uri (message), G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
  const Login *login = g_hash_table_lookup (self->logins, url);
  if (login) {
    soup_auth_authenticate (auth, login->user, login->password);
    return TRUE;
  }
  Question *question = g_new0 (Question, 1);
  *question = (Question) { g_object_ref (self), g_object_ref (auth), g_steal_pointer (&url), FALSE };
  ask (question);
  return TRUE;
}

void
att_keyring_admit (AttKeyring *self, SoupMessage *message)
{
  soup_message_add_flags (message, SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);   /* it has one login for a whole realm, and two feeds may each have their own */
  g_signal_connect_object (message, "authenticate", G_CALLBACK (authenticate_cb), self, 0);
}

AttKeyring *
att_keyring_new (void)
{
  return g_object_new (ATT_TYPE_KEYRING, NULL);
}

static void
att_keyring_finalize (GObject *object)
{
  g_hash_table_unref (ATT_KEYRING (object)->logins);
  G_OBJECT_CLASS (att_keyring_parent_class)->finalize (object);
}

static void
att_keyring_class_init (AttKeyringClass *class)
{
  G_OBJECT_CLASS (class)->finalize = att_keyring_finalize;
}

static void
att_keyring_init (AttKeyring *self)
{
  self->logins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, login_free);
}
