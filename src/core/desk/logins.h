/* logins.h: the feeds that let nobody in without a name and a password.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They go to the keyring, never into the store. What the keyring refuses is told by the desk's signal "failed". Main thread only.
 */
#pragma once

#include "desk/desk.h"

G_BEGIN_DECLS

/* Keeps the login of a feed and fetches it at once. feed 0: of an address that is not subscribed to yet, kept once it is. */
void att_desk_sign_in  (AttDesk *self, gint64 feed, const char *url, const char *user, const char *password);
void att_desk_sign_out (AttDesk *self, const char *url);

/* The logins that stand in the addresses of feeds are taken out of them and kept. */
void att_logins_take (AttDesk *self, GPtrArray *feeds);

/* The same for feeds that an older program stored. */
void att_logins_mend (AttDesk *self);

G_END_DECLS
