/* version.h: an earlier wording of an article.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outlets change headlines and sentences after the fact, mostly without saying so. Frozen.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gint64 seen;           /* when this wording was first seen; seconds since 1970 UTC */
  char  *title, *text;
} AttVersion;

AttVersion *att_version_new  (gint64 seen, const char *title, const char *text);
void        att_version_free (AttVersion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttVersion, att_version_free)

G_END_DECLS
