/* due.c: who has a turn in a round nobody asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/due.h"

#include "base/error.h"
#include "base/url.h"
#include "fetch/schedule.h"
#include "store/feeds.h"

#include <gio/gio.h>
#include <string.h>

#define SAVING_PAUSE 3600   /* seconds */
#define CLOCK_SLACK 600   /* seconds a clock may be put right by */

AttNetwork
att_due_network (gboolean metered)
{
  GNetworkMonitor *monitor = g_network_monitor_get_default ();
  if (!g_network_monitor_get_network_available (monitor))
    return ATT_NETWORK_NONE;
  return g_network_monitor_get_network_metered (monitor) && !metered ? ATT_NETWORK_METERED : ATT_NETWORK_FREE;
}

gboolean
att_due_is_saving (void)
{
  g_autoptr (GPowerProfileMonitor) monitor = g_power_profile_monitor_dup_default ();
  return monitor && g_power_profile_monitor_get_power_saver_enabled (monitor);
}

gboolean
att_due_is_round (gboolean saving, gint64 last, gint64 now)
{
  return !saving || now - last >= SAVING_PAUSE || now < last;   /* the clock may have been set back */
}

static int
by_due (gconstpointer a, gconstpointer b)
{
  const AttFeed *one = *(const AttFeed *const *) a, *other = *(const AttFeed *const *) b;
  return one->due < other->due ? -1 : one->due > other->due ? 1 : one->id < other->id ? -1 : one->id > other->id;
}

static gboolean
is_here (const char *host)
{
  g_autoptr (GInetAddress) address = host ? g_inet_address_new_from_string (host) : NULL;
  return host == NULL || strcmp (host, "localhost") == 0 || (address && g_inet_address_get_is_loopback (address));
}

gboolean
att_due_has_come (const AttFeed *feed, gint64 now)
{
  return feed->due <= now || feed->checked > now + CLOCK_SLACK;
}

GPtrArray *
att_due_list (const GPtrArray *feeds, gint64 now, AttNetwork network)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  for (guint i = 0; i < feeds->len; i++) {
    AttFeed *feed = feeds->pdata[i];
    AttRhythm rhythm = { 0, feed->skip_hours, feed->skip_days };   /* its time may have been put off into them */
    if (att_due_has_come (feed, now) && !att_schedule_is_quiet (&rhythm, now) && feed->trouble != ATT_ERROR_GONE)
      g_ptr_array_add (due, feed);
  }
  g_ptr_array_sort (due, by_due);
  for (guint i = 0; i < due->len; i++) {
    AttFeed *feed = due->pdata[i];
    char *host = att_url_is_http (feed->url) ? att_url_host (feed->url) : NULL;
    guint n = host ? GPOINTER_TO_UINT (g_hash_table_lookup (taken, host)) : 0;
    if (n < ATT_DUE_PER_HOST && (network == ATT_NETWORK_FREE || is_here (host)))
      g_ptr_array_add (list, att_feed_ref (feed));
    if (host)
      g_hash_table_insert (taken, host, GUINT_TO_POINTER (n + 1));
  }
  return list;
}

static gpointer
hasten (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const gint64 *intervals = data;
  return GINT_TO_POINTER (att_feeds_hasten (db, intervals[0], intervals[1], error));
}

static void
hastened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    g_warning ("%s", error->message);   /* their turns come as they were to */
}

void
att_due_hasten (AttStore *store, gint64 before, gint64 after)
{
  const gint64 intervals[] = { before, after };
  if (after < before)
    att_store_tell_async (store, hasten, g_memdup2 (intervals, sizeof intervals), g_free, NULL, hastened_cb, NULL);
}
