/* place.c: where somebody is in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/place.h"

#include <string.h>

AttPlace
att_place_of (GtkTextBuffer *buffer)
{
  GtkTextIter caret, bound;
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, gtk_text_buffer_get_selection_bound (buffer));
  return (AttPlace) { gtk_text_iter_get_offset (&caret), gtk_text_iter_get_offset (&bound), gtk_text_buffer_get_slice (buffer, &caret, &bound, TRUE) };
}

void
att_place_return (GtkTextBuffer *buffer, AttPlace *place)
{
  GtkTextIter caret, bound;
  gtk_text_buffer_get_iter_at_offset (buffer, &caret, place->caret);
  gtk_text_buffer_get_iter_at_offset (buffer, &bound, place->bound);
  g_autofree char *words = gtk_text_buffer_get_slice (buffer, &caret, &bound, TRUE);
  gtk_text_buffer_select_range (buffer, &caret, strcmp (words, place->words) == 0 ? &bound : &caret);
  g_clear_pointer (&place->words, g_free);
}
