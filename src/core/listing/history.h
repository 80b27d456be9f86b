/* history.h: what was done in a window, to be undone, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One for a window. Whoever changes something pushes how it is taken back. "can-undo" is notified. Main thread only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ATT_TYPE_HISTORY (att_history_get_type ())
G_DECLARE_FINAL_TYPE (AttHistory, att_history, ATT, HISTORY, GObject)

typedef void (*AttUndoFunc) (gpointer data);

AttHistory *att_history_new      (void);

/* Returns the deed's number, never 0. Takes data; what lies more than a hundred deeds back is forgotten. */
guint       att_history_push     (AttHistory *self, AttUndoFunc undo, gpointer data, GDestroyNotify free_data);

/* number 0: the last one. FALSE: there is none, or it was undone before. */
gboolean    att_history_undo     (AttHistory *self, guint number);
void        att_history_forget   (AttHistory *self, guint number);   /* it came to nothing */
gboolean    att_history_can_undo (AttHistory *self);

G_END_DECLS
