/* notifier.c: what monitors have to say, as one notification, when the person wants it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/notifier.h"

#include "base/date.h"
#include "desk/monitoring.h"
#include "filter/syntax.h"
#include "watch/alert.h"

#include <glib/gi18n.h>

#define LINES 8              /* of a notification: more nobody reads there */
#define HOUR 3600
#define DAY (24 * HOUR)

/* One notification for all that rang; the newest takes the place of the one before. */
static void
notify (GApplication *application, const GPtrArray *rings)
{
  const AttRing *first = g_ptr_array_index (rings, 0);
  GString *body = g_string_new (rings->len > 1 ? NULL : first->headline);
  for (guint i = 0; rings->len > 1 && i < MIN (rings->len, LINES); i++) {
    const AttRing *ring = g_ptr_array_index (rings, i);
    g_string_append_printf (body, "%s%s: %s", body->len ? "\n" : "", ring->name, ring->headline);
  }
  g_autofree char *one = g_strdup_printf (ngettext ("%s: %u new story", "%s: %u new stories", first->articles), first->name, first->articles);
  g_autofree char *many = g_strdup_printf (ngettext ("%u monitor has news", "%u monitors have news", rings->len), rings->len);
  g_autoptr (GNotification) notification = g_notification_new (rings->len > 1 ? many : one);
  g_notification_set_body (notification, body->str);
  g_notification_set_default_action_and_target (notification, "app.open-monitor", "x", first->monitor);
  if (rings->len == 1) {   /* of several, which one would be meant? */
    g_notification_add_button_with_target (notification, _("Mark as Read"), "app.mark-monitor-read", "x", first->monitor);
    g_notification_add_button_with_target (notification, _("Mute"), "app.mute-monitor", "x", first->monitor);
  }
  g_application_send_notification (application, "monitors", notification);
  g_string_free (body, TRUE);
}

/* Several from one monitor are told as one. */
static GPtrArray *
join (const GPtrArray *rings)
{
  GPtrArray *joined = g_ptr_array_new_with_free_func ((GDestroyNotify) att_ring_free);
  for (guint i = 0; i < rings->len; i++) {
    const AttRing *ring = g_ptr_array_index (rings, i);
    AttRing *same = NULL;
    for (guint k = 0; k < joined->len && same == NULL; k++)
      if (((AttRing *) g_ptr_array_index (joined, k))->monitor == ring->monitor)
        same = g_ptr_array_index (joined, k);
    if (same)
      same->articles += ring->articles;
    else
      g_ptr_array_add (joined, att_ring_copy (ring));
  }
  return joined;
}

static void
taken_cb (GPtrArray *rings, gpointer data)
{
  GApplication *application = data;
  g_autoptr (GPtrArray) joined = join (rings);
  notify (application, joined);
}

gboolean
att_notifier_is_time (AttDigest digest, gint64 last, gint64 now, guint hour, guint daily)
{
  switch (digest) {
    case ATT_DIGEST_HOURLY: return now - last >= HOUR || now < last;   /* the clock may have been set back */
    case ATT_DIGEST_DAILY:  return (hour >= daily && now - last >= DAY / 2) || now - last >= DAY || now < last;
    default:                return TRUE;
  }
}

void
att_notifier_tell (GApplication *application, AttDesk *desk, GSettings *settings)
{
  g_autoptr (GDateTime) clock = g_date_time_new_now_local ();
  guint hour = g_date_time_get_hour (clock);
  gint64 now = att_date_now ();
  if (att_alert_is_quiet (g_settings_get_int (settings, "quiet-from"), g_settings_get_int (settings, "quiet-until"), hour)
      || !att_notifier_is_time (g_settings_get_enum (settings, "digest"), g_settings_get_int64 (settings, "digest-last"), now, hour, g_settings_get_int (settings, "digest-hour")))
    return;
  if (g_settings_get_enum (settings, "digest") != ATT_DIGEST_NONE)
    g_settings_set_int64 (settings, "digest-last", now);
  att_desk_take_rings (desk, taken_cb, application);
}

typedef struct { AttDesk *desk; gint64 monitor; gboolean mute; } Deed;

static void
do_with (AttDesk *desk, const AttMonitor *monitor, gboolean mute)
{
  AttStore *store = att_desk_get_store (desk);
  g_autoptr (AttFilter) filter = mute ? NULL : att_filter_parse (monitor->filter, NULL);
  g_autoptr (AttFilter) readable = filter ? att_filter_with_languages (filter, att_store_get_languages (store)) : NULL;   /* what is hidden stays unread */
  if (readable)
    att_store_mark_async (store, NULL, readable, G_MAXINT64, ATT_FLAG_READ, 0, NULL, NULL);
  if (!mute)
    return;
  g_autoptr (AttMonitor) silent = att_monitor_new (monitor->id, monitor->position, monitor->name, monitor->filter, ATT_ALERT_NEVER);
  att_monitor_set_burst (silent, monitor->sensitivity, monitor->outlets);
  att_desk_write_monitor (desk, silent);
}

static void
monitors_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (GPtrArray) monitors = att_store_finish (ATT_STORE (source), result, NULL);
  att_desk_hold (deed->desk, FALSE);
  for (guint i = 0; monitors && i < monitors->len; i++) {
    const AttMonitor *monitor = monitors->pdata[i];
    if (monitor->id == deed->monitor)
      do_with (deed->desk, monitor, deed->mute);
  }
  g_object_unref (deed->desk);
  g_free (deed);
}

static void
find_and_do (AttDesk *desk, gint64 monitor, gboolean mute)
{
  Deed *deed = g_new (Deed, 1);
  *deed = (Deed) { g_object_ref (desk), monitor, mute };
  att_desk_hold (desk, TRUE);
  att_store_monitors_async (att_desk_get_store (desk), NULL, monitors_cb, deed);
}

void
att_notifier_mark_read (AttDesk *desk, gint64 monitor)
{
  find_and_do (desk, monitor, FALSE);
}

void
att_notifier_mute (AttDesk *desk, gint64 monitor)
{
  find_and_do (desk, monitor, TRUE);
}
