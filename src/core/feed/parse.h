/* parse.h: bytes → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Knows RSS 0.90, 0.91, 0.92, 1.0 and 2.0, Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1 and 1.1, with the Dublin Core,
 * content, media and iTunes modules. What is not well-formed is read as far as it goes, and the edition says so.
 */
#pragma once

#include "press/edition.h"

G_BEGIN_DECLS

/* type: the Content-Type the server gave, or NULL; base: the address it came from, or NULL.
 * ATT_ERROR_NOT_A_FEED when the bytes are something else. Pure; any thread. */
AttEdition *att_feed_parse (GBytes *bytes, const char *type, const char *base, GError **error);

G_END_DECLS
