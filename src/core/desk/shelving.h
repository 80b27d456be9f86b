/* shelving.h: how a person orders the desk: folders, labels, notes, what they know of a feed, and feeds that leave.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Told and not waited for: lists follow the store's signal "changed", failures are told by the desk's signal "failed". Each can
 * be taken back by its opposite. Main thread.
 */
#pragma once

#include "desk/desk.h"
#include "press/note.h"
#include "store/order.h"

G_BEGIN_DECLS

/* before: how it was, for att_desk_restore_order, which the caller may keep a reference of; NULL: it failed, and was told. */
typedef void (*AttOrderedFunc) (AttOrder *before, gpointer data);

void att_desk_move_feed     (AttDesk *self, gint64 feed, const char *from, const char *folder, AttOrderedFunc ordered, gpointer data);    /* see att_shelves_move */
void att_desk_shelve_feed   (AttDesk *self, gint64 feed, const char *folder, gboolean on, AttOrderedFunc ordered, gpointer data);          /* in this folder as well, or no longer */
void att_desk_rename_folder (AttDesk *self, const char *folder, const char *name, AttOrderedFunc ordered, gpointer data);
void att_desk_restore_order (AttDesk *self, AttOrder *before);

/* See att_feeds_describe. was: as it was shown, so that what was not changed in it stays as it is by now; NULL: all of feed is meant. ordered may be NULL. */
void att_desk_describe_feed (AttDesk *self, const AttFeed *was, AttFeed *feed, AttOrderedFunc ordered, gpointer data);

/* Unsubscribed; forgotten for good by a later tidying, a day after. */
void att_desk_leave_feed    (AttDesk *self, gint64 feed);
void att_desk_return_feed   (AttDesk *self, gint64 feed);

void att_desk_label         (AttDesk *self, gint64 article, const char *label, gboolean on);

typedef void (*AttNotedFunc) (gint64 note, gpointer data);   /* its number; 0: it failed, and was told */
void att_desk_write_note    (AttDesk *self, const AttNote *note, AttNotedFunc noted, gpointer data);   /* noted may be NULL */
void att_desk_remove_note   (AttDesk *self, const AttNote *note);

G_END_DECLS
