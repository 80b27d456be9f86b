/* place.h: where somebody is in a text: the caret, and the words that are selected. Main thread only.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  int   caret, bound;   /* letters */
  char *words;          /* between them */
} AttPlace;

AttPlace att_place_of     (GtkTextBuffer *buffer);
void     att_place_return (GtkTextBuffer *buffer, AttPlace *place);   /* selects the same words, if they are still there; clears place */

G_END_DECLS
