/* shelving.c: how a person orders the desk: folders, labels, notes, what they know of a feed, and feeds that leave.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/shelving.h"

#include "base/date.h"
#include "desk/logins.h"
#include "store/labels.h"
#include "store/notes.h"
#include "store/shelves.h"

typedef enum { MOVE, SHELVE, UNSHELVE, RENAME, DESCRIBE, LEAVE, RETURN, LABEL, UNLABEL, NOTE, UNNOTE } Deed;

typedef struct {
  AttDesk *desk;
  Deed deed;
  gint64 id;              /* a feed, or an article */
  char *name, *other;     /* a folder or a label; what it is called then */
  AttFeed *feed;
  AttNote *note;
  AttNotedFunc noted;
  gpointer data;
} Wish;

static void
wish_free (Wish *wish)
{
  att_desk_hold (wish->desk, FALSE);
  g_object_unref (wish->desk);
  g_free (wish->name);
  g_free (wish->other);
  g_clear_pointer (&wish->feed, att_feed_unref);
  g_clear_pointer (&wish->note, att_note_free);
  g_free (wish);
}

static gint64
do_with_feed (AttDatabase *db, const Wish *wish, AttChange *change, GError **error)
{
  change->feeds = TRUE;
  g_array_append_val (change->touched, wish->id);   /* a filter may speak of its folder */
  switch (wish->deed) {
    case MOVE:     return att_shelves_move (db, wish->id, wish->name, error);
    case SHELVE:   return att_shelves_add (db, wish->id, wish->name, error);
    case UNSHELVE: return att_shelves_drop (db, wish->id, wish->name, error);
    case RENAME:   return att_shelves_rename (db, wish->name, wish->other, error);
    case DESCRIBE: return att_feeds_describe (db, wish->feed, error);
    case LEAVE:    return att_shelves_leave (db, wish->id, att_date_now (), change, error);
    default:       return att_shelves_return (db, wish->id, change, error);
  }
}

static gpointer
fulfil (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Wish *wish = data;
  gint64 done = wish->deed == LABEL || wish->deed == UNLABEL ? att_labels_set (db, wish->id, wish->name, wish->deed == LABEL, change, error)
                : wish->deed == NOTE                         ? att_notes_write (db, wish->note, att_date_now (), change, error)
                : wish->deed == UNNOTE                       ? att_notes_remove (db, wish->note, change, error)
                                                             : do_with_feed (db, wish, change, error);
  return g_memdup2 (&done, sizeof done);
}

static void
fulfilled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wish *wish = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *done = att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    att_desk_fail (wish->desk, error);
  if (wish->noted)
    wish->noted (done ? *done : 0, wish->data);
  wish_free (wish);
}

static void
tell (AttDesk *self, Wish fields)
{
  Wish *wish = g_memdup2 (&fields, sizeof fields);
  wish->desk = g_object_ref (self);
  att_desk_hold (self, TRUE);
  att_store_tell_async (att_desk_get_store (self), fulfil, wish, NULL, g_free, fulfilled_cb, wish);
}

void
att_desk_move_feed (AttDesk *self, gint64 feed, const char *folder)
{
  tell (self, (Wish) { .deed = MOVE, .id = feed, .name = g_strdup (folder) });
}

void
att_desk_shelve_feed (AttDesk *self, gint64 feed, const char *folder, gboolean on)
{
  tell (self, (Wish) { .deed = on ? SHELVE : UNSHELVE, .id = feed, .name = g_strdup (folder) });
}

void
att_desk_rename_folder (AttDesk *self, const char *folder, const char *name)
{
  tell (self, (Wish) { .deed = RENAME, .name = g_strdup (folder), .other = g_strdup (name) });
}

void
att_desk_describe_feed (AttDesk *self, AttFeed *feed)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  g_ptr_array_add (one, att_feed_copy (feed));
  att_logins_take (self, one);
  tell (self, (Wish) { .deed = DESCRIBE, .id = feed->id, .feed = att_feed_ref (one->pdata[0]) });
}

void
att_desk_leave_feed (AttDesk *self, gint64 feed)
{
  tell (self, (Wish) { .deed = LEAVE, .id = feed });
}

void
att_desk_return_feed (AttDesk *self, gint64 feed)
{
  tell (self, (Wish) { .deed = RETURN, .id = feed });
}

void
att_desk_label (AttDesk *self, gint64 article, const char *label, gboolean on)
{
  tell (self, (Wish) { .deed = on ? LABEL : UNLABEL, .id = article, .name = g_strdup (label) });
}

void
att_desk_write_note (AttDesk *self, const AttNote *note, AttNotedFunc noted, gpointer data)
{
  tell (self, (Wish) { .deed = NOTE, .note = att_note_copy (note), .noted = noted, .data = data });
}

void
att_desk_remove_note (AttDesk *self, const AttNote *note)
{
  tell (self, (Wish) { .deed = UNNOTE, .note = att_note_copy (note) });
}
