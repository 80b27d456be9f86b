/* error.h: the one error domain of the program.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every fallible function takes a GError. The code says what the window can offer (retry, follow the move,
 * unsubscribe ...); the message is a whole sentence that names the thing and the way out, and is shown or
 * printed exactly once, at the rim of the program.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATT_ERROR (att_error_quark ())

typedef enum {
  ATT_ERROR_FAILED,       /* none of the below */
  ATT_ERROR_USAGE,        /* the person asked for what cannot be */
  ATT_ERROR_NOT_A_FEED,   /* bytes arrived, but they are no feed */
  ATT_ERROR_UNREACHABLE,  /* no such host, no route, refused */
  ATT_ERROR_TLS,          /* the server could not prove who it is */
  ATT_ERROR_NOT_FOUND,    /* HTTP 404 */
  ATT_ERROR_GONE,         /* HTTP 410: unsubscribe */
  ATT_ERROR_HTTP,         /* any other refusal of a server: HTTP 4xx, or it sends elsewhere without end */
  ATT_ERROR_TOO_LARGE,    /* more bytes than we take */
  ATT_ERROR_TIMED_OUT,
  ATT_ERROR_CUT_SHORT,    /* the body ended before its end */
  ATT_ERROR_NEWER,        /* a store written by a newer program */
  ATT_ERROR_DAMAGED,      /* a store that cannot be read */
  ATT_ERROR_EXISTS,       /* already subscribed */
  ATT_ERROR_SEALED,       /* nothing may go out */
  ATT_ERROR_LOGIN,        /* HTTP 401: a name and a password are wanted */
  ATT_ERROR_BUSY,         /* HTTP 429 and 5xx: the server, not the address; later */
} AttErrorCode;

GQuark att_error_quark (void);

/* Whether an address did not answer: it may be no fault of its own, for perhaps there is no network just now. */
gboolean att_error_is_out_of_reach (const GError *error);

/* From now on what happens is told on standard error, as G_MESSAGES_DEBUG would have it of this program alone. */
void att_error_be_verbose (void);

G_END_DECLS
