/* application.h: the desktop program.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Owns the desk, with a window or without: it may keep watch in the background, and answers on the session bus (bus.h,
 * search-provider.h), which starts it. A second start brings the running window forward; lists, feeds and addresses given to it
 * are taken by that window. A store that cannot be opened gets a window that says why, and is left untouched. Main thread only.
 */
#pragma once

#include "desk/desk.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

#define ATT_TYPE_APPLICATION (att_application_get_type ())
G_DECLARE_FINAL_TYPE (AttApplication, att_application, ATT, APPLICATION, AdwApplication)

AttApplication *att_application_new (void);

/* Opens it if need be. Not owned by the caller. */
AttDesk   *att_application_get_desk (AttApplication *self, GError **error);

/* Its window, brought forward; NULL: the desk cannot be opened, and a window says why. */
AttWindow *att_application_present  (AttApplication *self);

G_END_DECLS
