/* doubt.h: what in the text of a filter is read, but hardly as it was meant.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "sinse:7d" is two words in the grammar of filter/syntax.h, and lang:xx asks for what no article has: neither is a mistake, for
 * somebody may look for just that, so the filter holds; the doubt is told beside it. Codes are those ICU knows (ISO 639, ISO 3166).
 * Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first doubt, in words, and the bytes of the text it speaks of. NULL: none. Owned by the caller. */
char *att_filter_doubt (const char *text, guint *start, guint *end);

G_END_DECLS
