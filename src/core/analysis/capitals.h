/* capitals.h: names no table lists, by their capitals.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

/* How many words from here on are a name, none at or behind end: "Beijing Subway", "Court of Appeals for the 9th Circuit". 0: none; at
 * the start of a sentence one word tells nothing unless it speaks. */
guint att_capitals_from (const AttScan *scan, guint word, guint end);

/* Where the name of a body ends whose last word, before a preposition, this is: "Court", of Appeals for the 9th Circuit. 0: it names only
 * where somebody is something ("Vietnam" before "foreign minister"). */
guint att_capitals_go_on (const AttScan *scan, guint head, guint end);

/* "X of the Labour Party (LP) said", "X (Labour) said": capitals in brackets of their own behind a capital belong to it. How many words; 0: none. */
guint att_capitals_bracketed (const AttScan *scan, guint word, guint end);

/* "(IS) group", "(NATO) alliance": whether a word behind a bracket is what the name before it is. */
gboolean att_capitals_have_noun (const AttScan *scan, guint word, guint end);

G_END_DECLS
