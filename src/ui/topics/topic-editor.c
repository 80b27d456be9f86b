/* topic-editor.c: a topic's name, terms and threshold, changed, and tried out before anything is saved.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/topics/topic-editor.h"

#include "base/text.h"
#include "desk/taxonomy.h"
#include "ui/platform/platform.h"
#include "ui/widget/moment.h"
#include "ui/widget/topic-label.h"
#include "ui/widget/wrap.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define PAUSE 500            /* milliseconds after the last change before it is tried out */
#define AT_ONCE 12           /* rows: a shipped topic has two hundred, and the window stays live */

struct _AttTopicEditor {
  GtkBox             parent_instance;
  GtkScrolledWindow *scroller;
  GtkEditable       *name;
  GtkRange          *threshold;
  GtkListBox        *terms, *stories;
  GtkLabel          *summary;
  GtkSpinner        *spinner;
  GtkWidget         *add, *save, *reset;
  AttWrap           *buttons;
  AttDesk           *desk;
  AttTopic          *topic;       /* as it was opened */
  guint              next;        /* of its terms, the one to be shown next */
  guint              idle, pause;
  GCancellable      *trial;
  gboolean           filling, edited;   /* edited: by the person, and not saved */
};

G_DEFINE_FINAL_TYPE (AttTopicEditor, att_topic_editor, GTK_TYPE_BOX)

enum { SAVE, RESET, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* What the rows say now; those not shown yet are as they were. */
static AttTopic *
read_topic (AttTopicEditor *self)
{
  gboolean new = *self->topic->id == '\0';
  AttTopic *topic = att_topic_new (new ? NULL : self->topic->id, gtk_editable_get_text (self->name), gtk_range_get_value (self->threshold) / 100);
  if (!new) {
    g_free (topic->section);
    topic->section = g_strdup (self->topic->section);
  }
  GtkListBoxRow *row;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->terms, i)); i++) {
    GtkWidget *entry = g_object_get_data (G_OBJECT (row), "entry"), *class = g_object_get_data (G_OBJECT (row), "class");
    att_topic_add_term (topic, gtk_drop_down_get_selected (GTK_DROP_DOWN (class)), gtk_editable_get_text (GTK_EDITABLE (entry)), g_object_get_data (G_OBJECT (row), "flags"));
  }
  for (guint i = self->next; i < self->topic->terms->len; i++) {
    const AttTopicTerm *term = g_ptr_array_index (self->topic->terms, i);
    att_topic_add_term (topic, term->class, term->pattern, term->flags);
  }
  return topic;
}

static void
show_story (AttTopicEditor *self, const AttTopicStory *story)
{
  GtkWidget *row = adw_action_row_new (), *sign = gtk_label_new (story->in ? _("In") : _("Out"));
  g_autofree char *subtitle = att_moment_beside (story->source, story->published);
  gtk_widget_add_css_class (sign, "chip");
  gtk_widget_add_css_class (sign, story->in ? "success" : "warning");
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), story->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
  gtk_list_box_append (self->stories, row);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttTopicEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AttTopicPreview) preview = att_desk_preview_finish (ATT_DESK (source), result, &error);
  if (self->stories == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;   /* closed meanwhile, or tried anew */
  gtk_spinner_stop (self->spinner);
  clear_list (self->stories);
  gtk_widget_set_visible (GTK_WIDGET (self->stories), FALSE);
  if (preview == NULL) {
    gtk_label_set_text (self->summary, error->message);
    return;
  }
  g_autofree char *of = g_strdup_printf (ngettext ("Of %u story", "Of the newest %u stories", preview->n_looked_at), preview->n_looked_at);
  g_autofree char *words = g_strdup_printf (_("%s: %u now, %u then; in %u, out %u"), of, preview->n_now, preview->n_then, preview->n_in, preview->n_out);
  gtk_label_set_text (self->summary, words);
  for (guint i = 0; i < preview->stories->len; i++)
    show_story (self, g_ptr_array_index (preview->stories, i));
  gtk_widget_set_visible (GTK_WIDGET (self->stories), TRUE);   /* from now on, that it is empty means something */
}

