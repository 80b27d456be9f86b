/* outside.h: what goes out: whether anything may, and which hosts were ever asked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sealed desk sends nothing: the fetcher refuses, feeds keep their state, nothing is counted as a failure. It is remembered by a
 * file "sealed" in the desk's folder, so that the command line heeds it too. Every request is written down by its host. Main thread.
 */
#pragma once

#include "desk/desk.h"

G_BEGIN_DECLS

typedef struct _AttOutside AttOutside;

/* sealed: called with data whenever the seal was set or broken from elsewhere, by the command line say. */
AttOutside *att_outside_new  (AttStore *store, AttFetcher *fetcher, const char *folder, void (*sealed) (gpointer data), gpointer data);
void        att_outside_free (AttOutside *self);   /* what is not written down yet is, if the store is open */

gboolean    att_outside_is_sealed (AttOutside *self);
gboolean    att_outside_seal      (AttOutside *self, gboolean sealed, GError **error);

G_END_DECLS
