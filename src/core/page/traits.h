/* traits.h: what can be said of each block of a page before anybody decides whether it is the article's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of numbers a block, most between 0 and 1: the block itself, the boxes around it, its neighbours, its place in the
 * page. One page, one thread.
 */
#pragma once

#include "page/layout.h"

G_BEGIN_DECLS

enum {
  ATT_TRAIT_WORDS, ATT_TRAIT_BYTES, ATT_TRAIT_LINKED, ATT_TRAIT_STOP, ATT_TRAIT_STOPS, ATT_TRAIT_COMMAS, ATT_TRAIT_CAPITALS, ATT_TRAIT_DIGITS, ATT_TRAIT_SMALL, ATT_TRAIT_SHOUTS, ATT_TRAIT_COLON, ATT_TRAIT_ASKS,
  ATT_TRAIT_P, ATT_TRAIT_H1, ATT_TRAIT_H2, ATT_TRAIT_H3, ATT_TRAIT_LI, ATT_TRAIT_CELL, ATT_TRAIT_DIV, ATT_TRAIT_PRE,
  ATT_TRAIT_MARK,   /* one for each of AttBoxMarks */
  ATT_TRAIT_DEPTH = ATT_TRAIT_MARK + 16, ATT_TRAIT_PLACE, ATT_TRAIT_BYTE_PLACE, ATT_TRAIT_BEFORE_HEADING, ATT_TRAIT_AFTER_HEADING, ATT_TRAIT_N_BLOCKS, ATT_TRAIT_PAGE_PROSE,
  ATT_TRAIT_SIBLINGS,
  ATT_TRAIT_BOX_LINKED, ATT_TRAIT_BOX_PROSE = ATT_TRAIT_BOX_LINKED + 4, ATT_TRAIT_BOX_SHARE = ATT_TRAIT_BOX_PROSE + 4,   /* of the four boxes around */
  ATT_TRAIT_HOME = ATT_TRAIT_BOX_SHARE + 6, ATT_TRAIT_HOME_DISTANCE, ATT_TRAIT_HALF, ATT_TRAIT_HALF_DISTANCE,
  ATT_TRAIT_NEAR,   /* words, links, prose of the two blocks before and the two behind */
  ATT_TRAIT_BODY = ATT_TRAIT_NEAR + 12, ATT_TRAIT_HAS_BODY, ATT_TRAIT_TITLE, ATT_TRAIT_SUMMARY, ATT_TRAIT_SEEN, ATT_TRAIT_SEEN_LATER,
  ATT_TRAIT_LAST_PROSE, ATT_TRAIT_NEXT_PROSE,   /* blocks since the last prose, until the next */
  ATT_TRAIT_TITLES,         /* first headings before it */
  ATT_TRAIT_ARTICLE_NUMBER, /* of its article element, outermost */
  ATT_TRAIT_ARTICLES,       /* how many the page has */
  ATT_TRAIT_WITH_HEADING,   /* in the innermost box of the first heading that has prose */
  ATT_TRAIT_SAME_CLASS,     /* share of the page's prose that stands in boxes with the same class, around it */
  ATT_N_TRAITS
};

const char *att_trait_name    (guint trait);         /* valid until the next call in this thread; of context too */
int         att_trait_by_name (const char *name);    /* -1: none */

typedef struct {
  const char *title, *summary, *body;   /* what the page says of itself; any may be NULL */
} AttClaims;

/* A row of ATT_N_TRAITS numbers for each block. Owned by the caller. */
float *att_traits_new (const AttLayout *layout, const AttClaims *claims);

G_END_DECLS
