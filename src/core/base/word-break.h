/* word-break.h: where words begin in scripts that part none by spaces, and what inflection leaves of a word.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ICU's dictionaries for Chinese and Japanese (UAX 29, word boundaries); the Snowball stemmer for Russian, base/arabic.h for Arabic. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean att_is_ideograph (gunichar c);   /* Han, Hiragana, Katakana: each is a word to us, and ICU says which begin one */

/* For each byte of text whether a word begins there; NULL: nothing in it is an ideograph. Owned by the caller. */
guint8 *att_word_starts (const char *text, gsize length);

/* Stems a folded word in its place where its script is Cyrillic or Arabic; the new length, never more. */
gsize att_word_stem (char *folded, gsize length);

G_END_DECLS
