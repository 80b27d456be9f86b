/* html.h: HTML in, safe HTML or plain paragraphs out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parsed by gumbo (the WHATWG HTML algorithm). gumbo cannot be interrupted and is quadratic in nesting, so bytes
 * are weighed first: what is too deep or too large goes a plain-text way instead. Pure; any thread.
 */
#pragma once

#include "base/words.h"

#include <gumbo.h>

G_BEGIN_DECLS

typedef GumboOutput AttHtml;

AttHtml *att_html_parse   (const char *html, gsize length, gboolean fragment);   /* html[length] is NUL; NULL: too deep or too large */
void     att_html_free    (AttHtml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttHtml, att_html_free)

/* The visible text: a blank line between blocks, white space collapsed. */
char *att_html_text (const char *html);

/* The markup reduced to paragraphs, headings, lists, quotes, code, tables, links, emphasis and images. Links are made
 * absolute against base (may be NULL); scripts, forms, frames, event handlers, styles, tracking parameters and one-pixel
 * images are gone. words, if asked for, become what att_html_text gives, from the same reading. */
char *att_html_clean (const char *html, const char *base, AttWords *words);

/* One line of text that may hold markup or references (a title): tags out, references resolved, squeezed. */
char *att_html_line (const char *html);

char       *att_html_node_text  (const GumboNode *node);   /* like att_html_text, of one node */
AttWords    att_html_node_words (const GumboNode *node);   /* the same, and what each paragraph is; the caller's */
char       *att_html_node_clean (const GumboNode *node, const char *base);   /* like att_html_clean, of one node's children */
const char *att_html_attribute (const GumboNode *node, const char *name);

G_END_DECLS
