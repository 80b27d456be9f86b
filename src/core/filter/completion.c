/* completion.c: what is being written where the cursor stands in the text of a filter.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/completion.h"

#include "base/text.h"
#include "filter/tokens.h"

/* A value still being written has no closing mark: what lies behind the cursor is not part of it. */
AttCompletion *
att_completion_at (const char *text, guint cursor)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *valid = att_text_valid (text, -1), *before = g_strndup (valid, cursor);
  g_autofree char *safe = att_text_valid (before, -1);
  g_autoptr (GPtrArray) tokens = att_tokens_split (safe);
  const AttToken *token = tokens->len ? g_ptr_array_index (tokens, tokens->len - 1) : NULL;
  gboolean written = token && token->end == cursor && (token->kind == ATT_TOKEN_WORD || token->kind == ATT_TOKEN_FIELD);
  if (!written || g_strcmp0 (token->field, ATT_FIELD_NEAR) == 0 || (token->kind == ATT_TOKEN_WORD && token->quoted))
    return NULL;
  AttCompletion *self = g_new0 (AttCompletion, 1);
  *self = (AttCompletion) { token->start + token->negated, cursor, g_strdup (token->field), g_strdup (token->value) };
  return self;
}

char *
att_completion_text (const char *field, const char *value)
{
  g_autofree char *safe = att_tokens_quote (value);
  return field ? g_strconcat (field, ":", safe, NULL) : g_strdup (safe);
}

void
att_completion_free (AttCompletion *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->prefix);
  g_free (self);
}
