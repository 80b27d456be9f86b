/* source.h: one row of the side bar: all articles, a monitor, a folder, a feed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lasts as long as it is listed; "unread" is notified when its count, title or trouble changed. Main thread only.
 */
#pragma once

#include "filter/filter.h"
#include "press/feed.h"
#include "press/monitor.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum { ATT_SOURCE_ALL, ATT_SOURCE_UNREAD, ATT_SOURCE_STARRED, ATT_SOURCE_MONITOR, ATT_SOURCE_FOLDER, ATT_SOURCE_FEED } AttSourceKind;

#define ATT_TYPE_SOURCE (att_source_get_type ())
G_DECLARE_FINAL_TYPE (AttSource, att_source, ATT, SOURCE, GObject)

AttSource     *att_source_new         (AttSourceKind kind, const char *name, guint depth);
void           att_source_update      (AttSource *self, AttFeed *feed, guint unread);   /* feed NULL but for feeds */
void           att_source_set_shared  (AttSource *self, gboolean shared);               /* a feed whose title is another's, too: its place is told by its address */

void           att_source_watch       (AttSource *self, AttMonitor *monitor);            /* for monitors, in place of update */

AttSourceKind  att_source_get_kind    (AttSource *self);
const char    *att_source_get_name    (AttSource *self);    /* a folder's path; of a feed, that of the folder it stands in here; else NULL */
const char    *att_source_get_label   (AttSource *self);    /* as shown; NULL for the fixed ones, which the window names */
guint          att_source_get_depth   (AttSource *self);
guint          att_source_get_unread  (AttSource *self);
const AttFeed *att_source_get_feed    (AttSource *self);
AttMonitor    *att_source_get_monitor (AttSource *self);    /* NULL but for monitors */
gboolean       att_source_in_trouble  (AttSource *self);

/* Whether a folder's path is that of another, or leads into it. */
gboolean       att_source_is_inside   (const char *path, const char *folder);

/* The filter with this source as its place; of a monitor its own, whole. */
AttFilter     *att_source_narrow      (AttSource *self, const AttFilter *filter);
gboolean       att_source_is_place_of (AttSource *self, const AttFilter *filter);

G_END_DECLS
