/* parser.c: a filter out of its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/syntax.h"

#include "base/calendar.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "filter/tokens.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define CENTURY ((gint64) 100 * 365 * 86400)
#define MAX_DEPTH 12         /* of brackets in brackets */

typedef struct {
  const GPtrArray *tokens;
  guint at, depth;
  guint start, end;          /* bytes, of what is wrong */
} Parser;

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

/* "2026-01-31" is a day of the reader's: from midnight where they are. Else what is written, by its own clock. */
static gboolean
read_moment (const char *text, gint64 *seconds)
{
  if (!att_date_parse (text, seconds))
    return FALSE;
  int year, month, day, n = 0;
  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &n) == 3 && n == 10 && text[n] == '\0') {
    *seconds = att_calendar_day_start (year, month, day);
    if (*seconds == 0)   /* the 31st of February */
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_date (AttFilter *filter, const AttToken *token, GError **error)
{
  gboolean since = strcmp (token->field, "since") == 0;
  gint64 period = since ? read_period (token->value) : 0, seconds = 0;
  if (period == 0 && !read_moment (token->value, &seconds)) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, since ? _("“%s:%s” is not a date. Write 7d, 12h or 2026-01-31.") : _("“%s:%s” is not a date. Write it like 2026-01-31."), token->field, token->value);
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
add_topic (AttFilter *filter, AttTopicKind kind, const AttToken *token)
{
  g_autofree char *name = kind == ATT_TOPIC_STATE ? g_ascii_strup (token->value, -1)
                          : kind == ATT_TOPIC_THEME ? g_ascii_strdown (token->value, -1) : g_strdup (token->value);
  att_filter_add_topic (filter, kind, name, token->negated ? ATT_SENSE_MUST_NOT : ATT_SENSE_MUST);
}

static gboolean
read_is (AttFilter *filter, const AttToken *token, GError **error)
{
  if (g_ascii_strcasecmp (token->value, "unread") == 0)
    filter->unread = TRUE;
  else if (g_ascii_strcasecmp (token->value, "starred") == 0)
    filter->starred = TRUE;
  else if (g_ascii_strcasecmp (token->value, "noted") == 0)
    filter->noted = TRUE;
  else {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("“is:%s” is not known. Write is:unread, is:starred or is:noted."), token->value);
    return FALSE;
  }
  return TRUE;
}

/* Two words at least, then how many others may stand between them, ten unless told. */
static gboolean
add_near (AttFilter *filter, const AttToken *token, GError **error)
{
  g_auto (GStrv) halves = g_strsplit (token->value, ",", 2);
  g_autofree char *plain = att_text_squeeze (halves[0] ? halves[0] : "");
  g_strdelimit (plain, "()", ' ');
  g_autofree char *unquoted = att_tokens_plain (plain);
  g_autofree char *squeezed = att_text_squeeze (unquoted);
  g_auto (GStrv) words = g_strsplit (squeezed, " ", -1);
  guint64 distance = halves[0] && halves[1] ? g_ascii_strtoull (g_strstrip (halves[1]), NULL, 10) : 10;
  if (g_strv_length (words) < 2 || distance < 1 || distance > 1000) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("“near(%s)” wants two words and a distance. Write near(taiwan arms, 10)."), token->value);
    return FALSE;
  }
  att_filter_add_words (filter, g_steal_pointer (&words), distance, token->negated);
  return TRUE;
}

/* One field into a filter that holds nothing yet. */
static gboolean
read_single (AttFilter *filter, const AttToken *token, GError **error)
{
  const char *field = token->field;
  if (strcmp (field, "since") == 0 || strcmp (field, "before") == 0)
    return read_date (filter, token, error);
  if (strcmp (field, "is") == 0)
    return read_is (filter, token, error);
  if (strcmp (field, "said") == 0) filter->speaker = g_strdup (token->value);
  else if (strcmp (field, "source") == 0) filter->source = g_strdup (token->value);
  else if (strcmp (field, "feed") == 0) filter->feed = g_strdup (token->value);
  else if (strcmp (field, "folder") == 0) filter->folder = g_strdup (token->value);
  else if (strcmp (field, "from") == 0) filter->outlet = g_ascii_strup (token->value, -1);
  else if (strcmp (field, "lang") == 0) filter->language = g_ascii_strdown (token->value, -1);
  else if (strcmp (field, "label") == 0) filter->label = g_strdup (token->value);
  else if (strcmp (field, "note") == 0) filter->note = g_strdup (token->value);
  return TRUE;
}

