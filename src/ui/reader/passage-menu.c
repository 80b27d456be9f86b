/* passage-menu.c: what can be done with the words under the pointer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/passage-menu.h"

#include "ui/widget/menu.h"
#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>

typedef struct { AttPassageFunc func; gpointer data; GSimpleActionGroup *actions; } Asked;

/* The view's own menu would begin with six things that can be done to no text that stands fast. */
static void
pop_up (GtkTextView *text, const Asked *asked, const GtkTextIter *iter, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = asked->func (iter, asked->data);
  GAction *copy = g_action_map_lookup_action (G_ACTION_MAP (asked->actions), "copy");
  if (menu == NULL)
    return;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (copy), gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (text)));
  att_menu_pop_up_over (GTK_WIDGET (text), menu, at);
}

/* Before the view takes the click for itself and opens its menu. */
static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, Asked *asked)
{
  GtkTextView *text = GTK_TEXT_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  GtkTextIter iter;
  int bx, by;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_view_window_to_buffer_coords (text, GTK_TEXT_WINDOW_WIDGET, x, y, &bx, &by);
  gtk_text_view_get_iter_at_location (text, &iter, bx, by);
  pop_up (text, asked, &iter, &(GdkRectangle) { x, y, 1, 1 });
}

/* Where the keyboard is. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, Asked *asked)
{
  GtkTextView *text = GTK_TEXT_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  GtkTextIter iter;
  GdkRectangle at;
  if (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && state & GDK_SHIFT_MASK))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (text), &iter, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (text)));
  gtk_text_view_get_iter_location (text, &iter, &at);
  gtk_text_view_buffer_to_window_coords (text, GTK_TEXT_WINDOW_WIDGET, at.x, at.y, &at.x, &at.y);
  pop_up (text, asked, &iter, &at);
  return TRUE;
}

static void
copy (GSimpleAction *action, GVariant *parameter, gpointer text)
{
  gtk_text_buffer_copy_clipboard (gtk_text_view_get_buffer (text), gtk_widget_get_clipboard (text));
}

static void
select_all (GSimpleAction *action, GVariant *parameter, gpointer text)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (text), &start, &end);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (text), &start, &end);
}

static void
asked_free (gpointer data)
{
  g_object_unref (((Asked *) data)->actions);
  g_free (data);
}

void
att_passage_menu_add (GtkTextView *text, AttPassageFunc func, gpointer data)
{
  Asked *asked = g_new (Asked, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  const GActionEntry actions[] = { { "copy", copy }, { "select-all", select_all } };
  *asked = (Asked) { func, data, g_simple_action_group_new () };
  g_object_set_data_full (G_OBJECT (text), "passage-menu", asked, asked_free);
  g_action_map_add_action_entries (G_ACTION_MAP (asked->actions), actions, G_N_ELEMENTS (actions), text);
  gtk_widget_insert_action_group (GTK_WIDGET (text), "passage", G_ACTION_GROUP (asked->actions));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), asked);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), asked);
  gtk_widget_add_controller (GTK_WIDGET (text), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (text), keys);
}

static gboolean
is_there (const AttMention *mention, guint32 byte)
{
  for (guint i = 0; i < mention->evidence->len; i++) {
    const AttSpan *span = &g_array_index (mention->evidence, AttSpan, i);
    if (span->zone == ATT_ZONE_TEXT && span->start <= byte && byte < span->end)
      return TRUE;
  }
  return FALSE;
}

/* What the words at this place were taken for, and may not be. */
static void
append_corrections (GMenu *menu, const AttArticle *article, guint32 byte)
{
  for (guint i = 0; article->mentions && i < article->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (article->mentions, i);
    gboolean person = mention->kind == ATT_TOPIC_PERSON;
    if ((mention->kind != ATT_TOPIC_THEME && !person) || !is_there (mention, byte))
      continue;
    g_autofree char *label = g_strdup_printf (person ? _("“%s” Is Nobody Here") : _("Not About “%s”"), att_topic_shown (mention->kind, mention->label));
    att_menu_append_name (menu, label, "win.not-about", g_variant_new ("(sss)", att_topic_kind_name (mention->kind), mention->name, mention->label));
    if (person)
      att_menu_append (menu, _("What They Said"), "win.open-actor", g_variant_new ("(iss)", ATT_TOPIC_PERSON, mention->name, ""));
  }
}

static const AttQuote *
find_quote (const AttArticle *article, guint32 byte)
{
  for (guint i = 0; article->quotes && i < article->quotes->len; i++) {
    const AttQuote *quote = g_ptr_array_index (article->quotes, i);
    if (quote->span.zone == ATT_ZONE_TEXT && quote->span.start <= byte && byte < quote->span.end)
      return quote;
  }
  return NULL;
}

/* Whoever is in the story may have said it. */
static GMenuModel *
make_speakers (const AttArticle *article, const AttQuote *quote)
{
  GMenu *menu = g_menu_new ();
  for (guint i = 0; article->mentions && i < article->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (article->mentions, i);
    const char *name = mention->kind == ATT_TOPIC_PERSON ? mention->name : mention->label;
    if (mention->kind != ATT_TOPIC_THEME && g_strcmp0 (name, quote->speaker) != 0)
      att_menu_append_name (menu, mention->label, "win.said-by", g_variant_new ("(ss)", quote->text, name));
  }
  return G_MENU_MODEL (menu);
}

/* The words at this place are somebody's, and may be another's. */
static void
append_speakers (GMenu *menu, const AttArticle *article, guint32 byte)
{
  const AttQuote *quote = find_quote (article, byte);
  if (quote == NULL)
    return;
  if (quote->speaker) {
    g_autofree char *label = g_strdup_printf (_("Not Said by “%s”"), quote->speaker);
    att_menu_append_name (menu, label, "win.said-by", g_variant_new ("(ss)", quote->text, ""));
  }
  g_autoptr (GMenuModel) speakers = make_speakers (article, quote);
  if (g_menu_model_get_n_items (speakers))
    g_menu_append_submenu (menu, _("Said by"), speakers);
}

GMenuModel *
att_passage_menu_model (const AttArticle *article, guint32 byte)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) corrections = g_menu_new (), clipboard = g_menu_new (), passages = g_menu_new (), citations = g_menu_new ();
  append_speakers (corrections, article, byte);
  append_corrections (corrections, article, byte);
  att_menu_append (clipboard, _("Copy"), "passage.copy", NULL);
  att_menu_append (clipboard, _("Select All"), "passage.select-all", NULL);
  att_menu_append (passages, _("Save Passage"), "win.save-passage", NULL);
  att_menu_append (passages, _("Write a Note…"), "win.write-note", NULL);
  att_menu_append (passages, _("New Topic from Selection…"), "win.topic-from-selection", NULL);
  att_menu_append (citations, _("Plain Text"), "win.copy-citation", g_variant_new_string ("plain"));
  att_menu_append (citations, _("Markdown"), "win.copy-citation", g_variant_new_string ("markdown"));
  att_menu_append (citations, _("BibTeX"), "win.copy-citation", g_variant_new_string ("bibtex"));
  g_menu_insert_submenu (clipboard, 1, _("Copy as Citation"), G_MENU_MODEL (citations));
  att_menu_append (passages, _("Find in Story…"), "win.find-in-story", NULL);
  if (g_menu_model_get_n_items (G_MENU_MODEL (corrections)))
    g_menu_append_section (menu, NULL, G_MENU_MODEL (corrections));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clipboard));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (passages));
  return G_MENU_MODEL (menu);
}
