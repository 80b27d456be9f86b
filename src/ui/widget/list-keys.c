/* list-keys.c: a long list as one stop of the keyboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/list-keys.h"

/* The window looks for the next stop where the list does not offer its rows. */
static gboolean
leave_cb (GtkWidget *list, GVariant *direction, gpointer data)
{
  gtk_widget_set_can_focus (list, FALSE);
  gboolean left = gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), g_variant_get_int32 (direction));
  gtk_widget_set_can_focus (list, TRUE);
  return left;
}

static void
add_key (GtkShortcutController *keys, guint key, GdkModifierType modifiers, GtkDirectionType direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (leave_cb, NULL, NULL));
  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (direction));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

void
att_list_keys_add (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  GtkEventController *keys = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
