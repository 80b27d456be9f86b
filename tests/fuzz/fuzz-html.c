/* fuzz-html.c: any markup made safe; where the way without a tree takes it, the tree says the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/html-private.h"
#include "base/text.h"

#include "../core/safe-html.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
assert_same (const char *html)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  AttFlow flow;
  att_flow_init (&flow, 0);
  flow.shapes = letters;
  g_autoptr (GString) markup = g_string_new (NULL);
  gboolean tame = att_html_tame (html, "https://base.example/", markup, &flow);
  g_autofree char *text = att_flow_end (&flow), *shapes = att_words_shapes (letters->str);
  g_autoptr (AttHtml) doc = tame ? att_html_parse (html, strlen (html), TRUE) : NULL;
  if (doc == NULL)
    return;
  g_autofree char *tree_markup = att_html_node_clean (doc->root, "https://base.example/");
  g_auto (AttWords) tree = att_html_node_words (doc->root);
  g_assert_cmpstr (markup->str, ==, tree_markup);
  g_assert_cmpstr (text, ==, tree.text);
  g_assert_cmpstr (shapes, ==, tree.shapes);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *html = att_text_valid ((const char *) data, size), *line = att_html_line (html);
  g_auto (AttWords) words = { NULL, NULL };
  g_autofree char *clean = att_html_clean (html, "https://base.example/", &words);
  g_assert_true (g_utf8_validate (words.text, -1, NULL));
  g_assert_true (words.shapes == NULL || strlen (words.shapes) <= strlen (words.text) / 3 + 1);
  g_assert_true (g_utf8_validate (line, -1, NULL));
  att_assert_safe_html (clean);
  assert_same (html);
  return 0;
}
