/* page-round.h: whole articles, fetched from their pages behind the rounds of feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After each round of its desk, the pages that are due (see store/pages.h): one at a time, a pause between two of one
 * host, robots.txt asked first (site-rules.h); a host that wants to be left alone for a while is. Only the page is asked for, nothing it refers to. A page is read
 * and analysed on a thread of the pool and written in one transaction; one that fails is tried again later, quietly.
 * Main thread only.
 *
 * Signal "progress": how far it is, see get_progress.
 */
#pragma once

#include "desk/desk.h"

G_BEGIN_DECLS

#define ATT_TYPE_PAGE_ROUND (att_page_round_get_type ())
G_DECLARE_FINAL_TYPE (AttPageRound, att_page_round, ATT, PAGE_ROUND, GObject)

AttPageRound *att_page_round_new (AttDesk *desk);

void     att_page_round_set_pause    (AttPageRound *self, guint milliseconds);   /* between two requests to a host; 1500 unless told */
void     att_page_round_start        (AttPageRound *self);                       /* now, without waiting for a round */
void     att_page_round_open         (AttPageRound *self, gint64 article);       /* somebody opened it: its page goes first, if its feed allows */
gboolean att_page_round_is_busy      (AttPageRound *self);
void     att_page_round_get_progress (AttPageRound *self, guint *n_done, guint *n_all);
void     att_page_round_stop         (AttPageRound *self);                       /* for good; before the desk is closed */

/* Whether the pages of a feed's articles are fetched; mode: AttPagesMode of store/pages.h. */
void     att_desk_set_pages          (AttDesk *desk, gint64 feed, int mode);

G_END_DECLS
