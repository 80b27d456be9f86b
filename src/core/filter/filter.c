/* filter.c: what is asked of the desk.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/filter.h"

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
group_free (gpointer data)
{
  AttFilterGroup *group = data;
  g_ptr_array_unref (group->any_of);
  g_free (group);
}

static void
append_topic (AttFilter *self, AttTopicKind kind, const char *name, AttSense sense)
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
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  return self;
}

AttFilter *
att_filter_ref (AttFilter *self)
{
  return g_atomic_rc_box_acquire (self);
}

/* What a filter has one of, in the order it is written in. */
static const gsize SINGLES[] = { G_STRUCT_OFFSET (AttFilter, speaker), G_STRUCT_OFFSET (AttFilter, source), G_STRUCT_OFFSET (AttFilter, feed),  G_STRUCT_OFFSET (AttFilter, folder),
                                 G_STRUCT_OFFSET (AttFilter, outlet),  G_STRUCT_OFFSET (AttFilter, language), G_STRUCT_OFFSET (AttFilter, label), G_STRUCT_OFFSET (AttFilter, note) };

static char *
single (const AttFilter *self, guint i)
{
  return G_STRUCT_MEMBER (char *, self, SINGLES[i]);
}

static void
clear (gpointer data)
{
  AttFilter *self = data;
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->topics);
  for (guint i = 0; i < G_N_ELEMENTS (SINGLES); i++)
    g_free (single (self, i));
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
  att_filter_add_all (copy, self);
  return copy;
}

/* Whether nothing is asked for, or nothing but one single, by where it stands in a filter. */
static gboolean
asks_only (const AttFilter *self, gsize one)
{
  for (guint i = 0; i < G_N_ELEMENTS (SINGLES); i++)
    if (single (self, i) && SINGLES[i] != one)
      return FALSE;
  return self->words->len + self->groups->len + self->topics->len == 0 && !self->period && !self->since && !self->before && !self->unread && !self->starred && !self->noted;
}

gboolean
att_filter_is_everything (const AttFilter *self)
{
  return asks_only (self, G_MAXSIZE);
}

const char **
att_filter_group_languages (const AttFilterGroup *group)
{
  const char **languages = g_new0 (const char *, group->any_of->len + 1);
  for (guint i = 0; i < group->any_of->len; i++) {
    const AttFilter *one = g_ptr_array_index (group->any_of, i);
    if (one->language == NULL || !asks_only (one, G_STRUCT_OFFSET (AttFilter, language))) {
      g_free (languages);
      return NULL;
    }
    languages[i] = one->language;
  }
  return languages;
}

