/* flow.c: pieces of text, set as plain paragraphs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/flow.h"

#include "base/text.h"

#include <string.h>

void
att_flow_init (AttFlow *self, gsize room)
{
  *self = (AttFlow) { .out = g_string_sized_new (room + 1) };
}

char *
att_flow_end (AttFlow *self)
{
  gsize length = self->out->len;
  return g_realloc (g_string_free (self->out, FALSE), length + 1);
}

/* White space, or what is not seen. */
static gsize
skipped_at (const char *p)
{
  gsize space = att_text_space_at (p);
  return space ? space : att_text_hidden_at (p);
}

/* Letters with single spaces between them, beginning with a letter: the ordinary case, copied as it stands. */
static gsize
regular_run (const char *text, gsize length)
{
  static const guint8 SUSPECT[256] = { [0x00 ... 0x1F] = 1, [' '] = 1, [0xC2] = 1, [0xE1 ... 0xE3] = 1, [0xEF] = 1 };   /* may begin white space, or what is not seen */
  for (gsize i = 0; i < length; i++) {
    if (SUSPECT[(guchar) text[i]] == 0 || skipped_at (text + i) == 0)
      continue;
    if (text[i] != ' ' || i + 1 == length || (SUSPECT[(guchar) text[i + 1]] && skipped_at (text + i + 1)))
      return i;
  }
  return length;
}

static gboolean
is_among (gunichar c, const char *letters)
{
  return c < (gunichar) -2 && c && g_utf8_strchr (letters, -1, c);
}

/* Whether the text so far ends a sentence, whatever closes behind its mark. */
static gboolean
ends_sentence (const GString *out)
{
  const char *p = out->str + out->len, *end = p;
  gunichar c;
  do {
    p = g_utf8_find_prev_char (out->str, p);
    c = p ? g_utf8_get_char_validated (p, end - p) : 0;
    end = p;
  } while (is_among (c, "\"')]”’»」』"));
  return is_among (c, ".?!…。？！؟۔");
}

/* "QUESTION: …?<br>MR NORLING: …": a line that ends with a sentence, and one that begins another. */
static gboolean
is_parted (const AttFlow *self, const char *run, gsize length)
{
  if (self->breaks == 0)
    return FALSE;
  gunichar c = g_utf8_get_char_validated (run, length);
  return c < (gunichar) -2 && !g_unichar_islower (c) && ends_sentence (self->out);
}

void
att_flow_run (AttFlow *self, const char *run, gsize length)
{
  gboolean begins = self->out->len == 0, parts = !begins && (self->block || is_parted (self, run, length));
  if (parts)
    att_text_put (self->out, "\n\n", 2);
  else if (!begins && self->gap)
    g_string_append_c (self->out, ' ');
  if (self->shapes && (begins || parts))
    g_string_append_c (self->shapes, self->shape ? self->shape : 'p');
  self->block = self->gap = FALSE;
  self->breaks = 0;
  att_text_put (self->out, run, length);
}

void
att_flow_text (AttFlow *self, const char *text, gsize length)
{
  for (const char *p = text, *end = text + length; p < end;) {
    gsize space = att_text_space_at (p), hidden = space ? 0 : att_text_hidden_at (p);
    if (space + hidden > 0) {
      self->gap |= space > 0;
      p += space + hidden;
      continue;
    }
    gsize run = regular_run (p, end - p);
    att_flow_run (self, p, run);
    p += run;
  }
}

void
att_flow_gap (AttFlow *self)
{
  self->gap = TRUE;
}

void
att_flow_break (AttFlow *self)
{
  self->gap = TRUE;
  if (++self->breaks >= 2)
    self->block = TRUE;
}

void
att_flow_block (AttFlow *self)
{
  self->block = TRUE;
}
