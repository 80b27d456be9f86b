/* topic-page.c: a topic's page: what it is, how much of it there is, who is in it and who is quoted, its stories; and its editor.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/topics/topic-page.h"

#include "base/date.h"
#include "base/text.h"
#include "desk/taxonomy.h"
#include "filter/syntax.h"
#include "store/quotes.h"
#include "ui/topics/topic-editor.h"
#include "ui/widget/chart.h"
#include "ui/widget/country.h"
#include "ui/widget/moment.h"
#include "ui/widget/topic-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define DAYS 30
#define MAX_BANDS 7          /* countries in the chart */
#define SHOWN 8              /* of actors, quotations and stories */
#define TERMS_TOLD 10        /* of a definition in words */

struct _AttTopicPage {
  GtkBox             parent_instance;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkLabel          *title, *definition;
  AttChart          *chart;
  GtkWidget         *actors, *quotes, *stories;
  AttTopicEditor    *editor;
  AttDesk           *desk;
  AttTopicState     *state;
  guint              asked, answered;   /* how often a topic was opened or made, and which time state is of */
  AttTrends         *trends;   /* what the chart shows */
  GCancellable      *question;
  GPtrArray         *rows;     /* of GtkWidget *, of the three lists, not owned */
};

G_DEFINE_FINAL_TYPE (AttTopicPage, att_topic_page, GTK_TYPE_BOX)

enum { SAVE, RESET, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show (AttTopicPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* "{invade,attack,blockade,defend} taiwan" as "invade/attack/… taiwan", "separatis{m,t}" as "separatism/separatist": a definition is read, not parsed. */
static char *
readable (const char *pattern)
{
  GString *out = g_string_new (NULL);
  g_autofree char *stem = NULL;
  guint n = 0;
  for (const char *p = pattern; *p; p++) {
    if (*p == '{') {
      const char *space = strrchr (out->str, ' ');
      g_free (stem);
      stem = g_strdup (space ? space + 1 : out->str);
    }
    if (*p == '{' || *p == '}')
      n = 0;
    else if (*p == ',' && ++n < 2)
      g_string_append_printf (out, "/%s", stem ? stem : "");
    else if (*p == ',' && n == 2)
      g_string_append (out, "/…");
    else if (n < 2 && *p != '@')
      g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}

/* "Speaks of it: a, b. Must be there: c." */
static void
tell_terms (GString *out, const AttTopic *topic, AttTermClass class, const char *words)
{
  guint n = 0;
  for (guint i = 0; i < topic->terms->len; i++) {
    const AttTopicTerm *term = g_ptr_array_index (topic->terms, i);
    if (term->class != class || ++n > TERMS_TOLD)
      continue;
    if (n == 1)
      g_string_append_printf (out, "%s%s: ", out->len ? "\n" : "", words);
    g_autofree char *pattern = readable (term->pattern);
    g_string_append_printf (out, "%s%s", n > 1 ? " · " : "", pattern);
  }
  if (n > TERMS_TOLD) {
    g_autofree char *more = g_strdup_printf (ngettext (" and %u more", " and %u more", n - TERMS_TOLD), n - TERMS_TOLD);
    g_string_append (out, more);
  }
}

static void
show_definition (AttTopicPage *self)
{
  const AttTopic *topic = self->state->topic;
  g_autoptr (GString) words = g_string_new (NULL);
  tell_terms (words, topic, ATT_TERM_REQUIRED, _("Must be there"));
  tell_terms (words, topic, ATT_TERM_STRONG, _("Speak of it"));
  tell_terms (words, topic, ATT_TERM_MEDIUM, _("May speak of it"));
  tell_terms (words, topic, ATT_TERM_GENERIC, _("Support it"));
  tell_terms (words, topic, ATT_TERM_VETO, _("Speak against it"));
  gtk_label_set_text (self->title, att_topic_shown (ATT_TOPIC_THEME, topic->label));
  gtk_label_set_text (self->definition, words->str);
}

static GtkWidget *
add_row (AttTopicPage *self, GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
clear_rows (AttTopicPage *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);
    adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
  }
  g_ptr_array_set_size (self->rows, 0);
}

static void
actor_cb (GtkWidget *row, AttTopicPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-actor", "(iss)", GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind")), g_object_get_data (G_OBJECT (row), "name"), self->state->topic->id);
}

static void
story_cb (GtkWidget *row, AttTopicPage *self)
{
  gint64 *article = g_object_get_data (G_OBJECT (row), "article");
  const char *quoted = g_object_get_data (G_OBJECT (row), "quoted");
  if (quoted)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-quote", "(xs)", *article, quoted);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-story", "x", *article);
}

