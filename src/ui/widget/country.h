/* country.h: a country's name in the reader's language.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * English names are those of our own table of states; other languages come from iso-codes, where they are installed, else from
 * the English one. Main thread only.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* code: ISO 3166-1 alpha-3, or three X for what belongs to no country. The code itself where it is unknown. Owned by the caller. */
char *att_country_name (const char *code);

/* The same of a name in English, as the panel has it. */
const char *att_country_translate (const char *english);

/* The same where no country is known, "", too: in words that say so. */
const char *att_country_of_outlets (const char *english);

G_END_DECLS
