/* trend-view.h: the page of trends: coverage over weeks, what is out of the ordinary, new and rising.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It shows what the dossier's filter selects, whatever its dates; days picked out in the chart become its dates. Read anew
 * when it is mapped, when the filter changes, or when something came. Main thread.
 */
#pragma once

#include "listing/dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_TREND_VIEW (att_trend_view_get_type ())
G_DECLARE_FINAL_TYPE (AttTrendView, att_trend_view, ATT, TREND_VIEW, GtkBox)

G_END_DECLS
