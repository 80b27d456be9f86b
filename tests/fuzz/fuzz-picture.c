/* fuzz-picture.c: any bytes as a picture: one of a bounded size, or a reason.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/bitmap.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GdkPixbuf) pixbuf = att_bitmap_read (bytes, &error);
  g_assert_true ((pixbuf == NULL) == (error != NULL));
  if (pixbuf)
    g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), <=, 1600);
  return 0;
}
