/* beside.h: what a person made that lies in files beside the store: own topics, and what was learned of any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A copy of a desk takes them along in a table of its own, which only copies have; when the copy has become the desk they are files again.
 * Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean att_beside_take (const char *copy, const char *path, GError **error);   /* path: of the store the copy was made of; no file but the copy is touched */
gboolean att_beside_lay  (const char *path, GError **error);                     /* of a copy that becomes the store beside it; what lies there is kept as NAME.before */

G_END_DECLS
