/* tongue.h: which language a text is in, by its letters alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By its script or alphabet where that says it (Chinese, Japanese, Korean; Russian, Ukrainian, Polish), by its small words (German, Spanish, French),
 * else by libexttextcat's n-grams (Cavnar and Trenkle, 1994), which take a third of a millisecond; on the first kilobyte. text is valid
 * UTF-8. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATT_TONGUE_MIN 40   /* bytes; fewer tell nothing */

/* ISO 639-1 of one of the languages the press is read in, or NULL. */
const char *att_tongue_of (const char *text, gsize length);

G_END_DECLS
