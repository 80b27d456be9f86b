/* actor-page.h: what one actor has said, in order: the position ledger, over all topics or on one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outlet and day stand beside each statement; silences and the first statement are marked. Main thread.
 */
#pragma once

#include "desk/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_ACTOR_PAGE (att_actor_page_get_type ())
G_DECLARE_FINAL_TYPE (AttActorPage, att_actor_page, ATT, ACTOR_PAGE, GtkBox)

/* offices: a line each. theme: the topic to begin with, or NULL; themes: of AttCount, to choose from. */
void att_actor_page_open (AttActorPage *self, AttStore *store, AttTopicKind kind, const char *name, const char *label, const char *offices, const AttCoverage *coverage, const char *theme);

G_END_DECLS
