/* visible-date.h: the date a page shows beside its headline.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For pages that tell machines nothing: a day written in figures, or with a month's name in one of a dozen languages. Pure.
 */
#pragma once

#include "page/layout.h"

G_BEGIN_DECLS

/* The first day written in a text. month_first: 2/3/2020 is in February. FALSE: there is none. */
gboolean att_visible_date_in  (const char *text, gsize length, gboolean month_first, char day[11]);   /* day: "2020-02-03" */

guint    att_visible_month    (const char *word, gsize length);   /* 1 to 12, of a month's name; 0: it is none */

/* The day that stands nearest to the headline or where the article begins. NULL: none. Owned by the caller. */
char    *att_visible_date_of (const AttLayout *layout, const guint8 *chosen, gboolean month_first);

G_END_DECLS
