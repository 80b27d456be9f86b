/* syntax.h: a filter as text, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   words           both must occur          topic:taiwan   -topic:iran   any:topics
 *   "a phrase"      next to each other       actor:"Wang Yi"   country:CHN   body:NATO   said:"Wang Yi"
 *   this OR that    one is enough            source:wire   feed:"Meridian Wire"   folder:Wires   from:DEU   lang:de
 *   near(a b, 10)   all of them, at most ten words apart
 *   -word           must not occur           since:7d   since:2026-01-15   before:2026-02-01
 *   (a b) OR c      brackets, and - before   is:unread   is:starred   is:noted   label:urgent   note:word
 *
 * OR ties closer than standing side by side. A field that is there twice must hold twice. lang:none is what nobody can tell the language of.
 * Formatting a parsed text and parsing it again gives an equal filter. Pure; any thread.
 */
#pragma once

#include "filter/filter.h"

G_BEGIN_DECLS

/* ATT_ERROR_USAGE, in words, for a field with no value or a date that is none. */
AttFilter *att_filter_parse  (const char *text, GError **error);
char      *att_filter_format (const AttFilter *self);
gboolean   att_filter_equal  (const AttFilter *a, const AttFilter *b);

/* The same, with the bytes of what is wrong, where something is. */
AttFilter *att_filter_parse_at (const char *text, guint *start, guint *end, GError **error);

/* The parts of the text one by one, as chips show them; each can be taken out with without_part. */
char     **att_filter_parts        (const AttFilter *self);
AttFilter *att_filter_without_part (const AttFilter *self, guint part);

G_END_DECLS
