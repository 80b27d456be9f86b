/* span.h: a place in an article's words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offsets are bytes of UTF-8, always at the edge of a character. Every mark the program makes carries spans, so that
 * the reader can be shown the sentence that caused it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { ATT_ZONE_TITLE, ATT_ZONE_TEXT } AttZone;

typedef struct {
  guint16 zone;         /* AttZone */
  guint16 weight;       /* of evidence: hundredths of what its sentence adds; 0 unknown */
  guint32 start, end;   /* end is the first byte after */
} AttSpan;

G_END_DECLS
