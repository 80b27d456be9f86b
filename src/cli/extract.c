/* extract.c: attachectl extract: the article of a web page, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/verb.h"

#include "page/page.h"

/* By the clock it was published by: "2023-12-22T22:20:00-05:00". */
static void
add_date (JsonBuilder *b, const AttPage *page)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (page->zone * 60);
  g_autoptr (GDateTime) utc = page->published ? g_date_time_new_from_unix_utc (page->published) : NULL;
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *text = local ? g_date_time_format (local, page->zone ? "%FT%T%:z" : "%FT%TZ") : NULL;
  att_json_text (b, "published", text);
}

static int
run (int argc, char **argv)
{
  g_autofree char *url = NULL, *type = NULL;
  int status;
  g_autoptr (GBytes) bytes = att_verb_one_file (&att_verb_extract, argc, argv, "url", &url, &type, &status);
  if (bytes == NULL)
    return status;
  g_autoptr (GError) error = NULL;
  g_autoptr (AttPage) page = att_page_read (bytes, type, url, &error);
  if (page == NULL)
    return att_verb_fail (&att_verb_extract, error);

  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  att_json_text (b, "title", page->title);
  att_json_text (b, "byline", page->byline);
  add_date (b, page);
  att_json_text (b, "language", page->language);
  att_json_text (b, "url", page->url);
  att_json_text (b, "lead_image", page->lead_image);
  json_builder_set_member_name (b, "feeds");
  json_builder_begin_array (b);
  for (guint i = 0; i < page->feeds->len; i++)
    json_builder_add_string_value (b, g_ptr_array_index (page->feeds, i));
  json_builder_end_array (b);
  static const char *const WALLS[] = { NULL, "pay", "consent", "script" };
  att_json_text (b, "wall", WALLS[page->wall]);
  static const char *const FORMS[] = { "article", "live", "gallery" };
  att_json_text (b, "form", FORMS[page->form]);
  att_json_text (b, "text", page->text);
  att_json_text (b, "html", page->html);
  json_builder_end_object (b);
  att_verb_print_json (b, FALSE);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_extract = { "extract", "[--url URL] [--content-type TYPE] FILE", "Read a web page and print its article as JSON.", run };
