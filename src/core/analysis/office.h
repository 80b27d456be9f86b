/* office.h: who of the table of office-holders is meant.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

/* Whether somebody holds the office of a row on a day; 0: any. */
gboolean att_office_is_held (const AttPerson *person, gint64 date);

/* The office-holder of the article's time who goes by a family name, its hash, if there is just one of the highest rank; NULL: there is none. */
const AttPerson *att_office_holder (const AttScan *self, guint32 hash);

/* The one whose office stands before the name: "VICE PRESIDENT NORLING"; label, word: where the one begins, and the other. */
const AttPerson *att_office_holder_named (const AttScan *self, guint label, guint word);

/* "President Clinton": who of that family held the office right before the word, up to the article's day; NULL: nobody, or several. */
const AttPerson *att_office_titled (const AttScan *self, guint word);

/* Whether several people of the table go by a family name, its hash. */
gboolean att_office_is_shared (const AttScan *self, guint32 hash);

/* Whether a name is somebody else's of the table and of that family, who never held that office. */
gboolean att_office_is_relative (const AttScan *self, const AttPerson *titled, const char *name);

G_END_DECLS
