/* syntax.c: a filter as text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/syntax.h"

#include "base/date.h"
#include "filter/tokens.h"

#include <string.h>

gboolean
att_filter_equal (const AttFilter *a, const AttFilter *b)
{
  g_autofree char *x = att_filter_format (a), *y = att_filter_format (b);
  return strcmp (x, y) == 0;
}

static void
add_part (GStrvBuilder *out, const char *prefix, const char *value)
{
  if (value == NULL)
    return;
  g_autofree char *safe = att_tokens_quote (value);
  g_autofree char *part = g_strconcat (prefix, safe, NULL);
  g_strv_builder_add (out, part);
}

static char *
format_period (gint64 seconds)
{
  return seconds % 86400 == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT "d", seconds / 86400)
                              : g_strdup_printf ("%" G_GINT64_FORMAT "h", seconds / 3600);
}

static char *
format_date (gint64 seconds)
{
  g_autoptr (GDateTime) here = g_date_time_new_from_unix_local (seconds);
  gboolean midnight = here && g_date_time_get_hour (here) + g_date_time_get_minute (here) + g_date_time_get_second (here) == 0;
  return midnight ? att_date_write (here, "-%m-%d") : att_date_format (seconds);
}

static void
add_words (GStrvBuilder *out, const AttFilterWords *words)
{
  g_autoptr (GString) part = g_string_new (words->never ? "-" : "");
  if (words->near) {
    g_autofree char *together = g_strjoinv (" ", words->any_of);
    g_string_append_printf (part, ATT_FIELD_NEAR "(%s, %u)", together, words->near);
    g_strv_builder_add (out, part->str);
    return;
  }
  for (guint i = 0; words->any_of[i]; i++) {
    g_autofree char *safe = att_tokens_quote (words->any_of[i]);
    g_string_append_printf (part, "%s%s", i ? " OR " : "", safe);
  }
  g_strv_builder_add (out, part->str);
}

static void
add_topics (GStrvBuilder *out, const AttFilter *self)
{
  static const char *const PREFIX[] = { "topic:", "actor:", "country:", "body:" };
  for (guint i = 0; i < self->topics->len; i++) {
    const AttFilterTopic *topic = g_ptr_array_index (self->topics, i);
    g_autofree char *prefix = g_strconcat (topic->sense == ATT_SENSE_MUST_NOT ? "-" : "", PREFIX[topic->kind], NULL);
    add_part (out, prefix, topic->name);
  }
}

/* Whether a filter as one of several alternatives, or refused, wants brackets around it. */
static gboolean
wants_brackets (const AttFilter *one, guint n_parts, gboolean several)
{
  const AttFilterWords *words = one->words->len ? g_ptr_array_index (one->words, 0) : NULL;
  const AttFilterGroup *group = one->groups->len ? g_ptr_array_index (one->groups, 0) : NULL;
  gboolean tied = (words && !words->near && words->any_of[1]) || (group && !group->never && group->any_of->len > 1);
  return n_parts > 1 || (several && tied);
}

static void
add_group (GStrvBuilder *out, const AttFilterGroup *group)
{
  g_autoptr (GString) part = g_string_new (NULL);
  for (guint i = 0; i < group->any_of->len; i++) {
    const AttFilter *one = g_ptr_array_index (group->any_of, i);
    g_auto (GStrv) parts = att_filter_parts (one);
    g_autofree char *text = g_strjoinv (" ", parts);
    gboolean field = one->words->len + one->topics->len + one->groups->len == 0;   /* -is:unread needs none */
    gboolean brackets = wants_brackets (one, g_strv_length (parts), group->any_of->len > 1) || (group->never && !field);
    g_string_append_printf (part, brackets ? "%s%s(%s)" : "%s%s%s", i ? " OR " : "", group->never ? "-" : "", text);
  }
  g_strv_builder_add (out, part->str);
}

char **
att_filter_parts (const AttFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GStrvBuilder) out = g_strv_builder_new ();
  for (guint i = 0; i < self->words->len; i++)
    add_words (out, g_ptr_array_index (self->words, i));
  add_topics (out, self);
  if (self->any_topic)
    g_strv_builder_add (out, "any:topics");
  add_part (out, "said:", self->speaker);
  add_part (out, "source:", self->source);
  add_part (out, "feed:", self->feed);
  add_part (out, "folder:", self->folder);
  g_autofree char *period = self->period ? format_period (self->period) : NULL;
  g_autofree char *since = self->since ? format_date (self->since) : NULL;
  g_autofree char *before = self->before ? format_date (self->before) : NULL;
  add_part (out, "since:", period);
  add_part (out, "since:", since);
  add_part (out, "before:", before);
  add_part (out, "from:", self->outlet);
  add_part (out, "lang:", self->language);
  add_part (out, "label:", self->label);
  add_part (out, "note:", self->note);
  if (self->unread)
    g_strv_builder_add (out, "is:unread");
  if (self->starred)
    g_strv_builder_add (out, "is:starred");
  if (self->noted)
    g_strv_builder_add (out, "is:noted");
  for (guint i = 0; i < self->groups->len; i++)
    add_group (out, g_ptr_array_index (self->groups, i));
  return g_strv_builder_end (out);
}

char *
att_filter_format (const AttFilter *self)
{
  g_auto (GStrv) parts = att_filter_parts (self);
  return g_strjoinv (" ", parts);
}

AttFilter *
att_filter_without_part (const AttFilter *self, guint part)
{
  g_auto (GStrv) parts = att_filter_parts (self);
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  for (guint i = 0; parts[i]; i++)
    if (i != part)
      g_strv_builder_add (rest, parts[i]);
  g_auto (GStrv) kept = g_strv_builder_end (rest);
  g_autofree char *text = g_strjoinv (" ", kept);
  AttFilter *filter = att_filter_parse (text, NULL);
  return filter ? filter : att_filter_everything ();
}
