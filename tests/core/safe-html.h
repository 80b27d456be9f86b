/* safe-html.h: what may reach the reader, asserted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The promise of att_html_clean, checked by a second reading of what it wrote: only the small block set, only links and
 * pictures' words as attributes, no address but of a safe kind, no tracking parameter. Aborts where it is broken.
 */
#pragma once

#include <glib.h>

void att_assert_safe_html (const char *html);   /* NULL is safe */
