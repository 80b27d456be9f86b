/* filter.c: what is asked of the desk.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/filter.h"

#include "filter/syntax.h"

#include <string.h>

static void
topic_free (gpointer data)
{
  AttFilterTopic *topic = data;
  g_free (topic->name);
  g_free (topic);
}

static void
words_free (gpointer data)
{
  AttFilterWords *words = data;
  g_strfreev (words->any_of);
  g_free (words);
}

static void
add_topic (AttFilter *self, AttTopicKind kind, const char *name, AttSense sense)
{
  AttFilterTopic *topic = g_new (AttFilterTopic, 1);
  *topic = (AttFilterTopic) { kind, sense, g_strdup (name) };
  g_ptr_array_add (self->topics, topic);
}

AttFilter *
att_filter_everything (void)
{
  AttFilter *self = g_atomic_rc_box_new0 (AttFilter);
  self->words = g_ptr_array_new_with_free_func (words_free);
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  return self;
}

AttFilter *
att_filter_ref (AttFilter *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AttFilter *self = data;
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->topics);
  g_free (self->source);
  g_free (self->feed);
  g_free (self->folder);
  g_free (self->speaker);
}

void
att_filter_unref (AttFilter *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

AttFilter *
att_filter_copy (const AttFilter *self)
{
  AttFilter *copy = att_filter_everything ();
  for (guint i = 0; i < self->words->len; i++) {
    const AttFilterWords *words = g_ptr_array_index (self->words, i);
    att_filter_add_words (copy, g_strdupv (words->any_of), words->near, words->never);
  }
  for (guint i = 0; i < self->topics->len; i++) {
    const AttFilterTopic *topic = g_ptr_array_index (self->topics, i);
    add_topic (copy, topic->kind, topic->name, topic->sense);
  }
  copy->any_topic = self->any_topic;
  copy->source = g_strdup (self->source);
  copy->feed = g_strdup (self->feed);
  copy->folder = g_strdup (self->folder);
  copy->speaker = g_strdup (self->speaker);
  copy->period = self->period;
  copy->since = self->since;
  copy->before = self->before;
  copy->unread = self->unread;
  copy->starred = self->starred;
  return copy;
}

gboolean
att_filter_equal (const AttFilter *a, const AttFilter *b)
{
  g_autofree char *x = att_filter_format (a), *y = att_filter_format (b);
  return strcmp (x, y) == 0;
}

static AttFilterTopic *
find_topic (const AttFilter *self, AttTopicKind kind, const char *name)
{
  for (guint i = 0; i < self->topics->len; i++) {
    AttFilterTopic *topic = g_ptr_array_index (self->topics, i);
    if (topic->kind == kind && strcmp (topic->name, name) == 0)
      return topic;
  }
  return NULL;
}

AttSense
att_filter_sense (const AttFilter *self, AttTopicKind kind, const char *name)
{
  const AttFilterTopic *topic = find_topic (self, kind, name);
  return topic ? topic->sense : ATT_SENSE_OFF;
}

guint
att_filter_n_must (const AttFilter *self)
{
  guint n = 0;
  for (guint i = 0; i < self->topics->len; i++)
    n += ((AttFilterTopic *) g_ptr_array_index (self->topics, i))->sense == ATT_SENSE_MUST;
  return n;
}

AttFilter *
att_filter_with_topic (const AttFilter *self, AttTopicKind kind, const char *name, AttSense sense)
{
  AttFilter *copy = att_filter_copy (self);
  AttFilterTopic *topic = find_topic (copy, kind, name);
  if (topic && sense != ATT_SENSE_OFF)
    topic->sense = sense;
  else if (topic)
    g_ptr_array_remove (copy->topics, topic);
  else if (sense != ATT_SENSE_OFF)
    add_topic (copy, kind, name, sense);
  if (att_filter_n_must (copy) < 2)
    copy->any_topic = FALSE;
  return copy;
}

AttFilter *
att_filter_with_any (const AttFilter *self, gboolean any)
{
  AttFilter *copy = att_filter_copy (self);
  copy->any_topic = any;
  return copy;
}

AttFilter *
att_filter_with_place (const AttFilter *self, const char *feed, const char *folder, gboolean unread, gboolean starred)
{
  AttFilter *copy = att_filter_copy (self);
  g_free (copy->feed);
  g_free (copy->folder);
  copy->feed = g_strdup (feed);
  copy->folder = g_strdup (folder);
  copy->unread = unread;
  copy->starred = starred;
  return copy;
}

AttFilter *
att_filter_with_period (const AttFilter *self, gint64 seconds)
{
  AttFilter *copy = att_filter_copy (self);
  copy->period = seconds;
  return copy;
}

AttFilter *
att_filter_with_speaker (const AttFilter *self, const char *speaker)
{
  AttFilter *copy = att_filter_copy (self);
  g_free (copy->speaker);
  copy->speaker = g_strdup (speaker);
  return copy;
}

void
att_filter_add_words (AttFilter *self, char **any_of, guint near, gboolean never)
{
  AttFilterWords *words = g_new (AttFilterWords, 1);
  *words = (AttFilterWords) { any_of, near, never };
  g_ptr_array_add (self->words, words);
}
