/* actor-page.c: what one actor has said, in order: the position ledger, over all topics or on one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/topics/actor-page.h"

#include "store/quotes.h"
#include "ui/platform/platform.h"
#include "ui/widget/moment.h"
#include "ui/widget/topic-label.h"
#include "ui/widget/wrap.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_STATEMENTS 300
#define SILENCE 7            /* days between two statements that are told */
#define DAY 86400

struct _AttActorPage {
  GtkBox        parent_instance;
  GtkLabel     *title, *offices, *summary;
  AttWrap      *controls;
  GtkDropDown  *topic;
  GtkListBox   *ledger;
  AttStore     *store;
  AttTopicKind  kind;
  char         *name;
  GPtrArray    *themes;      /* of char *: of the choices, the first of which is all */
  GPtrArray    *said;        /* of AttSaid *, as shown */
  GCancellable *question;
  gboolean      filling;
};

G_DEFINE_FINAL_TYPE (AttActorPage, att_actor_page, GTK_TYPE_BOX)

typedef struct { char *speaker, *theme; } Question;
typedef struct { GPtrArray *said; gboolean first; } Answer;

static void
question_free (gpointer data)
{
  Question *question = data;
  g_free (question->speaker);
  g_free (question->theme);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  g_clear_pointer (&((Answer *) data)->said, g_ptr_array_unref);
  g_free (data);
}

static gpointer
read_ledger (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Question *question = data;
  Answer *answer = g_new0 (Answer, 1);
  answer->said = att_quotes_ledger (db, question->speaker, question->theme, MAX_STATEMENTS, &answer->first, error);
  return answer;
}

static void
copy_cb (GtkButton *button, AttActorPage *self)
{
  g_autofree char *text = att_quotes_cite (g_object_get_data (G_OBJECT (button), "said"), ATT_CITATION_PLAIN);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", _("Copied with its source"));
}

static void
copy_all (AttActorPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; self->said && i < self->said->len; i++) {
    g_autofree char *one = att_quotes_cite (g_ptr_array_index (self->said, i), ATT_CITATION_MARKDOWN);
    g_string_append_printf (text, "%s%s", i ? "\n" : "", one);
  }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", _("All statements copied with their sources, as Markdown"));
}

static void
opened_cb (GtkWidget *row, AttActorPage *self)
{
  const AttSaid *said = g_object_get_data (G_OBJECT (row), "said");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-quote", "(xs)", said->article, said->text);
}

static void
add_statement (AttActorPage *self, const AttSaid *said, gboolean first)
{
  GtkWidget *row = adw_action_row_new (), *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *when = att_moment_long (said->published), *place = g_strdup_printf (*said->title ? "%s · %s · %s" : "%s · %s", when, said->source, said->title);
  g_autofree char *signs = g_strjoin (" · ", first ? _("First statement") : said->indirect ? _("Reported") : "", first && said->indirect ? _("Reported") : NULL, NULL);
  g_autofree char *subtitle = *signs ? g_strdup_printf ("%s\n%s", signs, place) : g_strdup (place);
  g_autofree char *words = g_strdup_printf (said->indirect ? "%s" : "“%s”", said->text);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "said", (gpointer) said);
  g_object_set_data (G_OBJECT (copy), "said", (gpointer) said);
  gtk_widget_set_tooltip_text (copy, _("Copy with Citation"));
  att_platform_name_button (copy, _("Copy with Citation"));
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), copy);
  g_signal_connect (copy, "clicked", G_CALLBACK (copy_cb), self);
  g_signal_connect (row, "activated", G_CALLBACK (opened_cb), self);
  gtk_list_box_append (self->ledger, row);
}

static void
add_silence (AttActorPage *self, guint days)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u day without a statement", "%u days without a statement", days), days);
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "silence");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->ledger, row);
}

static void
clear (AttActorPage *self)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (self->ledger, 0)))
    gtk_list_box_remove (self->ledger, GTK_WIDGET (row));
  g_clear_pointer (&self->said, g_ptr_array_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttActorPage) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = att_store_finish (ATT_STORE (source), result, &error);
  if (answer == NULL || self->ledger == NULL) {
    g_clear_pointer (&answer, answer_free);
    return;
  }
  clear (self);
  self->said = g_steal_pointer (&answer->said);
  for (guint i = 0; self->said && i < self->said->len; i++) {
    const AttSaid *said = g_ptr_array_index (self->said, i), *before = i ? g_ptr_array_index (self->said, i - 1) : NULL;
    guint days = before ? (said->published - before->published) / DAY : 0;
    if (days >= SILENCE)
      add_silence (self, days);
    add_statement (self, said, i == 0 && answer->first);
  }
  guint n = self->said ? self->said->len : 0;
  g_autofree char *words = g_strdup_printf (ngettext ("%u statement", "%u statements", n), n);
  g_autofree char *last = g_strdup_printf (ngettext ("The last %u statement", "The last %u statements", n), n);
  gtk_label_set_text (self->summary, answer->first ? words : last);
  answer_free (answer);
}

