/* edition.c: what one fetch of a feed carried.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/edition.h"

AttEdition *
att_edition_new (void)
{
  AttEdition *self = g_atomic_rc_box_new0 (AttEdition);
  self->format = "unknown";
  self->well_formed = TRUE;
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) att_article_unref);
  return self;
}

AttEdition *
att_edition_ref (AttEdition *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AttEdition *self = data;
  g_free (self->title);
  g_free (self->link);
  g_free (self->description);
  g_free (self->language);
  g_free (self->author);
  g_free (self->self);
  g_free (self->next);
  g_free (self->hub);
  g_free (self->moved);
  g_ptr_array_unref (self->articles);
}

void
att_edition_unref (AttEdition *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
