/* html-private.h: what the files that read HTML share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * html.c weighs, parses and sets text; html-clean.c rebuilds safe markup from gumbo's tree; html-tame.c does both at
 * once, without a tree, for markup so regular that the outcome is the same.
 */
#pragma once

#include "base/flow.h"
#include "base/html.h"

G_BEGIN_DECLS

#define ATT_HTML_MAX_WALK 700

gboolean att_html_is_dropped (GumboTag tag);                                     /* nothing of it is for reading: scripts, styles, frames */
void     att_html_flow       (const GumboNode *node, AttFlow *flow, int depth);  /* its visible text */
char    *att_html_sound      (char *text);         /* text itself, or mended in its place: gumbo makes ill-formed UTF-8 of &#8299999999; */
char    *att_html_strip      (const char *html);   /* the text without a parser, for what gumbo must not see */

/* Attributes of safe markup, written into out. */
void     att_html_append_link (GString *out, const char *attribute, const char *value, const char *base);   /* an unsafe address: nothing */
void     att_html_append_word (GString *out, const char *attribute, const char *value);
gboolean att_html_is_pixel    (const char *width, const char *height);   /* a picture that only counts who looks */
gboolean att_html_shows       (const char *src, const char *alt);        /* an image that is worth keeping */

/* TRUE: html is tame, and safe markup and text stand in out and flow. FALSE: it is not, and they hold rubbish. */
gboolean att_html_tame (const char *html, const char *base, GString *out, AttFlow *flow);

G_END_DECLS
