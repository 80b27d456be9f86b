/* monitor.h: a filter with a name, to come back to, and when it speaks up by itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frozen value, atomically reference-counted.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Never; when there is something new and all before was read; whenever there is something new; when there is more than on an
 * ordinary day, from more than one outlet. */
typedef enum { ATT_ALERT_NEVER, ATT_ALERT_FIRST, ATT_ALERT_EVERY, ATT_ALERT_BURST } AttAlert;

/* How much more than usual a burst is: much, clearly, a little more. */
typedef enum { ATT_SENSITIVITY_LOW, ATT_SENSITIVITY_MEDIUM, ATT_SENSITIVITY_HIGH } AttSensitivity;

/* One that rang; owned by whoever holds it. */
typedef struct {
  gint64 monitor, moment;    /* moment: seconds since 1970; 0 before it is written down */
  char *name, *headline;     /* headline: of the newest story */
  AttAlert alert;            /* why */
  guint articles, outlets;   /* new ones, and whose */
} AttRing;

typedef struct {
  gint64 id, position;
  char *name, *filter;       /* filter: as it is typed */
  AttAlert alert;
  AttSensitivity sensitivity; /* of a burst */
  guint outlets;             /* that must have brought something for a burst */
  guint articles, unread;    /* that it selects now; 0 where nobody counted */
} AttMonitor;

AttMonitor *att_monitor_new   (gint64 id, gint64 position, const char *name, const char *filter, AttAlert alert);
void        att_monitor_set_burst (AttMonitor *self, AttSensitivity sensitivity, guint outlets);   /* before it is handed on; clearly more, of two, unless told */
AttMonitor *att_monitor_ref   (AttMonitor *self);
void        att_monitor_unref (AttMonitor *self);
AttRing    *att_ring_copy     (const AttRing *self);
void        att_ring_free     (AttRing *self);
const char *att_alert_name    (AttAlert alert);                         /* "never", "first", "every", "burst" */
gboolean    att_alert_by_name (const char *name, AttAlert *alert);
const char *att_sensitivity_name    (AttSensitivity sensitivity);       /* "low", "medium", "high" */
gboolean    att_sensitivity_by_name (const char *name, AttSensitivity *sensitivity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttMonitor, att_monitor_unref)

G_END_DECLS
