/* extract.c: attachectl extract: the article of a web page, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/verb.h"

#include "page/page.h"

static int
run (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *url = NULL, *type = NULL;
  gboolean json;
  const GOptionEntry entries[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, "The address the page came from", "URL" },
    { "content-type", 0, 0, G_OPTION_ARG_STRING, &type, "The Content-Type its server gave", "TYPE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print JSON (this verb always does)", NULL },
    { 0 },
  };
  int status;
  if (!att_verb_options (&att_verb_extract, &argc, &argv, entries, &status))
    return status;
  if (argc != 2)
    return att_verb_usage (&att_verb_extract, "one file is wanted, or - for standard input.");
  g_autoptr (GBytes) bytes = att_verb_read (argv[1], &error);
  g_autoptr (AttPage) page = bytes ? att_page_read (bytes, type, url, &error) : NULL;
  if (page == NULL)
    return att_verb_fail (&att_verb_extract, error);

  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  att_json_text (b, "title", page->title);
  att_json_text (b, "byline", page->byline);
  att_json_date (b, "published", page->published);
  att_json_text (b, "language", page->language);
  att_json_text (b, "url", page->url);
  att_json_text (b, "lead_image", page->lead_image);
  json_builder_set_member_name (b, "feeds");
  json_builder_begin_array (b);
  for (guint i = 0; i < page->feeds->len; i++)
    json_builder_add_string_value (b, g_ptr_array_index (page->feeds, i));
  json_builder_end_array (b);
  att_json_text (b, "text", page->text);
  att_json_text (b, "html", page->html);
  json_builder_end_object (b);
  att_verb_print_json (b, FALSE);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_extract = { "extract", "[--url URL] [--content-type TYPE] FILE", "Read a web page and print its article as JSON.", run };
