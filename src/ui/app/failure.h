/* failure.h: the window that is shown when the desk cannot be opened, and what can be done.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is touched unless the person asks for a rescue. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* profile: the folder of the desk. */
void att_failure_present (GtkApplication *application, const char *profile, const GError *error);

G_END_DECLS
