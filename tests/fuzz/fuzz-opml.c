/* fuzz-opml.c: any bytes as a list of feeds; what is read can be written, and read again the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/opml.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (AttOpml) opml = att_opml_read (bytes, NULL);
  if (opml == NULL)
    return 0;
  g_autoptr (GBytes) written = att_opml_write (opml->title, opml->feeds);
  g_autoptr (AttOpml) again = att_opml_read (written, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (again->feeds->len, ==, opml->feeds->len);
  return 0;
}
