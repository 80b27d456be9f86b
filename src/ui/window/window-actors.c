/* window-actors.c: what can be done with an actor: looked into, renamed, merged, struck.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "base/text.h"
#include "desk/actors.h"
#include "filter/completion.h"
#include "filter/syntax.h"
#include "ui/platform/platform.h"
#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is counted of a kind, one after the other; NULL behind the last. coverage: NULL: nothing is yet. place: where to go on. */
static const AttCount *
next_counted (const AttCoverage *coverage, AttTopicKind kind, guint *place)
{
  while (coverage && *place < coverage->n_topics) {
    const AttCount *one = &coverage->topics[(*place)++];
    if (one->kind == kind)
      return one;
  }
  return NULL;
}

/* As it is called on the desk; its own name where it is in no story that was counted. */
static const char *
label_of (const AttCoverage *coverage, AttTopicKind kind, const char *name)
{
  const AttCount *one;
  for (guint place = 0; (one = next_counted (coverage, kind, &place));)
    if (strcmp (one->name, name) == 0)
      return one->label;
  return name;
}

/* The same, as a person reads it. */
static const char *
shown (const AttCoverage *coverage, AttTopicKind kind, const char *name)
{
  return att_topic_shown (kind, label_of (coverage, kind, name));
}

static void
open_actor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  int kind;
  const char *name, *theme;
  AttWindow *self = data;
  g_variant_get (parameter, "(i&s&s)", &kind, &name, &theme);
  const AttCoverage *coverage = att_dossier_get_coverage (self->dossier);
  g_autofree char *offices = att_desk_offices (self->desk, name);
  att_actor_page_open (self->actor_page, att_desk_get_store (self->desk), kind, name, shown (coverage, kind, name), offices, coverage, *theme ? theme : NULL);
  att_window_show_page (self, "actor");
}

/* Named in a story, or quoted in it: who is quoted only in passing need not be named in it. */
static void
filter_actor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  int kind;
  const char *name;
  AttWindow *self = data;
  g_variant_get (parameter, "(i&s)", &kind, &name);
  g_autoptr (AttFilter) all = att_filter_everything (), named = att_filter_with_topic (all, kind, name, ATT_SENSE_MUST);
  g_autofree char *first = att_filter_format (named), *second = att_completion_text ("said", name), *both = g_strdup_printf ("%s OR %s", first, second);
  AttFilter *filter = att_filter_parse (both, NULL);
  att_dossier_take_filter (self->dossier, filter ? filter : g_steal_pointer (&named));
  att_window_show_page (self, "desk");
}

/* What was done to an actor, to be taken back. everybody: whom they may be the same as, while that is asked; called: what was answered. */
typedef struct { AttWindow *window; AttTopicKind kind; char *name, *label, *called; AttCoverage *everybody; } Past;

static void
past_free (gpointer data)
{
  Past *past = data;
  g_free (past->name);
  g_free (past->label);
  g_free (past->called);
  g_clear_pointer (&past->everybody, att_coverage_unref);
  g_free (past);
}

static Past *
past_new (AttWindow *self, AttTopicKind kind, const char *name, const char *label)
{
  Past *past = g_new (Past, 1);
  *past = (Past) { self, kind, g_strdup (name), g_strdup (label), NULL, NULL };
  return past;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = att_desk_actor_finish (ATT_DESK (source), result, &error);
  if (before == NULL)
    att_desk_fail (self->desk, error);
}

static void
unstrike (gpointer data)
{
  const Past *past = data;
  att_desk_unstrike_actor_async (past->window->desk, past->kind, past->name, done_cb, g_object_ref (past->window));
}

static void
strike_actor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  int kind;
  const char *name;
  AttWindow *self = data;
  g_variant_get (parameter, "(i&s)", &kind, &name);
  g_autofree char *words = g_strdup_printf (_("“%s” is nobody, in all stories"), shown (att_dossier_get_coverage (self->dossier), kind, name));
  att_desk_strike_actor_async (self->desk, kind, name, done_cb, g_object_ref (self));
  att_window_did (self, words, unstrike, past_new (self, kind, name, NULL), past_free);
  att_window_show_page (self, "desk");
}

static void
name_back (gpointer data)
{
  const Past *past = data;
  att_desk_rename_actor_async (past->window->desk, past->kind, past->name, past->label, done_cb, g_object_ref (past->window));
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  Past *past = data;
  g_autofree char *label = att_platform_ask_text_finish (result);
  if (label == NULL || *g_strstrip (label) == '\0') {
    past_free (past);
    return;
  }
  g_autofree char *words = g_strdup_printf (_("Called “%s” from now on"), label);
  att_desk_rename_actor_async (self->desk, past->kind, past->name, label, done_cb, g_object_ref (self));
  att_window_did (self, words, name_back, past, past_free);
  att_window_show_page (self, "desk");
}

