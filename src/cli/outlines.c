/* outlines.c: attachectl outlines: the feeds an OPML file lists, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/verb.h"

#include "feed/opml.h"

static int
run (int argc, char **argv)
{
  int status;
  g_autoptr (GBytes) bytes = att_verb_one_file (&att_verb_outlines, argc, argv, NULL, NULL, NULL, &status);
  if (bytes == NULL)
    return status;
  g_autoptr (GError) error = NULL;
  g_autoptr (AttOpml) opml = att_opml_read (bytes, &error);
  if (opml == NULL)
    return att_verb_fail (&att_verb_outlines, error);

  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  att_json_text (b, "title", opml->title);
  json_builder_set_member_name (b, "feeds");
  json_builder_begin_array (b);
  for (guint i = 0; i < opml->feeds->len; i++) {
    const AttFeed *feed = g_ptr_array_index (opml->feeds, i);
    json_builder_begin_object (b);
    att_json_text (b, "title", feed->title);
    att_json_text (b, "url", feed->url);
    att_json_text (b, "site", feed->site);
    att_json_text (b, "folder", *feed->folder ? feed->folder : NULL);
    json_builder_end_object (b);
  }
  json_builder_end_array (b);
  json_builder_end_object (b);
  att_verb_print_json (b, FALSE);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_outlines = { "outlines", "FILE", "List the feeds in an OPML file, without subscribing.", run };
