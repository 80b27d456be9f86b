/* analyze.c: attachectl analyze: topics, actors and quotations of a text, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/verb.h"

#include "analysis/analyse.h"
#include "base/date.h"
#include "base/error.h"
#include "base/json.h"
#include "base/text.h"

#include <string.h>

static void
print_article (const AttArticle *a, const char *id)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  att_json_text (b, "id", id);
  att_json_text (b, "language", a->language);
  att_json_marks (b, a);
  json_builder_end_object (b);
  att_verb_print_json (b, FALSE);
}

static char *
member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? g_strdup (json_node_get_string (node)) : NULL;
}

static gboolean
analyse_line (const AttLexicon *lexicon, const char *line, guint number, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root = att_json_load (parser, line, -1) ? json_parser_get_root (parser) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, "line %u is not a JSON object.", number);
    return FALSE;
  }
  JsonObject *object = json_node_get_object (root);
  g_autoptr (AttArticle) article = att_article_new ();
  g_autofree char *id = member (object, "id"), *date = member (object, "date");
  article->title = member (object, "title");
  article->text = member (object, "text");
  if (!att_date_parse (date, &article->published))
    article->published = 0;
  att_analyse (lexicon, article);
  print_article (article, id);
  return TRUE;
}

static gboolean
analyse_lines (const AttLexicon *lexicon, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (att_text_has (lines[i]) && !analyse_line (lexicon, lines[i], i + 1, error))
      return FALSE;
  return TRUE;
}

/* A plain text: paragraphs parted by blank lines, or a line each where there are none. */
static char *
paragraphs_of (const char *text)
{
  if (strstr (text, "\n\n"))
    return g_strdup (text);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  return g_strjoinv ("\n\n", lines);
}

static int
run (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *date = NULL, *tables = NULL;
  gboolean lines = FALSE, json;
  const GOptionEntry entries[] = {
    { "json-lines", 0, 0, G_OPTION_ARG_NONE, &lines, "FILE has a JSON object a line: id, title, date, text", NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, "The title of the text in FILE", "TITLE" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, "When it was published; offices are looked up by it", "DATE" },
    { "lexicon", 0, 0, G_OPTION_ARG_FILENAME, &tables, "A folder with tables of your own", "FOLDER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print JSON (this verb always does)", NULL },
    { 0 },
  };
  int status;
  if (!att_verb_options (&att_verb_analyze, &argc, &argv, entries, &status))
    return status;
  if (argc != 2)
    return att_verb_usage (&att_verb_analyze, "one file is wanted, or - for standard input.");
  g_autoptr (GBytes) bytes = att_verb_read (argv[1], &error);
  g_autoptr (AttLexicon) lexicon = bytes ? att_lexicon_new (tables, &error) : NULL;
  if (lexicon == NULL)
    return att_verb_fail (&att_verb_analyze, error);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = att_text_valid (data ? data : "", length);
  if (lines)
    return analyse_lines (lexicon, text, &error) ? ATT_EXIT_DONE : att_verb_fail (&att_verb_analyze, error);

  g_autoptr (AttArticle) article = att_article_new ();
  article->title = g_steal_pointer (&title);
  article->text = paragraphs_of (text);
  if (!att_date_parse (date, &article->published))
    article->published = 0;
  att_analyse (lexicon, article);
  print_article (article, NULL);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_analyze = { "analyze", "[--json-lines] [--title TITLE] [--date DATE] FILE", "Say what a text is about, who is in it and who is quoted, with the places that show it.", run };
