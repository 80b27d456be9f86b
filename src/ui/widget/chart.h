/* chart.h: a chart of days in the window, of which days can be picked out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drag picks days, and so do the arrows, with Shift for more than one; Enter takes them, Escape none. A screen reader gets a
 * sentence; the numbers are in a table beside it. Signal "picked" (guint from, guint to): to is behind the last; both 0: none.
 * Main thread.
 */
#pragma once

#include "ui/widget/plot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_CHART (att_chart_get_type ())
G_DECLARE_FINAL_TYPE (AttChart, att_chart, ATT, CHART, GtkWidget)

void       att_chart_set_plot  (AttChart *self, AttPlot *plot);
AttPlot   *att_chart_get_plot  (AttChart *self);   /* NULL: none yet */
void       att_chart_pick      (AttChart *self, guint from, guint to);   /* shown as picked; no signal */
gboolean   att_chart_is_picked (AttChart *self);

G_END_DECLS
