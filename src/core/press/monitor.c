/* monitor.c: a filter with a name, to come back to, and when it speaks up by itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/monitor.h"

AttMonitor *
att_monitor_new (gint64 id, gint64 position, const char *name, const char *filter, AttAlert alert)
{
  AttMonitor *self = g_atomic_rc_box_new0 (AttMonitor);
  *self = (AttMonitor) { .id = id, .position = position, .name = g_strdup (name), .filter = g_strdup (filter), .alert = alert, .sensitivity = ATT_SENSITIVITY_MEDIUM, .outlets = 2 };
  return self;
}

void
att_monitor_set_burst (AttMonitor *self, AttSensitivity sensitivity, guint outlets)
{
  self->sensitivity = MIN (sensitivity, ATT_SENSITIVITY_HIGH);
  self->outlets = MAX (outlets, 1);
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

/* Where a name stands among others; -1: nowhere. */
static int
place_of (const char *name, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return i;
  return -1;
}

gboolean
att_alert_by_name (const char *name, AttAlert *alert)
{
  int at = place_of (name, ALERTS, G_N_ELEMENTS (ALERTS));
  *alert = MAX (at, 0);
  return at >= 0;
}

static const char *const SENSITIVITIES[] = { "low", "medium", "high" };

const char *
att_sensitivity_name (AttSensitivity sensitivity)
{
  return SENSITIVITIES[MIN (sensitivity, ATT_SENSITIVITY_HIGH)];
}

gboolean
att_sensitivity_by_name (const char *name, AttSensitivity *sensitivity)
{
  int at = place_of (name, SENSITIVITIES, G_N_ELEMENTS (SENSITIVITIES));
  *sensitivity = MAX (at, 0);
  return at >= 0;
}
