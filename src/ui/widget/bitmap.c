/* bitmap.c: a picture's bytes, as a server sent them, decoded.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/bitmap.h"

#include <string.h>

#define MAX_PIXELS (48 * 1000 * 1000)   /* a camera's, unpacked: 190 MB */
#define MAX_WIDTH 1600                  /* pixels kept: twice the widest column */

/* Known before anything is unpacked: a size of nothing makes the loader give up. */
static void
prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  if ((gint64) width * height > MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (width > MAX_WIDTH)
    gdk_pixbuf_loader_set_size (loader, MAX_WIDTH, MAX (1, (gint64) height * MAX_WIDTH / width));
}

/* Kinds that are pictures and nothing else; no drawings, which may name files. */
static gboolean
is_usual (GBytes *bytes)
{
  static const struct { guint at; const char *bytes; gsize n; } MARKS[] = { { 0, "\x89PNG", 4 }, { 0, "\xff\xd8\xff", 3 }, { 0, "GIF8", 4 }, { 8, "WEBP", 4 }, { 4, "ftypavif", 8 } };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (length > 16 && memcmp (data + MARKS[i].at, MARKS[i].bytes, MARKS[i].n) == 0)
      return TRUE;
  return FALSE;
}

/* The size of its screen stands at the beginning of a GIF (GIF89a §18); gdk-pixbuf's loader takes it as it is, also where it was told
 * to give up. */
static gboolean
is_impossible (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  if (length < 10 || memcmp (data, "GIF8", 4) != 0)
    return FALSE;
  gint64 width = data[6] | data[7] << 8, height = data[8] | data[9] << 8;
  return width == 0 || height == 0 || width * height > MAX_PIXELS;
}

GdkPixbuf *
att_bitmap_read (GBytes *bytes, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_signal_connect (loader, "size-prepared", G_CALLBACK (prepared_cb), NULL);
  gboolean written = is_usual (bytes) && !is_impossible (bytes) && gdk_pixbuf_loader_write_bytes (loader, bytes, &failure);
  gboolean closed = gdk_pixbuf_loader_close (loader, written ? &failure : NULL);
  GdkPixbuf *pixbuf = written && closed ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (failure)
    g_propagate_error (error, failure);
  else if (pixbuf == NULL)
    g_set_error (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE, "This is no picture of a usual kind.");
  return pixbuf ? g_object_ref (pixbuf) : NULL;
}