static void
ask (AttActorPage *self)
{
  if (self->filling || self->store == NULL)
    return;
  guint at = gtk_drop_down_get_selected (self->topic);
  Question *question = g_new (Question, 1);
  *question = (Question) { g_strdup (self->name), at && at < self->themes->len ? g_strdup (g_ptr_array_index (self->themes, at)) : NULL };
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  self->question = g_cancellable_new ();
  att_store_ask_async (self->store, read_ledger, question, question_free, answer_free, self->question, read_cb, g_object_ref (self));
}

static void
fill_topics (AttActorPage *self, const AttCoverage *coverage, const char *theme)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  g_ptr_array_set_size (self->themes, 0);
  gtk_string_list_append (names, _("On All Topics"));
  g_ptr_array_add (self->themes, g_strdup (""));
  for (guint i = 0; coverage && i < coverage->n_topics; i++) {
    const AttCount *one = &coverage->topics[i];
    gboolean asked = theme && strcmp (one->name, theme) == 0;   /* also where no story under the filter is about it */
    if (one->kind != ATT_TOPIC_THEME || (one->count == 0 && !asked))
      continue;
    if (asked)
      selected = self->themes->len;
    gtk_string_list_append (names, att_topic_shown (one->kind, one->label));
    g_ptr_array_add (self->themes, g_strdup (one->name));
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->topic, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->topic, selected);
  self->filling = FALSE;
}

void
att_actor_page_open (AttActorPage *self, AttStore *store, AttTopicKind kind, const char *name, const char *label, const char *offices, const AttCoverage *coverage, const char *theme)
{
  g_set_object (&self->store, store);
  g_free (self->name);
  self->name = g_strdup (name);
  self->kind = kind;
  gtk_label_set_text (self->title, label);
  gtk_label_set_text (self->offices, offices);
  gtk_widget_set_visible (GTK_WIDGET (self->offices), *offices != '\0');
  clear (self);
  fill_topics (self, coverage, theme);
  ask (self);
}

/* Actions of the window, on the actor that is shown. */
static void
act_cb (GtkButton *button, AttActorPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "action"), "(is)", (int) self->kind, self->name);
}

static void
add_button (AttActorPage *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  g_signal_connect (button, "clicked", G_CALLBACK (act_cb), self);
  att_wrap_append (self->controls, button);
}

static void
att_actor_page_dispose (GObject *object)
{
  AttActorPage *self = ATT_ACTOR_PAGE (object);
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  gtk_widget_dispose_template (GTK_WIDGET (object), ATT_TYPE_ACTOR_PAGE);
  g_clear_object (&self->store);
  g_clear_pointer (&self->said, g_ptr_array_unref);
  G_OBJECT_CLASS (att_actor_page_parent_class)->dispose (object);
}

static void
att_actor_page_finalize (GObject *object)
{
  g_free (ATT_ACTOR_PAGE (object)->name);
  g_ptr_array_unref (ATT_ACTOR_PAGE (object)->themes);
  G_OBJECT_CLASS (att_actor_page_parent_class)->finalize (object);
}

static void
att_actor_page_class_init (AttActorPageClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_actor_page_dispose;
  G_OBJECT_CLASS (class)->finalize = att_actor_page_finalize;
  g_type_ensure (ATT_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/topics/actor-page.ui");
  gtk_widget_class_bind_template_child (widget, AttActorPage, title);
  gtk_widget_class_bind_template_child (widget, AttActorPage, offices);
  gtk_widget_class_bind_template_child (widget, AttActorPage, controls);
  gtk_widget_class_bind_template_child (widget, AttActorPage, summary);
  gtk_widget_class_bind_template_child (widget, AttActorPage, ledger);
}

static void
att_actor_page_init (AttActorPage *self)
{
  self->themes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->topic = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  att_platform_name_button (GTK_WIDGET (self->topic), _("Topic"));
  g_signal_connect_swapped (self->topic, "notify::selected", G_CALLBACK (ask), self);
  att_wrap_append (self->controls, GTK_WIDGET (self->topic));
  add_button (self, _("Stories"), "win.filter-actor");
  add_button (self, _("Rename…"), "win.rename-actor");
  add_button (self, _("Same as…"), "win.merge-actor");
  add_button (self, _("This Is Nobody"), "win.strike-actor");
  GtkWidget *copy = gtk_button_new_with_label (_("Copy All"));
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_all), self);
  att_wrap_append (self->controls, copy);
}
