/* test-copies.c: what is brought to a desk in a file, and what leaves it in one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "rounds.h"
#include "site-desk.h"

#include "base/error.h"
#include "desk/copies.h"
#include "desk/shelving.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static int
import (SiteDesk *f, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  att_desk_import_async (f->desk, bytes, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) result = site_desk_wait ();
  return att_desk_subscribe_finish (f->desk, result, error);
}

static void
test_import (SiteDesk *f, gconstpointer data)
{
  g_autoptr (GError) wrong = NULL, empty = NULL, error = NULL;
  g_assert_cmpint (import (f, "<rss version='2.0'/>", &wrong), ==, -1);
  g_assert_error (wrong, ATT_ERROR, ATT_ERROR_NOT_A_FEED);
  g_assert_cmpint (import (f, "<opml><body><outline text='x'/></body></opml>", &empty), ==, -1);
  g_assert_error (empty, ATT_ERROR, ATT_ERROR_NOT_A_FEED);
  g_autoptr (GPtrArray) none = rounds_feeds (f->desk);
  g_assert_cmpuint (none->len, ==, 0);   /* nothing half-imported */
  g_autofree char *opml = g_strdup_printf ("<opml><body><outline text='W'><outline xmlUrl='%s/new' text='N'/></outline><outline xmlUrl='%s/new' text='Twice'/>"
                                           "<outline text='V'><outline xmlUrl='HTTP%s/new#rss' text='And once more'/></outline></body></opml>", f->site.base, f->site.base, f->site.base + strlen ("http"));
  g_assert_cmpint (import (f, opml, &error), ==, 1);
  g_assert_no_error (error);
  rounds_wait (f->desk);
  att_desk_export_async (f->desk, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) result = site_desk_wait ();
  g_autoptr (GBytes) written = att_desk_export_finish (f->desk, result, &error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (written, NULL), g_bytes_get_size (written), "<outline text=\"W\""));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (written, NULL), g_bytes_get_size (written), "<outline text=\"V\""));   /* it stands in both */

  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);   /* it leaves, and comes back into another folder, better known */
  att_desk_leave_feed (f->desk, ((AttFeed *) g_ptr_array_index (feeds, 0))->id);
  g_autofree char *again = g_strdup_printf ("<opml><body><outline text='Returned'><outline xmlUrl='%s/new' text='N' country='FRA'/></outline></body></opml>", f->site.base);
  g_assert_cmpint (import (f, again, &error), ==, 1);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) returned = rounds_feeds (f->desk);
  g_assert_cmpuint (returned->len, ==, 1);
  g_assert_cmpint (((AttFeed *) g_ptr_array_index (returned, 0))->id, ==, ((AttFeed *) g_ptr_array_index (feeds, 0))->id);
  g_assert_cmpstr (((AttFeed *) g_ptr_array_index (returned, 0))->folder, ==, "Returned");
  g_assert_cmpstr (((AttFeed *) g_ptr_array_index (returned, 0))->country, ==, "FRA");
}

static void
check_file (const char *file, const char *expected)
{
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static GError *
finish_copy (void)
{
  g_autoptr (GAsyncResult) result = site_desk_wait ();
  GError *error = NULL;
  g_assert_cmpint (att_desk_copy_finish (result, &error), ==, -1);
  return error;
}

/* What is cancelled, or does not fit on the disk, leaves the file as it was, and nothing beside it. */
static void
test_copies (SiteDesk *f, gconstpointer data)
{
  g_autofree char *file = g_build_filename (f->profile, "stories.csv", NULL), *part = g_strconcat (file, ".part", NULL);
  g_autoptr (AttFilter) everything = att_filter_everything ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  struct rlimit before, little;
  site_desk_sample (f);
  g_assert_true (g_file_set_contents (file, "old", -1, NULL));
  g_cancellable_cancel (cancelled);

  att_desk_clip_async (f->desk, everything, file, cancelled, site_desk_cb, NULL);
  g_autoptr (GError) stopped = finish_copy ();
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_file (file, "old");
  att_desk_back_up_async (f->desk, file, cancelled, site_desk_cb, NULL);
  g_autoptr (GError) unsaved = finish_copy ();
  g_assert_error (unsaved, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_file (file, "old");
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  little = before;
  little.rlim_cur = 6000;
  setrlimit (RLIMIT_FSIZE, &little);
  att_desk_clip_async (f->desk, everything, file, NULL, site_desk_cb, NULL);
  g_autoptr (GError) full = finish_copy ();
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_nonnull (full);
  check_file (file, "old");
  g_assert_cmpint (g_unlink (file), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, SiteDesk, NULL, site_desk_set_up, func, site_desk_tear_down)
  ADD ("/copies/import", test_import);
  ADD ("/copies/whole-or-not", test_copies);
  return g_test_run ();
}
