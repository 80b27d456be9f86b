/* background.h: the program without a window: whether it stays, and whether it starts with the session.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Settings "background" and "autostart". In a sandbox the Background portal is asked (XDG desktop portal 1.14), and what it refuses
 * is no longer set; elsewhere a file in the autostart folder says it (Desktop Application Autostart Specification 0.5). Main thread only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* As the settings have it now, and whenever they change until the application shuts down. */
void att_background_follow (GApplication *application, GSettings *settings);

G_END_DECLS