static void
add_alternative (GPtrArray *any_of, AttFilter *filter)
{
  if (att_filter_n_must (filter) < 2)
    filter->any_topic = FALSE;
  if (!att_filter_is_everything (filter))   /* nothing was said */
    g_ptr_array_add (any_of, att_filter_ref (filter));
}

static gboolean
read_field_token (AttFilter *filter, const AttToken *token, GError **error)
{
  static const struct { const char *field; AttTopicKind kind; } TOPICS[] = { { "topic", ATT_TOPIC_THEME }, { "actor", ATT_TOPIC_PERSON }, { "country", ATT_TOPIC_STATE }, { "body", ATT_TOPIC_BODY } };
  if (*token->value == '\0') {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("“%s:” wants a word after it."), token->field);
    return FALSE;
  }
  if (strcmp (token->field, ATT_FIELD_NEAR) == 0)
    return add_near (filter, token, error);
  for (guint i = 0; i < G_N_ELEMENTS (TOPICS); i++)
    if (strcmp (token->field, TOPICS[i].field) == 0) {
      g_autoptr (AttFilter) topic = att_filter_everything ();
      add_topic (topic, TOPICS[i].kind, token);
      att_filter_add_all (filter, topic);
      return TRUE;
    }
  if (strcmp (token->field, "any") == 0) {
    filter->any_topic = TRUE;
    return TRUE;
  }
  g_autoptr (AttFilter) one = att_filter_everything ();
  if (!read_single (one, token, error))
    return FALSE;
  if (token->negated) {
    g_autoptr (GPtrArray) any_of = g_ptr_array_new_with_free_func ((GDestroyNotify) att_filter_unref);
    add_alternative (any_of, one);
    att_filter_add_group (filter, g_steal_pointer (&any_of), TRUE);
  } else
    att_filter_add_all (filter, one);
  return TRUE;
}

static const AttToken *
peek (const Parser *self, guint ahead)
{
  return self->at + ahead < self->tokens->len ? g_ptr_array_index (self->tokens, self->at + ahead) : NULL;
}

static gboolean
is_kind (const AttToken *token, AttTokenKind kind)
{
  return token && token->kind == kind;
}

static gboolean read_all (Parser *self, AttFilter *filter, GError **error);

static gboolean
blame (Parser *self, const AttToken *from, const AttToken *to)
{
  self->start = from->start;
  self->end = to->end;
  return FALSE;
}

/* What stands between brackets: all of it must hold, or, negated, must not. */
static gboolean
read_brackets (Parser *self, AttFilter *filter, GError **error)
{
  const AttToken *open = peek (self, 0);
  g_autoptr (AttFilter) inside = att_filter_everything ();
  self->at++;
  if (++self->depth > MAX_DEPTH) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("Too many brackets stand in brackets; the most is %d. Save a part of it as a monitor of its own."), MAX_DEPTH);
    return blame (self, open, open);
  }
  if (!read_all (self, inside, error))
    return FALSE;
  const AttToken *close = peek (self, 0);
  if (!is_kind (close, ATT_TOKEN_CLOSE)) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_USAGE, _("This bracket is opened and never closed. Write ) where it ends."));
    return blame (self, open, open);
  }
  self->at++;
  self->depth--;
  if (att_filter_is_everything (inside)) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_USAGE, _("Nothing stands between these brackets. Write a word there, or take them out."));
    return blame (self, open, close);
  }
  if (open->negated) {
    GPtrArray *any_of = g_ptr_array_new_with_free_func ((GDestroyNotify) att_filter_unref);
    g_ptr_array_add (any_of, g_steal_pointer (&inside));
    att_filter_add_group (filter, any_of, TRUE);
  } else
    att_filter_add_whole (filter, inside);
  return TRUE;
}

