/* completion.h: what is being written where the cursor stands in the text of a filter.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint start, end;   /* bytes of the text that a completion takes the place of, a "-" before it left alone */
  char *field;        /* "topic"; NULL: a bare word */
  char *prefix;       /* what of the value is there, without quotation marks */
} AttCompletion;

AttCompletion *att_completion_at   (const char *text, guint cursor);   /* cursor: bytes; NULL: nothing is being written there */
char          *att_completion_text (const char *field, const char *value);   /* "actor:\"Wang Yi\"": what is put there */
void           att_completion_free (AttCompletion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttCompletion, att_completion_free)

G_END_DECLS
