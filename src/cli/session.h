/* session.h: the desk, opened for one verb.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs that only read or write the store open its database; those that fetch open the whole desk and run a main
 * loop until it is done. Both take --profile.
 */
#pragma once

#include "cli/verb.h"
#include "desk/desk.h"

G_BEGIN_DECLS

/* The profile's folder: what --profile says, else the usual place under the XDG data home. Owned by the caller. */
char *att_session_profile (const char *option);

/* Where there is none it says so and makes none; an older one is brought to what is read here first. */
AttDatabase *att_session_database (const char *profile, AttDatabaseMode mode, GError **error);

/* The feed a person means by its address, title or number; 0, and *status, where there is none or several of that title. */
gint64 att_session_feed (const AttVerb *verb, AttDatabase *db, const char *words, int *status);

/* The article of a number, or 0 and *status. */
gint64 att_session_article (const AttVerb *verb, AttDatabase *db, const char *words, int *status);

/* Whether there is a desk, ready to be read: for verbs that open it in their own way. */
gboolean att_session_check (const char *profile, GError **error);

/* Starts a verb that fetches; it quits the loop when it is done. */
typedef void (*AttSessionFunc) (AttDesk *desk, GMainLoop *loop, gpointer data);

G_END_DECLS
