/* refusal.h: why there is no answer, in the person's words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each names the host and the way out. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of what the network, or the reading of an answer, failed with; url: what was asked for. */
GError *att_refusal_of_network (const GError *error, const char *host, const char *url);

/* Of a status that is no success (RFC 9110 §15); here: the host itself says so of this address, and nobody it was sent to for the time being. */
GError *att_refusal_of_status  (guint status, const char *host, gboolean here);

G_END_DECLS