static void
add_actors (AttTopicPage *self, const AttCoverage *coverage)
{
  guint n = 0;
  for (guint i = 0; i < coverage->n_topics && n < SHOWN; i++) {
    const AttCount *one = &coverage->topics[i];
    if (one->kind != ATT_TOPIC_PERSON || one->count == 0)
      continue;
    g_autofree char *count = g_strdup_printf (ngettext ("%u story", "%u stories", one->count), one->count);
    GtkWidget *row = add_row (self, self->actors, one->label, count);
    g_object_set_data (G_OBJECT (row), "kind", GINT_TO_POINTER (one->kind));
    g_object_set_data_full (G_OBJECT (row), "name", g_strdup (one->name), g_free);
    g_signal_connect (row, "activated", G_CALLBACK (actor_cb), self);
    n++;
  }
  gtk_widget_set_visible (self->actors, n > 0);
}

/* What the page reads of a topic's articles. */
typedef struct { AttCoverage *coverage; GPtrArray *quotes, *headlines; } Report;

static void
report_free (gpointer data)
{
  Report *report = data;
  att_coverage_unref (report->coverage);
  g_clear_pointer (&report->quotes, g_ptr_array_unref);
  g_clear_pointer (&report->headlines, g_ptr_array_unref);
  g_free (report);
}

static gpointer
read_report (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  Report *report = g_new0 (Report, 1);
  report->coverage = att_coverage_ref (data);
  report->quotes = att_quotes_read (db, report->coverage->ids, MIN (report->coverage->n_ids, 60), NULL, SHOWN, error);
  report->headlines = att_rows_read (db, report->coverage->ids, MIN (report->coverage->n_ids, SHOWN), error);
  return report;
}

/* quoted: the words it is opened at; NULL: at its beginning. */
static void
add_story (AttTopicPage *self, GtkWidget *group, const char *title, const char *source, gint64 published, gint64 article, const char *quoted)
{
  g_autofree char *subtitle = att_moment_beside (source, published);
  GtkWidget *row = add_row (self, group, title, subtitle);
  g_object_set_data_full (G_OBJECT (row), "article", g_memdup2 (&article, sizeof article), g_free);
  g_object_set_data_full (G_OBJECT (row), "quoted", g_strdup (quoted), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (story_cb), self);
}

static void
report_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttTopicPage) self = data;
  g_autoptr (GError) error = NULL;
  Report *report = att_store_finish (ATT_STORE (source), result, &error);
  if (report == NULL || self->stories == NULL) {
    g_clear_pointer (&report, report_free);
    return;
  }
  clear_rows (self);
  add_actors (self, report->coverage);
  for (guint i = 0; report->quotes && i < report->quotes->len; i++) {
    const AttSaid *said = g_ptr_array_index (report->quotes, i);
    g_autofree char *words = att_text_shorten (said->text, 240), *title = g_strdup_printf (said->indirect ? "%s: %s" : "%s: “%s”", said->speaker ? said->speaker : _("Not attributed"), words);
    add_story (self, self->quotes, title, said->source, said->published, said->article, said->text);
  }
  for (guint i = 0; report->headlines && i < report->headlines->len; i++) {
    const AttHeadline *headline = g_ptr_array_index (report->headlines, i);
    add_story (self, self->stories, headline->title, headline->source, headline->published, headline->id, NULL);
  }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->stories), report->coverage->n_ids ? NULL : _("No story is about it yet."));
  gtk_widget_set_visible (self->quotes, report->quotes && report->quotes->len);
  report_free (report);
}

static void
covered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttTopicPage) self = data;
  AttCoverage *coverage = att_store_finish (ATT_STORE (source), result, NULL);
  if (coverage)
    att_store_ask_async (ATT_STORE (source), read_report, coverage, (GDestroyNotify) att_coverage_unref, report_free, self->question, report_cb, g_object_ref (self));
}

static void
trends_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttTopicPage) self = data;
  AttTrends *trends = att_store_finish (ATT_STORE (source), result, NULL);
  if (trends == NULL || self->chart == NULL) {
    g_clear_pointer (&trends, att_trends_unref);
    return;
  }
  g_clear_pointer (&self->trends, att_trends_unref);
  self->trends = trends;
  g_autofree char *title = g_strdup_printf (_("%s: stories a day by country of outlet"), att_topic_shown (ATT_TOPIC_THEME, self->state->topic->label));
  g_autoptr (AttPlot) plot = att_plot_new (ATT_PLOT_STACK, title, trends->calendar.first_day, trends->n_days);
  for (guint i = 0; i < trends->countries->len && plot->rows->len < MAX_BANDS; i++) {
    const AttTrendLine *line = g_ptr_array_index (trends->countries, i);
    if (line->count)
      att_plot_add (plot, att_country_of_outlets (line->label), line->days);
  }
  att_chart_set_plot (self->chart, plot);
}

static AttFilter *
about (AttTopicPage *self)
{
  g_autoptr (AttFilter) all = att_filter_everything ();
  return att_filter_with_topic (all, ATT_TOPIC_THEME, self->state->topic->id, ATT_SENSE_MUST);
}

