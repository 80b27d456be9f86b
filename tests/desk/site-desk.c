/* site-desk.c: a desk in a profile of its own, and a site on loopback that it may ask.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "site-desk.h"

#include "rounds.h"

#include <glib/gstdio.h>

void
site_desk_set_up (SiteDesk *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  site_start (&f->site);
  f->profile = g_dir_make_tmp ("attache-desk-XXXXXX", NULL);
  f->desk = att_desk_open (f->profile, &error);
  g_assert_no_error (error);
}

void
site_desk_tear_down (SiteDesk *f, gconstpointer data)
{
  static const char *const FILES[] = { "desk.db", "desk.db-wal", "desk.db-shm" };
  att_desk_close (f->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->desk);
  site_stop (&f->site);
  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++) {
    g_autofree char *path = g_build_filename (f->profile, FILES[i], NULL);
    g_unlink (path);
  }
  g_rmdir (f->profile);
  g_free (f->profile);
}

static GAsyncResult *answer;

void
site_desk_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  answer = g_object_ref (result);
}

GAsyncResult *
site_desk_wait (void)
{
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&answer);
}

gint64
site_desk_subscribe (SiteDesk *f, const char *const *paths)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; paths[i]; i++) {
    AttFeed *feed = att_feed_new ();
    feed->url = g_strconcat (f->site.base, paths[i], NULL);
    g_ptr_array_add (feeds, feed);
  }
  att_desk_subscribe_async (f->desk, feeds, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) result = site_desk_wait ();
  int n = att_desk_subscribe_finish (f->desk, result, &error);
  g_assert_no_error (error);
  return n;
}

void
site_desk_sample (SiteDesk *f)
{
  att_desk_sample_async (f->desk, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) result = site_desk_wait ();
  g_assert_cmpint (att_desk_subscribe_finish (f->desk, result, NULL), ==, 6);
  rounds_wait (f->desk);
}
