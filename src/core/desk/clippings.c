/* clippings.c: stories written out for other programs and for people.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/clippings.h"

#include "base/date.h"
#include "base/error.h"
#include "store/articles.h"
#include "store/coverage.h"
#include "store/feeds.h"

#include <json-glib/json-glib.h>
#include <string.h>

gboolean
att_clippings_format (const char *name, AttClippings *format)
{
  static const struct { const char *ending; AttClippings format; } KNOWN[] = {
    { "jsonl", ATT_CLIPPINGS_LINES }, { "json", ATT_CLIPPINGS_JSON }, { "csv", ATT_CLIPPINGS_CSV }, { "md", ATT_CLIPPINGS_MARKDOWN }, { "markdown", ATT_CLIPPINGS_MARKDOWN },
  };
  const char *dot = strrchr (name, '.'), *ending = dot ? dot + 1 : name;
  for (guint i = 0; i < G_N_ELEMENTS (KNOWN); i++)
    if (g_ascii_strcasecmp (ending, KNOWN[i].ending) == 0) {
      *format = KNOWN[i].format;
      return TRUE;
    }
  return FALSE;
}

static void
add_text (JsonBuilder *b, const char *member, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (b, member);
  json_builder_add_string_value (b, text);
}

static void
add_names (JsonBuilder *b, const char *member, const AttArticle *a, AttTopicKind kind)
{
  json_builder_set_member_name (b, member);
  json_builder_begin_array (b);
  for (guint i = 0; i < a->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (a->mentions, i);
    if (mention->kind == kind)
      json_builder_add_string_value (b, kind == ATT_TOPIC_PERSON ? mention->label : mention->name);
  }
  json_builder_end_array (b);
}

static void
add_quotes (JsonBuilder *b, const AttArticle *a)
{
  json_builder_set_member_name (b, "quotes");
  json_builder_begin_array (b);
  for (guint i = 0; i < a->quotes->len; i++) {
    const AttQuote *quote = g_ptr_array_index (a->quotes, i);
    json_builder_begin_object (b);
    add_text (b, "speaker", quote->speaker);
    add_text (b, "text", quote->text);
    json_builder_end_object (b);
  }
  json_builder_end_array (b);
}

/* What a person put on it and saved out of it; nothing where there is none. */
static void
add_notes (JsonBuilder *b, const AttArticle *a)
{
  if (a->labels && a->labels[0]) {
    json_builder_set_member_name (b, "labels");
    json_builder_begin_array (b);
    for (guint i = 0; a->labels[i]; i++)
      json_builder_add_string_value (b, a->labels[i]);
    json_builder_end_array (b);
  }
  if (a->notes == NULL || a->notes->len == 0)
    return;
  json_builder_set_member_name (b, "notes");
  json_builder_begin_array (b);
  for (guint i = 0; i < a->notes->len; i++) {
    const AttNote *note = g_ptr_array_index (a->notes, i);
    g_autofree char *made = att_date_format (note->made);
    json_builder_begin_object (b);
    add_text (b, "passage", note->passage);
    add_text (b, "words", note->words);
    add_text (b, "made", made);
    json_builder_end_object (b);
  }
  json_builder_end_array (b);
}

static void
append_json (GString *out, const AttArticle *a, const char *source)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  g_autofree char *date = att_date_format (a->published);
  json_builder_begin_object (b);
  add_text (b, "title", a->title);
  add_text (b, "outlet", source);
  add_text (b, "url", a->url);
  add_text (b, "published", date);
  add_text (b, "byline", a->byline);
  add_text (b, "language", a->language);
  add_names (b, "topics", a, ATT_TOPIC_THEME);
  add_names (b, "people", a, ATT_TOPIC_PERSON);
  add_names (b, "countries", a, ATT_TOPIC_STATE);
  add_names (b, "organisations", a, ATT_TOPIC_BODY);
  add_quotes (b, a);
  add_notes (b, a);
  add_text (b, "text", a->text);
  json_builder_end_object (b);
  g_autoptr (JsonNode) root = json_builder_get_root (b);
  g_autofree char *text = json_to_string (root, FALSE);
  g_string_append (out, text);
}

/* The labels of one kind, in one cell. */
static char *
join (const AttArticle *a, AttTopicKind kind)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < a->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (a->mentions, i);
    if (mention->kind == kind)
      g_string_append_printf (out, "%s%s", out->len ? "; " : "", mention->label);
  }
  return g_string_free (out, FALSE);
}

static char *
join_notes (const AttArticle *a)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; a->notes && i < a->notes->len; i++) {
    const AttNote *note = g_ptr_array_index (a->notes, i);
    g_string_append_printf (out, "%s%s%s%s", out->len ? "; " : "", note->passage, *note->passage && *note->words ? ": " : "", note->words);
  }
  return g_string_free (out, FALSE);
}

