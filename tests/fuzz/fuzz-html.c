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
  AttFlow flow;
  att_flow_init (&flow, 0);
  g_autoptr (GString) markup = g_string_new (NULL);
  gboolean tame = att_html_tame (html, "https://base.example/", markup, &flow);
  g_autofree char *words = att_flow_end (&flow);
  g_autoptr (AttHtml) doc = tame ? att_html_parse (html, strlen (html), TRUE) : NULL;
  if (doc == NULL)
    return;
  g_autofree char *tree_markup = att_html_node_clean (doc->root, "https://base.example/"), *tree_words = att_html_node_text (doc->root);
  g_assert_cmpstr (markup->str, ==, tree_markup);
  g_assert_cmpstr (words, ==, tree_words);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *html = att_text_valid ((const char *) data, size), *text = NULL, *line = att_html_line (html);
  g_autofree char *clean = att_html_clean (html, "https://base.example/", &text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_utf8_validate (line, -1, NULL));
  att_assert_safe_html (clean);
  assert_same (html);
  return 0;
}
