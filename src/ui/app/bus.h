/* bus.h: what other programs may ask of Attaché over the session bus.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Interface org.attache.Attache at /org/attache/Attache: AddFeed opens the finder on an address, which asks before it subscribes;
 * Refresh fetches what is due; Search answers a filter (the text the search bar takes) with the newest stories, at most as many
 * as were asked for; Present shows the window, with a filter unless that is "". D-Bus specification 0.41. Main thread only.
 */
#pragma once

#include "ui/app/application.h"

G_BEGIN_DECLS

/* Both are called as GApplication's vfuncs of the same names are. */
gboolean att_bus_register   (AttApplication *application, GDBusConnection *connection, const char *path, GError **error);
void     att_bus_unregister (GDBusConnection *connection);

G_END_DECLS
