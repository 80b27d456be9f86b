/* told.h: a wish that was told to the store, and nobody waits for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk/desk.h"

G_BEGIN_DECLS

/* For att_store_tell_async: where it could not be done, the desk says so. self: a reference of the desk, given back. */
void att_desk_told_cb (GObject *store, GAsyncResult *result, gpointer self);

G_END_DECLS
