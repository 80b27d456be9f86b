/* teach.c: attachectl correct, corrections and topic: what the reader teaches the desk.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "base/error.h"
#include "desk/actors.h"
#include "desk/taxonomy.h"
#include "desk/topic-desk.h"

#include <stdio.h>
#include <string.h>

/* One change to the desk, and the marking it sets off. */
typedef struct {
  AttDesk *desk;
  GMainLoop *loop;
  GError *error;
  gboolean told;
} Lesson;

static void
stop_if_done (Lesson *self)
{
  guint n_done, n_all;
  att_desk_get_marking (self->desk, &n_done, &n_all);
  if (self->told && n_all == 0)
    g_main_loop_quit (self->loop);
}

static void
note_told (Lesson *self)
{
  self->told = TRUE;
  stop_if_done (self);
}

static void
taught_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Lesson *self = data;
  att_desk_teach_finish (self->desk, result, &self->error);
  note_told (self);
}

/* Of what a person decided of an actor. */
static void
decided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Lesson *self = data;
  g_free (att_desk_actor_finish (self->desk, result, &self->error));
  note_told (self);
}

static int
begin (Lesson *self, const AttVerb *verb, const char *profile)
{
  g_autoptr (GError) error = NULL;
  if (!att_session_check (profile, &error))   /* a mistyped folder is no desk */
    return att_verb_fail (verb, error);
  g_autofree char *folder = att_session_profile (profile);
  self->desk = att_desk_open (folder, &error);
  if (self->desk == NULL)
    return att_verb_fail (verb, error);
  self->loop = g_main_loop_new (NULL, FALSE);
  g_signal_connect_swapped (self->desk, "marking", G_CALLBACK (stop_if_done), self);
  return ATT_EXIT_DONE;
}

/* Closes the desk again, and tells what went wrong. */
static int
let_go (Lesson *self, const AttVerb *verb)
{
  g_main_loop_unref (self->loop);
  g_object_unref (self->desk);
  int status = self->error ? att_verb_fail (verb, self->error) : ATT_EXIT_DONE;
  g_clear_error (&self->error);
  return status;
}

static int
end (Lesson *self, const AttVerb *verb)
{
  g_main_loop_run (self->loop);
  return let_go (self, verb);
}

/* FALSE with the lesson's error: a slip of the pen would make a topic that means nothing. */
static gboolean
is_topic (Lesson *self, const char *id)
{
  g_autoptr (GPtrArray) topics = att_desk_list_topics (self->desk);
  for (guint i = 0; i < topics->len; i++)
    if (strcmp (((AttTopicName *) g_ptr_array_index (topics, i))->id, id) == 0)
      return TRUE;
  g_set_error (&self->error, ATT_ERROR, ATT_ERROR_USAGE, "there is no topic “%s”; “attachectl topics” counts those there are.", id);
  return FALSE;
}

static AttTopicKind
kind_of (const char *name, const AttVerb *verb, int *status)
{
  for (guint i = 0; i < ATT_N_TOPIC_KINDS; i++)
    if (strcmp (att_topic_kind_name (i), name) == 0)
      return i;
  *status = att_verb_usage (verb, "the kind is one of theme, person, country, organisation.");
  return ATT_N_TOPIC_KINDS;
}

static int
run_correct (int argc, char **argv)
{
  g_autofree char *profile = NULL, *kind_name = NULL, *same_as = NULL, *speaker = NULL;
  gboolean not_about = FALSE, undo = FALSE;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "not", 0, 0, G_OPTION_ARG_NONE, &not_about, "It is not about this, or not this person", NULL },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &undo, "Forget what was said of it", NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_name, "What NAME is: theme (the usual), person, country, organisation", "KIND" },
    { "said-by", 0, 0, G_OPTION_ARG_STRING, &speaker, "NAME is the words of a quotation, whole, and they are SPEAKER's; an empty one: nobody's who is known", "SPEAKER" },
    { "same-as", 0, 0, G_OPTION_ARG_STRING, &same_as, "NAME and OTHER are one, everywhere, or with --undo no longer; no article is named", "OTHER" },
    { 0 },
  };
  int status = ATT_EXIT_DONE;
  if (!att_verb_options (&att_verb_correct, &argc, &argv, entries, &status))
    return status;
  if (argc != (same_as ? 2 : 3))
    return att_verb_usage (&att_verb_correct, "an article's number and a topic or name are wanted; with --same-as only the name.");
  g_autoptr (GError) error = NULL;
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
  gint64 article = db && same_as == NULL ? att_session_article (&att_verb_correct, db, argv[1], &status) : 0;
  if (db == NULL)
    return att_verb_fail (&att_verb_correct, error);
  if (status != ATT_EXIT_DONE)
    return status;
  g_clear_pointer (&db, att_database_close);   /* the desk opens its own */
  AttTopicKind kind = kind_of (kind_name ? kind_name : same_as ? "person" : "theme", &att_verb_correct, &status);
  Lesson lesson = { 0 };
  if (kind == ATT_N_TOPIC_KINDS || (status = begin (&lesson, &att_verb_correct, profile)) != ATT_EXIT_DONE)
    return status;
  const char *name = argv[argc - 1];
  if (kind == ATT_TOPIC_THEME && speaker == NULL && !undo && !is_topic (&lesson, name))
    return let_go (&lesson, &att_verb_correct);
  g_autoptr (AttCorrection) correction = att_correction_new (article, kind, name, name, !not_about);
  g_autoptr (AttAttribution) attribution = speaker ? att_attribution_new (article, name, *speaker ? speaker : NULL) : NULL;
  if (same_as && undo)
    att_desk_unmerge_actor_async (lesson.desk, kind, name, decided_cb, &lesson);
  else if (same_as)
    att_desk_merge_async (lesson.desk, kind, name, same_as, taught_cb, &lesson);
  else if (attribution)
    (undo ? att_desk_unattribute_async : att_desk_attribute_async) (lesson.desk, attribution, taught_cb, &lesson);
  else
    (undo ? att_desk_uncorrect_async : att_desk_correct_async) (lesson.desk, correction, taught_cb, &lesson);
  return end (&lesson, &att_verb_correct);
}

