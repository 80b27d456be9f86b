/* story.h: short texts of our own, read as the program reads articles.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "analysis/analyse.h"

AttLexicon *story_lexicon (void);   /* as shipped; one, until story_end */
void        story_end     (void);

AttArticle *story_read (const char *title, const char *text);   /* as of 26 April 2024 */
AttArticle *story_read_at (const char *title, const char *text, gint64 published);

/* What it is about, or who is in it, by its name; NULL: not that. */
const AttMention *story_find (const AttArticle *article, AttTopicKind kind, const char *name);
