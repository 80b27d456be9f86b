/* fuzz-page.c: any bytes as a web page: its article is valid text and safe markup.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/page.h"

#include "../core/safe-html.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (AttPage) page = att_page_read (bytes, NULL, "https://base.example/2020/02/03/story", NULL);
  if (page == NULL)
    return 0;
  const char *texts[] = { page->title, page->byline, page->language, page->url, page->lead_image, page->text };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (texts[i] == NULL || g_utf8_validate (texts[i], -1, NULL));
  att_assert_safe_html (page->html);
  return 0;
}
