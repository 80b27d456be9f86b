/* stories.h: a store of so many stories, and waiting for what is said of them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "listing/dossier.h"

typedef struct { char *folder; AttStore *store; } Stories;

void stories_set_up    (Stories *f, gconstpointer data);
void stories_tear_down (Stories *f, gconstpointer data);

/* Those with the numbers from and below to, of one feed: each has the theme its number says, "odd" or "even", and somebody of its own in it, "Émile 7". */
void stories_add       (Stories *f, guint from, guint to);
AttDossier *stories_dossier (Stories *f, guint n);               /* a window's state over so many, all of them counted */

void stories_wait      (gboolean (*holds) (gpointer), gpointer data);
void stories_wait_for_end (gpointer object);                      /* lets go of it: it ends when the answers under way have come */
gboolean stories_are_covered  (gpointer dossier);
