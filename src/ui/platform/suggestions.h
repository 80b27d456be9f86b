/* suggestions.h: under an entry, what is known already and begins with what is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list that is there while something in it fits. What is chosen, by a click or with Down and Enter, is put into the entry, which has
 * the keyboard again. Main thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* words: copied, in the order they are shown. The entry is to outlive it, as its neighbour does. */
GtkWidget *att_suggestions_new (GtkEditable *entry, const char *const *words);

G_END_DECLS
