/* folding.h: functions of SQL's for names and words: fold(text), what two spellings share, and worded(text), its words as the index has them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index of words takes letters side by side for one word, and a mark over a letter for the end of one. spaced() puts blanks around each letter of
 * scripts that write none between words (Han, kana, Thai, Lao, Khmer, Burmese), so that a word of them is a phrase, and leaves out the vowel marks of
 * Arabic and Hebrew. worded() writes plainly, besides, what the index takes for other letters: ё, Greek ones with accents, ł, ø. What is read by it must be
 * asked by it. lettered() says of which texts the two are not the same, and only what brings an older index up to date needs it.
 *
 * SQLite's lower() and NOCASE know the case of ASCII only. Small letters without accents; quotation marks of any kind are one, which a filter
 * cannot write otherwise (filter/tokens.h), and so is white space. fold(NULL) is NULL.
 */
#pragma once

#include <sqlite3.h>

#include <glib.h>

G_BEGIN_DECLS

int   att_folding_register (sqlite3 *handle);   /* one of SQLite's codes */
char *att_folding_words (const char *text, gsize length);   /* worded(); NULL: it is so already. Owned by the caller. */

G_END_DECLS
