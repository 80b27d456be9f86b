/* fuzz-feed.c: any bytes as a feed; whatever comes of them is sound text and safe markup.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/url.h"
#include "feed/parse.h"

#include "../core/safe-html.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
assert_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
assert_article (const AttArticle *a)
{
  g_assert_cmpuint (a->n_keys, >, 0);
  g_assert_nonnull (a->text);
  const char *texts[] = { a->guid, a->url, a->title, a->byline, a->language, a->text, a->excerpt, a->image, a->comments, a->source, a->source_url };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_text (texts[i]);
  const char *addresses[] = { a->url, a->image, a->comments, a->source_url };
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    g_assert_true (addresses[i] == NULL || att_url_is_safe (addresses[i]));
  att_assert_safe_html (a->content);
  att_assert_safe_html (a->summary);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AttEdition) edition = att_feed_parse (bytes, NULL, "https://base.example/feed", &error);
  g_assert_true ((edition == NULL) == (error != NULL));
  for (guint i = 0; edition && i < edition->articles->len; i++)
    assert_article (g_ptr_array_index (edition->articles, i));
  return 0;
}
