/* tokens.h: the text of a filter, cut into what it is made of.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure; any thread. filter/syntax.h has the grammar.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATT_FIELD_NEAR "near"

typedef enum { ATT_TOKEN_WORD, ATT_TOKEN_FIELD, ATT_TOKEN_OPEN, ATT_TOKEN_CLOSE, ATT_TOKEN_OR } AttTokenKind;

typedef struct {
  AttTokenKind kind;
  char    *field;         /* "topic", or "near" for what stands in its brackets; NULL for others */
  char    *value;         /* without quotation marks */
  gboolean negated;       /* of words, fields and opening brackets */
  gboolean quoted;
  guint    start, end;    /* bytes of the text; end: the first one after */
} AttToken;

GPtrArray  *att_tokens_split  (const char *text);            /* of AttToken * */
char       *att_tokens_quote  (const char *value);           /* as a value is written, so that it is read as the same */
char       *att_tokens_plain  (const char *value);           /* without the marks that would begin or end a phrase */
const char *const *att_tokens_fields (void);                  /* the names of all fields, NULL behind the last */

G_END_DECLS
