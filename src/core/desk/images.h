/* images.h: pictures somebody asked to see, kept on the disk.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fetched as feeds are, so without cookies and referrer, and each once: it stays in a folder of the profile until newer ones
 * need the room. Main thread; files are touched on a thread of the pool.
 */
#pragma once

#include "fetch/fetcher.h"

G_BEGIN_DECLS

#define ATT_IMAGE_MAX_BYTES (8 * 1024 * 1024)

void    att_images_get_async  (AttFetcher *fetcher, const char *folder, const char *url, GAsyncReadyCallback callback, gpointer user_data);
GBytes *att_images_get_finish (GAsyncResult *result, GError **error);

G_END_DECLS
