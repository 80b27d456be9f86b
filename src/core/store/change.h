/* change.h: what a write did to the desk.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a write did to the desk; frozen, atomically reference-counted. */
typedef struct {
  GArray  *added, *touched;   /* of gint64: articles new, and articles whose words or marks changed */
  gboolean feeds;             /* the list of feeds, or how one is doing, changed */
  gboolean found;             /* filters may find what they did not: a state was taken back, a feed or folder has another name or place */
  gboolean anew;              /* everything is to be asked anew, whatever is held: other languages are read, a feed left or came back */
} AttChange;

AttChange *att_change_new   (void);
AttChange *att_change_ref   (AttChange *self);
void       att_change_unref (AttChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttChange, att_change_unref)

G_END_DECLS
