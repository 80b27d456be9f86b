/* quote.c: somebody's words in an article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/quote.h"

AttQuote *
att_quote_new (AttQuoteKind kind, AttSpan span, const char *text)
{
  AttQuote *self = g_new0 (AttQuote, 1);
  self->kind = kind;
  self->span = span;
  self->text = g_strdup (text);
  return self;
}

void
att_quote_free (AttQuote *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->speaker);
  g_free (self);
}

const char *
att_quote_kind_name (AttQuoteKind kind)
{
  static const char *const NAMES[] = { "direct", "mixed", "indirect" };
  g_return_val_if_fail (kind <= ATT_QUOTE_INDIRECT, NULL);
  return NAMES[kind];
}
