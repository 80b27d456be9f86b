/* alert.c: whether a monitor speaks up.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "watch/alert.h"

#include "watch/trend.h"

static gboolean
rings (const AttMonitorNews *news)
{
  switch (news->alert) {
    case ATT_ALERT_FIRST: return news->unread == 0;
    case ATT_ALERT_EVERY: return TRUE;
    case ATT_ALERT_BURST: return !news->rang_today && news->outlets_today >= news->wanted_outlets && att_trend_bursts (news->days, ATT_COVERAGE_DAYS, news->sensitivity);
    default:              return FALSE;
  }
}

GPtrArray *
att_alert_judge (const GPtrArray *all)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) att_ring_free);
  for (guint i = 0; i < all->len; i++) {
    const AttMonitorNews *news = g_ptr_array_index (all, i);
    if (news->articles == 0 || !rings (news))
      continue;
    AttRing *ring = g_new0 (AttRing, 1);
    *ring = (AttRing) { .monitor = news->monitor, .name = g_strdup (news->name), .headline = g_strdup (news->headline), .alert = news->alert, .articles = news->articles, .outlets = news->outlets };
    if (news->alert == ATT_ALERT_BURST) {   /* it may have come over many rounds */
      ring->articles = news->days[ATT_COVERAGE_DAYS - 1];
      ring->outlets = news->outlets_today;
    }
    g_ptr_array_add (out, ring);
  }
  return out;
}

gboolean
att_alert_is_quiet (guint from, guint to, guint hour)
{
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}
