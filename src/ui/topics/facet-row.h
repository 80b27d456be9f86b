/* facet-row.h: one topic in the panel: its mark, name, last days and count.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "listing/facet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_FACET_ROW (att_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (AttFacetRow, att_facet_row, ATT, FACET_ROW, GtkListBoxRow)

GtkWidget *att_facet_row_new       (AttFacet *facet);
AttFacet  *att_facet_row_get_facet (AttFacetRow *self);

G_END_DECLS
