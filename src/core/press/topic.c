/* topic.c: a topic as a person can read and change it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/topic.h"

#include "base/text.h"

#include <string.h>

#define MAX_TERMS 1000
#define SECTION "My topics"

static const char *const CLASSES[] = { "strong", "medium", "generic", "veto", "required" };

const char *
att_term_class_name (AttTermClass class)
{
  return CLASSES[MIN (class, ATT_N_TERM_CLASSES - 1)];
}

gboolean
att_term_class_by_name (const char *name, AttTermClass *class)
{
  for (guint i = 0; i < ATT_N_TERM_CLASSES; i++)
    if (strcmp (CLASSES[i], name) == 0) {
      *class = i;
      return TRUE;
    }
  return FALSE;
}

static char *
id_of (const char *label)
{
  g_autofree char *folded = att_text_fold (label);
  GString *id = g_string_new ("my-");
  for (const char *p = folded; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_isalnum (c))
      g_string_append_unichar (id, c);
    else if (id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  }
  if (id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

/* Tabs and line ends would break the tables it is kept in. */
static char *
one_line (const char *text)
{
  char *line = g_strdup (text ? text : "");
  g_strdelimit (line, "\t\r\n", ' ');
  return g_strstrip (line);
}

static void
term_free (gpointer data)
{
  AttTopicTerm *term = data;
  g_free (term->pattern);
  g_free (term->flags);
  g_free (term);
}

AttTopic *
att_topic_new (const char *id, const char *label, double threshold)
{
  AttTopic *self = g_new0 (AttTopic, 1);
  self->label = one_line (label);
  self->section = g_strdup (SECTION);
  self->id = id ? g_strdup (id) : id_of (self->label);
  self->terms = g_ptr_array_new_with_free_func (term_free);
  self->threshold = CLAMP (threshold, 0.05, 0.95);
  return self;
}

AttTopic *
att_topic_copy (const AttTopic *self)
{
  AttTopic *copy = att_topic_new (self->id, self->label, self->threshold);
  g_free (copy->section);
  copy->section = g_strdup (self->section);
  for (guint i = 0; i < self->terms->len; i++) {
    const AttTopicTerm *term = g_ptr_array_index (self->terms, i);
    att_topic_add_term (copy, term->class, term->pattern, term->flags);
  }
  return copy;
}

void
att_topic_free (AttTopic *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->label);
  g_free (self->section);
  g_ptr_array_unref (self->terms);
  g_free (self);
}

void
att_topic_add_term (AttTopic *self, AttTermClass class, const char *pattern, const char *flags)
{
  g_autofree char *line = one_line (pattern);
  if (*line == '\0' || self->terms->len >= MAX_TERMS)
    return;
  AttTopicTerm *term = g_new (AttTopicTerm, 1);
  *term = (AttTopicTerm) { class, g_steal_pointer (&line), g_strdup (flags ? flags : "") };
  g_ptr_array_add (self->terms, term);
}

void
att_topic_add_text (AttTopic *self, const char *text)
{
  static const struct { char mark; AttTermClass class; } MARKS[] = { { '-', ATT_TERM_VETO }, { '~', ATT_TERM_GENERIC }, { '?', ATT_TERM_MEDIUM }, { '+', ATT_TERM_REQUIRED } };
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (*text == MARKS[i].mark) {
      att_topic_add_term (self, MARKS[i].class, text + 1, NULL);
      return;
    }
  att_topic_add_term (self, ATT_TERM_STRONG, text, NULL);
}
