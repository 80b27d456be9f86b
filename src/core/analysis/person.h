/* person.h: who a name belongs to.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Persons of one article: those the table of office-holders knows, and those found by shape and context. A shorter
 * form later in the article is the same person.
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

/* How many words from here on name an unknown person; 0: none. */
guint att_person_shape (const AttScan *self, guint word);

/* The actor with this full name, made if need be; a longer form of a known name renames its actor. */
guint att_person_named (AttScan *self, const char *name, AttGender gender);

/* The actor of somebody the table of office-holders knows: he or she acts for a state or body. */
guint att_person_official (AttScan *self, const AttPerson *person);

/* Whom a family name means here: somebody named in full in the article, else the one office-holder of the article's
 * time who goes by it. G_MAXUINT: nobody for sure. */
guint att_person_by_family (AttScan *self, guint word);

/* The actor a label of a transcript names, "MR NORLING", "EDDA NORLING": whom the table knows by the office before it, or the article or the table
 * by the name, else somebody of that name. label, word: where it begins, and where the name does. */
guint att_person_labelled (AttScan *self, guint label, guint word, guint n_words);

gboolean att_person_is_son (const AttScan *self, guint word);   /* "bin": whose son somebody is stands behind it */

char *att_person_text (const AttScan *self, guint word, guint n_words);   /* as written, without a possessive */

G_END_DECLS
