/* window-notes.c: passages and notes saved out of the open story, labels on it, and its citation.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "desk/shelving.h"
#include "press/citation.h"
#include "store/labels.h"
#include "ui/platform/platform.h"

#include <glib/gi18n.h>
#include <string.h>

/* A note that came, went or was changed, to be taken back: it is what it was, or NULL where it was not. */
typedef struct { AttWindow *window; AttNote *before, *after; } Past;

static void
past_free (gpointer data)
{
  Past *past = data;
  att_note_free (past->before);
  att_note_free (past->after);
  g_free (past);
}

static void
bring_back (gpointer data)
{
  const Past *past = data;
  if (past->before)
    att_desk_write_note (past->window->desk, past->before, NULL, NULL);
  else
    att_desk_remove_note (past->window->desk, past->after);
}

static void
remember (AttWindow *self, const AttNote *before, const AttNote *after, const char *words)
{
  Past *past = g_new (Past, 1);
  *past = (Past) { self, before ? att_note_copy (before) : NULL, after ? att_note_copy (after) : NULL };
  att_window_did (self, words, bring_back, past, past_free);
}

typedef struct { AttWindow *window; AttNote *note; } Writing;

static void
noted_cb (gint64 id, gpointer data)
{
  Writing *writing = data;
  writing->note->id = id;
  if (id && writing->window->dossier)
    remember (writing->window, NULL, writing->note, *writing->note->passage ? _("Passage saved") : _("Note saved"));
  g_object_unref (writing->window);
  att_note_free (writing->note);
  g_free (writing);
}

/* Takes note. */
static void
write_note (AttWindow *self, AttNote *note)
{
  Writing *writing = g_new (Writing, 1);
  *writing = (Writing) { g_object_ref (self), note };
  att_desk_write_note (self->desk, note, noted_cb, writing);
}

/* What is selected, as a note without words yet; a note on the whole story where nothing is. NULL: none is open. */
static AttNote *
note_here (AttWindow *self)
{
  const AttArticle *article = att_dossier_get_article (self->dossier);
  AttSpan span = { 0 };
  g_autofree char *passage = article ? att_reader_get_selection (self->reader, &span) : NULL;
  return article ? att_note_new (article->id, span, passage, NULL) : NULL;
}

static void
save_passage (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  g_autoptr (AttNote) note = note_here (self);
  if (note == NULL || *note->passage == '\0')
    att_window_say (self, _("Select the words to save first"), NULL, NULL);
  else
    write_note (self, g_steal_pointer (&note));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttNote) note = data;
  g_autofree char *words = att_platform_ask_text_finish (result);
  if (words == NULL || *g_strstrip (words) == '\0')
    return;
  g_free (note->words);
  note->words = g_steal_pointer (&words);
  write_note (ATT_WINDOW (source), g_steal_pointer (&note));
}

static void
ask_note (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttNote *note = note_here (data);
  if (note)
    att_platform_ask_lines_async (GTK_WINDOW (data), *note->passage ? _("Note on the Passage") : _("Note on the Story"), "", _("_Save"), written_cb, note);
}

static const AttNote *
find_note (AttWindow *self, gint64 id)
{
  const AttArticle *article = att_dossier_get_article (self->dossier);
  for (guint i = 0; article && article->notes && i < article->notes->len; i++)
    if (((AttNote *) g_ptr_array_index (article->notes, i))->id == id)
      return g_ptr_array_index (article->notes, i);
  return NULL;
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttNote) before = data;
  g_autofree char *words = att_platform_ask_text_finish (result);
  if (words == NULL)
    return;
  g_autoptr (AttNote) after = att_note_copy (before);
  g_free (after->words);
  after->words = g_strdup (g_strstrip (words));
  att_desk_write_note (ATT_WINDOW (source)->desk, after, NULL, NULL);
  remember (ATT_WINDOW (source), before, after, NULL);
}

static void
edit_note (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const AttNote *note = find_note (data, g_variant_get_int64 (parameter));
  if (note)
    att_platform_ask_lines_async (GTK_WINDOW (data), _("Note"), note->words, _("_Save"), edited_cb, att_note_copy (note));
}

static void
delete_note (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const AttNote *note = find_note (self, g_variant_get_int64 (parameter));
  if (note == NULL)
    return;
  remember (self, note, NULL, _("Note deleted"));
  att_desk_remove_note (self->desk, note);
}

/* A label put on or taken off. */
typedef struct { AttWindow *window; gint64 article; char *label; gboolean on; } Labelling;

static void
labelling_free (gpointer data)
{
  g_free (((Labelling *) data)->label);
  g_free (data);
}

static void
unlabel_again (gpointer data)
{
  const Labelling *labelling = data;
  att_desk_label (labelling->window->desk, labelling->article, labelling->label, !labelling->on);
}

