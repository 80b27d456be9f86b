/* metadata.h: what a page says of itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON-LD and microdata (schema.org), Open Graph, Dublin Core and the usual meta names, link and time elements, a byline in
 * the text, a date in the address. Where they disagree the more deliberate one wins. One thread.
 */
#pragma once

#include "base/html.h"
#include "page/linked-data.h"
#include "page/page.h"
#include "page/traits.h"

G_BEGIN_DECLS

typedef struct {
  AttLinkedData *linked;
  char *og_title, *title, *site, *summary, *author, *date, *locale, *lang, *canonical, *og_url, *image, *next;
  char *card_author;      /* of a Twitter card that has a field for it */
  gboolean card_names;
  char *item_author, *item_date, *marked_time, *time;   /* of microdata and classes in the body; a time element marked as when it was published, the first one */
  GPtrArray *headings;    /* of char *: every h1 */
  GPtrArray *bylines;     /* of char *: what stands in elements whose class speaks of an author */
  GPtrArray *persons;     /* of char *: the words of links that lead to an author's page */
  GPtrArray *feeds;       /* of char *: absolute */
  char *url, *base;       /* base: what its relative addresses start from */
} AttMetadata;

AttMetadata *att_metadata_new    (const GumboNode *root, const char *url);
void         att_metadata_free   (AttMetadata *self);

AttClaims    att_metadata_claims (const AttMetadata *self);                  /* borrows from it */

/* How many of their words two texts share, of the longer one's: 1 for the same words. */
double       att_claims_alike    (const char *a, const char *b);

/* Title, date, addresses, image, feeds. visible_date: what the page shows, or NULL. */
void         att_metadata_fill   (AttMetadata *self, const char *visible_date, AttPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttMetadata, att_metadata_free)

G_END_DECLS
