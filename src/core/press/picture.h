/* picture.h: a picture that stands in an article.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only its address: nothing fetches it unasked. Frozen.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint paragraph;       /* of the article's text, before which it stands */
  char *url;             /* absolute, http or https */
  char *alt;             /* what it shows, in words; "" unknown */
} AttPicture;

void  att_pictures_add   (GPtrArray *pictures, guint paragraph, const char *url, const char *alt);
void  att_picture_free   (AttPicture *self);

/* Arrays of AttPicture * to lines and back, as a store keeps them; NULL or empty: none. */
char      *att_pictures_to_lines   (const GPtrArray *pictures);
GPtrArray *att_pictures_from_lines (const char *lines);

G_END_DECLS
