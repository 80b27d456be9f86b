/* topic-desk.c: topics looked into, tried out before they are saved, taken from files and given away.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/topic-desk.h"

#include "analysis/analyse.h"
#include "analysis/own-topics.h"
#include "base/error.h"
#include "desk/taxonomy.h"
#include "store/candidates.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define LOOKED_AT 1500       /* the newest stories, and as many of those about it now */
#define SHOWN 100            /* of each kind */

void
att_topic_state_free (AttTopicState *self)
{
  if (self == NULL)
    return;
  att_topic_free (self->topic);
  g_free (self);
}

typedef struct { char *tables, *id; } Look;

static void
look_free (gpointer data)
{
  Look *look = data;
  g_free (look->tables);
  g_free (look->id);
  g_free (look);
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *wish = data;
  AttTopicState *state = g_new0 (AttTopicState, 1);
  g_autoptr (GPtrArray) own = att_own_topics_list (wish->tables);
  g_autoptr (AttTopic) shipped = att_own_topics_shipped (wish->id);
  state->shipped = shipped != NULL;
  for (guint i = 0; i < own->len && state->topic == NULL; i++)
    if (strcmp (((AttTopic *) g_ptr_array_index (own, i))->id, wish->id) == 0)
      state->topic = att_topic_copy (g_ptr_array_index (own, i));
  state->own = state->topic != NULL;
  if (state->topic == NULL)
    state->topic = g_steal_pointer (&shipped);
  if (state->topic)
    g_task_return_pointer (task, state, (GDestroyNotify) att_topic_state_free);
  else {
    att_topic_state_free (state);
    g_task_return_new_error (task, ATT_ERROR, ATT_ERROR_USAGE, _("There is no topic “%s”."), wish->id);
  }
}

void
att_desk_topic_async (AttDesk *self, const char *id, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Look *wish = g_new (Look, 1);
  *wish = (Look) { g_strdup (att_desk_get_tables (self)), g_strdup (id) };
  g_task_set_task_data (task, wish, look_free);
  g_task_run_in_thread (task, look);
}

