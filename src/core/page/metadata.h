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
  char *item_author, *byline, *item_date, *time;   /* of microdata and classes in the body; the first time element */
  GPtrArray *headings;    /* of char *: every h1 */
  GPtrArray *feeds;       /* of char *: absolute */
  char *url;
} AttMetadata;

AttMetadata *att_metadata_new    (const GumboNode *root, const char *url);
void         att_metadata_free   (AttMetadata *self);

AttClaims    att_metadata_claims (const AttMetadata *self);                  /* borrows from it */
void         att_metadata_fill   (AttMetadata *self, AttPage *page);   /* title, byline, date, language, addresses, image, feeds */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttMetadata, att_metadata_free)

G_END_DECLS