static void
print_correction (const AttCorrection *c)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  att_json_number (b, "article", c->article);
  att_json_text (b, "kind", att_topic_kind_name (c->kind));
  att_json_text (b, "name", c->name);
  json_builder_set_member_name (b, "about");
  json_builder_add_boolean_value (b, c->about);
  att_json_date (b, "made", c->made);
  json_builder_end_object (b);
  att_verb_print_json (b, FALSE);
}

static void
print_attribution (const AttAttribution *a)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  att_json_number (b, "article", a->article);
  att_json_text (b, "words", a->words);
  att_json_text (b, "said_by", a->speaker ? a->speaker : "");
  att_json_date (b, "made", a->made);
  json_builder_end_object (b);
  att_verb_print_json (b, FALSE);
}

static int
run_corrections (int argc, char **argv)
{
  g_autofree char *profile = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" }, { 0 } };
  int status;
  if (!att_verb_options (&att_verb_corrections, &argc, &argv, entries, &status))
    return status;
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
  g_autoptr (GPtrArray) all = db ? att_corrections_list (db, NULL, &error) : NULL;
  g_autoptr (GPtrArray) spoken = all && error == NULL ? att_attributions_list (db, &error) : NULL;
  if (spoken == NULL)
    return att_verb_fail (&att_verb_corrections, error);
  for (guint i = 0; i < all->len; i++)
    print_correction (all->pdata[i]);
  for (guint i = 0; i < spoken->len; i++)
    print_attribution (spoken->pdata[i]);
  return ATT_EXIT_DONE;
}

static int
print_own_topics (const char *profile)
{
  g_autofree char *folder = att_session_profile (profile), *tables = g_build_filename (folder, "lexicon", NULL), *text = att_own_topics_export (tables);
  fputs (text, stdout);
  return ATT_EXIT_DONE;
}

/* As the window does: the stories there are, are marked by them. */
static int
import_topics (const char *profile, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = att_verb_read (file, &error);
  Lesson lesson = { 0 };
  if (bytes == NULL)
    return att_verb_fail (&att_verb_topic, error);
  int status = begin (&lesson, &att_verb_topic, profile);
  if (status != ATT_EXIT_DONE)
    return status;
  g_autoptr (GPtrArray) offers = att_desk_read_topics (lesson.desk, bytes, &lesson.error);
  if (offers == NULL)
    return let_go (&lesson, &att_verb_topic);
  att_desk_import_topics_async (lesson.desk, bytes, taught_cb, &lesson);
  status = end (&lesson, &att_verb_topic);
  if (status == ATT_EXIT_DONE)
    printf ("%u\n", offers->len);
  return status;
}

static int
run_topic (int argc, char **argv)
{
  g_autofree char *profile = NULL, *label = NULL, *remove = NULL, *import = NULL;
  double threshold = 0.5;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &label, "Make or change the topic of this name; its terms follow: -TERM speaks against it, ~TERM only supports it, ?TERM may speak of it, +TERM must be there", "NAME" },
    { "threshold", 0, 0, G_OPTION_ARG_DOUBLE, &threshold, "How sure an article must be, 0.05 to 0.95", "SHARE" },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &remove, "Remove the topic with this id", "ID" },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &import, "Take the topics of a file", "FILE" },
    { 0 },
  };
  int status;
  if (!att_verb_options (&att_verb_topic, &argc, &argv, entries, &status))
    return status;
  if (import && (status = import_topics (profile, import)) != ATT_EXIT_DONE)
    return status;
  if (label == NULL && remove == NULL)
    return import ? ATT_EXIT_DONE : print_own_topics (profile);
  Lesson lesson = { 0 };
  if ((status = begin (&lesson, &att_verb_topic, profile)) != ATT_EXIT_DONE)
    return status;
  if (remove && !is_topic (&lesson, remove))
    return let_go (&lesson, &att_verb_topic);
  if (remove)
    att_desk_remove_topic_async (lesson.desk, remove, taught_cb, &lesson);
  else {
    g_autoptr (AttTopic) topic = att_topic_new (NULL, label, threshold);
    for (int i = argc > 1 && strcmp (argv[1], "--") == 0 ? 2 : 1; i < argc; i++)
      att_topic_add_text (topic, argv[i]);
    att_desk_save_topic_async (lesson.desk, topic, taught_cb, &lesson);
  }
  return end (&lesson, &att_verb_topic);
}

const AttVerb att_verb_correct = { "correct", "ARTICLE NAME [--not] [--kind KIND] | ARTICLE WORDS --said-by SPEAKER | NAME --same-as OTHER", "Say what an article is about after all, who said something in it, or that two names are one.", run_correct };
const AttVerb att_verb_corrections = { "corrections", "", "Print every correction, a JSON object a line.", run_corrections };
const AttVerb att_verb_topic = { "topic", "[--name NAME [--] TERM...] [--remove ID] [--import FILE]", "Topics of your own: print them, make, change, remove or import them.", run_topic };
