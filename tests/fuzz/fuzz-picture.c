/* fuzz-picture.c: any bytes as a picture: one of a bounded size, or a reason.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/bitmap.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
ignore_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

/* gdk-pixbuf's GIF loader asks its own library for pixbufs of no size, is told so, and gives up: nothing that is ours, nor a fault
 * of memory. The sanitizers stay fatal. */
static void
expect_complaints (void)
{
  static gsize done = 0;
  if (g_once_init_enter (&done)) {
    g_log_set_fatal_mask ("GdkPixbuf", G_LOG_FATAL_MASK);
    g_log_set_always_fatal (G_LOG_FATAL_MASK);
    g_log_set_handler ("GdkPixbuf", G_LOG_LEVEL_CRITICAL, ignore_cb, NULL);
    g_once_init_leave (&done, 1);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  expect_complaints ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GdkPixbuf) pixbuf = att_bitmap_read (bytes, &error);
  g_assert_true ((pixbuf == NULL) == (error != NULL));
  if (pixbuf)
    g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), <=, 1600);
  return 0;
}
