/* shelving.c: how a person orders the desk: folders, labels, notes, what they know of a feed, and feeds that leave.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/shelving.h"

#include "base/date.h"
#include "desk/logins.h"
#include "store/labels.h"
#include "store/notes.h"
#include "store/shelves.h"

typedef enum { MOVE, SHELVE, UNSHELVE, RENAME, DESCRIBE, LEAVE, RETURN, LABEL, UNLABEL, NOTE, UNNOTE, RESTORE } Deed;

typedef struct {
  AttDesk *desk;
  Deed deed;
  gint64 id;              /* a feed, or an article */
  char *name, *other;     /* a folder or a label; what it is called then, or where the feed goes */
  AttOrder *order;        /* how it was before, or is to be again */
  AttOrderedFunc ordered;
  AttFeed *was, *feed;
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
  g_clear_pointer (&wish->was, att_feed_unref);
  g_clear_pointer (&wish->feed, att_feed_unref);
  g_clear_pointer (&wish->note, att_note_free);
  g_clear_pointer (&wish->order, att_order_unref);
  g_free (wish);
}

/* A filter may speak of a folder, or of a feed by its name. */
static gint64
put_in_order (AttDatabase *db, Wish *wish, AttChange *change, GError **error)
{
  change->feeds = change->found = TRUE;
  if (wish->deed == RESTORE)
    return att_order_restore (db, wish->order, error);
  wish->order = wish->deed == RENAME ? att_order_of_folder (db, wish->name, wish->other, error) : att_order_of_feed (db, wish->id, error);
  if (wish->order == NULL)
    return FALSE;
  switch (wish->deed) {
    case MOVE:   return att_shelves_move (db, wish->id, wish->name, wish->other, error);
    case SHELVE: return att_shelves_add (db, wish->id, wish->name, error);
    case RENAME: return att_shelves_rename (db, wish->name, wish->other, error);
    default:     return att_shelves_drop (db, wish->id, wish->name, error);
  }
}

/* What was not changed in it is as it is by now: it may have moved since it was shown. */
static void
keep_rest (AttFeed *wanted, const AttFeed *was, const AttFeed *now)
{
  char **mine[] = { &wanted->title, &wanted->url, &wanted->language, &wanted->country, &wanted->kind, &wanted->owner };
  const char *const shown[] = { was->title, was->url, was->language, was->country, was->kind, was->owner };
  const char *const there[] = { now->title, now->url, now->language, now->country, now->kind, now->owner };
  for (guint i = 0; i < G_N_ELEMENTS (mine); i++)
    if (g_strcmp0 (*mine[i], shown[i]) == 0) {
      g_free (*mine[i]);
      *mine[i] = g_strdup (there[i]);
    }
  wanted->every = wanted->every == was->every ? now->every : wanted->every;
  wanted->pages = wanted->pages == was->pages ? now->pages : wanted->pages;
}

/* What monitors ask of it by its name is noted before it has another. */
static gboolean
describe (AttDatabase *db, Wish *wish, GError **error)
{
  g_autoptr (AttFeed) before = att_feeds_get (db, wish->id, NULL);
  if (before && wish->was)
    keep_rest (wish->feed, wish->was, before);
  wish->order = before ? att_order_of_title (db, att_feed_label (before), att_feed_label (wish->feed), error) : NULL;
  return (before == NULL || wish->order) && att_feeds_describe (db, wish->feed, error);
}

static gint64
do_with_feed (AttDatabase *db, Wish *wish, AttChange *change, GError **error)
{
  change->feeds = change->found = TRUE;
  switch (wish->deed) {
    case DESCRIBE: return describe (db, wish, error);
    case LEAVE:    return att_shelves_leave (db, wish->id, att_date_now (), change, error);
    default:       return att_shelves_return (db, wish->id, change, error);
  }
}

static gint64
do_with_article (AttDatabase *db, const Wish *wish, AttChange *change, GError **error)
{
  switch (wish->deed) {
    case NOTE:   return att_notes_write (db, wish->note, att_date_now (), change, error);
    case UNNOTE: return att_notes_remove (db, wish->note, change, error);
    default:     return att_labels_set (db, wish->id, wish->name, wish->deed == LABEL, change, error);
  }
}

static gpointer
fulfil (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  Wish *wish = data;
  gboolean order = wish->deed <= RENAME || wish->deed == RESTORE, feed = !order && wish->deed <= RETURN;
  gint64 done = order ? put_in_order (db, wish, change, error) : feed ? do_with_feed (db, wish, change, error) : do_with_article (db, wish, change, error);
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
  if (wish->ordered)
    wish->ordered (done && *done ? wish->order : NULL, wish->data);
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
att_desk_move_feed (AttDesk *self, gint64 feed, const char *from, const char *folder, AttOrderedFunc ordered, gpointer data)
{
  tell (self, (Wish) { .deed = MOVE, .id = feed, .name = g_strdup (from), .other = g_strdup (folder), .ordered = ordered, .data = data });
}

void
att_desk_shelve_feed (AttDesk *self, gint64 feed, const char *folder, gboolean on, AttOrderedFunc ordered, gpointer data)
{
  tell (self, (Wish) { .deed = on ? SHELVE : UNSHELVE, .id = feed, .name = g_strdup (folder), .ordered = ordered, .data = data });
}

void
att_desk_rename_folder (AttDesk *self, const char *folder, const char *name, AttOrderedFunc ordered, gpointer data)
{
  tell (self, (Wish) { .deed = RENAME, .name = g_strdup (folder), .other = g_strdup (name), .ordered = ordered, .data = data });
}

void
att_desk_restore_order (AttDesk *self, AttOrder *before)
{
  tell (self, (Wish) { .deed = RESTORE, .order = att_order_ref (before) });
}

void
att_desk_describe_feed (AttDesk *self, const AttFeed *was, AttFeed *feed, AttOrderedFunc ordered, gpointer data)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  g_ptr_array_add (one, att_feed_copy (feed));
  att_logins_take (self, one);
  tell (self, (Wish) { .deed = DESCRIBE, .id = feed->id, .was = was ? att_feed_copy (was) : NULL, .feed = att_feed_ref (one->pdata[0]), .ordered = ordered, .data = data });
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
