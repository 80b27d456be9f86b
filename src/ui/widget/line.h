/* line.h: one line of words, or a few, as wide as there is room and shortened at the end.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What GtkLabel does for a row of a long list, without the words being laid out to know how much room they want: a list view keeps two hundred
 * rows and shows ten, and words that are not seen are never shaped. As high as so many lines of its font, whatever the words. It is no accessible of its own:
 * the row says its words. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_LINE (att_line_get_type ())
G_DECLARE_FINAL_TYPE (AttLine, att_line, ATT, LINE, GtkWidget)

void        att_line_set_text (AttLine *self, const char *text);
const char *att_line_get_text (AttLine *self);   /* never NULL */
void        att_line_set_lines (AttLine *self, guint lines);   /* 1 unless told */

G_END_DECLS