AttTopicState *
att_desk_topic_finish (AttDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
story_free (gpointer data)
{
  AttTopicStory *story = data;
  g_free (story->title);
  g_free (story->source);
  g_free (story);
}

void
att_topic_preview_free (AttTopicPreview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  g_free (self);
}

/* A trial: the topic, and the stories it is tried on. */
typedef struct {
  AttTopic *topic;
  AttLexicon *lexicon;        /* in use now */
  char *tables;
  GPtrArray *candidates;      /* of AttTopicCandidate * */
} Trial;

static void
trial_free (gpointer data)
{
  Trial *self = data;
  att_topic_free (self->topic);
  att_lexicon_unref (self->lexicon);
  g_free (self->tables);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_stories (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  Trial *self = data;
  self->candidates = att_candidates_read (db, self->topic->id, LOOKED_AT, error);
  return NULL;
}

/* The tables of a person's own. */
static const char *const OWN[] = { "own-topics.tsv", "own-terms.tsv", "own-topic-model.tsv", "own-topic-words.tsv", ATT_OWN_TOPICS_LOCK };

/* A folder with them and the topic among them. NULL with error. */
static char *
make_folder (const Trial *self, GError **error)
{
  char *folder = g_dir_make_tmp ("attache-topic-XXXXXX", error);
  for (guint i = 0; folder && i < G_N_ELEMENTS (OWN); i++) {
    g_autofree char *from = g_build_filename (self->tables, OWN[i], NULL), *to = g_build_filename (folder, OWN[i], NULL), *text = NULL;
    if (g_file_get_contents (from, &text, NULL, NULL))
      g_file_set_contents (to, text, -1, NULL);
  }
  return folder;
}

static void
throw_away (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (OWN); i++) {
    g_autofree char *path = g_build_filename (folder, OWN[i], NULL);
    g_unlink (path);
  }
  g_rmdir (folder);
}

static gboolean
is_about (const AttArticle *article, const char *id)
{
  for (guint i = 0; article->mentions && i < article->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (article->mentions, i);
    if (mention->kind == ATT_TOPIC_THEME && mention->grade >= ATT_GRADE_SUBSTANTIVE && strcmp (mention->name, id) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
judge (AttTopicPreview *preview, const Trial *self, guint i)
{
  const AttTopicCandidate *one = g_ptr_array_index (self->candidates, i);
  const AttArticle *article = one->article;
  gboolean now = one->about, then = is_about (article, self->topic->id);
  preview->n_looked_at++;
  preview->n_now += now;
  preview->n_then += then;
  if (now == then)
    return;
  guint *n = then ? &preview->n_in : &preview->n_out;
  if ((*n)++ >= SHOWN)
    return;
  AttTopicStory *story = g_new (AttTopicStory, 1);
  *story = (AttTopicStory) { article->id, article->published, g_strdup (article->title), g_strdup (one->source), then };
  g_ptr_array_add (preview->stories, story);
}

static AttTopicPreview *
judge_all (const Trial *self, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (AttLexicon) lexicon = att_own_topics_save (folder, self->lexicon, self->topic, error) ? att_lexicon_new (folder, error) : NULL;
  if (lexicon == NULL)
    return NULL;
  AttTopicPreview *preview = g_new0 (AttTopicPreview, 1);
  preview->stories = g_ptr_array_new_with_free_func (story_free);
  for (guint i = 0; i < self->candidates->len && !g_cancellable_is_cancelled (cancellable); i++) {
    att_analyse (lexicon, ((AttTopicCandidate *) g_ptr_array_index (self->candidates, i))->article);
    judge (preview, self, i);
  }
  return preview;
}

/* The folder is there as long as its tables may be read: those of a language are when its first story comes. */
static void
try_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *folder = make_folder (data, &error);
  AttTopicPreview *preview = folder ? judge_all (data, folder, cancellable, &error) : NULL;
  if (folder)
    throw_away (folder);
  if (preview)
    g_task_return_pointer (task, preview, (GDestroyNotify) att_topic_preview_free);
  else
    g_task_return_error (task, error);
}

static void
stories_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, try_out);
}

void
att_desk_preview_async (AttDesk *self, const AttTopic *topic, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Trial *trial = g_new0 (Trial, 1);
  *trial = (Trial) { .topic = att_topic_copy (topic), .lexicon = att_lexicon_ref ((AttLexicon *) att_desk_get_lexicon (self)), .tables = g_strdup (att_desk_get_tables (self)) };
  g_task_set_task_data (task, trial, trial_free);
  att_store_ask_async (att_desk_get_store (self), read_stories, trial, NULL, NULL, cancellable, stories_cb, task);   /* the task keeps it */
}

AttTopicPreview *
att_desk_preview_finish (AttDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
att_desk_export_topics (AttDesk *self)
{
  return att_own_topics_export (att_desk_get_tables (self));
}

static void
offer_free (gpointer data)
{
  AttTopicOffer *offer = data;
  g_free (offer->id);
  g_free (offer->label);
  g_free (offer);
}

static char *
text_of (GBytes *file, GError **error)
{
  gsize n;
  const char *data = g_bytes_get_data (file, &n);
  g_autofree char *text = g_strndup (data ? data : "", n);
  if (g_utf8_validate (text, -1, NULL) && strlen (text) == n)
    return g_steal_pointer (&text);
  g_set_error_literal (error, ATT_ERROR, ATT_ERROR_USAGE, _("This is not a file of topics. Choose one that was exported as topics."));
  return NULL;
}

GPtrArray *
att_desk_read_topics (AttDesk *self, GBytes *file, GError **error)
{
  g_autofree char *text = text_of (file, error);
  g_autoptr (GPtrArray) topics = text ? att_own_topics_read (text, error) : NULL;
  if (topics == NULL)
    return NULL;
  GPtrArray *offers = g_ptr_array_new_with_free_func (offer_free);
  g_autoptr (GPtrArray) known = att_desk_list_topics (self);
  for (guint i = 0; i < topics->len; i++) {
    const AttTopic *topic = g_ptr_array_index (topics, i);
    AttTopicOffer *offer = g_new0 (AttTopicOffer, 1);
    *offer = (AttTopicOffer) { g_strdup (topic->id), g_strdup (topic->label), topic->terms->len, FALSE };
    for (guint k = 0; k < known->len; k++)
      offer->known |= strcmp (((AttTopicName *) g_ptr_array_index (known, k))->id, topic->id) == 0;
    g_ptr_array_add (offers, offer);
  }
  return offers;
}

void
att_desk_import_topics_async (AttDesk *self, GBytes *file, GAsyncReadyCallback callback, gpointer user_data)
{
  GError *error = NULL;
  char *text = text_of (file, &error);
  if (text)
    att_desk_take_topics_async (self, text, callback, user_data);
  else
    g_task_report_error (self, callback, user_data, att_desk_import_topics_async, error);
}
