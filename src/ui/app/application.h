/* application.h: the desktop program.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Owns the desk. A second start brings the running window forward; OPML files and feed: addresses given to it are
 * taken by that window. A store that cannot be opened gets a window that says why, and is left untouched.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATT_TYPE_APPLICATION (att_application_get_type ())
G_DECLARE_FINAL_TYPE (AttApplication, att_application, ATT, APPLICATION, AdwApplication)

AttApplication *att_application_new (void);

G_END_DECLS
