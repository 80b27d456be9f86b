/* syntax.c: a filter as text, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/syntax.h"

#include "base/date.h"
#include "base/error.h"
#include "base/text.h"

#include <string.h>

#define NEAR "near"
#define CENTURY ((gint64) 100 * 365 * 86400)

typedef struct { char *field, *value; gboolean negated, quoted; } Token;

static void
token_free (gpointer data)
{
  Token *token = data;
  g_free (token->field);
  g_free (token->value);
  g_free (token);
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB;
}

/* Quotation marks inside a word could not be written back: they would begin or end a phrase. */
static char *
without_quotes (const char *value)
{
  GString *out = g_string_new (NULL);
  for (const char *p = value; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    g_string_append_unichar (out, is_quote (c) ? '\'' : c);
  }
  return g_string_free (out, FALSE);
}

/* A quoted phrase at *at, or what reaches to the next space. */
static char *
read_value (const char **at, gboolean *quoted)
{
  const char *p = *at;
  *quoted = *p && is_quote (g_utf8_get_char (p));
  const char *start = *quoted ? g_utf8_next_char (p) : p;
  p = start;
  while (*p && (*quoted ? !is_quote (g_utf8_get_char (p)) : !g_unichar_isspace (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  *at = *quoted && *p ? g_utf8_next_char (p) : p;
  g_autofree char *raw = g_strndup (start, p - start);
  g_autofree char *plain = without_quotes (raw);
  return att_text_squeeze (plain);
}

static const char *const FIELDS[] = { "topic", "actor", "country", "body", "said", "source", "feed", "folder", "since", "before", "is", "any" };

static char *
read_field (const char **at)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++) {
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
  const char *end = g_ascii_strncasecmp (*at, NEAR "(", strlen (NEAR "(")) == 0 ? strchr (*at, ')') : NULL;
  if (end == NULL)
    return NULL;
  const char *start = *at + strlen (NEAR "(");
  *at = end + 1;
  return g_strndup (start, end - start);
}

static GPtrArray *
split (const char *text)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (token_free);
  for (const char *p = text; *p;) {
    if (g_unichar_isspace (g_utf8_get_char (p))) {
      p = g_utf8_next_char (p);
      continue;
    }
    Token *token = g_new0 (Token, 1);
    if (*p == '-' && p[1] && !g_ascii_isspace (p[1])) {
      token->negated = TRUE;
      p++;
    }
    char *near = read_near (&p);
    token->field = near ? g_strdup (NEAR) : read_field (&p);
    token->value = near ? near : read_value (&p, &token->quoted);
    g_ptr_array_add (tokens, token);
  }
  return tokens;
}

/* 7d, 12h, 2w, 3m, 1y, a century at most; 0 when it is none of these. */
static gint64
read_period (const char *text)
{
  static const struct { char letter; gint64 seconds; } UNITS[] = { { 'h', 3600 }, { 'd', 86400 }, { 'w', 7 * 86400 }, { 'm', 30 * 86400 }, { 'y', 365 * 86400 } };
  char *end;
  gint64 n = g_ascii_strtoll (text, &end, 10);
  if (n <= 0 || end == text || end[0] == '\0' || end[1] != '\0')
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (UNITS); i++)
    if (g_ascii_tolower (*end) == UNITS[i].letter)
      return n <= CENTURY / UNITS[i].seconds ? n * UNITS[i].seconds : 0;
  return 0;
}

static gboolean
read_date (AttFilter *filter, const Token *token, GError **error)
{
  gboolean since = strcmp (token->field, "since") == 0;
  gint64 period = since ? read_period (token->value) : 0, seconds = 0;
  if (period == 0 && !att_date_parse (token->value, &seconds)) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, "“%s:%s” is not a date. Write 7d, 12h or 2026-01-31.", token->field, token->value);
    return FALSE;
  }
  if (period)
    filter->period = period;
  else if (since)
    filter->since = seconds;
  else
    filter->before = seconds;
  return TRUE;
}

