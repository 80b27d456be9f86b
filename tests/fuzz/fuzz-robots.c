/* fuzz-robots.c: any robots.txt and any path; what is forbidden whole forbids each page.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fetch/robots.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The path stands behind the first zero. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *rules = g_strndup ((const char *) data, size);
  gsize n = strlen (rules);
  g_autofree char *rest = n < size ? g_strndup ((const char *) data + n + 1, size - n - 1) : NULL, *path = g_strconcat ("/", rest ? rest : "", NULL);
  gboolean allowed = att_robots_allow (rules, path);
  g_autofree char *closed = g_strconcat ("User-agent: *\nDisallow: /\n\n", NULL);
  g_assert_false (att_robots_allow (closed, path));
  g_assert_true (att_robots_allow (NULL, path));
  g_assert_true (att_robots_allow (rules, path) == allowed);
  return 0;
}
