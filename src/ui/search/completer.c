/* completer.c: what a search may go on with, offered while it is typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/search/completer.h"

#include "base/text.h"
#include "filter/completion.h"
#include "filter/tokens.h"
#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_OFFERS 8
#define MIN_WORD 2           /* letters of a bare word before anything is offered */

struct _AttCompleter {
  GObject        parent_instance;
  GtkEditable   *entry;      /* it owns the completer */
  GtkWidget     *popover;
  GtkListBox    *list;
  AttDossier    *dossier;
  AttCompletion *completion; /* what is offered for; NULL: nothing */
  gboolean       taking;     /* the text is being put there, not typed */
};

G_DEFINE_FINAL_TYPE (AttCompleter, att_completer, G_TYPE_OBJECT)

/* The field topics of each kind are asked for by. */
static const char *const FIELD_OF_KIND[] = { "topic", "actor", "country", "body" };

static guint
n_offers (AttCompleter *self)
{
  guint n = 0;
  while (gtk_list_box_get_row_at_index (self->list, n))
    n++;
  return n;
}

/* text: what would be put there; shown: how it is called, count: how many stories it is in, 0 for none to tell. */
static void
offer (AttCompleter *self, const char *text, const char *shown, guint count)
{
  if (n_offers (self) >= MAX_OFFERS)
    return;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *name = gtk_label_new (shown), *what = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (what), 22);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (what, "dim-label");
  gtk_widget_add_css_class (what, "caption");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), what);
  if (count) {
    g_autofree char *number = g_strdup_printf ("%u", count);
    GtkWidget *label = gtk_label_new (number);
    gtk_widget_add_css_class (label, "numeric");
    gtk_box_append (GTK_BOX (row), label);
  }
  GtkWidget *holder = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), row);
  g_object_set_data_full (G_OBJECT (holder), "text", g_strdup (text), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  gtk_list_box_append (self->list, holder);
}

static void
offer_value (AttCompleter *self, const char *field, const char *value, const char *shown, guint count)
{
  g_autofree char *text = att_completion_text (field, value);
  offer (self, text, shown, count);
}

static void
offer_topics (AttCompleter *self, const char *field, const char *prefix)
{
  const AttCoverage *coverage = att_dossier_get_coverage (self->dossier);
  for (guint i = 0; coverage && i < coverage->n_topics; i++) {
    const AttCount *topic = &coverage->topics[i];
    const char *its = FIELD_OF_KIND[MIN (topic->kind, G_N_ELEMENTS (FIELD_OF_KIND) - 1)];
    gboolean spoken = field && strcmp (field, "said") == 0 && topic->kind != ATT_TOPIC_THEME;
    if (field && !spoken && strcmp (field, its) != 0)
      continue;
    const char *label = att_topic_shown (topic->kind, topic->label);
    if (att_text_begins (label, prefix) || att_text_begins (topic->label, prefix) || att_text_begins (topic->name, prefix))
      offer_value (self, spoken ? field : its, spoken ? topic->label : topic->name, label, topic->count);
  }
}

static void
offer_sources (AttCompleter *self, const char *field, const char *prefix)
{
  GListModel *sources = att_source_model_get_list (att_dossier_get_sources (self->dossier));
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (AttSource) source = g_list_model_get_item (sources, i);
    const AttFeed *feed = att_source_get_feed (source);
    const char *folder = att_source_get_kind (source) == ATT_SOURCE_FOLDER ? att_source_get_name (source) : NULL;
    if (feed && (strcmp (field, "feed") == 0 || strcmp (field, "source") == 0) && att_text_begins (att_feed_label (feed), prefix))
      offer_value (self, field, att_feed_label (feed), att_feed_label (feed), feed->articles);
    else if (folder && strcmp (field, "folder") == 0 && att_text_begins (folder, prefix))
      offer_value (self, field, folder, folder, 0);
  }
}

static void
offer_words (AttCompleter *self, const char *field, const char *const *words, const char *prefix)
{
  for (guint i = 0; words[i]; i++)
    if (att_text_begins (words[i], prefix))
      offer_value (self, field, words[i], words[i], 0);
}

/* A field's name goes on with a colon, and its value comes next. */
static void
offer_fields (AttCompleter *self, const char *prefix)
{
  const char *const *fields = att_tokens_fields ();
  for (guint i = 0; fields[i]; i++) {
    g_autofree char *text = g_strconcat (fields[i], ":", NULL);
    if (g_str_has_prefix (fields[i], prefix))
      offer (self, text, text, 0);
  }
}

