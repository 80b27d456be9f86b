/* find-bar.h: words found in the story that is open.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enter goes to the next place, Shift+Enter to the one before, Escape closes. Signal "found" (int start, int end): letters of
 * the buffer, to be scrolled to. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_FIND_BAR (att_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (AttFindBar, att_find_bar, ATT, FIND_BAR, GtkBox)

void att_find_bar_open  (AttFindBar *self, GtkTextView *view);   /* which gets the keyboard back when it closes */
void att_find_bar_again (AttFindBar *self);   /* the text was set anew: what was found is shown in it, and the reader stays where they are */
void att_find_bar_close (AttFindBar *self);

G_END_DECLS
