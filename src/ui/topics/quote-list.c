/* quote-list.c: the newest quotations of the stories under the filter.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/topics/quote-list.h"

#include "base/date.h"
#include "base/text.h"
#include "store/quotes.h"
#include "ui/widget/menu.h"
#include "ui/widget/moment.h"
#include "ui/widget/row-menu.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_QUOTES 80
#define MAX_ARTICLES 200        /* looked into for the newest ... */
#define MAX_SEARCHED 5000       /* ... and for words */

struct _AttQuoteList {
  GtkBox        parent_instance;
  GtkListBox   *list;
  GPtrArray    *said;    /* of AttSaid *, the rows' */
  AttDossier   *dossier;
  GCancellable *cancellable;
  gboolean      stale;   /* not read since the answer changed */
  GtkLabel     *empty;   /* the list's: what is said where nothing is */
  char         *wanted;  /* the words looked for; NULL: none */
};

G_DEFINE_FINAL_TYPE (AttQuoteList, att_quote_list, GTK_TYPE_BOX)

enum { PROP_0, PROP_DOSSIER, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GtkWidget *
make_row (const AttSaid *said)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (NULL);
  g_autofree char *when = att_moment_short (said->published, att_date_now ());
  g_autofree char *words = att_text_shorten (said->text, 220);
  g_autofree char *markup = g_markup_printf_escaped (said->indirect ? "<b>%s</b>\n<i>%s</i>\n<small>%s · %s</small>" : "<b>%s</b>\n“%s”\n<small>%s · %s</small>", said->speaker ? said->speaker : _("Not attributed"), words,
                                                     said->source, when);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_add_css_class (row, "quote-row");
  g_object_set_data (G_OBJECT (row), "said", (gpointer) said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (label)), -1);
  return row;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttQuoteList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) quotes = att_store_finish (ATT_STORE (source), result, &error);
  if (quotes == NULL || self->list == NULL)
    return;
  GtkWidget *row;
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))))
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->said, g_ptr_array_unref);
  self->said = g_steal_pointer (&quotes);
  for (guint i = 0; i < self->said->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->said, i)));
}

typedef struct { AttCoverage *coverage; char *wanted; } Question;

static void
question_free (gpointer data)
{
  att_coverage_unref (((Question *) data)->coverage);
  g_free (((Question *) data)->wanted);
  g_free (data);
}

static gpointer
read_quotes (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Question *question = data;
  return att_quotes_read (db, question->coverage->ids, MIN (question->coverage->n_ids, question->wanted ? MAX_SEARCHED : MAX_ARTICLES), question->wanted, MAX_QUOTES, error);
}

static void
read_if_seen (AttQuoteList *self)
{
  const AttCoverage *coverage = self->dossier ? att_dossier_get_coverage (self->dossier) : NULL;
  if (!self->stale || coverage == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  Question *question = g_new (Question, 1);
  *question = (Question) { att_coverage_ref ((AttCoverage *) coverage), g_strdup (self->wanted) };
  att_store_ask_async (att_dossier_get_store (self->dossier), read_quotes, question, question_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_cb, g_object_ref (self));
}

static void
coverage_cb (AttQuoteList *self)
{
  self->stale = TRUE;
  read_if_seen (self);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, AttQuoteList *self)
{
  const AttSaid *said = g_object_get_data (G_OBJECT (row), "said");
  if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.open-quote", "(xs)", said->article, said->text))
    att_dossier_open (self->dossier, said->article);   /* it stands alone */
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *cited)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (cited, NULL));
  gtk_widget_activate_action (widget, "win.say", "s", _("Copied with its source"));
}

static GMenuModel *
make_menu (GtkListBoxRow *row, gpointer data)
{
  GMenu *menu = g_menu_new ();
  const AttSaid *said = g_object_get_data (G_OBJECT (row), "said");
  g_autofree char *cited = att_quotes_cite (said, ATT_CITATION_PLAIN);
  if (said->speaker)
    att_menu_append (menu, _("What They Said"), "win.open-actor", g_variant_new ("(iss)", ATT_TOPIC_PERSON, said->speaker, ""));
  att_menu_append (menu, _("Copy with Citation"), "quotes.copy", g_variant_new_string (cited));
  return G_MENU_MODEL (menu);
}

void
att_quote_list_find (AttQuoteList *self, const char *text)
{
  g_free (self->wanted);
  self->wanted = att_text_has (text) ? att_text_squeeze (text) : NULL;
  gtk_label_set_text (self->empty, self->wanted ? _("No match. Clear the field above to see all.") : _("Nobody is quoted in these stories"));
  coverage_cb (self);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AttQuoteList *self = ATT_QUOTE_LIST (object);
  if (g_set_object (&self->dossier, g_value_get_object (value)) && self->dossier)
    g_signal_connect_object (self->dossier, "notify::coverage", G_CALLBACK (coverage_cb), self, G_CONNECT_SWAPPED);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, ATT_QUOTE_LIST (object)->dossier);
}

static void
att_quote_list_dispose (GObject *object)
{
  AttQuoteList *self = ATT_QUOTE_LIST (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->dossier);
  if (self->list)
    att_row_menu_remove (self->list);
  self->list = NULL;
  g_clear_pointer (&self->said, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (att_quote_list_parent_class)->dispose (object);
}

static void
att_quote_list_class_init (AttQuoteListClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "quotes.copy", "s", copy_cb);
  G_OBJECT_CLASS (class)->dispose = att_quote_list_dispose;
  G_OBJECT_CLASS (class)->set_property = set_property;
  G_OBJECT_CLASS (class)->get_property = get_property;
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, ATT_TYPE_DOSSIER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
}

static void
att_quote_list_init (AttQuoteList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *empty = gtk_label_new (_("Nobody is quoted in these stories"));
  self->empty = GTK_LABEL (empty);
  gtk_label_set_wrap (self->empty, TRUE);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quotes"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
  att_row_menu_add (self->list, make_menu, NULL);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (self, "map", G_CALLBACK (read_if_seen), NULL);
  self->stale = TRUE;
}
