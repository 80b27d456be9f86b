/* keyring.h: names and passwords that let the program in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept by the desktop's Secret Service through libsecret, never by us: no store, log, export or backup ever holds one.
 * Where there is no Secret Service a login is known until the program ends, and the person is told. The keyring is asked
 * when a server asks (HTTP 401; RFC 9110 §11, Basic and Digest as libsoup has them), and only for that server: a redirect
 * elsewhere is told nothing. A login is that of one address, or else any of the same scheme, host and port. Main thread only.
 */
#pragma once

#include <gio/gio.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

#define ATT_TYPE_KEYRING (att_keyring_get_type ())
G_DECLARE_FINAL_TYPE (AttKeyring, att_keyring, ATT, KEYRING, GObject)

AttKeyring *att_keyring_new (void);

/* The address without a name and password; those that stood in it are learned. Owned by the caller. */
char *att_keyring_take (AttKeyring *self, const char *url);

/* From now on, until the program ends. */
void att_keyring_learn (AttKeyring *self, const char *url, const char *user, const char *password);

/* Writes what was learned of an address, or of its site, into the keyring for that address. Nothing learned: nothing to do.
 * Error: there is no keyring, or it stays locked. */
void     att_keyring_keep_async  (AttKeyring *self, const char *url, GAsyncReadyCallback callback, gpointer user_data);
gboolean att_keyring_keep_finish (AttKeyring *self, GAsyncResult *result, GError **error);

/* Forgets the login of an address, here and in the keyring. */
void att_keyring_forget (AttKeyring *self, const char *url);

/* Lets message answer when its server asks who it is. */
void att_keyring_admit (AttKeyring *self, SoupMessage *message);

G_END_DECLS