static void
replace (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
add_topic (AttFilter *filter, AttTopicKind kind, const Token *token)
{
  g_autofree char *name = kind == ATT_TOPIC_STATE ? g_ascii_strup (token->value, -1)
                          : kind == ATT_TOPIC_THEME ? g_ascii_strdown (token->value, -1) : g_strdup (token->value);
  g_autoptr (AttFilter) with = att_filter_with_topic (filter, kind, name, token->negated ? ATT_SENSE_MUST_NOT : ATT_SENSE_MUST);
  GPtrArray *old = filter->topics;   /* the filter is not frozen yet: take the new list in place */
  filter->topics = g_ptr_array_ref (with->topics);
  g_ptr_array_unref (old);
}

static gboolean
read_is (AttFilter *filter, const Token *token, GError **error)
{
  if (g_ascii_strcasecmp (token->value, "unread") == 0)
    filter->unread = TRUE;
  else if (g_ascii_strcasecmp (token->value, "starred") == 0)
    filter->starred = TRUE;
  else {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, "“is:%s” is not known. Write is:unread or is:starred.", token->value);
    return FALSE;
  }
  return TRUE;
}

/* Two words at least, then how many others may stand between them, ten unless told. */
static gboolean
add_near (AttFilter *filter, const Token *token, GError **error)
{
  g_auto (GStrv) halves = g_strsplit (token->value, ",", 2);
  g_autofree char *plain = att_text_squeeze (halves[0] ? halves[0] : "");
  g_strdelimit (plain, "()", ' ');
  g_autofree char *unquoted = without_quotes (plain);
  g_autofree char *squeezed = att_text_squeeze (unquoted);
  g_auto (GStrv) words = g_strsplit (squeezed, " ", -1);
  guint64 distance = halves[0] && halves[1] ? g_ascii_strtoull (g_strstrip (halves[1]), NULL, 10) : 10;
  if (g_strv_length (words) < 2 || distance < 1 || distance > 1000) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, "“near(%s)” wants two words and a distance. Write near(taiwan arms, 10).", token->value);
    return FALSE;
  }
  att_filter_add_words (filter, g_steal_pointer (&words), distance, token->negated);
  return TRUE;
}

static gboolean
read_field_token (AttFilter *filter, const Token *token, GError **error)
{
  const char *field = token->field;
  if (*token->value == '\0') {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, "“%s:” wants a word after it.", field);
    return FALSE;
  }
  if (strcmp (field, "since") == 0 || strcmp (field, "before") == 0)
    return read_date (filter, token, error);
  if (strcmp (field, NEAR) == 0)
    return add_near (filter, token, error);
  if (strcmp (field, "is") == 0)
    return read_is (filter, token, error);
  if (strcmp (field, "topic") == 0) add_topic (filter, ATT_TOPIC_THEME, token);
  else if (strcmp (field, "actor") == 0) add_topic (filter, ATT_TOPIC_PERSON, token);
  else if (strcmp (field, "country") == 0) add_topic (filter, ATT_TOPIC_STATE, token);
  else if (strcmp (field, "body") == 0) add_topic (filter, ATT_TOPIC_BODY, token);
  else if (strcmp (field, "said") == 0) replace (&filter->speaker, token->value);
  else if (strcmp (field, "source") == 0) replace (&filter->source, token->value);
  else if (strcmp (field, "feed") == 0) replace (&filter->feed, token->value);
  else if (strcmp (field, "folder") == 0) replace (&filter->folder, token->value);
  else if (strcmp (field, "any") == 0) filter->any_topic = TRUE;
  return TRUE;
}

static gboolean
is_or (const GPtrArray *tokens, guint i)
{
  const Token *token = i < tokens->len ? g_ptr_array_index (tokens, i) : NULL;
  return token && !token->field && !token->quoted && !token->negated && strcmp (token->value, "OR") == 0;
}

/* A word, and all that OR ties to it. Returns the index of the last token used. */
static guint
read_words (AttFilter *filter, const GPtrArray *tokens, guint i)
{
  const Token *first = g_ptr_array_index (tokens, i);
  g_autoptr (GStrvBuilder) any_of = g_strv_builder_new ();
  g_strv_builder_add (any_of, first->value);
  while (!first->negated && is_or (tokens, i + 1) && i + 2 < tokens->len
         && ((Token *) g_ptr_array_index (tokens, i + 2))->field == NULL) {
    g_strv_builder_add (any_of, ((Token *) g_ptr_array_index (tokens, i + 2))->value);
    i += 2;
  }
  att_filter_add_words (filter, g_strv_builder_end (any_of), 0, first->negated);
  return i;
}