/* Somebody of whom a question is asked once all that anybody is called is known, and not only in the stories under the filter. */
typedef struct { AttWindow *window; AttTopicKind kind; char *name; void (*ask) (AttWindow *self, AttTopicKind kind, const char *name, AttCoverage *everybody); } Question;

static void
everybody_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (AttWindow) self = question->window;
  g_autofree char *name = question->name;
  g_autoptr (GError) error = NULL;
  g_autoptr (AttCoverage) everybody = att_store_finish (ATT_STORE (source), result, &error);
  if (everybody && self->dossier)   /* else it was closed meanwhile */
    question->ask (self, question->kind, name, everybody);
  else if (error)
    att_desk_fail (self->desk, error);
}

static void
ask_of_actor (AttWindow *self, GVariant *parameter, void (*ask) (AttWindow *self, AttTopicKind kind, const char *name, AttCoverage *everybody))
{
  g_autoptr (AttFilter) all = att_filter_everything ();
  Question *question = g_new (Question, 1);
  int kind;
  g_variant_get (parameter, "(is)", &kind, &question->name);
  question->window = g_object_ref (self);
  question->kind = kind;
  question->ask = ask;
  att_store_cover_async (att_desk_get_store (self->desk), all, NULL, NULL, everybody_cb, question);
}

static void
ask_name (AttWindow *self, AttTopicKind kind, const char *name, AttCoverage *everybody)
{
  const char *label = label_of (everybody, kind, name);
  att_platform_ask_text_async (GTK_WINDOW (self), _("What to Call Them"), label, _("_Rename"), renamed_cb, past_new (self, kind, name, label));
}

static void
rename_actor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_of_actor (data, parameter, ask_name);
}

static void
part (gpointer data)
{
  const Past *past = data;
  att_desk_unmerge_actor_async (past->window->desk, past->kind, past->name, done_cb, g_object_ref (past->window));
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  if (!att_desk_teach_finish (ATT_DESK (source), result, &error))
    att_desk_fail (self->desk, error);
}

/* The others of a kind, as they are called, the most frequent first. */
static GStrv
list_others (const AttCoverage *coverage, AttTopicKind kind, const char *name)
{
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  const AttCount *one;
  for (guint place = 0; (one = next_counted (coverage, kind, &place));)
    if (strcmp (one->name, name) != 0)
      g_strv_builder_add (others, att_topic_shown (kind, one->label));
  return g_strv_builder_end (others);
}

/* The name of whoever is called so, in whichever capitals, or NULL. */
static const char *
name_of (const AttCoverage *coverage, AttTopicKind kind, const char *label)
{
  g_autofree char *wanted = att_text_fold (label);
  const AttCount *one;
  for (guint place = 0; (one = next_counted (coverage, kind, &place));) {
    g_autofree char *folded = att_text_fold (att_topic_shown (kind, one->label));
    if (g_strcmp0 (folded, wanted) == 0)
      return one->name;
  }
  return NULL;
}

static void
refuse (AttWindow *self, const char *label)
{
  g_autofree char *words = g_strdup_printf (_("Nobody of the name “%s” is in the stories."), label);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", words);
}

/* Takes past. other: who they are the same as; NULL: nobody is called so. */
static void
merge (AttWindow *self, Past *past, const char *other)
{
  if (other == NULL)
    refuse (self, past->called);
  if (other == NULL || strcmp (other, past->name) == 0) {
    past_free (past);
    return;
  }
  g_autofree char *words = g_strdup_printf (_("“%s” is “%s” everywhere now"), shown (past->everybody, past->kind, past->name), past->called);
  att_desk_merge_async (self->desk, past->kind, past->name, other, merged_cb, g_object_ref (self));
  g_clear_pointer (&past->everybody, att_coverage_unref);   /* other may have been a part of it */
  att_window_did (self, words, part, past, past_free);
  att_window_show_page (self, "desk");
}

/* How many others there are; *last: the last of them. */
static guint
count_others (const AttCoverage *coverage, AttTopicKind kind, const char *name, const AttCount **last)
{
  guint n = 0;
  const AttCount *one;
  for (guint place = 0; (one = next_counted (coverage, kind, &place));)
    if (strcmp (one->name, name) != 0) {
      *last = one;
      n++;
    }
  return n;
}

