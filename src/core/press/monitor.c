/* monitor.c: a filter with a name, to come back to, and when it speaks up by itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/monitor.h"

AttMonitor *
att_monitor_new (gint64 id, gint64 position, const char *name, const char *filter, AttAlert alert)
{
  AttMonitor *self = g_atomic_rc_box_new0 (AttMonitor);
  *self = (AttMonitor) { .id = id, .position = position, .name = g_strdup (name), .filter = g_strdup (filter), .alert = alert };
  return self;
}

AttMonitor *
att_monitor_ref (AttMonitor *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_free (((AttMonitor *) data)->name);
  g_free (((AttMonitor *) data)->filter);
}

void
att_monitor_unref (AttMonitor *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

AttRing *
att_ring_copy (const AttRing *self)
{
  AttRing *copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);
  copy->headline = g_strdup (self->headline);
  return copy;
}

void
att_ring_free (AttRing *self)
{
  g_free (self->name);
  g_free (self->headline);
  g_free (self);
}

static const char *const ALERTS[] = { "never", "first", "every", "burst" };

const char *
att_alert_name (AttAlert alert)
{
  return ALERTS[alert < G_N_ELEMENTS (ALERTS) ? alert : 0];
}

gboolean
att_alert_by_name (const char *name, AttAlert *alert)
{
  for (guint i = 0; i < G_N_ELEMENTS (ALERTS); i++)
    if (g_ascii_strcasecmp (name, ALERTS[i]) == 0) {
      *alert = i;
      return TRUE;
    }
  return FALSE;
}
