/* show.c: attachectl show: one article, whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "base/date.h"
#include "store/articles.h"

#include <stdio.h>

static void
print_json (const AttArticle *a)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  att_json_number (b, "id", a->id);
  att_json_text (b, "title", a->title);
  att_json_text (b, "url", a->url);
  att_json_text (b, "author", a->byline);
  att_json_date (b, "published", a->published);
  att_json_text (b, "text", a->text);
  att_json_provenance (b, a);
  att_json_marks (b, a);
  json_builder_set_member_name (b, "versions");
  json_builder_begin_array (b);
  for (guint i = 0; a->versions && i < a->versions->len; i++) {
    const AttVersion *version = g_ptr_array_index (a->versions, i);
    json_builder_begin_object (b);
    att_json_date (b, "seen", version->seen);
    att_json_text (b, "title", version->title);
    att_json_text (b, "text", version->text);
    json_builder_end_object (b);
  }
  json_builder_end_array (b);
  json_builder_end_object (b);
  att_verb_print_json (b, TRUE);
}

static void
print_mention (const AttArticle *a, const AttMention *m)
{
  printf ("\n%s:", m->label);
  for (guint i = 0; i < m->evidence->len; i++) {
    const AttSpan *span = &g_array_index (m->evidence, AttSpan, i);
    const char *zone = span->zone == ATT_ZONE_TITLE ? a->title : a->text;
    printf (" “%.*s”", (int) (span->end - span->start), zone + span->start);
  }
}

static void
print_text (const AttArticle *a)
{
  g_autofree char *date = att_date_format (a->published);
  printf ("%s\n%s%s%s\n%s\n\n%s\n", a->title, date, a->byline ? "  " : "", a->byline ? a->byline : "", a->url ? a->url : "", a->text);
  for (guint i = 0; i < a->mentions->len; i++) {
    const AttMention *m = g_ptr_array_index (a->mentions, i);
    if (m->kind == ATT_TOPIC_THEME)
      print_mention (a, m);
  }
  for (guint i = 0; i < a->quotes->len; i++) {
    const AttQuote *q = g_ptr_array_index (a->quotes, i);
    printf ("\n%s: “%s”", q->speaker ? q->speaker : "(unattributed)", q->text);
  }
  for (guint i = 0; a->versions && i < a->versions->len; i++) {
    const AttVersion *version = g_ptr_array_index (a->versions, i);
    g_autofree char *seen = att_date_format (version->seen);
    printf ("\nEarlier, first seen %s: %s", seen, version->title);
  }
  putchar ('\n');
}

static int
run (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print JSON", NULL },
    { 0 },
  };
  int status;
  if (!att_verb_options (&att_verb_show, &argc, &argv, entries, &status))
    return status;
  if (argc != 2)
    return att_verb_usage (&att_verb_show, "the number of one article is wanted; attachectl list shows them.");
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
  gint64 id = db ? att_session_article (&att_verb_show, db, argv[1], &status) : 0;
  if (db && id == 0)
    return status;
  g_autoptr (AttArticle) article = db ? att_articles_read (db, id, &error) : NULL;
  if (article == NULL)
    return att_verb_fail (&att_verb_show, error);
  (json ? print_json : print_text) (article);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_show = { "show", "NUMBER", "Show one article, what it is about and why, who is quoted, and what it said before.", run };
