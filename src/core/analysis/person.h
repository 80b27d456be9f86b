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

/* Whether somebody holds the office of a row on a day; 0: any. */
gboolean att_person_is_in_office (const AttPerson *person, gint64 date);

/* The actor of somebody the table of office-holders knows: he or she acts for a state or body. */
guint att_person_official (AttScan *self, const AttPerson *person);

/* Whom a family name means here: somebody named in full in the article, else the one office-holder of the article's
 * time who goes by it. G_MAXUINT: nobody for sure. */
guint att_person_by_family (AttScan *self, guint word);

char *att_person_text (const AttScan *self, guint word, guint n_words);   /* as written, without a possessive */

G_END_DECLS
