/* told.c: a wish that was told to the store, and nobody waits for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/told.h"

void
att_desk_told_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttDesk) self = data;
  g_autoptr (GError) error = NULL;
  att_store_finish (ATT_STORE (store), result, &error);
  if (error)
    att_desk_fail (self, error);
}
