/* version.c: an earlier wording of an article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/version.h"

AttVersion *
att_version_new (gint64 seen, const char *title, const char *text)
{
  AttVersion *self = g_new (AttVersion, 1);
  *self = (AttVersion) { seen, g_strdup (title), g_strdup (text) };
  return self;
}

void
att_version_free (AttVersion *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}
