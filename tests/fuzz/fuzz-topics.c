/* fuzz-topics.c: any text as a file of topics: read, or refused in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/own-topics.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) topics = att_own_topics_read (text, &error);
  g_assert_true ((topics == NULL) == (error != NULL));
  for (guint i = 0; topics && i < topics->len; i++) {
    const AttTopic *topic = topics->pdata[i];
    g_assert_nonnull (topic->id);
    g_assert_true (g_utf8_validate (topic->id, -1, NULL));
  }
  return 0;
}
