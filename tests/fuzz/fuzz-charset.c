/* fuzz-charset.c: a label, a line break, bytes of whatever encoding; always sound text, the same both ways.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/charset.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *line = memchr (data, '\n', size);
  gsize skip = line ? line - data + 1 : 0;
  g_autofree char *label = line ? g_strndup ((const char *) data, line - data) : NULL, *owned = NULL;
  const char *bytes = (const char *) data + skip;
  gsize length;
  g_autofree char *declared = att_charset_declared (bytes, size - skip), *of_type = att_charset_of_type (label);
  g_autofree char *text = att_charset_decode (bytes, size - skip, of_type ? of_type : label, declared, NULL);
  const char *view = att_charset_view (bytes, size - skip, of_type ? of_type : label, declared, &owned, &length);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (length, ==, strlen (text));
  g_assert_true (memcmp (view, text, length) == 0);
  return 0;
}
