/* elsewhere.c: what another program writes into the desk while it is open here.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/elsewhere.h"

#define PAUSE 500   /* milliseconds: a round writes in crowds */

struct _AttElsewhere {
  AttStore     *store;
  GFileMonitor *watch;
  gint64       *version;   /* the writer's, which alone looks at it; 0: it has not looked yet */
  guint         pause;
};

/* On the writer. */
static gpointer
compare (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  gint64 *seen = data, now = att_database_number (db, 0, "PRAGMA data_version", "");
  change->feeds = change->found = *seen != 0 && now != *seen;
  *seen = now;
  return NULL;
}

static gboolean
look (gpointer data)
{
  AttElsewhere *self = data;
  self->pause = 0;
  if (!att_store_is_open (self->store))
    return G_SOURCE_REMOVE;
  att_store_tell_async (self->store, compare, g_atomic_rc_box_acquire (self->version), g_atomic_rc_box_release, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
written_cb (AttElsewhere *self)
{
  if (self->pause == 0)
    self->pause = g_timeout_add (PAUSE, look, self);
}

AttElsewhere *
att_elsewhere_new (AttStore *store, const char *path)
{
  AttElsewhere *self = g_new0 (AttElsewhere, 1);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (journal);
  self->store = g_object_ref (store);
  self->version = g_atomic_rc_box_new0 (gint64);
  self->watch = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->watch)   /* else another program's doing is seen with the next change of one's own */
    g_signal_connect_swapped (self->watch, "changed", G_CALLBACK (written_cb), self);
  look (self);
  return self;
}

void
att_elsewhere_free (AttElsewhere *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->watch)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_atomic_rc_box_release (self->version);
  g_object_unref (self->store);
  g_free (self);
}
