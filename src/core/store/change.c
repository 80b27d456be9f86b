/* change.c: what a write did to the desk.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/change.h"

AttChange *
att_change_new (void)
{
  AttChange *self = g_atomic_rc_box_new0 (AttChange);
  self->added = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

AttChange *
att_change_ref (AttChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
change_clear (gpointer data)
{
  AttChange *self = data;
  g_array_unref (self->added);
  g_array_unref (self->touched);
}

void
att_change_unref (AttChange *self)
{
  g_atomic_rc_box_release_full (self, change_clear);
}
