/* renaming.h: a filter that goes along when a feed or a folder is called otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure; any thread.
 */
#pragma once

#include "filter/filter.h"

G_BEGIN_DECLS

typedef enum { ATT_RENAMED_FEED, ATT_RENAMED_FOLDER } AttRenamed;

/* The filter with the new name wherever it asks for the old one, in brackets too, and for what lies inside a folder; names are compared as
 * filters do, without accents and capitals. NULL: it asks for no such thing. */
AttFilter *att_filter_with_renamed (const AttFilter *self, AttRenamed what, const char *from, const char *to);

G_END_DECLS
