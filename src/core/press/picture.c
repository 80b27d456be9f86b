/* picture.c: a picture that stands in an article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/picture.h"

void
att_pictures_add (GPtrArray *pictures, guint paragraph, const char *url, const char *alt)
{
  AttPicture *picture = g_new (AttPicture, 1);
  *picture = (AttPicture) { paragraph, g_strdup (url), g_strdup (alt ? alt : "") };
  g_strdelimit (picture->url, "\t\n", ' ');
  g_strdelimit (picture->alt, "\t\n", ' ');
  g_ptr_array_add (pictures, picture);
}

void
att_picture_free (AttPicture *self)
{
  g_free (self->url);
  g_free (self->alt);
  g_free (self);
}

char *
att_pictures_to_lines (const GPtrArray *pictures)
{
  if (pictures == NULL || pictures->len == 0)
    return NULL;
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < pictures->len; i++) {
    const AttPicture *picture = g_ptr_array_index (pictures, i);
    g_string_append_printf (out, "%u\t%s\t%s\n", picture->paragraph, picture->url, picture->alt);
  }
  return g_string_free (out, FALSE);
}

GPtrArray *
att_pictures_from_lines (const char *lines)
{
  GPtrArray *pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) att_picture_free);
  g_auto (GStrv) all = g_strsplit (lines ? lines : "", "\n", -1);
  for (guint i = 0; all[i]; i++) {
    g_auto (GStrv) fields = g_strsplit (all[i], "\t", 3);
    if (g_strv_length (fields) == 3)
      att_pictures_add (pictures, g_ascii_strtoull (fields[0], NULL, 10), fields[1], fields[2]);
  }
  return pictures;
}
