/* salvage.h: what can be read of a damaged store, in a new one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The damaged file is set aside and never written to. Every table is read from its beginning and from its end, and between them
 * row by row, so that a bad page costs the rows on it. Indexes, the words' index and what follows from other tables are made anew.
 * Nobody else may have the store open.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  char *aside;                  /* where the damaged store is now */
  guint feeds, articles, notes; /* saved */
  guint unread;                 /* tables of which something could not be read */
} AttSalvage;

/* Any thread; takes as long as reading all of it. NULL with error: the store is where it was, or aside, as the error says. */
AttSalvage *att_salvage_run  (const char *path, GError **error);
void        att_salvage_free (AttSalvage *self);

/* Whether a store is sound, read through: quick_check of SQLite. */
gboolean    att_salvage_is_sound (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttSalvage, att_salvage_free)

G_END_DECLS
