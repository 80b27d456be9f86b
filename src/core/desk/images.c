/* images.c: pictures somebody asked to see, kept on the disk.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/images.h"

#include "base/error.h"
#include "desk/desk.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define ROOM (64 * 1024 * 1024)   /* bytes of all of them */

typedef struct {
  AttFetcher *fetcher;
  char   *folder, *path, *url;
  GBytes *bytes;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;
  g_object_unref (wish->fetcher);
  g_free (wish->folder);
  g_free (wish->path);
  g_free (wish->url);
  g_clear_pointer (&wish->bytes, g_bytes_unref);
  g_free (wish);
}

typedef struct { char *path; gint64 size, changed; } Kept;

static void
kept_clear (gpointer data)
{
  g_free (((Kept *) data)->path);
}

static int
by_age (gconstpointer a, gconstpointer b)
{
  gint64 d = ((const Kept *) a)->changed - ((const Kept *) b)->changed;
  return d > 0 ? 1 : d < 0 ? -1 : 0;
}

/* The oldest ones go until the rest has room. */
static void
make_room (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (all, kept_clear);
  gint64 sum = 0;
  for (const char *name; dir && (name = g_dir_read_name (dir));) {
    GStatBuf info;
    Kept kept = { .path = g_build_filename (folder, name, NULL) };
    if (g_stat (kept.path, &info) == 0) {
      kept.size = info.st_size;
      kept.changed = info.st_mtime;
    }
    sum += kept.size;
    g_array_append_val (all, kept);
  }
  g_array_sort (all, by_age);
  for (guint i = 0; i < all->len && sum > ROOM; i++) {
    const Kept *kept = &g_array_index (all, Kept, i);
    if (g_unlink (kept->path) == 0)
      sum -= kept->size;
  }
}

/* A picture that cannot be kept is shown all the same. */
static void
keep_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  gsize length;
  const char *bytes = g_bytes_get_data (wish->bytes, &length);
  if (g_mkdir_with_parents (wish->folder, 0700) == 0 && g_file_set_contents_full (wish->path, bytes, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    make_room (wish->folder);
  g_task_return_pointer (task, g_bytes_ref (wish->bytes), (GDestroyNotify) g_bytes_unref);
}

/* And not a page that says why there is none. */
static gboolean
is_picture (const AttAnswer *answer)
{
  return g_bytes_get_size (answer->bytes) > 0 && (answer->type == NULL || g_ascii_strncasecmp (answer->type, "text/", 5) != 0);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Wish *wish = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AttAnswer) answer = att_fetcher_get_finish (ATT_FETCHER (source), result, &error);
  if (error) {
    g_task_return_error (task, error);
    return;
  }
  if (answer->bytes == NULL || g_bytes_get_size (answer->bytes) > ATT_IMAGE_MAX_BYTES) {
    g_task_return_new_error (task, ATT_ERROR, ATT_ERROR_TOO_LARGE, _("The picture is larger than %d MB. Open the story in the browser to see it."), ATT_IMAGE_MAX_BYTES / (1024 * 1024));
    return;
  }
  if (!is_picture (answer)) {   /* shown as none, and asked for anew another time */
    g_task_return_pointer (task, g_bytes_ref (answer->bytes), (GDestroyNotify) g_bytes_unref);
    return;
  }
  wish->bytes = g_bytes_ref (answer->bytes);
  g_task_run_in_thread (task, keep_in_thread);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  char *bytes;
  gsize length;
  GBytes *kept = g_file_get_contents (wish->path, &bytes, &length, NULL) ? g_bytes_new_take (bytes, length) : NULL;
  g_task_return_pointer (task, kept, (GDestroyNotify) g_bytes_unref);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Wish *wish = g_task_get_task_data (task);
  GBytes *kept = g_task_propagate_pointer (G_TASK (result), NULL);
  if (kept)
    g_task_return_pointer (task, kept, (GDestroyNotify) g_bytes_unref);
  else
    att_fetcher_get_async (wish->fetcher, wish->url, NULL, NULL, NULL, fetched_cb, g_steal_pointer (&task));
}

void
att_images_get_async (AttFetcher *fetcher, const char *folder, const char *url, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, url, -1);
  Wish *wish = g_new0 (Wish, 1);
  *wish = (Wish) { .fetcher = g_object_ref (fetcher), .folder = g_strdup (folder), .path = g_build_filename (folder, name, NULL), .url = g_strdup (url) };
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_task_data (task, wish, wish_free);
  g_autoptr (GTask) look = g_task_new (NULL, NULL, looked_cb, task);
  g_task_set_task_data (look, wish, NULL);   /* the outer task's */
  g_task_run_in_thread (look, look_in_thread);
}

GBytes *
att_images_get_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
att_desk_image_async (AttDesk *self, const char *url, GAsyncReadyCallback callback, gpointer user_data)
{
  att_images_get_async (att_desk_get_fetcher (self), att_desk_get_images (self), url, callback, user_data);
}

GBytes *
att_desk_image_finish (AttDesk *self, GAsyncResult *result, GError **error)
{
  return att_images_get_finish (result, error);
}
