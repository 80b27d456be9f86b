/* search-help.h: the popover that teaches how to search, with examples out of the person's own archive.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filled when it opens; an example that is clicked is asked at once. Main thread.
 */
#pragma once

#include "listing/dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* dossier: where the window's own is kept, which may be later. */
GtkWidget *att_search_help_new (AttDossier **dossier);

G_END_DECLS
