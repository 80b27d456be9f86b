/* taxonomy.c: what the reader teaches the desk.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/taxonomy.h"

#include "analysis/learn.h"
#include "base/date.h"
#include "desk/marking.h"
#include "store/topics.h"

#include <string.h>

#define MAX_EXAMPLES 400   /* the newest: older ones have had their say */

/* One lesson on its way: what is told to the store, and then what is learned of which topic. */
typedef struct {
  AttDesk *desk;
  gint64 article;            /* to be analysed anew, once something said of it is taken back */
  char *name, *same_as;      /* of two names that are one */
  AttTopicKind kind;
  char *theme;               /* the topic to learn anew; NULL: none */
  AttTopic *topic;           /* to save; NULL: theme is to be removed, or */
  char *file;                /* the topics of a file are to be taken */
  GArray *examples;          /* of AttExample: what the theme is learned of; NULL: there is nothing to learn */
  AttLexicon *lexicon;       /* as it was when the writer was asked last */
} Lesson;

static void
lesson_free (gpointer data)
{
  Lesson *self = data;
  att_desk_hold (self->desk, FALSE);
  g_object_unref (self->desk);
  g_clear_pointer (&self->topic, att_topic_free);
  g_clear_pointer (&self->lexicon, att_lexicon_unref);
  g_clear_pointer (&self->examples, g_array_unref);
  g_free (self->file);
  g_free (self->name);
  g_free (self->same_as);
  g_free (self->theme);
  g_free (self);
}

static GTask *
new_lesson (AttDesk *desk, GAsyncReadyCallback callback, gpointer user_data, Lesson **lesson)
{
  GTask *task = g_task_new (desk, NULL, callback, user_data);
  *lesson = g_new0 (Lesson, 1);
  (*lesson)->desk = g_object_ref (desk);
  att_desk_hold (desk, TRUE);
  g_task_set_task_data (task, *lesson, lesson_free);
  return task;
}

static void
example_clear (gpointer data)
{
  att_article_unref (((AttExample *) data)->article);
}

static gpointer
read_examples (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  g_autoptr (GPtrArray) corrections = att_corrections_list (db, data, error);
  GArray *examples = g_array_new (FALSE, FALSE, sizeof (AttExample));
  g_array_set_clear_func (examples, example_clear);
  for (guint i = corrections->len > MAX_EXAMPLES ? corrections->len - MAX_EXAMPLES : 0; i < corrections->len; i++) {
    const AttCorrection *c = corrections->pdata[i];
    AttExample example = { att_articles_read (db, c->article, NULL), c->about };
    if (example.article)   /* it may be gone with its feed */
      g_array_append_val (examples, example);
  }
  return examples;
}

static guint
theme_of (const AttLexicon *lexicon, const char *id)
{
  for (guint i = 0; i < lexicon->themes->len; i++)
    if (strcmp (g_array_index (lexicon->themes, AttTheme, i).id, id) == 0)
      return i;
  return G_MAXUINT;
}

/* Learns the topic, writes what was learned, and builds the lexicon with it: on the writer's thread, so that two lessons neither write over each
 * other nor is the older one's lexicon taken last. */
static gpointer
study (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Lesson *lesson = data;   /* the task that waits for this keeps it */
  const char *tables = att_desk_get_tables (lesson->desk);
  guint theme = lesson->theme ? theme_of (lesson->lexicon, lesson->theme) : G_MAXUINT;
  g_autofree char *rows = theme != G_MAXUINT && lesson->examples ? att_learn_topic (lesson->lexicon, theme, lesson->examples) : NULL;
  return rows && !att_own_topics_learn (tables, lesson->theme, rows, error) ? NULL : att_lexicon_new (tables, error);
}

static void
studied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Lesson *lesson = g_task_get_task_data (task);
  GError *error = NULL;
  AttLexicon *lexicon = att_store_finish (ATT_STORE (source), result, &error);
  if (lexicon == NULL) {
    g_task_return_error (task, error);
    return;
  }
  att_desk_take_lexicon (lesson->desk, lexicon);
  g_task_return_boolean (task, TRUE);
}

/* The writer's thread reads the lexicon of now: the desk may have taken another one since the lesson began. */
static void
note_lexicon (Lesson *lesson)
{
  g_clear_pointer (&lesson->lexicon, att_lexicon_unref);
  lesson->lexicon = att_lexicon_ref ((AttLexicon *) att_desk_get_lexicon (lesson->desk));
}

/* Takes task. */
static void
begin_study (GTask *task)
{
  Lesson *lesson = g_task_get_task_data (task);
  note_lexicon (lesson);
  att_store_tell_async (att_desk_get_store (lesson->desk), study, lesson, NULL, (GDestroyNotify) att_lexicon_unref, studied_cb, task);
}

static void
examples_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Lesson *lesson = g_task_get_task_data (task);
  GError *error = NULL;
  lesson->examples = att_store_finish (ATT_STORE (source), result, &error);
  if (error == NULL) {
    begin_study (task);
    return;
  }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Takes task: its topic is learned anew, or there is none and it is done. */
