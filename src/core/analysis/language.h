/* language.h: which language a text is in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain English, most of what is read, is known by its small words at a glance; the rest by libexttextcat's n-grams
 * (Cavnar and Trenkle, 1994), on the first kilobyte. Any thread.
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

/* Languages besides English that data/analysis has a folder for; NULL ends it. */
extern const char *const ATT_TONGUES[];

/* ISO 639-1, or NULL where it cannot be told. cues: what each word tells in English. */
const char *att_language_of (const AttReading *reading, const guint64 *cues);

G_END_DECLS