AttFilter *
att_filter_parse (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *valid = att_text_valid (text, -1);
  g_autoptr (GPtrArray) tokens = split (valid);
  g_autoptr (AttFilter) filter = att_filter_everything ();
  for (guint i = 0; i < tokens->len; i++) {
    const Token *token = g_ptr_array_index (tokens, i);
    if (token->field) {
      if (!read_field_token (filter, token, error))
        return NULL;
    } else if (*token->value && !is_or (tokens, i))
      i = read_words (filter, tokens, i);
  }
  if (att_filter_n_must (filter) < 2)
    filter->any_topic = FALSE;
  return g_steal_pointer (&filter);
}

/* Between quotation marks, where any other of them would be the end of it. */
static char *
quoted (const char *value)
{
  gboolean plain = *value && !strpbrk (value, " \t\":") && g_ascii_strncasecmp (value, NEAR "(", strlen (NEAR "(")) != 0 && *value != '-' && strcmp (value, "OR") != 0;
  if (plain)
    return g_strdup (value);
  g_autofree char *safe = without_quotes (value);
  return g_strconcat ("\"", safe, "\"", NULL);
}

static void
add_part (GStrvBuilder *out, const char *prefix, const char *value)
{
  if (value == NULL)
    return;
  g_autofree char *safe = quoted (value);
  g_autofree char *part = g_strconcat (prefix, safe, NULL);
  g_strv_builder_add (out, part);
}

static char *
format_period (gint64 seconds)
{
  return seconds % 86400 == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT "d", seconds / 86400)
                              : g_strdup_printf ("%" G_GINT64_FORMAT "h", seconds / 3600);
}

static char *
format_date (gint64 seconds)
{
  char *text = att_date_format (seconds);
  if (g_str_has_suffix (text, "T00:00:00Z"))
    text[10] = '\0';
  return text;
}

static void
add_words (GStrvBuilder *out, const AttFilterWords *words)
{
  g_autoptr (GString) part = g_string_new (words->never ? "-" : "");
  if (words->near) {
    g_autofree char *together = g_strjoinv (" ", words->any_of);
    g_string_append_printf (part, NEAR "(%s, %u)", together, words->near);
    g_strv_builder_add (out, part->str);
    return;
  }
  for (guint i = 0; words->any_of[i]; i++) {
    g_autofree char *safe = quoted (words->any_of[i]);
    g_string_append_printf (part, "%s%s", i ? " OR " : "", safe);
  }
  g_strv_builder_add (out, part->str);
}

static void
add_topics (GStrvBuilder *out, const AttFilter *self)
{
  static const char *const PREFIX[] = { "topic:", "actor:", "country:", "body:" };
  for (guint i = 0; i < self->topics->len; i++) {
    const AttFilterTopic *topic = g_ptr_array_index (self->topics, i);
    g_autofree char *prefix = g_strconcat (topic->sense == ATT_SENSE_MUST_NOT ? "-" : "", PREFIX[topic->kind], NULL);
    add_part (out, prefix, topic->name);
  }
}

char **
att_filter_parts (const AttFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GStrvBuilder) out = g_strv_builder_new ();
  for (guint i = 0; i < self->words->len; i++)
    add_words (out, g_ptr_array_index (self->words, i));
  add_topics (out, self);
  if (self->any_topic)
    g_strv_builder_add (out, "any:topics");
  add_part (out, "said:", self->speaker);
  add_part (out, "source:", self->source);
  add_part (out, "feed:", self->feed);
  add_part (out, "folder:", self->folder);
  g_autofree char *period = self->period ? format_period (self->period) : NULL;
  g_autofree char *since = self->since ? format_date (self->since) : NULL;
  g_autofree char *before = self->before ? format_date (self->before) : NULL;
  add_part (out, "since:", period);
  add_part (out, "since:", since);
  add_part (out, "before:", before);
  if (self->unread)
    g_strv_builder_add (out, "is:unread");
  if (self->starred)
    g_strv_builder_add (out, "is:starred");
  return g_strv_builder_end (out);
}

char *
att_filter_format (const AttFilter *self)
{
  g_auto (GStrv) parts = att_filter_parts (self);
  return g_strjoinv (" ", parts);
}

AttFilter *
att_filter_without_part (const AttFilter *self, guint part)
{
  g_auto (GStrv) parts = att_filter_parts (self);
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  for (guint i = 0; parts[i]; i++)
    if (i != part)
      g_strv_builder_add (rest, parts[i]);
  g_auto (GStrv) kept = g_strv_builder_end (rest);
  g_autofree char *text = g_strjoinv (" ", kept);
  AttFilter *filter = att_filter_parse (text, NULL);
  return filter ? filter : att_filter_everything ();
}
