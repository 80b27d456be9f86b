/* tokens.c: the text of a filter, cut into what it is made of.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/tokens.h"

#include "base/text.h"

#include <string.h>

static const char *const FIELDS[] = { "topic", "actor", "country", "body", "said", "source", "feed", "folder", "from", "lang", "label", "note", "since", "before", "is", "any", NULL };

const char *const *
att_tokens_fields (void)
{
  return FIELDS;
}

static void
token_free (gpointer data)
{
  AttToken *token = data;
  g_free (token->field);
  g_free (token->value);
  g_free (token);
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB;
}

char *
att_tokens_plain (const char *value)
{
  GString *out = g_string_new (NULL);
  for (const char *p = value; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    g_string_append_unichar (out, is_quote (c) ? '\'' : c);
  }
  return g_string_free (out, FALSE);
}

/* Where a bare value ends: at a space, or, inside brackets, at the one that closes them. */
static gboolean
ends_bare (gunichar c, guint depth)
{
  return g_unichar_isspace (c) || (depth && c == ')');
}

/* A quoted phrase at *at, or what reaches to the next space. */
static char *
read_value (const char **at, guint depth, gboolean *quoted)
{
  const char *p = *at;
  *quoted = *p && is_quote (g_utf8_get_char (p));
  const char *start = *quoted ? g_utf8_next_char (p) : p;
  p = start;
  while (*p && (*quoted ? !is_quote (g_utf8_get_char (p)) : !ends_bare (g_utf8_get_char (p), depth)))
    p = g_utf8_next_char (p);
  *at = *quoted && *p ? g_utf8_next_char (p) : p;
  g_autofree char *raw = g_strndup (start, p - start);
  g_autofree char *plain = att_tokens_plain (raw);
  return att_text_squeeze (plain);
}

static char *
read_field (const char **at)
{
  for (guint i = 0; FIELDS[i]; i++) {
    gsize n = strlen (FIELDS[i]);
    if (g_ascii_strncasecmp (*at, FIELDS[i], n) == 0 && (*at)[n] == ':') {
      *at += n + 1;
      return g_strdup (FIELDS[i]);
    }
  }
  return NULL;
}

/* near(taiwan arms, 10): what stands between the brackets. NULL: it is none. */
static char *
read_near (const char **at)
{
  const char *end = g_ascii_strncasecmp (*at, ATT_FIELD_NEAR "(", strlen (ATT_FIELD_NEAR "(")) == 0 ? strchr (*at, ')') : NULL;
  if (end == NULL)
    return NULL;
  const char *start = *at + strlen (ATT_FIELD_NEAR "(");
  *at = end + 1;
  return g_strndup (start, end - start);
}

static void
read_operand (AttToken *token, const char **at, guint depth)
{
  char *near = read_near (at);
  token->field = near ? g_strdup (ATT_FIELD_NEAR) : read_field (at);
  token->kind = token->field ? ATT_TOKEN_FIELD : ATT_TOKEN_WORD;
  token->value = near ? near : read_value (at, depth, &token->quoted);
  if (!token->field && !token->quoted && !token->negated && strcmp (token->value, "OR") == 0)
    token->kind = ATT_TOKEN_OR;
}

static void
read_token (AttToken *token, const char **at, guint *depth)
{
  if (**at == ')' && *depth) {
    token->kind = ATT_TOKEN_CLOSE;
    --*depth;
    ++*at;
    return;
  }
  if (**at == '-' && (*at)[1] && !g_ascii_isspace ((*at)[1])) {
    token->negated = TRUE;
    ++*at;
  }
  if (**at == '(') {
    token->kind = ATT_TOKEN_OPEN;
    ++*depth;
    ++*at;
    return;
  }
  read_operand (token, at, *depth);
}

GPtrArray *
att_tokens_split (const char *text)
{
  guint depth = 0;
  GPtrArray *tokens = g_ptr_array_new_with_free_func (token_free);
  for (const char *p = text; *p;) {
    if (g_unichar_isspace (g_utf8_get_char (p))) {
      p = g_utf8_next_char (p);
      continue;
    }
    AttToken *token = g_new0 (AttToken, 1);
    token->start = p - text;
    read_token (token, &p, &depth);
    token->end = p - text;
    g_ptr_array_add (tokens, token);
  }
  return tokens;
}

/* Whether it is read as one word as it stands. */
static gboolean
is_bare (const char *value)
{
  if (*value == '\0' || *value == '-' || strpbrk (value, ":()") || strcmp (value, "OR") == 0)
    return FALSE;
  for (const char *p = value; *p; p = g_utf8_next_char (p))
    if (is_quote (g_utf8_get_char (p)) || g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Between quotation marks, where any other of them would be the end of it. */
char *
att_tokens_quote (const char *value)
{
  if (is_bare (value))
    return g_strdup (value);
  g_autofree char *safe = att_tokens_plain (value);
  return g_strconcat ("\"", safe, "\"", NULL);
}