static void
fill (AttCompleter *self, const char *field, const char *prefix)
{
  static const char *const STATES[] = { "unread", "starred", "noted", NULL }, *const PERIODS[] = { "1d", "7d", "30d", "1y", NULL }, *const TOPICS[] = { "topics", NULL };
  if (field == NULL) {
    if (g_utf8_strlen (prefix, -1) < MIN_WORD)
      return;
    offer_fields (self, prefix);
    offer_topics (self, NULL, prefix);
  } else if (strcmp (field, "is") == 0)
    offer_words (self, field, STATES, prefix);
  else if (strcmp (field, "since") == 0)
    offer_words (self, field, PERIODS, prefix);
  else if (strcmp (field, "any") == 0)
    offer_words (self, field, TOPICS, prefix);
  else {
    offer_topics (self, field, prefix);
    offer_sources (self, field, prefix);
  }
}

void
att_completer_close (AttCompleter *self)
{
  g_clear_pointer (&self->completion, att_completion_free);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
clear (AttCompleter *self)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Only what the person types with the cursor there: not what a click in the panel wrote. */
static void
typed_cb (AttCompleter *self)
{
  GtkWidget *inside = GTK_WIDGET (gtk_editable_get_delegate (self->entry));
  const char *text = gtk_editable_get_text (self->entry);
  if (self->taking || self->dossier == NULL || inside == NULL || !gtk_widget_has_focus (inside))
    return;
  guint cursor = g_utf8_offset_to_pointer (text, gtk_editable_get_position (self->entry)) - text;
  g_clear_pointer (&self->completion, att_completion_free);
  self->completion = att_completion_at (text, cursor);
  clear (self);
  if (self->completion)
    fill (self, self->completion->field, self->completion->prefix);
  gtk_widget_set_size_request (GTK_WIDGET (self->list), gtk_widget_get_width (GTK_WIDGET (self->entry)) - 24, -1);   /* as wide as the entry, but for its own edge */
  if (n_offers (self))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    att_completer_close (self);
}

/* The cursor behind it, and a space, unless its value is still to come. */
static void
take (AttCompleter *self, GtkListBoxRow *row)
{
  g_autoptr (AttCompletion) completion = g_steal_pointer (&self->completion);
  const char *text = gtk_editable_get_text (self->entry), *chosen = g_object_get_data (G_OBJECT (row), "text");
  if (completion == NULL || completion->end > strlen (text))
    return;
  gboolean open = g_str_has_suffix (chosen, ":");
  g_autofree char *before = g_strndup (text, completion->start);
  g_autofree char *rest = g_strdup (text + completion->end);
  g_autofree char *whole = g_strconcat (before, chosen, open || *rest == ' ' ? "" : " ", rest, NULL);
  int cursor = g_utf8_strlen (before, -1) + g_utf8_strlen (chosen, -1) + !open;
  self->taking = TRUE;
  gtk_editable_set_text (self->entry, whole);
  gtk_editable_set_position (self->entry, cursor);
  self->taking = FALSE;
  att_completer_close (self);
  if (open)
    typed_cb (self);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, AttCompleter *self)
{
  take (self, row);
}

static gboolean
step (AttCompleter *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int at = row ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0 : (int) n_offers (self) - 1;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, CLAMP (at, 0, (int) n_offers (self) - 1)));
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, AttCompleter *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  if (!gtk_widget_get_visible (self->popover) || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  switch (key) {
    case GDK_KEY_Down: return step (self, 1);
    case GDK_KEY_Up:   return step (self, -1);
    case GDK_KEY_Escape:
      att_completer_close (self);
      return TRUE;
    case GDK_KEY_Tab: case GDK_KEY_Return: case GDK_KEY_KP_Enter:
      if (row == NULL)   /* nothing was chosen: Enter asks, and Tab goes on, as ever */
        att_completer_close (self);
      else
        take (self, row);
      return row != NULL;
    default: return FALSE;
  }
}

/* What is offered is for the place the cursor is at. */
static void
moved_cb (AttCompleter *self)
{
  if (gtk_widget_get_visible (self->popover))
    typed_cb (self);
}

static void
left_cb (AttCompleter *self)
{
  att_completer_close (self);
}

void
att_completer_set_dossier (AttCompleter *self, AttDossier *dossier)
{
  g_set_object (&self->dossier, dossier);
}

static void
att_completer_dispose (GObject *object)
{
  AttCompleter *self = ATT_COMPLETER (object);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->completion, att_completion_free);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (att_completer_parent_class)->dispose (object);
}

static void
att_completer_class_init (AttCompleterClass *class)
{
  G_OBJECT_CLASS (class)->dispose = att_completer_dispose;
}

static void
att_completer_init (AttCompleter *self)
{
  self->popover = gtk_popover_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How the search may go on"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "completions");
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);   /* the person types on */
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->popover, FALSE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
}

AttCompleter *
att_completer_new (GtkEditable *entry)
{
  AttCompleter *self = g_object_new (ATT_TYPE_COMPLETER, NULL);
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();
  self->entry = entry;
  gtk_widget_set_parent (self->popover, GTK_WIDGET (entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::cursor-position", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  return self;
}
