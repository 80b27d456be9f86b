/* linked-data.h: what a page says of its article in JSON-LD (schema.org).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * https://schema.org/Article and its kinds, in script elements of type application/ld+json; nested in arrays, @graph and
 * mainEntity. Where several speak of an article the first wins, what a WebPage says only fills gaps. One thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *headline, *summary, *body, *date, *language, *image, *url;   /* any may be NULL */
  GPtrArray *authors;      /* of char *: names */
  GHashTable *persons;     /* @id to name */
  gboolean  locked;        /* isAccessibleForFree is false */
  gboolean  live;          /* a LiveBlogPosting */
  gboolean  gallery;       /* an ImageGallery or MediaGallery */
} AttLinkedData;

AttLinkedData *att_linked_data_new  (void);
void           att_linked_data_read (AttLinkedData *self, const char *json);   /* what is no JSON is ignored */
void           att_linked_data_free (AttLinkedData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttLinkedData, att_linked_data_free)

G_END_DECLS
