/* doubt.c: what in the text of a filter is read, but hardly as it was meant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/doubt.h"

#include "base/text.h"
#include "filter/tokens.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uloc.h>

#define MAX_NAME 12   /* letters; no field's name is longer, nor a slip of one */

/* How many letters are wrong, missing, too many, or stand the other way round (Damerau 1964, Levenshtein 1966). */
static guint
count_slips (const char *a, const char *b)
{
  guint n = strlen (a), m = strlen (b), row[MAX_NAME + 1][MAX_NAME + 1];
  g_assert (n <= MAX_NAME && m <= MAX_NAME);
  for (guint i = 0; i <= n; i++)
    for (guint k = 0; k <= m; k++) {
      if (i == 0 || k == 0) {
        row[i][k] = i + k;
        continue;
      }
      row[i][k] = MIN (MIN (row[i - 1][k], row[i][k - 1]) + 1, row[i - 1][k - 1] + (a[i - 1] != b[k - 1]));
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        row[i][k] = MIN (row[i][k], row[i - 2][k - 2] + 1);
    }
  return row[n][m];
}

/* One letter of a short name, two of a longer one. */
static const char *
field_like (const char *name)
{
  for (guint slips = 1; slips <= 2; slips++)
    for (const char *const *field = att_tokens_fields (); *field; field++)
      if (strlen (*field) > slips * 2 && count_slips (name, *field) <= slips)
        return *field;
  return NULL;
}

/* near(taiwan arms */
static gboolean
is_unclosed (const AttToken *token)
{
  return !token->quoted && g_ascii_strncasecmp (token->value, ATT_FIELD_NEAR "(", strlen (ATT_FIELD_NEAR "(")) == 0;
}

/* sinse:7d; https://… and 10:30 are words. */
static char *
doubt_word (const AttToken *token)
{
  if (is_unclosed (token))
    return g_strdup (_("This bracket is opened and never closed. Write ) where it ends."));
  if (*token->value && att_text_is_unsearchable (token->value))
    return g_strdup_printf (_("“%s” is no word, and is found nowhere. Search for words."), token->value);
  gsize n = strspn (token->value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  if (token->quoted || n == 0 || n > MAX_NAME || token->value[n] != ':' || token->value[n + 1] == '/')
    return NULL;
  g_autofree char *written = g_strndup (token->value, n), *name = g_ascii_strdown (written, -1);
  const char *field = field_like (name);
  return field ? g_strdup_printf (_("“%s:” is read as a word. Perhaps you mean “%s:”."), written, field) : NULL;
}

static gboolean
is_language (const char *code)
{
  g_auto (GStrv) parts = g_strsplit (code, "-", 2);
  if (strcmp (code, "none") == 0)
    return TRUE;
  for (const char *const *known = uloc_getISOLanguages (); *known; known++)
    if (g_ascii_strcasecmp (parts[0], *known) == 0)
      return TRUE;
  return FALSE;
}

/* XX is no country's (the United Nations), XKX is Kosovo's, which the standard has none for. */
static gboolean
is_country (const char *code)
{
  if (g_ascii_strcasecmp (code, "XX") == 0 || g_ascii_strcasecmp (code, "XKX") == 0)
    return TRUE;
  for (const char *const *known = uloc_getISOCountries (); *known; known++) {
    char locale[16];
    g_snprintf (locale, sizeof locale, "und_%s", *known);
    if (g_ascii_strcasecmp (code, uloc_getISO3Country (locale)) == 0)
      return TRUE;
  }
  return FALSE;
}

static char *
doubt_field (const AttToken *token)
{
  if (strcmp (token->field, "lang") == 0 && !is_language (token->value))
    return g_strdup_printf (_("“%s:%s” is no language’s code. Write two letters, as in lang:en."), token->field, token->value);
  if ((strcmp (token->field, "from") == 0 || strcmp (token->field, "country") == 0) && !is_country (token->value))
    return g_strdup_printf (_("“%s:%s” is no country’s code. Write three letters, as in %s:DEU."), token->field, token->value, token->field);
  return NULL;
}

char *
att_filter_doubt (const char *text, guint *start, guint *end)
{
  g_return_val_if_fail (text != NULL && start != NULL && end != NULL, NULL);

  g_autofree char *valid = att_text_valid (text, -1);
  g_autoptr (GPtrArray) tokens = att_tokens_split (valid);
  for (guint i = 0; i < tokens->len; i++) {
    const AttToken *token = g_ptr_array_index (tokens, i);
    char *doubt = token->kind == ATT_TOKEN_WORD ? doubt_word (token) : token->kind == ATT_TOKEN_FIELD && *token->value ? doubt_field (token) : NULL;
    if (doubt) {
      *start = token->start;
      *end = token->end;
      return doubt;
    }
  }
  return NULL;
}
