/* article.h: one article, as a feed carried it and as analysis marked it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frozen value: atomically reference-counted, filled by the function that makes it (feed/ reads it, analysis/ marks
 * it), never changed once it has left that function. Any string may be NULL where the source had none.
 */
#pragma once

#include "base/words.h"
#include "press/event.h"
#include "press/mention.h"
#include "press/note.h"
#include "press/picture.h"
#include "press/quote.h"
#include "press/version.h"

G_BEGIN_DECLS

typedef struct {
  char *url, *type;
  gint64 length;   /* bytes; -1 unknown */
} AttEnclosure;

/* What the source itself marked on its article, as Europe Media Monitor does with its emm: elements. */
typedef struct {
  char *kind;   /* "category", "entity", "trigger", "quote" ..., as the source calls it */
  char *name;   /* what is marked: the category's or entity's name, the quotation's words */
  char *who;    /* of a quotation: who said it; NULL */
} AttSourceMark;

#define ATT_KEYS 3

/* What an article is: told once; a report that goes on being written; pictures with a line under each. */
typedef enum { ATT_FORM_ARTICLE, ATT_FORM_LIVE, ATT_FORM_GALLERY } AttForm;

typedef struct {
  /* as stored; 0 before that */
  gint64 id, feed;
  /* as the feed said */
  guint64 keys[ATT_KEYS];     /* digests of what it is known by within its feed, strongest first, see feed/key.h */
  guint n_keys;
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
  GPtrArray *marks;       /* of AttSourceMark *: the source's own; NULL: none */
  char *comments;         /* address of the page where readers comment */
  char *source, *source_url;   /* where the feed says it took the article from: RSS source, Atom source */
  char *image;            /* address of its picture; nothing fetches it unasked */
  /* what is read, searched and analysed */
  char *text;             /* plain paragraphs, a blank line between them */
  char *excerpt;          /* one line of it for a list; "" where there is none */
  GPtrArray *mentions;    /* of AttMention *; NULL before analysis */
  GPtrArray *quotes;      /* of AttQuote *; NULL before analysis */
  GPtrArray *events;      /* of AttEvent *; NULL before analysis */
  char *shapes;           /* what each paragraph of text is: p, h heading, l list item, q quotation, c code, t table, f caption; NULL: not known */
  GPtrArray *pictures;    /* of AttPicture *, in their order; NULL: not known */
  AttForm form;
  gint64 seen;            /* since when it has had these words; seconds since 1970 UTC; 0: not read from a store */
  gboolean partial;       /* its page shows a part of it to the public, the rest costs money */
  GPtrArray *notes;       /* of AttNote *: what a person saved out of it; NULL: not read from a store */
  char **labels;          /* what a person put on it; NULL: not read from a store */
  GPtrArray *versions;    /* of AttVersion *, earliest first: what it said before; NULL: not read from a store */
} AttArticle;

AttArticle *att_article_new   (void);
AttArticle *att_article_ref   (AttArticle *self);
void        att_article_unref (AttArticle *self);

void att_article_add_enclosure (AttArticle *self, const char *url, const char *type, gint64 length);
void att_article_add_mark      (AttArticle *self, const char *kind, const char *name, const char *who);

/* Makes text of what was read beside the markup of content and summary (either may have none; both are taken over), the
 * excerpt, and finds the image where the source named none. */
void att_article_set_text      (AttArticle *self, AttWords *content_words, AttWords *summary_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttArticle, att_article_unref)

G_END_DECLS
