/* arabic.h: what particles and endings leave of an Arabic word.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Light stemming after Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval" (2007), whose light10 it is, with
 * the particles written together with a word (wa-, fa-, bi-, li-, ka-, sa-) taken off where enough of it is left: "wa-bi-l-Riyad" is
 * "Riyad". What is left is no root and no word, only the same for a word's forms. Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Shortens a folded word, UTF-8 of length bytes, in place; how many are left. */
gsize att_arabic_stem (char *folded, gsize length);

G_END_DECLS
