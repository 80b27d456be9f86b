/* bitmap.h: a picture's bytes, as a server sent them, decoded.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PNG, JPEG, GIF (its first frame), WebP and AVIF where gdk-pixbuf has them; never a drawing, which may name files. At most 48
 * million pixels are unpacked, and what is wider than 1,600 is made smaller as it is read. Any thread.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* Error: GDK_PIXBUF_ERROR, or what the loader said. */
GdkPixbuf *att_bitmap_read (GBytes *bytes, GError **error);

G_END_DECLS
