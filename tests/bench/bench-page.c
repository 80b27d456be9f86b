/* bench-page.c: how long a page takes, beside the HTML parser alone on the same pages.   bench-page [FOLDER]
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The .html files of a folder; without one, pages made up: a menu, an article, teasers and a footer. */

#include "config.h"
#include "base/html.h"
#include "page/page.h"

#include <stdio.h>
#include <string.h>

#define ROUNDS 3

static char *
make_page (GRand *rand)
{
  static const char *const WORDS[] = { "minister", "talks", "the", "of", "agreement", "delegation", "said", "on", "Tuesday", "sanctions", "a", "proposal", "in", "Geneva", "and", "border" };
  GString *out = g_string_new ("<html lang=en><head><title>Talks resume in Geneva | Example</title></head><body><nav class=menu><ul>");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (out, "<li class=\"menu-item\"><a href=\"/section/%u\">Section %u</a></li>", i, i);
  g_string_append (out, "</ul></nav><main><article class=\"article-body\"><h1>Talks resume in Geneva</h1>");
  for (guint i = 0; i < 25; i++) {
    g_string_append (out, "<p>");
    for (guint k = 0; k < 60; k++)
      g_string_append_printf (out, "%s ", WORDS[g_rand_int_range (rand, 0, G_N_ELEMENTS (WORDS))]);
    g_string_append (out, "he said, and left.</p>");
  }
  g_string_append (out, "</article><aside class=related><h2>Related</h2>");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (out, "<div class=\"teaser card\"><a href=\"/story/%u\"><h3>Another story, number %u</h3><p>What it is about in a line.</p></a></div>", i, i);
  g_string_append (out, "</aside></main><footer><p>All rights reserved.</p></footer></body></html>");
  return g_string_free (out, FALSE);
}

static GPtrArray *
list_pages (const char *folder)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GDir) dir = folder ? g_dir_open (folder, 0, NULL) : NULL;
  for (const char *name; dir && (name = g_dir_read_name (dir));) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    char *data;
    gsize length;
    if (g_str_has_suffix (name, ".html") && g_file_get_contents (path, &data, &length, NULL))
      g_ptr_array_add (pages, g_bytes_new_take (data, length));
  }
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  while (dir == NULL && pages->len < 200) {
    char *page = make_page (rand);
    g_ptr_array_add (pages, g_bytes_new_take (page, strlen (page)));
  }
  return pages;
}

static double
time_parser (const GPtrArray *pages)
{
  gint64 start = g_get_monotonic_time ();
  for (guint i = 0; i < pages->len; i++) {
    gsize length;
    const char *data = g_bytes_get_data (pages->pdata[i], &length);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    gumbo_destroy_output (&options, gumbo_parse_with_options (&options, data, length));
  }
  return (g_get_monotonic_time () - start) / 1e3 / MAX (pages->len, 1);
}

static double
time_pages (const GPtrArray *pages)
{
  gint64 start = g_get_monotonic_time ();
  for (guint i = 0; i < pages->len; i++) {
    AttPage *page = att_page_read (pages->pdata[i], NULL, "https://bench.example/", NULL);
    g_clear_pointer (&page, att_page_unref);
  }
  return (g_get_monotonic_time () - start) / 1e3 / MAX (pages->len, 1);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) pages = list_pages (argc > 1 && *argv[1] ? argv[1] : NULL);
  double parser = G_MAXDOUBLE, whole = G_MAXDOUBLE;
  time_pages (pages);   /* the model is read once */
  for (guint r = 0; r < ROUNDS; r++) {
    parser = MIN (parser, time_parser (pages));
    whole = MIN (whole, time_pages (pages));
  }
  printf ("{\"name\": \"page\", \"value\": %.2f, \"unit\": \"ms a page, article and metadata\", \"yardstick\": \"the HTML parser alone, ms\", \"yardstick_value\": %.2f, \"ratio\": %.3f}\n", whole, parser, whole / parser);
  return 0;
}