/* "{sale,sales of chips": it would be looked for as it stands, and never be found. */
static gboolean
is_open (const char *pattern)
{
  gboolean open = FALSE;
  for (const char *p = pattern; *p; p++) {
    if (*p == (open ? '{' : '}'))
      return TRUE;
    open = *p == '{' || (open && *p != '}');
  }
  return open;
}

/* Two of one name could not be told apart anywhere. */
static gboolean
is_taken (AttTopicEditor *self, const AttTopic *topic)
{
  g_autoptr (GPtrArray) topics = att_desk_list_topics (self->desk);
  g_autofree char *label = att_text_fold (topic->label);
  for (guint i = 0; i < topics->len; i++) {
    const AttTopicName *other = g_ptr_array_index (topics, i);
    g_autofree char *shipped = att_text_fold (other->label), *shown = att_text_fold (att_topic_shown (ATT_TOPIC_THEME, other->label));
    if (strcmp (other->id, self->topic->id) != 0 && (strcmp (shipped, label) == 0 || strcmp (shown, label) == 0))
      return TRUE;
  }
  return FALSE;
}

/* Why it cannot be kept as it is; NULL: it can. */
static char *
fault_of (AttTopicEditor *self, const AttTopic *topic)
{
  if (*topic->label == '\0' || topic->terms->len == 0)
    return g_strdup (_("Give it a name and a word or phrase that speaks of it"));
  if (is_taken (self, topic))
    return g_strdup_printf (_("There is a topic “%s” already. Give this one another name."), topic->label);
  for (guint i = 0; i < topic->terms->len; i++) {
    const AttTopicTerm *term = g_ptr_array_index (topic->terms, i);
    if (is_open (term->pattern))
      return g_strdup_printf (_("“%s” has a brace too many or too few. Write {sale,sales} of chips."), term->pattern);
  }
  return NULL;
}

static gboolean
try_out (gpointer data)
{
  AttTopicEditor *self = data;
  g_autoptr (AttTopic) topic = read_topic (self);
  g_autofree char *fault = fault_of (self, topic);
  self->pause = 0;
  g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
  gtk_widget_set_sensitive (self->save, fault == NULL);
  if (fault) {
    gtk_spinner_stop (self->spinner);
    clear_list (self->stories);
    gtk_widget_set_visible (GTK_WIDGET (self->stories), FALSE);
    gtk_label_set_text (self->summary, fault);
    return G_SOURCE_REMOVE;
  }
  self->trial = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  att_desk_preview_async (self->desk, topic, self->trial, tried_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed (AttTopicEditor *self)
{
  if (self->filling || self->topic == NULL)
    return;
  self->edited = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, try_out, self);
}

static void
remove_cb (GtkButton *button, AttTopicEditor *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_grab_focus (self->add);
  gtk_list_box_remove (self->terms, row);
  changed (self);
}

static GtkWidget *
add_term (AttTopicEditor *self, const AttTopicTerm *term, int position)
{
  const char *const classes[] = { _("speaks of it"), _("may speak of it"), _("supports it"), _("speaks against it"), _("must be there"), NULL };
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *entry = gtk_entry_new (), *class = gtk_drop_down_new_from_strings (classes);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_editable_set_text (GTK_EDITABLE (entry), term->pattern);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (class), term->class);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Word or phrase"), -1);
  att_platform_name_button (class, _("What it says"));
  gtk_widget_set_tooltip_text (remove, _("Remove"));
  att_platform_name_button (remove, _("Remove the word or phrase"));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (class, "flat");
  gtk_widget_set_margin_start (box, 8);   /* where the words of other rows begin */
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), class);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, *term->pattern ? term->pattern : _("Word or phrase"), -1);
  g_object_set_data (G_OBJECT (row), "entry", entry);
  g_object_set_data (G_OBJECT (row), "class", class);
  g_object_set_data_full (G_OBJECT (row), "flags", g_strdup (term->flags), g_free);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed), self);
  g_signal_connect_swapped (class, "notify::selected", G_CALLBACK (changed), self);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_list_box_insert (self->terms, row, position);
  return entry;
}