static gboolean
read_operand (Parser *self, AttFilter *filter, GError **error)
{
  const AttToken *token = peek (self, 0);
  if (is_kind (token, ATT_TOKEN_OPEN))
    return read_brackets (self, filter, error);
  self->at++;
  if (is_kind (token, ATT_TOKEN_FIELD) && !read_field_token (filter, token, error))
    return blame (self, token, token);
  if (is_kind (token, ATT_TOKEN_WORD) && *token->value)
    att_filter_add_words (filter, g_strdupv ((char *[]) { token->value, NULL }), 0, token->negated);
  return TRUE;
}

static gboolean
is_operand (const AttToken *token)
{
  return token && token->kind != ATT_TOKEN_OR && token->kind != ATT_TOKEN_CLOSE;
}

/* Words that OR ties together are one question to the index; anything else tied is a group. */
static void
add_chain (AttFilter *filter, const GPtrArray *any_of)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gboolean only_words = TRUE;
  for (guint i = 0; i < any_of->len && only_words; i++) {
    const AttFilter *one = g_ptr_array_index (any_of, i);
    const AttFilterWords *word = one->words->len == 1 ? g_ptr_array_index (one->words, 0) : NULL;
    g_autoptr (AttFilter) rest = word ? att_filter_copy (one) : NULL;
    if (rest)
      g_ptr_array_set_size (rest->words, 0);
    only_words = word && !word->never && !word->near && att_filter_is_everything (rest);
    for (guint k = 0; only_words && word->any_of[k]; k++)
      g_strv_builder_add (words, word->any_of[k]);
  }
  if (only_words)
    att_filter_add_words (filter, g_strv_builder_end (words), 0, FALSE);
  else
    att_filter_add_group (filter, g_ptr_array_ref ((GPtrArray *) any_of), FALSE);
}

/* One operand, and all that OR ties to it. */
static gboolean
read_chain (Parser *self, AttFilter *filter, GError **error)
{
  if (!is_kind (peek (self, 0), ATT_TOKEN_OPEN) && !is_kind (peek (self, 1), ATT_TOKEN_OR))
    return read_operand (self, filter, error);
  g_autoptr (GPtrArray) any_of = g_ptr_array_new_with_free_func ((GDestroyNotify) att_filter_unref);
  do {
    g_autoptr (AttFilter) one = att_filter_everything ();
    if (is_kind (peek (self, 0), ATT_TOKEN_OR))
      self->at++;
    if (!read_operand (self, one, error))
      return FALSE;
    add_alternative (any_of, one);
  } while (is_kind (peek (self, 0), ATT_TOKEN_OR) && is_operand (peek (self, 1)));
  if (any_of->len == 1)
    att_filter_add_whole (filter, g_ptr_array_index (any_of, 0));
  else if (any_of->len > 1)
    add_chain (filter, any_of);
  return TRUE;
}

/* As far as the bracket that closes, or to the end. */
static gboolean
read_all (Parser *self, AttFilter *filter, GError **error)
{
  for (const AttToken *token; (token = peek (self, 0)) && token->kind != ATT_TOKEN_CLOSE;) {
    if (token->kind == ATT_TOKEN_OR)
      self->at++;   /* it ties nothing */
    else if (!read_chain (self, filter, error))
      return FALSE;
  }
  if (att_filter_n_must (filter) < 2)
    filter->any_topic = FALSE;
  return TRUE;
}

AttFilter *
att_filter_parse_at (const char *text, guint *start, guint *end, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *valid = att_text_valid (text, -1);
  g_autoptr (GPtrArray) tokens = att_tokens_split (valid);
  g_autoptr (AttFilter) filter = att_filter_everything ();
  Parser self = { .tokens = tokens };
  gboolean read = read_all (&self, filter, error);
  *start = self.start;
  *end = self.end;
  return read ? g_steal_pointer (&filter) : NULL;
}

AttFilter *
att_filter_parse (const char *text, GError **error)
{
  guint start, end;
  return att_filter_parse_at (text, &start, &end, error);
}
