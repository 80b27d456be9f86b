/* flow.h: pieces of text, set as plain paragraphs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * White space of any kind and length (and the invisible U+200B, U+FEFF) becomes one space, a new block a blank line;
 * nothing of either stands at the beginning or the end. A value on the caller's stack; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  GString *out, *shapes; /* shapes: a letter for each paragraph; NULL: not wanted */
  char     shape;        /* what the next one is, as whoever fills it says; 0: plain, which is written p */
  gboolean block, gap;   /* what must come before the next letter */
  guint    breaks;       /* line breaks since the last one */
} AttFlow;

void  att_flow_init  (AttFlow *self, gsize room);   /* room: bytes likely needed */
char *att_flow_end   (AttFlow *self);               /* the text; owned by the caller */

void  att_flow_text  (AttFlow *self, const char *text, gsize length);   /* UTF-8, cut at whole characters */
void  att_flow_run   (AttFlow *self, const char *run, gsize length);    /* the same of what is known to be letters with single spaces between them */
void  att_flow_gap   (AttFlow *self);               /* at least a space */
void  att_flow_break (AttFlow *self);               /* a space; two in a row, or one between two sentences, a new block */
void  att_flow_block (AttFlow *self);               /* a new block */

G_END_DECLS