static void
learn (GTask *task)
{
  Lesson *lesson = g_task_get_task_data (task);
  if (lesson->theme == NULL) {
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
    return;
  }
  att_store_ask_async (att_desk_get_store (lesson->desk), read_examples, g_strdup (lesson->theme), g_free, (GDestroyNotify) g_array_unref, NULL, examples_cb, task);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error == NULL) {
    learn (task);
    return;
  }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static gpointer
write_correction (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  att_corrections_set (db, data, att_date_now (), change, error);
  return NULL;
}

static AttCorrection *
copy_correction (const AttCorrection *c)
{
  return att_correction_new (c->article, c->kind, c->name, c->label, c->about);
}

void
att_desk_correct_async (AttDesk *self, const AttCorrection *correction, GAsyncReadyCallback callback, gpointer user_data)
{
  Lesson *lesson;
  GTask *task = new_lesson (self, callback, user_data, &lesson);
  lesson->theme = correction->kind == ATT_TOPIC_THEME ? g_strdup (correction->name) : NULL;
  att_store_tell_async (att_desk_get_store (self), write_correction, copy_correction (correction), (GDestroyNotify) att_correction_free, NULL, told_cb, task);
}

static void
marked_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  if (att_marking_run_finish (result, &error) >= 0) {
    learn (task);
    return;
  }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Lesson *lesson = g_task_get_task_data (task);
  GError *error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  att_marking_run_async (ATT_STORE (source), (AttLexicon *) att_desk_get_lexicon (lesson->desk), lesson->article, NULL, NULL, NULL, marked_again_cb, task);
}

static gpointer
drop_correction (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const AttCorrection *c = data;
  att_corrections_drop (db, c->article, c->kind, c->name, error);
  return NULL;
}

void
att_desk_uncorrect_async (AttDesk *self, const AttCorrection *correction, GAsyncReadyCallback callback, gpointer user_data)
{
  Lesson *lesson;
  GTask *task = new_lesson (self, callback, user_data, &lesson);
  lesson->article = correction->article;
  lesson->theme = correction->kind == ATT_TOPIC_THEME ? g_strdup (correction->name) : NULL;
  att_store_tell_async (att_desk_get_store (self), drop_correction, copy_correction (correction), (GDestroyNotify) att_correction_free, NULL, dropped_cb, task);
}

static gpointer
write_attribution (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  att_attributions_set (db, data, att_date_now (), change, error);
  return NULL;
}

void
att_desk_attribute_async (AttDesk *self, const AttAttribution *attribution, GAsyncReadyCallback callback, gpointer user_data)
{
  Lesson *lesson;
  GTask *task = new_lesson (self, callback, user_data, &lesson);
  att_store_tell_async (att_desk_get_store (self), write_attribution, att_attribution_copy (attribution), (GDestroyNotify) att_attribution_free, NULL, told_cb, task);
}

static gpointer
drop_attribution (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  att_attributions_drop (db, data, error);
  return NULL;
}

void
att_desk_unattribute_async (AttDesk *self, const AttAttribution *attribution, GAsyncReadyCallback callback, gpointer user_data)
{
  Lesson *lesson;
  GTask *task = new_lesson (self, callback, user_data, &lesson);
  lesson->article = attribution->article;
  att_store_tell_async (att_desk_get_store (self), drop_attribution, att_attribution_copy (attribution), (GDestroyNotify) att_attribution_free, NULL, dropped_cb, task);
}

static gpointer
write_merge (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Lesson *lesson = data;   /* the task that waits for this keeps it */
  att_corrections_merge (db, lesson->kind, lesson->name, lesson->same_as, att_date_now (), change, error);
  return NULL;
}

void
att_desk_merge_async (AttDesk *self, AttTopicKind kind, const char *name, const char *same_as, GAsyncReadyCallback callback, gpointer user_data)
{
  Lesson *lesson;
  GTask *task = new_lesson (self, callback, user_data, &lesson);
  lesson->kind = kind;
  lesson->name = g_strdup (name);
  lesson->same_as = g_strdup (same_as);
  att_store_tell_async (att_desk_get_store (self), write_merge, lesson, NULL, NULL, told_cb, task);
}

gboolean
att_desk_teach_finish (AttDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Files, not tables; on the writer's thread, one after the other. */
static gpointer
write_topic (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Lesson *lesson = data;
  const char *tables = att_desk_get_tables (lesson->desk);
  guint n_topics;
  if (lesson->topic)
    att_own_topics_save (tables, lesson->lexicon, lesson->topic, error);
  else if (lesson->file)
    att_own_topics_import (tables, lesson->file, &n_topics, error);
  else
    att_own_topics_remove (tables, lesson->theme, error);
  return NULL;
}

static void
topic_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error == NULL) {
    begin_study (task);
    return;
  }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
