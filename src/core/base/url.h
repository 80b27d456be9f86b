/* url.h: addresses, resolved and compared.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions; any thread. As RFC 3986 has them, lenient as browsers are (white space trimmed, spaces encoded).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The absolute address of ref seen from base (may be NULL); ref itself where it cannot be resolved. NULL for NULL. A name and
 * password before a host are left out (RFC 9110 §4.2.4): no page may make a reader sign in, nor hide its host behind them. */
char *att_url_resolve (const char *base, const char *ref);

/* What a person typed or dropped, made fetchable: https:// is put before a bare host, feed: is taken off, a path
 * becomes file:, and what leads to the same place is written in one way. NULL when it is nothing that can be fetched. */
char *att_url_from_text (const char *text);

/* The address without what changes between two sights of the same page: scheme, www., fragment, tracking
 * parameters, trailing slash. Only for comparing, never for fetching. */
char *att_url_identity        (const char *url);
void  att_url_append_identity (GString *out, const char *url);

/* The address without tracking parameters (utm_*, fbclid, ...): what is shown, opened and exported. */
char *att_url_without_trackers (const char *url);

/* The address without the "name:password@" before its host (RFC 3986 §3.2.1), which are given decoded, or NULL where none
 * stands there; a missing password is "". Owned by the caller. */
char *att_url_without_login (const char *url, char **user, char **password);

/* A copy of a program's arguments; in argv itself, which anybody on the machine may read in the list of processes, stars take the
 * place of names and passwords in addresses. Owned by the caller, with g_strfreev. */
char **att_url_hide_logins (int argc, char **argv);

char    *att_url_host    (const char *url);   /* "example.org", or NULL */

/* Whether resolving would change nothing: http or https in small letters, a host of letters, a path without dots to
 * walk. Nearly every address in a feed is so, and GUri would also undo encodings its author chose. */
gboolean att_url_is_whole (const char *url);

gboolean att_url_is_http (const char *url);
gboolean att_url_is_safe (const char *url);   /* may stand in a link: http, https, mailto, relative; never a script */

G_END_DECLS
