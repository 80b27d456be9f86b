/* parse.c: attachectl parse: a feed's bytes as one JSON object.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/verb.h"

#include "feed/parse.h"

static void
print_entry (JsonBuilder *b, const AttArticle *a)
{
  json_builder_begin_object (b);
  att_json_text (b, "id", a->guid);
  att_json_text (b, "title", a->title);
  att_json_text (b, "link", a->url);
  att_json_text (b, "author", a->byline);
  att_json_date (b, "published", a->published);
  att_json_date (b, "updated", a->updated);
  att_json_text (b, "summary", a->summary);
  att_json_text (b, "content", a->content);
  att_json_provenance (b, a);
  json_builder_end_object (b);
}

static void
print_edition (const AttEdition *e)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  att_json_text (b, "format", e->format);
  json_builder_set_member_name (b, "well_formed");
  json_builder_add_boolean_value (b, e->well_formed);
  att_json_text (b, "title", e->title);
  att_json_text (b, "link", e->link);
  att_json_text (b, "description", e->description);
  att_json_text (b, "language", e->language);
  att_json_text (b, "author", e->author);
  att_json_date (b, "updated", e->updated);
  att_json_text (b, "self", e->self);
  att_json_text (b, "next", e->next);
  att_json_text (b, "hub", e->hub);
  att_json_text (b, "moved", e->moved);
  if (e->interval)
    att_json_number (b, "interval", e->interval);
  json_builder_set_member_name (b, "entries");
  json_builder_begin_array (b);
  for (guint i = 0; i < e->articles->len; i++)
    print_entry (b, g_ptr_array_index (e->articles, i));
  json_builder_end_array (b);
  json_builder_end_object (b);
  att_verb_print_json (b, FALSE);
}

static int
run (int argc, char **argv)
{
  g_autofree char *base = NULL, *type = NULL;
  int status;
  g_autoptr (GBytes) bytes = att_verb_one_file (&att_verb_parse, argc, argv, "base-url", &base, &type, &status);
  if (bytes == NULL)
    return status;
  g_autoptr (GError) error = NULL;
  g_autoptr (AttEdition) edition = att_feed_parse (bytes, type, base, &error);
  if (edition == NULL)
    return att_verb_fail (&att_verb_parse, error);
  print_edition (edition);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_parse = { "parse", "[--base-url URL] [--content-type TYPE] FILE", "Read a feed and print what is in it as JSON.", run };
