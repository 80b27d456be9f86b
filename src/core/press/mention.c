/* mention.c: one mark on an article: a theme, a person, a state or a body.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/mention.h"

AttMention *
att_mention_new (AttTopicKind kind, const char *name, const char *label)
{
  g_return_val_if_fail (name != NULL, NULL);

  AttMention *self = g_new0 (AttMention, 1);
  self->kind = kind;
  self->grade = ATT_GRADE_SUBSTANTIVE;
  self->name = g_strdup (name);
  self->label = g_strdup (label ? label : name);
  self->evidence = g_array_new (FALSE, FALSE, sizeof (AttSpan));
  return self;
}

AttMention *
att_mention_copy (const AttMention *self)
{
  AttMention *copy = att_mention_new (self->kind, self->name, self->label);
  copy->grade = self->grade;
  copy->score = self->score;
  g_array_append_vals (copy->evidence, self->evidence->data, self->evidence->len);
  return copy;
}

void
att_mention_free (AttMention *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->label);
  g_array_unref (self->evidence);
  g_free (self);
}

const char *
att_topic_kind_name (AttTopicKind kind)
{
  static const char *const NAMES[] = { "theme", "person", "country", "organisation" };
  g_return_val_if_fail (kind < ATT_N_TOPIC_KINDS, NULL);
  return NAMES[kind];
}
