/* window-topics.c: topics opened, made, changed, imported and given away.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "desk/topic-desk.h"
#include "filter/syntax.h"
#include "ui/platform/platform.h"
#include "ui/topics/topic-page.h"

#include <glib/gi18n.h>
#include <string.h>

static void
open_topic (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  att_topic_page_open (self->topic_page, self->desk, g_variant_get_string (parameter, NULL));
  att_window_show_page (self, "topic");
}

/* From a phrase, or, where that is empty, from nothing. */
static void
new_topic (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const char *phrase = g_variant_get_string (parameter, NULL);
  att_topic_page_make (self->topic_page, self->desk, phrase, *phrase ? phrase : NULL);
  att_window_show_page (self, "topic");
}

/* The words of the present filter; of several that are alternatives the first. */
static void
topic_from_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  att_filter_bar_settle (self->filter_bar);
  const AttFilter *filter = att_dossier_get_filter (self->dossier);
  const AttFilterWords *words = filter->words->len ? g_ptr_array_index (filter->words, 0) : NULL;
  if (words == NULL) {
    att_window_say (self, _("Search for words first: a topic begins with them"), NULL, NULL);
    return;
  }
  g_autoptr (GString) term = g_string_new (NULL);
  for (guint i = 0; i < filter->words->len; i++) {
    const AttFilterWords *one = g_ptr_array_index (filter->words, i);
    g_autofree char *together = g_strjoinv (",", one->any_of);
    if (!one->never)
      g_string_append_printf (term, one->any_of[1] && !one->near ? "%s{%s}" : "%s%s", term->len ? " + " : "", together);
  }
  g_strdelimit (term->str, "*", ' ');
  att_topic_page_make (self->topic_page, self->desk, words->any_of[0], term->str);
  att_window_show_page (self, "topic");
}

static void
taught_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  if (!att_desk_teach_finish (ATT_DESK (source), result, &error))
    att_window_say (self, error->message, NULL, NULL);
  else if (self->dossier)
    att_window_teach_refresh (self);   /* the menus list other topics now */
}

/* A topic as it was: one's own, or as shipped, or not there at all. */
typedef struct { AttWindow *window; AttTopic *topic; char *id; } Past;

static void
past_free (gpointer data)
{
  Past *past = data;
  att_topic_free (past->topic);
  g_free (past->id);
  g_free (past);
}

static void
bring_back (gpointer data)
{
  const Past *past = data;
  if (past->topic)
    att_desk_save_topic_async (past->window->desk, past->topic, taught_cb, g_object_ref (past->window));
  else
    att_desk_remove_topic_async (past->window->desk, past->id, taught_cb, g_object_ref (past->window));
}

static void
remember (AttWindow *self, const AttTopicState *before, const char *id, const char *words)
{
  Past *past = g_new (Past, 1);
  *past = (Past) { self, before->own ? att_topic_copy (before->topic) : NULL, g_strdup (id) };
  att_window_did (self, words, bring_back, past, past_free);
}

static void
save_cb (AttTopicPage *page, AttTopic *topic, AttTopicState *before, AttWindow *self)
{
  if (!before->own && !before->shipped)
    att_desk_make_topic_unique (self->desk, topic);
  g_autofree char *words = g_strdup_printf (_("“%s” saved; stories are marked anew"), topic->label);
  remember (self, before, topic->id, words);
  att_desk_save_topic_async (self->desk, topic, taught_cb, g_object_ref (self));
  att_window_show_page (self, "desk");
}

static void
reset_cb (AttTopicPage *page, AttTopicState *state, AttWindow *self)
{
  g_autofree char *words = g_strdup_printf (state->shipped ? _("“%s” is as it was shipped again") : _("“%s” deleted"), state->topic->label);
  remember (self, state, state->topic->id, words);
  att_desk_remove_topic_async (self->desk, state->topic->id, taught_cb, g_object_ref (self));
  const AttFilter *filter = att_dossier_get_filter (self->dossier);
  if (!state->shipped && att_filter_sense (filter, ATT_TOPIC_THEME, state->topic->id) != ATT_SENSE_OFF)   /* no story is about it any more */
    att_dossier_take_filter (self->dossier, att_filter_with_topic (filter, ATT_TOPIC_THEME, state->topic->id, ATT_SENSE_OFF));
  att_window_show_page (self, "desk");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  att_window_say (self, saved ? _("Topics exported") : error->message, NULL, NULL);
}

static void
export_to_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autoptr (GFile) file = att_platform_file_finish (result);
  if (file == NULL)
    return;
  char *text = att_desk_export_topics (self->desk);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb, g_object_ref (self));
}

static void
export_topics (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_platform_save_file_async (GTK_WINDOW (data), _("Export Topics"), "topics.tsv", export_to_cb, NULL);
}

/* What would change is told before anything does. */
static char *
describe (const GPtrArray *offers)
{
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < MIN (offers->len, 12); i++) {
    const AttTopicOffer *offer = g_ptr_array_index (offers, i);
    g_autofree char *terms = g_strdup_printf (ngettext ("%u phrase", "%u phrases", offer->n_terms), offer->n_terms);
    g_string_append_printf (words, "%s%s: %s, %s", i ? "\n" : "", offer->label, offer->known ? _("changed") : _("new"), terms);
  }
  if (offers->len > 12)
    g_string_append (words, "\n…");
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
import_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autoptr (GBytes) file = data;
  if (att_platform_ask_finish (result))
    att_desk_import_topics_async (self->desk, file, taught_cb, g_object_ref (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (GPtrArray) offers = file ? att_desk_read_topics (self->desk, file, &error) : NULL;
  if (offers == NULL) {
    att_window_say (self, error->message, NULL, NULL);
    return;
  }
  g_autofree char *body = describe (offers), *heading = g_strdup_printf (ngettext ("Take %u Topic?", "Take %u Topics?", offers->len), offers->len);
  att_platform_ask_async (GTK_WINDOW (self), heading, body, _("_Take"), import_cb, g_steal_pointer (&file));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = att_platform_file_finish (result);
  if (file)
    g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (source));
}

static void
import_topics (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_platform_open_file_async (GTK_WINDOW (data), _("Import Topics"), chosen_cb, NULL);
}

/* What somebody left before it was saved is still there. */
static void
go_on (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_window_show_page (data, "topic");
}

static const GActionEntry ACTIONS[] = {
  { "go-on-with-topic", go_on }, { "open-topic", open_topic, "s" }, { "new-topic", new_topic, "s" }, { "topic-from-search", topic_from_search }, { "export-topics", export_topics }, { "import-topics", import_topics },
};

void
att_window_topics_install (AttWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  g_signal_connect (self->topic_page, "save", G_CALLBACK (save_cb), self);
  g_signal_connect (self->topic_page, "reset", G_CALLBACK (reset_cb), self);
}
