/* source-row.h: one source in the side bar: its name, its sign of trouble, what is unread.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "listing/source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_SOURCE_ROW (att_source_row_get_type ())
G_DECLARE_FINAL_TYPE (AttSourceRow, att_source_row, ATT, SOURCE_ROW, GtkBox)

void       att_source_row_set_source (AttSourceRow *self, AttSource *source);   /* NULL unbinds */
AttSource *att_source_row_get_source (AttSourceRow *self);

/* A folder has an arrow that says whether it is folded; picked: what the pointer is on. */
void       att_source_row_set_folded   (AttSourceRow *self, gboolean folded);
gboolean   att_source_row_has_arrow_at (AttSourceRow *self, GtkWidget *picked);

G_END_DECLS