/* RFC 4180; a cell that a table program would take for a formula is told to be text. */
static void
append_cell (GString *out, const char *text, const char *behind)
{
  g_string_append_c (out, '"');
  if (text && *text && strchr ("=+-@\t\r", *text))
    g_string_append_c (out, '\'');
  for (const char *p = text ? text : ""; *p; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  g_string_append_printf (out, "\"%s", behind);
}

static void
append_csv (GString *out, const AttArticle *a, const char *source)
{
  g_autofree char *date = att_date_format (a->published);
  g_autofree char *topics = join (a, ATT_TOPIC_THEME), *people = join (a, ATT_TOPIC_PERSON), *states = join (a, ATT_TOPIC_STATE), *bodies = join (a, ATT_TOPIC_BODY);
  g_autofree char *labels = a->labels ? g_strjoinv ("; ", a->labels) : NULL, *notes = join_notes (a);
  const char *cells[] = { date, source, a->title, a->byline, topics, people, states, bodies, a->summary, a->url, labels, notes };
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    append_cell (out, cells[i], i + 1 < G_N_ELEMENTS (cells) ? "," : "\r\n");
}

/* What would be markup in Markdown is none here; before: what stands at the head of every line but the first. */
static void
append_lines (GString *out, const char *text, const char *before)
{
  for (const char *p = text ? text : ""; *p; p++) {
    if (strchr ("\\`*_[]<>#", *p))
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p);
    if (*p == '\n')
      g_string_append (out, before);
  }
}

static void
append_plain (GString *out, const char *text)
{
  append_lines (out, text, "");
}

/* A passage stands as a quotation, the person's words behind it. */
static void
append_note (GString *out, const AttNote *note)
{
  if (*note->passage) {
    g_string_append (out, "\n\n> ");
    append_lines (out, note->passage, "> ");
  }
  if (*note->words) {
    g_string_append (out, "\n\n*Note:* ");
    append_plain (out, note->words);
  }
}

static void
append_markdown (GString *out, const AttArticle *a, const char *source)
{
  g_autofree char *date = att_date_here (a->published), *topics = join (a, ATT_TOPIC_THEME), *labels = a->labels && a->labels[0] ? g_strjoinv ("; ", a->labels) : NULL;
  g_string_append (out, "## ");
  append_plain (out, a->title);
  g_string_append (out, "\n\n");
  append_plain (out, source);
  g_string_append_printf (out, " · %.10s", date);
  if (a->byline) {
    g_string_append (out, " · ");
    append_plain (out, a->byline);
  }
  if (a->url)
    g_string_append_printf (out, " · <%s>", a->url);
  if (*topics)
    g_string_append_printf (out, "\n\n*%s*", topics);
  if (labels) {
    g_string_append (out, "\n\n**");
    append_plain (out, labels);
    g_string_append (out, "**");
  }
  g_string_append (out, "\n\n");
  append_plain (out, a->text);
  for (guint i = 0; i < a->quotes->len; i++) {
    const AttQuote *quote = g_ptr_array_index (a->quotes, i);
    if (quote->speaker == NULL)
      continue;
    g_string_append (out, i ? "\n- **" : "\n\n- **");
    append_plain (out, quote->speaker);
    g_string_append (out, "**: ");
    append_plain (out, quote->text);
  }
  for (guint i = 0; a->notes && i < a->notes->len; i++)
    append_note (out, g_ptr_array_index (a->notes, i));
  g_string_append (out, "\n\n");
}

static void
append (GString *out, const AttArticle *a, const char *source, AttClippings format, gboolean first)
{
  switch (format) {
    case ATT_CLIPPINGS_LINES:
      append_json (out, a, source);
      g_string_append_c (out, '\n');
      break;
    case ATT_CLIPPINGS_JSON:
      g_string_append (out, first ? "[\n" : ",\n");
      append_json (out, a, source);
      break;
    case ATT_CLIPPINGS_CSV:
      if (first)
        g_string_append (out, "published,outlet,title,byline,topics,people,countries,organisations,summary,url,labels,notes\r\n");
      append_csv (out, a, source);
      break;
    case ATT_CLIPPINGS_MARKDOWN:
      append_markdown (out, a, source);
      break;
  }
}

static char *
outlet_of (AttDatabase *db, gint64 feed)
{
  g_autoptr (AttFeed) one = att_feeds_get (db, feed, NULL);
  return g_strdup (one ? att_feed_label (one) : "");
}

int
att_clippings_write (const char *path, const AttFilter *filter, AttClippings format, GOutputStream *out, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  g_autoptr (AttDatabase) db = att_database_open (path, ATT_DATABASE_READ, error);
  g_autoptr (AttColumns) columns = att_columns_new ();
  g_autoptr (AttCoverage) coverage = db ? att_coverage_read (db, columns, filter, att_date_now (), error) : NULL;
  if (coverage == NULL)
    return -1;
  guint n = 0;
  for (guint i = 0; i < coverage->n_ids && failure == NULL; i++) {
    g_autoptr (AttArticle) a = att_articles_read (db, coverage->ids[i], &failure);
    if (g_error_matches (failure, ATT_ERROR, ATT_ERROR_USAGE))   /* gone meanwhile */
      g_clear_error (&failure);
    if (failure)
      break;
    g_autofree char *source = a ? outlet_of (db, a->feed) : NULL;
    g_autoptr (GString) text = g_string_new (NULL);
    if (a)
      append (text, a, source, format, n++ == 0);
    g_output_stream_write_all (out, text->str, text->len, NULL, cancellable, &failure);
  }
  if (failure == NULL && format == ATT_CLIPPINGS_JSON) {
    const char *end = n ? "\n]\n" : "[]\n";
    g_output_stream_write_all (out, end, strlen (end), NULL, cancellable, &failure);
  }
  if (failure == NULL)
    return n;
  g_propagate_error (error, failure);
  return -1;
}
