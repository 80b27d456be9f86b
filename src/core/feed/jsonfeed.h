/* jsonfeed.h: JSON Feed 1 and 1.1 (jsonfeed.org) → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Called by feed/parse.c with text that begins with a brace; NULL when it is some other JSON.
 */
#pragma once

#include "press/edition.h"

G_BEGIN_DECLS

AttEdition *att_jsonfeed_read (const char *text, gsize length, const char *base);

G_END_DECLS
