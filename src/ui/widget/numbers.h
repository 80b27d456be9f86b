/* numbers.h: a chart as a table that can be read, walked through and heard.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/widget/plot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row a name, a column a day, the newest first; at most so many days. */
GtkWidget *att_numbers_new (const AttPlot *plot, guint max_days);

G_END_DECLS
