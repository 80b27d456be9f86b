/* statements.c: who said what in a story, what states did, and what a person saved out of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/statements.h"

#include "base/text.h"
#include "ui/platform/platform.h"
#include "ui/reader/event-words.h"
#include "ui/widget/moment.h"

#include <glib/gi18n.h>

#define WORDS 180            /* letters of a quotation in its row */
#define AT_ONCE 200          /* rows */

typedef struct {
  GtkBox           *box, *said;   /* said: within it, what somebody said */
  const AttArticle *article;
  gint64            id;           /* the article's */
  AttStatementFunc  chosen;
  gpointer          data;
  GPtrArray        *shown;        /* of AttQuote *, not owned: what has a row, or will have */
  guint             next;         /* of them, the first without one */
} List;

static void
list_free (gpointer data)
{
  g_ptr_array_unref (((List *) data)->shown);
  g_free (data);
}

static void
row_cb (GtkButton *row, List *list)
{
  list->chosen (g_object_get_data (G_OBJECT (row), "span"), list->data);
}

static void
add_heading (List *list, const char *words)
{
  GtkWidget *heading = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (list->box, heading);
}

static GtkWidget *
make_row (List *list, const char *markup, const AttSpan *span)
{
  GtkWidget *row = gtk_button_new (), *label = gtk_label_new (NULL);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (row), label);
  att_platform_name_button (row, gtk_label_get_text (GTK_LABEL (label)));
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "quote-row");
  g_object_set_data (G_OBJECT (row), "span", (gpointer) span);
  g_signal_connect (row, "clicked", G_CALLBACK (row_cb), list);
  return row;
}

/* What was said without quotation marks is told without them. The marks of words that run the other way stand where those begin and end (UAX 9, isolates). */
static void
add_quote (List *list, const AttQuote *quote)
{
  g_autofree char *words = att_text_shorten (quote->text, WORDS);
  g_autofree char *markup = g_markup_printf_escaped (quote->kind == ATT_QUOTE_INDIRECT ? "<b>%s</b>  <i>\u2068%s\u2069</i>" : "<b>%s</b>  \u2068“%s”\u2069",
                                                     quote->speaker ? quote->speaker : _("Not attributed"), words);
  gtk_box_append (list->said, make_row (list, markup, &quote->span));
}

/* Whether a statement of the same speaker has these words within its own: then they are read there. */
static gboolean
is_within_another (const AttArticle *article, const AttQuote *quote)
{
  for (guint i = 0; quote->kind != ATT_QUOTE_INDIRECT && i < article->quotes->len; i++) {
    const AttQuote *other = g_ptr_array_index (article->quotes, i);
    gboolean around = other->span.zone == quote->span.zone && other->span.start <= quote->span.start && quote->span.end <= other->span.end;
    if (other->kind == ATT_QUOTE_INDIRECT && around && g_strcmp0 (other->speaker, quote->speaker) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
add_button (GtkWidget *row, const char *icon, const char *words, const char *action, gint64 note)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", note);
  gtk_widget_set_tooltip_text (button, words);
  att_platform_name_button (button, words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);   /* by their middles GTK goes from one to the next: the note comes first */
  gtk_box_append (GTK_BOX (row), button);
}

static void
add_note (List *list, const AttNote *note)
{
  g_autofree char *when = att_moment_long (note->made), *passage = att_text_shorten (note->passage, WORDS);
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *said = *passage ? g_markup_printf_escaped ("“%s”", passage) : NULL, *words = *note->words ? g_markup_printf_escaped ("<b>%s</b>", note->words) : NULL;
  g_string_append_printf (markup, "%s%s%s\n<small>%s</small>", words ? words : "", words && said ? "\n" : "", said ? said : "", when);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2), *button = make_row (list, markup->str, &note->span);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (row), button);
  add_button (row, "document-edit-symbolic", _("Edit Note"), "win.edit-note", note->id);
  add_button (row, "user-trash-symbolic", _("Delete Note"), "win.delete-note", note->id);
  gtk_box_append (list->box, row);
}

/* What several sentences tell stands there once, and leads to the first of them. */
static void
add_events (List *list)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_heading (list, _("What states did"));
  for (guint i = 0; i < list->article->events->len; i++) {
    const AttEvent *event = g_ptr_array_index (list->article->events, i);
    char *words = att_event_words (event);
    g_autofree char *markup = g_markup_escape_text (words, -1);
    if (g_hash_table_add (told, words))
      gtk_box_append (list->box, make_row (list, markup, &event->span));
  }
}

static void more_cb (GtkButton *button, List *list);

/* The next of them: a transcript may have thousands, and each is a widget. */
static void
add_quotes (List *list, guint kept)
{
  for (guint n = 0; list->next < list->shown->len && (n < AT_ONCE || list->next < kept); n++)
    add_quote (list, g_ptr_array_index (list->shown, list->next++));
  guint left = list->shown->len - list->next;
  if (left == 0)
    return;
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u More", "Show %u More", left), left);
  GtkWidget *more = gtk_button_new_with_label (label);
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  gtk_widget_add_css_class (more, "flat");
  g_signal_connect (more, "clicked", G_CALLBACK (more_cb), list);
  gtk_box_append (list->said, more);
}

static void
more_cb (GtkButton *button, List *list)
{
  GtkWidget *last = gtk_widget_get_prev_sibling (GTK_WIDGET (button));
  gtk_box_remove (list->said, GTK_WIDGET (button));
  add_quotes (list, 0);
  gtk_widget_grab_focus (gtk_widget_get_next_sibling (last));   /* the keyboard goes on with what came */
}

void
att_statements_show (GtkBox *box, const AttArticle *article, AttStatementFunc chosen, gpointer data)
{
  GtkWidget *old;
  const List *before = g_object_get_data (G_OBJECT (box), "list");
  guint kept = before && before->id == article->id ? before->next : 0;   /* read anew, it shows as many as it did */
  while ((old = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, old);
  List *list = g_new (List, 1);
  *list = (List) { box, GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, gtk_box_get_spacing (box))), article, article->id, chosen, data, g_ptr_array_new (), 0 };
  g_object_set_data_full (G_OBJECT (box), "list", list, list_free);
  if (article->notes && article->notes->len)
    add_heading (list, _("Passages and Notes"));
  for (guint i = 0; article->notes && i < article->notes->len; i++)
    add_note (list, g_ptr_array_index (article->notes, i));
  if (article->quotes && article->quotes->len)
    add_heading (list, _("Who said what"));
  gtk_box_append (box, GTK_WIDGET (list->said));
  gtk_widget_set_visible (GTK_WIDGET (list->said), article->quotes && article->quotes->len);
  for (guint i = 0; article->quotes && i < article->quotes->len; i++)
    if (!is_within_another (article, g_ptr_array_index (article->quotes, i)))
      g_ptr_array_add (list->shown, g_ptr_array_index (article->quotes, i));
  add_quotes (list, kept);
  if (article->events && article->events->len)
    add_events (list);
}
