/* fuzz-date.c: any text as a date; one that is read is written and read the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/date.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  gint64 seconds, again;
  if (!g_utf8_validate (text, -1, NULL) || !att_date_parse (text, &seconds))
    return 0;
  g_autofree char *written = att_date_format (seconds);
  if (written && seconds > G_GINT64_CONSTANT (-62135596800) + 86400) {
    g_assert_true (att_date_parse (written, &again));
    g_assert_cmpint (again, ==, seconds);
  }
  return 0;
}
