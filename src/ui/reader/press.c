/* press.c: a press in a long text does not move it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/press.h"

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, GtkViewport *viewport)
{
  gtk_viewport_set_scroll_to_focus (viewport, FALSE);
}

/* For the keyboard, whatever became of the press. */
static void
ended_cb (GtkGesture *gesture, GdkEventSequence *sequence, GtkViewport *viewport)
{
  gtk_viewport_set_scroll_to_focus (viewport, TRUE);
}

void
att_press_keep (GtkWidget *text, GtkScrolledWindow *scroller)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (scroller);
  if (!GTK_IS_VIEWPORT (viewport))
    return;
  GtkGesture *press = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), viewport, 0);
  g_signal_connect_object (press, "end", G_CALLBACK (ended_cb), viewport, 0);
  gtk_widget_add_controller (text, GTK_EVENT_CONTROLLER (press));
}
