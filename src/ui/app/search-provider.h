/* search-provider.h: the archive in the search of GNOME Shell.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * org.gnome.Shell.SearchProvider2 at /org/attache/Attache/SearchProvider. The words are looked for in titles and texts, the newest
 * stories come first. A search that was not answered when the next one comes is given up. Main thread only.
 */
#pragma once

#include "ui/app/application.h"

G_BEGIN_DECLS

/* Both are called as GApplication's vfuncs of the same names are. */
gboolean att_search_provider_register   (AttApplication *application, GDBusConnection *connection, const char *path, GError **error);
void     att_search_provider_unregister (GDBusConnection *connection);

G_END_DECLS