gboolean
att_filter_is_in_language (const char *const *asked, const char *language)
{
  for (guint i = 0; asked[i]; i++) {
    gsize n = strlen (asked[i]);
    if (language == NULL ? strcmp (asked[i], "none") == 0 : g_ascii_strncasecmp (language, asked[i], n) == 0 && (language[n] == '\0' || language[n] == '-'))
      return TRUE;
  }
  return FALSE;
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

void
att_filter_add_topic (AttFilter *self, AttTopicKind kind, const char *name, AttSense sense)
{
  AttFilterTopic *topic = find_topic (self, kind, name);
  if (topic && sense != ATT_SENSE_OFF)
    topic->sense = sense;
  else if (topic)
    g_ptr_array_remove (self->topics, topic);
  else if (sense != ATT_SENSE_OFF)
    append_topic (self, kind, name, sense);
}

AttFilter *
att_filter_with_topic (const AttFilter *self, AttTopicKind kind, const char *name, AttSense sense)
{
  AttFilter *copy = att_filter_copy (self);
  att_filter_add_topic (copy, kind, name, sense);
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
  copy->since = copy->before = 0;
  return copy;
}

static AttFilter *
with_single (const AttFilter *self, gsize offset, const char *value)
{
  AttFilter *copy = att_filter_copy (self);
  char **field = &G_STRUCT_MEMBER (char *, copy, offset);
  g_free (*field);
  *field = g_strdup (value);
  return copy;
}

AttFilter *
att_filter_with_speaker (const AttFilter *self, const char *speaker)
{
  return with_single (self, G_STRUCT_OFFSET (AttFilter, speaker), speaker);
}

AttFilter *
att_filter_with_outlet (const AttFilter *self, const char *country)
{
  return with_single (self, G_STRUCT_OFFSET (AttFilter, outlet), country);
}

gboolean
att_filter_asks_language (const AttFilter *self)
{
  for (guint i = 0; i < self->groups->len; i++) {
    const AttFilterGroup *group = g_ptr_array_index (self->groups, i);
    for (guint k = 0; k < group->any_of->len; k++)
      if (att_filter_asks_language (g_ptr_array_index (group->any_of, k)))
        return TRUE;
  }
  return self->language != NULL;
}

static void
add_language (GPtrArray *any_of, const char *language)
{
  AttFilter *one = att_filter_everything ();
  one->language = g_strdup (language);
  g_ptr_array_add (any_of, one);
}

AttFilter *
att_filter_with_languages (const AttFilter *self, const char *const *languages)
{
  AttFilter *copy = att_filter_copy (self);
  if (languages == NULL || *languages == NULL || att_filter_asks_language (self))
    return copy;
  GPtrArray *any_of = g_ptr_array_new_with_free_func ((GDestroyNotify) att_filter_unref);
  for (guint i = 0; languages[i]; i++)
    add_language (any_of, languages[i]);
  add_language (any_of, "none");
  att_filter_add_group (copy, any_of, FALSE);
  return copy;
}

AttFilter *
att_filter_with_dates (const AttFilter *self, gint64 since, gint64 before)
{
  AttFilter *copy = att_filter_copy (self);
  copy->period = 0;
  copy->since = since;
  copy->before = before;
  return copy;
}

void
att_filter_add_words (AttFilter *self, char **any_of, guint near, gboolean never)
{
  AttFilterWords *words = g_new (AttFilterWords, 1);
  *words = (AttFilterWords) { any_of, near, never };
  g_ptr_array_add (self->words, words);
}

void
att_filter_add_group (AttFilter *self, GPtrArray *any_of, gboolean never)
{
  AttFilterGroup *group = g_new (AttFilterGroup, 1);
  *group = (AttFilterGroup) { any_of, never };
  g_ptr_array_add (self->groups, group);
}

/* A value there is room for once; a second one, that must hold as well, stands in a group of its own. */
static void
add_single (AttFilter *self, guint i, const char *value)
{
  char **field = &G_STRUCT_MEMBER (char *, self, SINGLES[i]);
  if (value == NULL || g_strcmp0 (*field, value) == 0)
    return;
  if (*field == NULL) {
    *field = g_strdup (value);
    return;
  }
  AttFilter *alone = att_filter_everything ();
  G_STRUCT_MEMBER (char *, alone, SINGLES[i]) = g_strdup (value);
  GPtrArray *any_of = g_ptr_array_new_with_free_func ((GDestroyNotify) att_filter_unref);
  g_ptr_array_add (any_of, alone);
  att_filter_add_group (self, any_of, FALSE);
}

/* What is there twice must hold twice: the later or the earlier of two dates. 0: none is asked for; those before 1970 are below. */
static gint64
both (gint64 a, gint64 b, gboolean later)
{
  if (a == 0 || b == 0)
    return a ? a : b;
  return later ? MAX (a, b) : MIN (a, b);
}

/* It must and must not be there: nothing is so, and that is what was asked for. */
static void
add_apart (AttFilter *self, const AttFilterTopic *topic)
{
  AttFilter *one = att_filter_everything ();
  GPtrArray *any_of = g_ptr_array_new_with_free_func ((GDestroyNotify) att_filter_unref);
  append_topic (one, topic->kind, topic->name, ATT_SENSE_MUST);
  g_ptr_array_add (any_of, one);
  AttFilterTopic *own = find_topic (self, topic->kind, topic->name);
  if (own)
    own->sense = ATT_SENSE_MUST;
  att_filter_add_group (self, any_of, TRUE);
}

void
att_filter_add_all (AttFilter *self, const AttFilter *other)
{
  for (guint i = 0; i < other->words->len; i++) {
    const AttFilterWords *words = g_ptr_array_index (other->words, i);
    att_filter_add_words (self, g_strdupv (words->any_of), words->near, words->never);
  }
  for (guint i = 0; i < other->topics->len; i++) {
    const AttFilterTopic *topic = g_ptr_array_index (other->topics, i);
    AttSense here = att_filter_sense (self, topic->kind, topic->name);
    if (here == ATT_SENSE_OFF)
      append_topic (self, topic->kind, topic->name, topic->sense);
    else if (here != topic->sense)
      add_apart (self, topic);
  }
  for (guint i = 0; i < G_N_ELEMENTS (SINGLES); i++)
    add_single (self, i, single (other, i));
  for (guint i = 0; i < other->groups->len; i++) {
    const AttFilterGroup *group = g_ptr_array_index (other->groups, i);
    const AttFilter *alone = group->any_of->len == 1 && !group->never ? g_ptr_array_index (group->any_of, 0) : NULL;
    if (alone && alone->words->len + alone->topics->len + alone->groups->len == 0)
      att_filter_add_all (self, alone);   /* a second value, which may be the first here */
    else
      att_filter_add_group (self, g_ptr_array_ref (group->any_of), group->never);   /* its filters are frozen */
  }
  self->any_topic |= other->any_topic;
  self->period = both (self->period, other->period, FALSE);
  self->since = both (self->since, other->since, TRUE);
  self->before = both (self->before, other->before, FALSE);
  self->unread |= other->unread;
  self->starred |= other->starred;
  self->noted |= other->noted;
}

void
att_filter_add_whole (AttFilter *self, AttFilter *other)
{
  if (!other->any_topic) {
    att_filter_add_all (self, other);
    return;
  }
  GPtrArray *any_of = g_ptr_array_new_with_free_func ((GDestroyNotify) att_filter_unref);
  g_ptr_array_add (any_of, att_filter_ref (other));
  att_filter_add_group (self, any_of, FALSE);
}

AttFilter *
att_filter_with_all (AttFilter *self, AttFilter *other)
{
  AttFilter *both = att_filter_everything ();
  att_filter_add_whole (both, self);
  att_filter_add_whole (both, other);
  return both;
}
