/* progress-bar.h: a round under way, and what went wrong in the last one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thin line with "12 of 40 feeds" and a cancel; the errors of a round are collected behind one button at its end.
 */
#pragma once

#include "desk/page-round.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_PROGRESS_BAR (att_progress_bar_get_type ())
G_DECLARE_FINAL_TYPE (AttProgressBar, att_progress_bar, ATT, PROGRESS_BAR, GtkBox)

void att_progress_bar_set_desk  (AttProgressBar *self, AttDesk *desk);
void att_progress_bar_set_pages (AttProgressBar *self, AttPageRound *pages);

G_END_DECLS
