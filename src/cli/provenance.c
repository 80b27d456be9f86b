/* provenance.c: what a source said of its article beside the words, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/verb.h"

static void
print_enclosure (JsonBuilder *b, const AttEnclosure *enclosure)
{
  json_builder_begin_object (b);
  att_json_text (b, "url", enclosure->url);
  att_json_text (b, "type", enclosure->type);
  if (enclosure->length >= 0)
    att_json_number (b, "length", enclosure->length);
  json_builder_end_object (b);
}

static void
print_mark (JsonBuilder *b, const AttSourceMark *mark)
{
  json_builder_begin_object (b);
  att_json_text (b, "kind", mark->kind);
  att_json_text (b, "name", mark->name);
  att_json_text (b, "who", mark->who);
  json_builder_end_object (b);
}

void
att_json_provenance (JsonBuilder *b, const AttArticle *a)
{
  att_json_text (b, "language", a->language);
  att_json_text (b, "image", a->image);
  att_json_text (b, "comments", a->comments);
  att_json_text (b, "source", a->source);
  att_json_text (b, "source_url", a->source_url);
  json_builder_set_member_name (b, "categories");
  json_builder_begin_array (b);
  for (guint i = 0; i < a->categories->len; i++)
    json_builder_add_string_value (b, g_ptr_array_index (a->categories, i));
  json_builder_end_array (b);
  json_builder_set_member_name (b, "enclosures");
  json_builder_begin_array (b);
  for (guint i = 0; i < a->enclosures->len; i++)
    print_enclosure (b, g_ptr_array_index (a->enclosures, i));
  json_builder_end_array (b);
  json_builder_set_member_name (b, "source_marks");
  json_builder_begin_array (b);
  for (guint i = 0; a->marks && i < a->marks->len; i++)
    print_mark (b, g_ptr_array_index (a->marks, i));
  json_builder_end_array (b);
}
