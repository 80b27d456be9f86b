/* term-finder.h: which terms of which topics stand in which sentences.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A term is a phrase, or phrases that must stand in one sentence, with or without a class of words. A hit inside a longer one of the
 * same topic does not count.
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

/* The words of a term: its phrase, and of a conjunction also another of its phrases. */
typedef struct { guint32 word, n_words, other, n_other; } AttTermWords;

/* One term in one sentence. */
typedef struct { guint32 term, sentence; AttTermWords words; } AttTermFound;

/* All of an article (of AttTermFound), by topic, then by sentence. */
GArray *att_terms_find (const AttScan *scan);

G_END_DECLS