change_topics (GTask *task)
{
  Lesson *lesson = g_task_get_task_data (task);
  note_lexicon (lesson);
  att_store_tell_async (att_desk_get_store (lesson->desk), write_topic, lesson, NULL, NULL, topic_written_cb, task);
}

void
att_desk_save_topic_async (AttDesk *self, const AttTopic *topic, GAsyncReadyCallback callback, gpointer user_data)
{
  Lesson *lesson;
  GTask *task = new_lesson (self, callback, user_data, &lesson);
  lesson->topic = att_topic_copy (topic);
  change_topics (task);
}

void
att_desk_take_topics_async (AttDesk *self, char *text, GAsyncReadyCallback callback, gpointer user_data)
{
  Lesson *lesson;
  GTask *task = new_lesson (self, callback, user_data, &lesson);
  lesson->file = text;
  change_topics (task);
}

void
att_desk_remove_topic_async (AttDesk *self, const char *id, GAsyncReadyCallback callback, gpointer user_data)
{
  Lesson *lesson;
  GTask *task = new_lesson (self, callback, user_data, &lesson);
  lesson->theme = g_strdup (id);
  change_topics (task);
}

static void
topic_name_free (gpointer data)
{
  AttTopicName *name = data;
  g_free (name->id);
  g_free (name->label);
  g_free (name->section);
  g_free (name);
}

GPtrArray *
att_desk_list_topics (AttDesk *self)
{
  const AttLexicon *lexicon = att_desk_get_lexicon (self);
  GPtrArray *names = g_ptr_array_new_with_free_func (topic_name_free);
  for (guint i = 0; i < lexicon->themes->len; i++) {
    const AttTheme *theme = &g_array_index (lexicon->themes, AttTheme, i);
    AttTopicName *name = g_new (AttTopicName, 1);
    *name = (AttTopicName) { g_strdup (theme->id), g_strdup (theme->label), g_strdup (theme->section) };
    g_ptr_array_add (names, name);
  }
  return names;
}

void
att_desk_make_topic_unique (AttDesk *self, AttTopic *topic)
{
  const AttLexicon *lexicon = att_desk_get_lexicon (self);
  g_autofree char *wanted = g_strdup (topic->id);
  guint n = 2;
  for (guint i = 0; i < lexicon->themes->len; i++)
    if (strcmp (g_array_index (lexicon->themes, AttTheme, i).id, topic->id) == 0) {
      g_free (topic->id);
      topic->id = g_strdup_printf ("%s-%u", wanted, n++);
      i = G_MAXUINT;   /* and once more from the first */
    }
}

/* A topic that was taken back is offered no more; what was marked by it is marked anew. */
static gboolean
retire_others (AttDatabase *db, const AttLexicon *lexicon, GError **error)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT name FROM topic WHERE kind=0 AND position>=0", "");
  while (s && att_database_row (db, s, error)) {
    const char *name = (const char *) sqlite3_column_text (s, 0);
    if (theme_of (lexicon, name) == G_MAXUINT)
      g_ptr_array_add (gone, g_strdup (name));
  }
  gboolean done = s != NULL;
  for (guint i = 0; done && i < gone->len; i++)
    done = att_database_run (db, error, "UPDATE topic SET position=-1 WHERE kind=0 AND name=?", "s", gone->pdata[i]);
  return done;
}

static gpointer
define_themes (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const AttLexicon *lexicon = data;
  if (!att_database_begin (db, error))
    return NULL;
  if (!retire_others (db, lexicon, error)) {
    att_database_roll_back (db);
    return NULL;
  }
  for (guint i = 0; i < lexicon->themes->len; i++) {
    const AttTheme *theme = &g_array_index (lexicon->themes, AttTheme, i);
    if (!att_topics_define (db, theme->id, theme->label, theme->section, i, error)) {
      att_database_roll_back (db);
      return NULL;
    }
  }
  for (guint i = 0; i < lexicon->states->len; i++) {   /* so that the countries of outlets have names before anybody writes of them */
    const AttState *state = &g_array_index (lexicon->states, AttState, i);
    if (att_topics_id (db, ATT_TOPIC_STATE, state->code, state->label, error) == 0) {
      att_database_roll_back (db);
      return NULL;
    }
  }
  att_database_commit (db, error);
  return NULL;
}

static void
ignore_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    g_warning ("%s", error->message);
}

void
att_taxonomy_define (AttStore *store, AttLexicon *lexicon)
{
  att_store_tell_async (store, define_themes, att_lexicon_ref (lexicon), (GDestroyNotify) att_lexicon_unref, NULL, ignore_cb, NULL);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  if (!att_desk_teach_finish (ATT_DESK (source), result, &error))
    g_warning ("%s", error->message);
}

void
att_taxonomy_look (AttDesk *desk)
{
  Lesson *lesson;
  if (att_lexicon_stamp (att_desk_get_tables (desk)) != att_desk_get_lexicon (desk)->stamp)
    begin_study (new_lesson (desk, looked_cb, NULL, &lesson));
}