static gboolean
add_more (gpointer data)
{
  AttTopicEditor *self = data;
  guint end = MIN (self->next + AT_ONCE, self->topic->terms->len);
  self->filling = TRUE;
  for (; self->next < end; self->next++)
    add_term (self, g_ptr_array_index (self->topic->terms, self->next), -1);
  self->filling = FALSE;
  if (self->next < self->topic->terms->len)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* On top, where it is seen: a topic may have a hundred others. */
static void
add_clicked (AttTopicEditor *self)
{
  const AttTopicTerm empty = { ATT_TERM_STRONG, (char *) "", (char *) "" };
  gtk_widget_grab_focus (add_term (self, &empty, 0));
}

static void
save_clicked (AttTopicEditor *self)
{
  g_autoptr (AttTopic) topic = read_topic (self);
  g_autofree char *fault = fault_of (self, topic);
  if (fault) {   /* typed since it was last tried out */
    g_clear_handle_id (&self->pause, g_source_remove);
    try_out (self);
    return;
  }
  self->edited = FALSE;
  g_signal_emit (self, signals[SAVE], 0, topic);
}

gboolean
att_topic_editor_is_changed (AttTopicEditor *self)
{
  return self->edited;
}

static void
reset_clicked (AttTopicEditor *self)
{
  self->edited = FALSE;
  g_signal_emit (self, signals[RESET], 0);
}

void
att_topic_editor_edit (AttTopicEditor *self, AttDesk *desk, const AttTopicState *state)
{
  g_set_object (&self->desk, desk);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->topic, att_topic_free);
  self->topic = att_topic_copy (state->topic);
  if (*self->topic->label == '\0') {   /* a new one gets its id by its name */
    g_free (self->topic->id);
    self->topic->id = g_strdup ("");
  }
  self->next = 0;
  self->filling = TRUE;
  clear_list (self->terms);
  clear_list (self->stories);
  gtk_editable_set_text (self->name, state->topic->label);
  gtk_range_set_value (self->threshold, state->topic->threshold * 100);
  self->filling = self->edited = FALSE;
  gtk_button_set_label (GTK_BUTTON (self->reset), state->shipped ? _("Reset to the Shipped One") : _("Delete Topic"));
  gtk_widget_set_visible (self->reset, state->own);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  self->idle = g_idle_add (add_more, self);
  try_out (self);
}

static void
att_topic_editor_dispose (GObject *object)
{
  AttTopicEditor *self = ATT_TOPIC_EDITOR (object);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
  gtk_widget_dispose_template (GTK_WIDGET (object), ATT_TYPE_TOPIC_EDITOR);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->topic, att_topic_free);
  G_OBJECT_CLASS (att_topic_editor_parent_class)->dispose (object);
}

static void
att_topic_editor_class_init (AttTopicEditorClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_topic_editor_dispose;
  signals[SAVE] = g_signal_new ("save", ATT_TYPE_TOPIC_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RESET] = g_signal_new ("reset", ATT_TYPE_TOPIC_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ATT_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/topics/topic-editor.ui");
  gtk_widget_class_bind_template_child (widget, AttTopicEditor, scroller);
  gtk_widget_class_bind_template_child (widget, AttTopicEditor, name);
  gtk_widget_class_bind_template_child (widget, AttTopicEditor, threshold);
  gtk_widget_class_bind_template_child (widget, AttTopicEditor, terms);
  gtk_widget_class_bind_template_child (widget, AttTopicEditor, stories);
  gtk_widget_class_bind_template_child (widget, AttTopicEditor, summary);
  gtk_widget_class_bind_template_child (widget, AttTopicEditor, spinner);
  gtk_widget_class_bind_template_child (widget, AttTopicEditor, add);
  gtk_widget_class_bind_template_child (widget, AttTopicEditor, buttons);
  gtk_widget_class_bind_template_callback (widget, changed);
  gtk_widget_class_bind_template_callback (widget, add_clicked);
}

static void
att_topic_editor_init (AttTopicEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->save = gtk_button_new_with_mnemonic (_("_Save Topic"));
  self->reset = gtk_button_new ();
  gtk_widget_set_visible (self->reset, FALSE);
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_clicked), self);
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (reset_clicked), self);
  att_wrap_append (self->buttons, self->save);
  att_wrap_append (self->buttons, self->reset);
}