/* Days picked out in the chart are opened as stories. */
static void
picked_cb (AttTopicPage *self, guint from, guint to)
{
  if (self->trends == NULL || to == 0)
    return;
  g_autoptr (AttFilter) topic = about (self), days = att_filter_with_dates (topic, att_trends_day_start (self->trends, from), att_trends_day_start (self->trends, to));
  g_autofree char *filter = att_filter_format (days);
  att_chart_pick (self->chart, 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-stories", "s", filter);
}

static void
ask (AttTopicPage *self)
{
  AttStore *store = att_desk_get_store (self->desk);
  g_autoptr (AttFilter) topic = about (self), filter = att_filter_with_languages (topic, att_store_get_languages (store));
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  self->question = g_cancellable_new ();
  att_store_trends_async (store, filter, DAYS, self->question, trends_cb, g_object_ref (self));
  att_store_cover_async (store, filter, NULL, self->question, covered_cb, g_object_ref (self));
}

typedef struct { AttTopicPage *page; guint asked; } Opening;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (AttTopicPage) self = opening->page;
  g_autoptr (GError) error = NULL;
  AttTopicState *state = att_desk_topic_finish (ATT_DESK (source), result, &error);
  if (self->stack == NULL || opening->asked != self->asked)   /* another one was opened meanwhile */
    g_clear_pointer (&state, att_topic_state_free);
  else if (state == NULL) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "desk");
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
  } else {
    g_clear_pointer (&self->state, att_topic_state_free);
    self->state = state;
    self->answered = opening->asked;
    show_definition (self);
    ask (self);
  }
}

void
att_topic_page_open (AttTopicPage *self, AttDesk *desk, const char *id)
{
  g_set_object (&self->desk, desk);
  clear_rows (self);
  show (self, "coverage");
  Opening *opening = g_new (Opening, 1);
  *opening = (Opening) { g_object_ref (self), ++self->asked };
  att_desk_topic_async (desk, id, opened_cb, opening);
}

void
att_topic_page_make (AttTopicPage *self, AttDesk *desk, const char *label, const char *term)
{
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->state, att_topic_state_free);
  self->state = g_new0 (AttTopicState, 1);
  self->answered = ++self->asked;
  self->state->topic = att_topic_new (NULL, label, 0.5);
  if (*label == '\0')
    *self->state->topic->id = '\0';   /* it gets one by the name it is given */
  if (term)
    att_topic_add_text (self->state->topic, term);
  att_desk_make_topic_unique (desk, self->state->topic);
  att_topic_editor_edit (self->editor, desk, self->state);
  show (self, "editor");
}

static void
edit_clicked (AttTopicPage *self)
{
  if (self->state == NULL || self->answered != self->asked)   /* it is still another one's */
    return;
  att_topic_editor_edit (self->editor, self->desk, self->state);
  show (self, "editor");
}

static void
save_cb (AttTopicPage *self, AttTopic *topic)
{
  g_signal_emit (self, signals[SAVE], 0, topic, self->state);
}

static void
reset_cb (AttTopicPage *self)
{
  g_signal_emit (self, signals[RESET], 0, self->state);
}

gboolean
att_topic_page_is_changed (AttTopicPage *self)
{
  return strcmp (gtk_stack_get_visible_child_name (self->stack), "editor") == 0 && att_topic_editor_is_changed (self->editor);
}

static void
att_topic_page_dispose (GObject *object)
{
  AttTopicPage *self = ATT_TOPIC_PAGE (object);
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  gtk_widget_dispose_template (GTK_WIDGET (object), ATT_TYPE_TOPIC_PAGE);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->state, att_topic_state_free);
  g_clear_pointer (&self->trends, att_trends_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (att_topic_page_parent_class)->dispose (object);
}

static void
att_topic_page_class_init (AttTopicPageClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_topic_page_dispose;
  signals[SAVE] = g_signal_new ("save", ATT_TYPE_TOPIC_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[RESET] = g_signal_new ("reset", ATT_TYPE_TOPIC_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (ATT_TYPE_CHART);
  g_type_ensure (ATT_TYPE_TOPIC_EDITOR);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/topics/topic-page.ui");
  gtk_widget_class_bind_template_child (widget, AttTopicPage, stack);
  gtk_widget_class_bind_template_child (widget, AttTopicPage, scroller);
  gtk_widget_class_bind_template_child (widget, AttTopicPage, title);
  gtk_widget_class_bind_template_child (widget, AttTopicPage, definition);
  gtk_widget_class_bind_template_child (widget, AttTopicPage, chart);
  gtk_widget_class_bind_template_child (widget, AttTopicPage, actors);
  gtk_widget_class_bind_template_child (widget, AttTopicPage, quotes);
  gtk_widget_class_bind_template_child (widget, AttTopicPage, stories);
  gtk_widget_class_bind_template_child (widget, AttTopicPage, editor);
  gtk_widget_class_bind_template_callback (widget, edit_clicked);
  gtk_widget_class_bind_template_callback (widget, save_cb);
  gtk_widget_class_bind_template_callback (widget, reset_cb);
}

static void
att_topic_page_init (AttTopicPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->chart, "picked", G_CALLBACK (picked_cb), self);
}
