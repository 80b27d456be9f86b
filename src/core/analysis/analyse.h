/* analyse.h: article → topics, actors and quotations.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole of analysis behind one door: the text is cut into words, the lexicon's one trie is run over them, and the
 * finders read what it found. Every mark carries the spans that caused it. Pure but for the article it fills; any
 * thread. Time and memory are linear in the text.
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

/* Sets the mentions and quotes of an article that is not frozen yet; reads its title, text and published. */
void att_analyse (const AttLexicon *lexicon, AttArticle *article);

/* The same, watched by a trainer. */
void att_analyse_tapped (const AttLexicon *lexicon, AttArticle *article, const AttTap *tap);

G_END_DECLS
