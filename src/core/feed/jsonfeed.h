/* jsonfeed.h: JSON Feed 1 and 1.1 (jsonfeed.org) → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Called by feed/parse.c with text that begins with a brace; FALSE when it is some other JSON.
 */
#pragma once

#include "press/edition.h"

G_BEGIN_DECLS

gboolean att_jsonfeed_read (const char *text, const char *base, AttEdition *edition);

G_END_DECLS
