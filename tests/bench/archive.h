/* archive.h: a made-up archive: three years of five hundred feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seeded, so the same every time. Words fall as words do (Zipf), topics too: 43 themes, 190 states, 60 bodies and thirty thousand people;
 * articles come in the order of their dates, some of them hours late.
 */
#pragma once

#include "store/articles.h"
#include "store/feeds.h"

G_BEGIN_DECLS

#define ARCHIVE_NOW ((gint64) 1768500000)
#define ARCHIVE_FEEDS 500

typedef struct _Archive Archive;

Archive    *archive_new     (guint n);                 /* of so many articles */
void        archive_free    (Archive *self);
AttEdition *archive_edition (Archive *self, guint n);  /* the next n, all of one feed */
char       *archive_question (Archive *self, gboolean phrase);   /* two words that are not rare, or a phrase that occurs */
guint       archive_theme   (Archive *self);           /* the number of one, the frequent ones more often */
gboolean    archive_fill    (Archive *self, AttDatabase *db, guint n, double *seconds);   /* feeds and n articles; how long the store took */
gsize       archive_raw     (const Archive *self);     /* bytes of the titles and texts made so far */

G_END_DECLS
