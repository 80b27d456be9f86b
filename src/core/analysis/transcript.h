/* transcript.h: who speaks in turn, "MR NORLING: …", "QUESTION: …", "Reuters: …".
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What ministries and newspapers print of briefings and interviews has no quotation marks: a paragraph begins with who
 * speaks, and a colon. One such paragraph is a heading of some other sort; a transcript has several.
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

/* Fills in the scan's turns; the names of the text are known by now, in the order of the words. */
void att_transcript_find (AttScan *self);

G_END_DECLS
