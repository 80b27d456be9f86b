/* flags.c: articles marked read and starred, as deeds that can be undone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/flags.h"

/* Shared by the history and the question under way; what was is known once the store has answered. */
typedef struct {
  AttStore *store;
  AttHistory *history;
  GArray *was;             /* of AttWas */
  guint number;            /* of the deed */
  gboolean undone;
  AttFlagsFailed failed;
  GWeakRef owner;
} Marked;

/* Kept alive while the store works: whoever asked, and the deed itself. */
typedef struct { Marked *marked; GObject *owner; } Work;

static void
marked_clear (gpointer data)
{
  Marked *self = data;
  g_object_unref (self->store);
  g_clear_pointer (&self->was, g_array_unref);
  g_weak_ref_clear (&self->owner);
}

static void
marked_unref (gpointer data)
{
  g_rc_box_release_full (data, marked_clear);
}

static Work *
begin (Marked *marked)
{
  Work *work = g_new (Work, 1);
  *work = (Work) { g_rc_box_acquire (marked), g_weak_ref_get (&marked->owner) };
  return work;
}

static void
end (Work *work, const GError *error)
{
  if (error && work->owner)
    work->marked->failed (error->message, work->owner);
  g_clear_object (&work->owner);
  marked_unref (work->marked);
  g_free (work);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  end (data, error);
}

static void
restore (gpointer data)
{
  Marked *self = data;
  self->undone = TRUE;
  if (self->was)
    att_store_restore_async (self->store, self->was, restored_cb, begin (self));
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = data;
  Marked *self = work->marked;
  g_autoptr (GError) error = NULL;
  self->was = att_store_finish (ATT_STORE (source), result, &error);
  if (self->was == NULL || self->was->len == 0)
    att_history_forget (self->history, self->number);
  else if (self->undone)
    restore (self);
  g_object_unref (self->history);
  end (work, error);
}

guint
att_flags_mark (AttStore *store, AttHistory *history, const GArray *ids, const AttFilter *filter, gint64 before, guint set, guint clear, AttFlagsFailed failed, GObject *owner)
{
  Marked *self = g_rc_box_new0 (Marked);
  self->store = g_object_ref (store);
  self->history = g_object_ref (history);   /* given back in marked_cb: it owns this */
  self->failed = failed;
  g_weak_ref_init (&self->owner, owner);
  Work *work = begin (self);
  self->number = att_history_push (history, restore, self, marked_unref);
  att_store_mark_async (store, ids, filter, before, set, clear, marked_cb, work);
  return self->number;
}
