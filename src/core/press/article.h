/* article.h: one article, as a feed carried it and as analysis marked it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frozen value: atomically reference-counted, filled by the function that makes it (feed/ reads it, analysis/ marks
 * it), never changed once it has left that function. Any string may be NULL where the source had none.
 */
#pragma once

#include "press/mention.h"
#include "press/quote.h"

G_BEGIN_DECLS

typedef struct {
  char *url, *type;
  gint64 length;   /* bytes; -1 unknown */
} AttEnclosure;

typedef struct {
  /* as stored; 0 before that */
  gint64 id, feed;
  /* as the feed said */
  char *key;              /* identity within its feed, see feed/key.h */
  char *guid;             /* the source's own id, as written */
  char *url;              /* absolute */
  char *title;            /* plain text, one line */
  char *byline;
  char *language;
  char *summary;          /* safe HTML: RSS description, Atom summary */
  char *content;          /* safe HTML: content:encoded, Atom content */
  gint64 published, updated;   /* seconds since 1970 UTC; 0 unknown */
  GPtrArray *categories;  /* of char * */
  GPtrArray *enclosures;  /* of AttEnclosure * */
  char *image;            /* address of its picture; nothing fetches it unasked */
  /* what is read, searched and analysed */
  char *text;             /* plain paragraphs, a blank line between them */
  GPtrArray *mentions;    /* of AttMention *; NULL before analysis */
  GPtrArray *quotes;      /* of AttQuote *; NULL before analysis */
} AttArticle;

AttArticle *att_article_new   (void);
AttArticle *att_article_ref   (AttArticle *self);
void        att_article_unref (AttArticle *self);

void  att_article_add_enclosure (AttArticle *self, const char *url, const char *type, gint64 length);
void  att_article_set_text      (AttArticle *self);   /* makes text from content, else summary, and finds the image */
char *att_article_excerpt       (const AttArticle *self, guint max_chars);   /* one line for a list */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttArticle, att_article_unref)

G_END_DECLS
