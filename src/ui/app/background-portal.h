/* background-portal.h: leave to run in the background, and to start with the session, from inside a sandbox.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * org.freedesktop.portal.Background and .Request of the XDG desktop portal 1.14. Main thread only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the person, or the system, allows. */
typedef void (*AttBackgroundFunc) (gpointer data, gboolean stays, gboolean starts);

/* Asks to be left running, and to be started with the session or no longer. func is called once, later, unless there is no portal:
 * then a warning is told and all stays as it is. data is freed in either case. */
void att_background_portal_ask (GDBusConnection *bus, gboolean starts, AttBackgroundFunc func, gpointer data, GDestroyNotify free_data);

G_END_DECLS
