/* compose.h: the chosen blocks of a page, set as an article.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "page/layout.h"
#include "press/picture.h"

G_BEGIN_DECLS

/* Paragraphs with a blank line between them. chosen: a byte for each block. */
char *att_compose_text (const AttLayout *layout, const guint8 *chosen);

/* What each of those paragraphs is, a letter for one: see press/article.h. */
char *att_compose_shapes (const AttLayout *layout, const guint8 *chosen);

/* The same as safe HTML: paragraphs, headings, lists, quotes, tables, code, links, emphasis, and the pictures between them;
 * addresses are made absolute against base. Those pictures that have an address of the web go to pictures as well. */
char *att_compose_html (const AttLayout *layout, const guint8 *chosen, const char *base, GPtrArray *pictures);

G_END_DECLS
