/* page.h: an article's web page → its text and what it says of itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frozen value, atomically reference-counted. Any string may be NULL. Pure; any thread.
 */
#pragma once

#include "press/article.h"

G_BEGIN_DECLS

/* What stands between a page and its article: the rest costs money; consent is asked for first; a script would have to fetch it. */
typedef enum { ATT_WALL_NONE, ATT_WALL_PAY, ATT_WALL_CONSENT, ATT_WALL_SCRIPT } AttPageWall;

typedef struct {
  char *title, *byline, *language, *url, *lead_image;
  char *next;            /* where the article goes on, rel=next */
  gint64 published;      /* seconds since 1970 UTC; 0 unknown */
  int    zone;           /* minutes east of Greenwich, of the clock it was published by */
  AttPageWall wall;
  AttForm form;
  GPtrArray *feeds;      /* of char *: the feeds the page declares */
  char *text;            /* paragraphs, a blank line between them */
  char *shapes;          /* a letter for each of its paragraphs, see press/article.h */
  char *html;            /* the same, as safe HTML */
  GPtrArray *pictures;   /* of AttPicture *: those within it */
} AttPage;

/* ATT_ERROR_NOT_A_FEED when the bytes are no page that can be read. */
AttPage *att_page_read  (GBytes *bytes, const char *type, const char *url, GError **error);
void     att_page_unref (AttPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttPage, att_page_unref)

G_END_DECLS
