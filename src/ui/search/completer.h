/* completer.h: what a search may go on with, offered while it is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A popover under an entry: topics, actors and sources of the desk, and the fields there are. Down and Up choose, Enter or Tab
 * takes, Escape puts it away. It lives as long as the entry. Main thread.
 */
#pragma once

#include "listing/dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_COMPLETER (att_completer_get_type ())
G_DECLARE_FINAL_TYPE (AttCompleter, att_completer, ATT, COMPLETER, GObject)

AttCompleter *att_completer_new         (GtkEditable *entry);
void          att_completer_set_dossier (AttCompleter *self, AttDossier *dossier);
void          att_completer_close       (AttCompleter *self);

G_END_DECLS
