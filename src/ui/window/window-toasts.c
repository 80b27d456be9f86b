/* window-toasts.c: what the window says in passing, and what of it can be undone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include <glib/gi18n.h>

/* In the place of what was said last and is no news any more: a toast that waits for another tells of something long past. */
static AdwToast *
new_toast (AttWindow *self, const char *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);   /* a toast reads markup */
  AdwToast *toast = adw_toast_new (markup);
  if (self->said)
    adw_toast_dismiss (self->said);
  return toast;
}

/* What a deed's toast offers stays until its time is over; this one comes then. */
void
att_window_say (AttWindow *self, const char *words, const char *button, const char *action)
{
  AdwToast *toast = new_toast (self, words);
  if (button) {
    adw_toast_set_button_label (toast, button);
    adw_toast_set_action_name (toast, action);
  }
  g_set_weak_pointer (&self->said, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
att_window_did (AttWindow *self, const char *words, AttUndoFunc undo, gpointer data, GDestroyNotify free_data)
{
  guint number = att_history_push (att_dossier_get_history (self->dossier), undo, data, free_data);
  if (words)
    att_window_offer_undo (self, words, number);
}

void
att_window_offer_undo (AttWindow *self, const char *words, guint number)
{
  AdwToast *toast = new_toast (self, words);
  if (self->deed)
    adw_toast_dismiss (self->deed);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo-deed");
  adw_toast_set_action_target_value (toast, g_variant_new_uint32 (number));
  g_set_weak_pointer (&self->deed, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