/* However it is spelled: labels that differ by capitals only are one. */
static gboolean
has_label (const AttArticle *article, const char *label)
{
  g_autofree char *wanted = g_utf8_casefold (label, -1);
  for (guint i = 0; article->labels && article->labels[i]; i++) {
    g_autofree char *one = g_utf8_casefold (article->labels[i], -1);
    if (strcmp (one, wanted) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
set_label (AttWindow *self, const char *label, gboolean on)
{
  const AttArticle *article = att_dossier_get_article (self->dossier);
  if (article == NULL || *label == '\0' || has_label (article, label) == on)
    return;
  Labelling *labelling = g_new (Labelling, 1);
  *labelling = (Labelling) { self, article->id, g_strdup (label), on };
  att_desk_label (self->desk, article->id, label, on);
  att_window_did (self, NULL, unlabel_again, labelling, labelling_free);
}

static void
labelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *label = att_platform_ask_text_finish (result);
  if (label)
    set_label (ATT_WINDOW (source), g_strstrip (label), TRUE);
}

static gpointer
list_labels (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_labels_list (db, error);
}

/* The labels there are, so that a story is given the one the others have. */
static void
labels_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  static const char *const NONE[] = { NULL };
  g_auto (GStrv) labels = att_store_finish (ATT_STORE (source), result, NULL);   /* without them it can be asked as well */
  if (self->dossier && att_dossier_get_article (self->dossier))
    att_platform_ask_text_among_async (GTK_WINDOW (self), _("Label for the Story"), "", labels ? (const char *const *) labels : NONE, _("_Add"), labelled_cb, NULL);
}

static void
ask_label (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  if (att_dossier_get_article (self->dossier))
    att_store_ask_async (att_desk_get_store (self->desk), list_labels, NULL, NULL, (GDestroyNotify) g_strfreev, NULL, labels_cb, g_object_ref (self));
}

static void
unlabel (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_label (data, g_variant_get_string (parameter, NULL), FALSE);
}

/* The outlet as the person knows it. */
static const char *
outlet_of (AttWindow *self, const AttArticle *article)
{
  const AttFeed *feed = att_source_model_find_feed (att_dossier_get_sources (self->dossier), article->feed);
  return feed ? att_feed_label (feed) : NULL;
}

/* Of words that are selected: who says them, where they stand within a quotation. */
static const AttQuote *
quote_at (const AttArticle *article, const AttSpan *span)
{
  for (guint i = 0; article->quotes && i < article->quotes->len; i++) {
    const AttQuote *quote = g_ptr_array_index (article->quotes, i);
    if (quote->span.zone == span->zone && quote->span.start <= span->start && span->end <= quote->span.end + 3)
      return quote;
  }
  return NULL;
}

static void
copy_citation (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const FORMATS[] = { "plain", "markdown", "bibtex" };
  AttWindow *self = data;
  const AttArticle *article = att_dossier_get_article (self->dossier);
  AttSpan span;
  guint format = 0;
  if (article == NULL)
    return;
  while (format < ATT_CITATION_BIBTEX && strcmp (FORMATS[format], g_variant_get_string (parameter, NULL)) != 0)
    format++;
  const AttCited cited = { article->title, outlet_of (self, article), article->byline, article->url, article->published };
  g_autofree char *words = att_reader_get_selection (self->reader, &span);
  const AttQuote *quote = words ? quote_at (article, &span) : NULL;
  g_autofree char *text = words && format != ATT_CITATION_BIBTEX ? att_citation_of_quote (words, quote ? quote->speaker : NULL, FALSE, &cited, format) : att_citation_of_article (&cited, format);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  att_window_say (self, _("Citation copied"), NULL, NULL);
}

static void
topic_from_selection (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  AttSpan span;
  g_autofree char *words = att_dossier_get_article (self->dossier) ? att_reader_get_selection (self->reader, &span) : NULL;
  if (words)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-topic", "s", g_strstrip (words));
  else
    att_window_say (self, _("Select the words first that the topic begins with"), NULL, NULL);
}

static void
find_in_story (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_reader_find (((AttWindow *) data)->reader);
}

static const GActionEntry ACTIONS[] = {
  { "save-passage", save_passage }, { "write-note", ask_note }, { "edit-note", edit_note, "x" }, { "delete-note", delete_note, "x" }, { "label", ask_label }, { "unlabel", unlabel, "s" },
  { "copy-citation", copy_citation, "s" }, { "topic-from-selection", topic_from_selection }, { "find-in-story", find_in_story },
};

void
att_window_notes_install (AttWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  gtk_application_set_accels_for_action (application, "win.find-in-story", (const char *const[]) { "<Control><Shift>f", NULL });
  gtk_application_set_accels_for_action (application, "win.copy-citation::plain", (const char *const[]) { "<Control><Shift>c", NULL });
}
