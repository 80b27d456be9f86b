/* heading-row.h: a heading in the panel: what stands under it is shown or folded away.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "listing/heading.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_HEADING_ROW (att_heading_row_get_type ())
G_DECLARE_FINAL_TYPE (AttHeadingRow, att_heading_row, ATT, HEADING_ROW, GtkListBoxRow)

GtkWidget  *att_heading_row_new         (AttHeading *heading);
AttHeading *att_heading_row_get_heading (AttHeadingRow *self);

G_END_DECLS