/* Of those a few letters may mean, one is meant where there is no other; who is in no story at all may not have been in the news yet. */
static void
merge_found (AttWindow *self, Past *past, const AttCoverage *found)
{
  const AttCount *only = NULL;
  const char *other = name_of (found, past->kind, past->called);
  guint n = count_others (found, past->kind, past->name, &only);
  if (other == NULL && n == 1) {
    other = only->name;
    g_free (past->called);
    past->called = g_strdup (att_topic_shown (past->kind, only->label));
  }
  merge (self, past, other ? other : n == 0 && past->kind == ATT_TOPIC_PERSON ? past->called : NULL);
}

/* Nobody of the most frequent was meant: perhaps somebody who is named seldom. */
static void
seldom_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Past *past = data;
  g_autoptr (AttWindow) self = past->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (AttCoverage) found = att_store_finish (ATT_STORE (source), result, &error);
  if (found && self->dossier) {
    merge_found (self, past, found);
    return;
  }
  if (error)
    att_desk_fail (self->desk, error);
  past_free (past);
}

static void
other_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  Past *past = data;
  past->called = att_platform_ask_text_finish (result);
  const char *other = past->called ? name_of (past->everybody, past->kind, past->called) : NULL;
  if (other)
    merge (self, past, other);
  else if (past->called) {
    g_autoptr (AttFilter) all = att_filter_everything ();
    g_object_ref (self);
    att_store_find_actors_async (att_desk_get_store (self->desk), all, past->called, NULL, seldom_cb, past);
  } else
    past_free (past);
}

static void
ask_other (AttWindow *self, AttTopicKind kind, const char *name, AttCoverage *everybody)
{
  g_autofree char *heading = g_strdup_printf (_("“%s” Is the Same As"), shown (everybody, kind, name));
  g_auto (GStrv) others = list_others (everybody, kind, name);
  Past *past = past_new (self, kind, name, NULL);
  past->everybody = att_coverage_ref (everybody);
  att_platform_ask_text_among_async (GTK_WINDOW (self), heading, "", (const char *const *) others, _("_Merge"), other_cb, past);
}

static void
merge_actor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_of_actor (data, parameter, ask_other);
}

static void
open_story (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const AttArticle *open = att_dossier_get_article (self->dossier);
  gint64 article = g_variant_get_int64 (parameter);
  att_window_show_page (self, "desk");
  if (open && open->id == article)   /* in a narrow window it may be out of sight */
    att_window_show_column (self, ATT_COLUMN_READER);
  att_dossier_open (self->dossier, article);
}

typedef struct { AttWindow *window; gint64 article; char *words; gulong arrives; } Awaited;

static void
awaited_free (gpointer data)
{
  Awaited *self = data;
  g_object_unref (self->window);
  g_free (self->words);
  g_free (self);
}

/* Once its text has its place on the screen. */
static gboolean
go_there (gpointer data)
{
  const Awaited *self = data;
  const AttArticle *open = self->window->dossier ? att_dossier_get_article (self->window->dossier) : NULL;
  if (open && open->id == self->article)
    att_reader_go_to_quote (self->window->reader, self->words);
  return G_SOURCE_REMOVE;
}

static void
arrived_cb (AttDossier *dossier, GParamSpec *pspec, gpointer data)
{
  Awaited *self = data;
  g_signal_handler_disconnect (dossier, self->arrives);
  g_idle_add_full (G_PRIORITY_LOW, go_there, self, awaited_free);
}

/* A story, at the place where somebody says it. */
static void
open_quote (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Awaited *self = g_new0 (Awaited, 1);
  self->window = g_object_ref (data);
  g_variant_get (parameter, "(xs)", &self->article, &self->words);
  att_window_show_page (self->window, "desk");
  AttDossier *dossier = self->window->dossier;
  const AttArticle *open = att_dossier_get_article (dossier);
  if (open && open->id == self->article) {
    att_window_show_column (self->window, ATT_COLUMN_READER);
    g_idle_add_full (G_PRIORITY_LOW, go_there, self, awaited_free);
    return;
  }
  self->arrives = g_signal_connect (dossier, "notify::article", G_CALLBACK (arrived_cb), self);
  att_dossier_open (dossier, self->article);
}

static const GActionEntry ACTIONS[] = {
  { "open-actor", open_actor, "(iss)" }, { "filter-actor", filter_actor, "(is)" }, { "strike-actor", strike_actor, "(is)" }, { "rename-actor", rename_actor, "(is)" }, { "merge-actor", merge_actor, "(is)" },
  { "open-story", open_story, "x" }, { "open-quote", open_quote, "(xs)" },
};

void
att_window_actors_install (AttWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
}
