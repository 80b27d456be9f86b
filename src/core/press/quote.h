/* quote.h: somebody's words in an article.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Direct: a whole sentence between quotation marks; mixed: a fragment within a sentence of the outlet's own;
 * indirect: speech without marks. A speaker the program is not sure of is NULL ("unattributed"), never a guess.
 */
#pragma once

#include "press/span.h"

G_BEGIN_DECLS

typedef enum { ATT_QUOTE_DIRECT, ATT_QUOTE_MIXED, ATT_QUOTE_INDIRECT } AttQuoteKind;

typedef struct {
  AttQuoteKind kind;
  AttSpan      span;      /* the words, without the marks */
  char        *text;
  char        *speaker;   /* full name or body; NULL when unattributed */
  gboolean     open;      /* its paragraph ends before it is closed: whoever speaks goes on in the next */
} AttQuote;

AttQuote   *att_quote_new       (AttQuoteKind kind, AttSpan span, const char *text);
void        att_quote_free      (AttQuote *self);
const char *att_quote_kind_name (AttQuoteKind kind);   /* "direct", "mixed", "indirect" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttQuote, att_quote_free)

G_END_DECLS
