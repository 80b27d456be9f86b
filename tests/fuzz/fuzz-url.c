/* fuzz-url.c: any two texts as an address and what is linked from it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/url.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The link stands behind the first zero. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *base = g_strndup ((const char *) data, size);
  gsize n = strlen (base);
  g_autofree char *ref = n < size ? g_strndup ((const char *) data + n + 1, size - n - 1) : g_strdup (base);
  if (!g_utf8_validate (base, -1, NULL) || !g_utf8_validate (ref, -1, NULL))
    return 0;
  g_autofree char *there = att_url_resolve (base, ref), *typed = att_url_from_text (ref), *identity = att_url_identity (ref), *clean = att_url_without_trackers (ref), *host = att_url_host (ref);
  g_assert_nonnull (there);
  g_assert_true (identity && g_utf8_validate (identity, -1, NULL));
  g_assert_true (host == NULL || *host);
  g_assert_true (g_utf8_validate (there, -1, NULL));
  if (att_url_is_safe (ref) && att_url_is_http (base))   /* what may stand in a link stays so, seen from a page */
    g_assert_true (att_url_is_safe (there));
  if (typed)
    g_assert_true (att_url_is_http (typed) || g_str_has_prefix (typed, "file:") || g_str_has_prefix (typed, "resource:"));   /* the sample desk */
  if (clean) {
    g_autofree char *again = att_url_without_trackers (clean);
    g_assert_cmpstr (again, ==, clean);
  }
  return 0;
}
