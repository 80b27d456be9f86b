/* monitoring.c: monitors kept, changed and put back, and what they say after a round.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/monitoring.h"

#include "base/date.h"
#include "desk/told.h"
#include "watch/alert.h"

typedef struct { AttMonitor *monitor; gint64 remove, move; int by; } Wish;

static void
wish_free (gpointer data)
{
  g_clear_pointer (&((Wish *) data)->monitor, att_monitor_unref);
  g_free (data);
}

static gpointer
fulfil (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Wish *wish = data;
  if (wish->monitor)
    change->feeds = att_monitors_write (db, wish->monitor, error) != 0;
  else
    change->feeds = wish->remove ? att_monitors_remove (db, wish->remove, error) : att_monitors_move (db, wish->move, wish->by, error);
  return NULL;
}

static void
tell (AttDesk *desk, Wish wish)
{
  att_store_tell_async (att_desk_get_store (desk), fulfil, g_memdup2 (&wish, sizeof wish), wish_free, NULL, att_desk_told_cb, g_object_ref (desk));
}

void
att_desk_write_monitor (AttDesk *desk, AttMonitor *monitor)
{
  tell (desk, (Wish) { .monitor = att_monitor_ref (monitor) });
}

typedef struct { AttDesk *desk; AttAddedFunc func; gpointer data; } Added;

static gpointer
add (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  gint64 id = att_monitors_write (db, data, error);
  change->feeds = id != 0;
  return g_memdup2 (&id, sizeof id);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Added *added = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    att_desk_fail (added->desk, error);
  added->func (id ? *id : 0, added->data);
  g_object_unref (added->desk);
}

void
att_desk_add_monitor (AttDesk *desk, AttMonitor *monitor, AttAddedFunc func, gpointer data)
{
  Added *added = g_new (Added, 1);
  *added = (Added) { g_object_ref (desk), func, data };
  att_store_tell_async (att_desk_get_store (desk), add, att_monitor_ref (monitor), (GDestroyNotify) att_monitor_unref, g_free, added_cb, added);
}

void
att_desk_remove_monitor (AttDesk *desk, gint64 id)
{
  tell (desk, (Wish) { .remove = id });
}

void
att_desk_move_monitor (AttDesk *desk, gint64 id, int by)
{
  tell (desk, (Wish) { .move = id, .by = by });
}

typedef struct { AttDesk *desk; AttAskedFunc asked; gpointer data; GPtrArray *news, *rings; } Asked;

static void
asked_free (Asked *asked)
{
  att_desk_hold (asked->desk, FALSE);
  g_object_unref (asked->desk);
  g_clear_pointer (&asked->news, g_ptr_array_unref);
  g_clear_pointer (&asked->rings, g_ptr_array_unref);
  g_free (asked);
}

static gpointer
write_told (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Asked *asked = data;
  att_monitors_told (db, asked->news, asked->rings, att_date_now (), error);
  return NULL;
}

/* Told only once it is written down: what is told twice is not believed. */
static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GError) error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    g_warning ("%s", error->message);
  else
    asked->asked (asked->data);
  asked_free (asked);
}

static void
news_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GError) error = NULL;
  asked->news = att_store_finish (ATT_STORE (source), result, &error);
  if (error && att_store_is_open (ATT_STORE (source)))
    g_warning ("%s", error->message);
  if (asked->news == NULL || asked->news->len == 0 || !att_store_is_open (ATT_STORE (source))) {
    if (att_store_is_open (ATT_STORE (source)))
      asked->asked (asked->data);   /* something may wait from before */
    asked_free (asked);
    return;
  }
  asked->rings = att_alert_judge (asked->news);
  att_store_tell_async (ATT_STORE (source), write_told, asked, NULL, NULL, told_cb, asked);
}

void
att_desk_ask_monitors (AttDesk *desk, AttAskedFunc func, gpointer data)
{
  Asked *asked = g_new0 (Asked, 1);
  *asked = (Asked) { .desk = g_object_ref (desk), .asked = func, .data = data };
  att_desk_hold (desk, TRUE);   /* it is closed when they have spoken */
  att_store_news_async (att_desk_get_store (desk), news_cb, asked);
}

static gpointer
take (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_monitors_take (db, error);
}

typedef struct { AttDesk *desk; AttRangFunc rang; gpointer data; } Taking;

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Taking *taking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rings = att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    g_warning ("%s", error->message);
  else if (rings->len)   /* they are written down as told: there is no second time */
    taking->rang (rings, taking->data);
  att_desk_hold (taking->desk, FALSE);
  g_object_unref (taking->desk);
}

void
att_desk_take_rings (AttDesk *desk, AttRangFunc rang, gpointer data)
{
  Taking *taking = g_new (Taking, 1);
  *taking = (Taking) { g_object_ref (desk), rang, data };
  att_desk_hold (desk, TRUE);
  att_store_tell_async (att_desk_get_store (desk), take, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, taken_cb, taking);
}
