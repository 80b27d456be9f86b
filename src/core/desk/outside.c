/* outside.c: what goes out: whether anything may, and which hosts were ever asked.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/outside.h"

#include "base/date.h"
#include "base/error.h"
#include "store/contacts.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PAUSE 2              /* seconds: requests come in crowds */

struct _AttOutside {
  AttStore   *store;
  AttFetcher *fetcher;
  char       *seal;          /* the file that says so */
  GHashTable *asked;         /* host → how often, not written down yet */
  gulong      follows;
  GFileMonitor *watch;       /* of the seal: somebody may set or break it from the command line */
  void      (*told) (gpointer data);
  gpointer    whom;
  guint       timer;
};

static gpointer
write_down (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  GHashTableIter iter;
  gpointer host, n;
  gboolean done = TRUE;
  if (!att_database_begin (db, error))
    return NULL;
  g_hash_table_iter_init (&iter, data);
  while (done && g_hash_table_iter_next (&iter, &host, &n))
    done = att_contacts_add (db, host, GPOINTER_TO_UINT (n), att_date_now (), error);
  att_database_end (db, done, error);
  return NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    g_warning ("%s", error->message);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
flush (gpointer data)
{
  AttOutside *self = data;
  self->timer = 0;
  if (g_hash_table_size (self->asked) == 0 || !att_store_is_open (self->store))
    return G_SOURCE_REMOVE;
  att_store_tell_async (self->store, write_down, self->asked, (GDestroyNotify) g_hash_table_unref, NULL, written_cb, NULL);
  self->asked = new_table ();
  return G_SOURCE_REMOVE;
}

static void
contacting_cb (AttOutside *self, const char *host)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->asked, host));
  g_hash_table_insert (self->asked, g_strdup (host), GUINT_TO_POINTER (n + 1));
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (PAUSE, flush, self);
}

static void
look (AttOutside *self)
{
  gboolean sealed = g_file_test (self->seal, G_FILE_TEST_EXISTS);
  if (sealed == att_fetcher_is_sealed (self->fetcher))
    return;
  att_fetcher_set_sealed (self->fetcher, sealed);
  self->told (self->whom);
}

static GFileMonitor *
watch (AttOutside *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->seal);
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (monitor)
    g_signal_connect_swapped (monitor, "changed", G_CALLBACK (look), self);
  return monitor;
}

AttOutside *
att_outside_new (AttStore *store, AttFetcher *fetcher, const char *folder, void (*sealed) (gpointer data), gpointer data)
{
  AttOutside *self = g_new0 (AttOutside, 1);
  self->store = g_object_ref (store);
  self->fetcher = g_object_ref (fetcher);
  self->seal = g_build_filename (folder, "sealed", NULL);
  self->asked = new_table ();
  self->follows = g_signal_connect_swapped (fetcher, "contacting", G_CALLBACK (contacting_cb), self);
  self->told = sealed;
  self->whom = data;
  att_fetcher_set_sealed (fetcher, g_file_test (self->seal, G_FILE_TEST_EXISTS));
  self->watch = watch (self);
  return self;
}

void
att_outside_free (AttOutside *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  flush (self);
  g_clear_signal_handler (&self->follows, self->fetcher);
  if (self->watch)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_hash_table_unref (self->asked);
  g_object_unref (self->fetcher);
  g_object_unref (self->store);
  g_free (self->seal);
  g_free (self);
}

gboolean
att_outside_is_sealed (AttOutside *self)
{
  return att_fetcher_is_sealed (self->fetcher);
}

gboolean
att_outside_seal (AttOutside *self, gboolean sealed, GError **error)
{
  att_fetcher_set_sealed (self->fetcher, sealed);   /* at once, whatever becomes of the file */
  if (sealed)
    return g_file_set_contents (self->seal, "", 0, error);
  if (g_unlink (self->seal) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The seal %s cannot be removed: %s. The desk will be sealed again when it is opened."), self->seal, g_strerror (errno));
  return FALSE;
}
