/* clippings.h: stories written out for other programs and for people.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON Lines and JSON have everything that is known of a story; CSV (RFC 4180) a row each, for a table; Markdown is for reading.
 * A story at a time, so memory does not grow with their number. Any thread.
 */
#pragma once

#include "filter/filter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum { ATT_CLIPPINGS_LINES, ATT_CLIPPINGS_JSON, ATT_CLIPPINGS_CSV, ATT_CLIPPINGS_MARKDOWN } AttClippings;

/* By a file's ending or a format's name: jsonl, json, csv, md. FALSE: none of these. */
gboolean att_clippings_format (const char *name, AttClippings *format);

/* Those the filter selects, newest first, from the store at path. How many; -1 on error. */
int      att_clippings_write  (const char *path, const AttFilter *filter, AttClippings format, GOutputStream *out, GCancellable *cancellable, GError **error);

G_END_DECLS
