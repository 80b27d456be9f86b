/* illustrations.h: the pictures of the story that is open, decoded.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a server sent may be no picture at all, or one of a million by a million: only the usual kinds are taken, of a size
 * that has room, on a thread of the pool. Main thread.
 *
 * Signal "changed": one more is there.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_ILLUSTRATIONS (att_illustrations_get_type ())
G_DECLARE_FINAL_TYPE (AttIllustrations, att_illustrations, ATT, ILLUSTRATIONS, GObject)

AttIllustrations *att_illustrations_new   (void);
void              att_illustrations_clear (AttIllustrations *self);                                    /* of another story */
void              att_illustrations_add   (AttIllustrations *self, const char *url, GBytes *bytes);   /* once for each address */
GdkTexture       *att_illustrations_get   (AttIllustrations *self, const char *url);                  /* NULL: not there, or no picture */

G_END_DECLS
