/* sparkline.h: the last days of a topic as small bars, today's in the accent.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_SPARKLINE (att_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (AttSparkline, att_sparkline, ATT, SPARKLINE, GtkWidget)

GtkWidget *att_sparkline_new      (void);
void       att_sparkline_set_days (AttSparkline *self, const guint *days, guint n);   /* copied; n up to 64 */

G_END_DECLS
