/* window.h: one window: sources, stories, reader and topics over one dossier.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four columns side by side where there is room; below 900 pixels the reader takes the list's place, below 600 one
 * column at a time, with back; from 1,600 titles have two lines. The columns that are shown, their widths and the filter are remembered.
 */
#pragma once

#include "desk/page-round.h"
#include "listing/dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ATT_TYPE_WINDOW (att_window_get_type ())
G_DECLARE_FINAL_TYPE (AttWindow, att_window, ATT, WINDOW, AdwApplicationWindow)

GtkWidget  *att_window_new         (GtkApplication *application, AttDesk *desk, GSettings *settings);
AttDesk    *att_window_get_desk    (AttWindow *self);
AttDossier *att_window_get_dossier (AttWindow *self);
void        att_window_say         (AttWindow *self, const char *words, const char *button, const char *action);   /* a toast; button and action may be NULL */
void        att_window_add_feed    (AttWindow *self, const char *address);   /* opens the finder; address may be NULL */
void        att_window_set_pages   (AttWindow *self, AttPageRound *pages);   /* told of stories that are opened; its progress is shown */
void        att_window_open_monitor (AttWindow *self, gint64 monitor);       /* shows what it selects */
void        att_window_show_stories (AttWindow *self, AttFilter *filter);     /* what it selects, whatever was shown before */
void        att_window_take        (AttWindow *self, GFile *file);           /* from the file manager or the command line: a list is imported, a feed or a page looked up */
void        att_window_import      (AttWindow *self, GFile *file);           /* an OPML file */

G_END_DECLS
