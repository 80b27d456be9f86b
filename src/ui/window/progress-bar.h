/* progress-bar.h: a round under way, and what went wrong in the last one; a long copy likewise.
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

/* Something long that cannot say how far it is, told once it has taken 200 ms and nothing else is; NULL: it is over. */
void att_progress_bar_set_work  (AttProgressBar *self, const char *words);

G_END_DECLS
