/* trend-view.c: the page of trends: coverage over weeks, what is out of the ordinary, new and rising.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/trends/trend-view.h"

#include "filter/syntax.h"
#include "ui/platform/platform.h"
#include "ui/widget/chart.h"
#include "ui/widget/country.h"
#include "ui/widget/numbers.h"
#include "ui/widget/wrap.h"
#include "watch/trend.h"
#include "ui/widget/topic-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_LINES 6          /* in a chart of lines: more nobody tells apart */
#define MAX_BANDS 7          /* countries; the others are one */
#define MAX_HEAT 24          /* topics */
#define TABLE_DAYS 31
#define HABIT (ATT_COVERAGE_DAYS)

struct _AttTrendView {
  GtkBox         parent_instance;
  GtkBox        *content;
  AttWrap       *controls;
  AttChart      *chart;
  GtkWidget     *picked, *picked_words, *numbers, *table, *bursts, *first, *rising;
  GtkDropDown   *kind, *period;
  AttDossier    *dossier;
  AttTrends     *trends;
  char          *asked;      /* the filter they were read under, its dates left out */
  GCancellable  *question;
  GPtrArray     *rows;       /* of GtkWidget *: of the three lists, not owned */
  gboolean       stale;      /* to be read when it is shown */
};

G_DEFINE_FINAL_TYPE (AttTrendView, att_trend_view, GTK_TYPE_BOX)

enum { PROP_0, PROP_DOSSIER, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const guint DAYS[] = { 14, 30, 90, 365 };

static AttPlot *
plot_topics (AttTrendView *self, AttPlotKind kind, const char *title, guint most)
{
  const AttTrends *t = self->trends;
  AttPlot *plot = att_plot_new (kind, title, t->calendar.first_day, t->n_days);
  for (guint i = 0; i < t->topics->len && plot->rows->len < most; i++) {
    const AttTrendLine *line = g_ptr_array_index (t->topics, i);
    if (line->count)
      att_plot_add (plot, att_topic_shown (line->kind, line->label), line->days);
  }
  return plot;
}

static AttPlot *
plot_countries (AttTrendView *self, const char *title)
{
  const AttTrends *t = self->trends;
  AttPlot *plot = att_plot_new (ATT_PLOT_STACK, title, t->calendar.first_day, t->n_days);
  g_autofree guint *rest = g_new0 (guint, t->n_days);
  guint n_rest = 0;
  for (guint i = 0; i < t->countries->len; i++) {
    const AttTrendLine *line = g_ptr_array_index (t->countries, i);
    if (i < MAX_BANDS) {
      if (line->count)
        att_plot_add (plot, att_country_of_outlets (line->label), line->days);
      continue;
    }
    for (guint day = 0; day < t->n_days; day++)
      rest[day] += line->days[day];
    n_rest += line->count;
  }
  if (n_rest)
    att_plot_add (plot, _("Others"), rest);
  return plot;
}

static AttPlot *
make_plot (AttTrendView *self)
{
  switch (gtk_drop_down_get_selected (self->kind)) {
    case 1:  return plot_countries (self, _("Stories a day by country of outlet"));
    case 2:  return plot_topics (self, ATT_PLOT_HEAT, _("Topics by day"), MAX_HEAT);
    default: return plot_topics (self, ATT_PLOT_LINES, _("Stories a day on the most frequent topics"), MAX_LINES);
  }
}

static void
show_numbers (AttTrendView *self)
{
  AttPlot *plot = att_chart_get_plot (self->chart);
  if (plot && gtk_expander_get_expanded (GTK_EXPANDER (self->numbers)))
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->table), att_numbers_new (plot, TABLE_DAYS));
}

/* The days the filter speaks of, as the chart's. */
static void
show_picked (AttTrendView *self)
{
  const AttFilter *filter = att_dossier_get_filter (self->dossier);
  guint from = 0, to = 0;
  if (self->trends && filter->since && filter->before)
    for (guint day = 0; day < self->trends->n_days; day++) {
      if (att_trends_day_start (self->trends, day) == filter->since)
        from = day;
      if (att_trends_day_start (self->trends, day + 1) == filter->before)
        to = day + 1;
    }
  att_chart_pick (self->chart, to > from ? from : 0, to > from ? to : 0);
  gtk_widget_set_visible (self->picked, to > from);
  if (to <= from)
    return;
  guint n = 0;
  for (guint day = from; day < to; day++)
    n += self->trends->days[day];
  g_autofree char *a = att_plot_day (att_chart_get_plot (self->chart), from), *b = att_plot_day (att_chart_get_plot (self->chart), to - 1);
  g_autofree char *stories = g_strdup_printf (ngettext ("%u story", "%u stories", n), n);
  g_autofree char *words = to == from + 1 ? g_strdup_printf ("%s: %s", a, stories) : g_strdup_printf ("%s – %s: %s", a, b, stories);
  gtk_label_set_text (GTK_LABEL (self->picked_words), words);
}

static void
show_chart (AttTrendView *self)
{
  if (self->trends == NULL)
    return;
  g_autoptr (AttPlot) plot = make_plot (self);
  att_chart_set_plot (self->chart, plot);
  show_numbers (self);
  show_picked (self);
}

static void
row_cb (AdwActionRow *row, AttTrendView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-stories", "s", g_object_get_data (G_OBJECT (row), "filter"));
}

/* filter: what a click asks for. */
static GtkWidget *
add_row (AttTrendView *self, GtkWidget *group, const char *title, const char *subtitle, const char *filter)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "filter", g_strdup (filter), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
  return row;
}

static char *
today_of (AttTrendView *self)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc ((self->trends->calendar.first_day + self->trends->n_days - 1) * 86400);
  return g_date_time_format (date, "%A");
}

/* The filter whose stories a row counts: those of them that words ask for; today: since the day began, and not a day long. */
static char *
counted_by (AttTrendView *self, const char *words, gboolean today)
{
  g_autoptr (AttFilter) asked = att_filter_parse (self->asked, NULL), filter = att_filter_parse (words, NULL);
  g_autoptr (AttFilter) both = asked && filter ? att_filter_with_all (asked, filter) : NULL;
  g_autoptr (AttFilter) dated = both && today ? att_filter_with_dates (both, att_trends_day_start (self->trends, self->trends->n_days - 1), 0) : NULL;
  return both ? att_filter_format (dated ? dated : both) : g_strdup (words);
}

static void
add_burst (AttTrendView *self, const AttTrendLine *line, const char *weekday)
{
  const guint *days = line->days + self->trends->n_days - HABIT;
  const char *carried = g_hash_table_lookup (self->trends->words, line->name);
  g_autofree char *outlets = g_strdup_printf (ngettext ("%u outlet", "%u outlets", line->outlets), line->outlets);
  g_autofree char *habit = g_strdup_printf (_("%u today; %.1f on an ordinary %s; %s"), days[HABIT - 1], att_trend_habit (days, HABIT), weekday, outlets);
  g_autofree char *subtitle = carried ? g_strdup_printf (_("%s\nCarried by: %s"), habit, carried) : g_strdup (habit);
  g_autofree char *words = g_strdup_printf ("topic:%s", line->name), *filter = counted_by (self, words, TRUE);
  add_row (self, self->bursts, att_topic_shown (line->kind, line->label), subtitle, filter);
}

static void
show_bursts (AttTrendView *self)
{
  g_autofree char *weekday = today_of (self);
  guint n = self->rows->len;
  for (guint i = 0; i < self->trends->topics->len && self->trends->n_days >= HABIT; i++) {
    const AttTrendLine *line = g_ptr_array_index (self->trends->topics, i);
    if (att_trend_bursts (line->days + self->trends->n_days - HABIT, HABIT, ATT_SENSITIVITY_MEDIUM))
      add_burst (self, line, weekday);
  }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->bursts), self->rows->len == n ? _("Nothing so far: every topic is as on other days.") : NULL);
}

static void
show_first (AttTrendView *self)
{
  static const char *const FIELDS[] = { "topic", "actor", "country", "body" };
  guint n = self->rows->len;
  for (guint i = 0; i < self->trends->actors->len; i++) {
    const AttTrendLine *line = g_ptr_array_index (self->trends->actors, i);
    g_autofree char *count = g_strdup_printf (ngettext ("%u story", "%u stories", line->count), line->count);
    g_autofree char *words = g_strdup_printf ("%s:\"%s\"", FIELDS[MIN (line->kind, G_N_ELEMENTS (FIELDS) - 1)], line->name), *filter = counted_by (self, words, FALSE);
    add_row (self, self->first, att_topic_shown (line->kind, line->label), count, filter);
  }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->first), self->rows->len == n ? _("Nobody new today.") : NULL);
}

static void
add_button (GtkWidget *row, const char *label, const char *action, const char *phrase)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, phrase);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", phrase);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  att_platform_name_button (button, name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_rising (AttTrendView *self)
{
  for (guint i = 0; i < self->trends->phrases->len; i++) {
    const AttTrendPhrase *phrase = g_ptr_array_index (self->trends->phrases, i);
    g_autofree char *stories = g_strdup_printf (ngettext ("%u story", "%u stories", phrase->articles), phrase->articles);
    g_autofree char *outlets = g_strdup_printf (ngettext ("%u outlet", "%u outlets", phrase->outlets), phrase->outlets);
    g_autofree char *subtitle = g_strdup_printf (_("%s of %s today; %.1f on an ordinary day"), stories, outlets, phrase->habit);
    g_autofree char *words = g_strdup_printf ("\"%s\"", phrase->phrase), *filter = counted_by (self, words, TRUE);
    GtkWidget *row = add_row (self, self->rising, phrase->phrase, subtitle, filter);
    add_button (row, _("Make a Topic"), "win.new-topic", phrase->phrase);
    add_button (row, _("Never Show"), "win.dismiss-phrase", phrase->phrase);
  }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->rising), self->trends->phrases->len == 0 ? _("No phrase rises that belongs to no topic.") : NULL);
}

/* The row the keyboard is on, by what it asks for; NULL: on none. */
static const char *
focused (AttTrendView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_state_flags (g_ptr_array_index (self->rows, i)) & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_WITHIN))
      return g_object_get_data (g_ptr_array_index (self->rows, i), "filter");
  return NULL;
}

static void
show_lists (AttTrendView *self)
{
  g_autofree char *kept = g_strdup (focused (self));
  for (guint i = 0; i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);
    adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
  }
  g_ptr_array_set_size (self->rows, 0);
  show_bursts (self);
  show_first (self);
  show_rising (self);
  for (guint i = 0; kept && i < self->rows->len; i++)
    if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->rows, i), "filter"), kept) == 0)
      gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttTrendView) self = data;
  g_autoptr (GError) error = NULL;
  AttTrends *trends = att_store_finish (ATT_STORE (source), result, &error);
  if (trends == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->chart)
      gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
    return;
  }
  g_clear_pointer (&self->trends, att_trends_unref);
  self->trends = trends;
  if (self->chart == NULL)   /* it was closed meanwhile */
    return;
  show_chart (self);
  show_lists (self);
}

/* The dates of the filter are the chart's own: it shows all days, and which of them are picked. */
static void
ask (AttTrendView *self)
{
  g_autoptr (AttFilter) filter = att_filter_with_dates (att_dossier_get_filter (self->dossier), 0, 0);
  g_autoptr (AttFilter) readable = att_filter_with_languages (filter, att_store_get_languages (att_dossier_get_store (self->dossier)));
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  self->question = g_cancellable_new ();
  self->stale = FALSE;
  g_free (self->asked);
  self->asked = att_filter_format (filter);
  guint at = MIN (gtk_drop_down_get_selected (self->period), G_N_ELEMENTS (DAYS) - 1);
  att_store_trends_async (att_dossier_get_store (self->dossier), readable, MAX (DAYS[at], HABIT), self->question, read_cb, g_object_ref (self));
}

static void
ask_if_shown (AttTrendView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask (self);
  else
    self->stale = TRUE;
}

static void
follow_filter (AttTrendView *self)
{
  g_autoptr (AttFilter) filter = att_filter_with_dates (att_dossier_get_filter (self->dossier), 0, 0);
  g_autofree char *text = att_filter_format (filter);
  if (g_strcmp0 (text, self->asked) != 0)
    ask_if_shown (self);
  else if (self->trends)
    show_picked (self);
}

static void
mapped_cb (AttTrendView *self)
{
  if (self->stale && self->dossier)
    ask (self);
}

static void
picked_cb (AttTrendView *self, guint from, guint to)
{
  const AttFilter *filter = att_dossier_get_filter (self->dossier);
  gint64 since = to ? att_trends_day_start (self->trends, from) : 0, before = to ? att_trends_day_start (self->trends, to) : 0;
  att_dossier_take_filter (self->dossier, att_filter_with_dates (filter, since, before));
}

static void
all_days (AttTrendView *self)
{
  picked_cb (self, 0, 0);
}

typedef struct { AttPlot *plot; AttPlotFormat format; GtkWidget *view; } Export;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) view = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  gtk_widget_activate_action (view, "win.say", "s", saved ? _("Saved") : error->message);
}

static void
export_to_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Export *export = data;
  g_autoptr (AttPlot) plot = export->plot;
  g_autoptr (GtkWidget) view = export->view;
  g_autoptr (GFile) file = att_platform_file_finish (result);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = file ? att_plot_export (plot, export->format, &error) : NULL;
  if (bytes)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb, g_steal_pointer (&view));
  else if (error)
    gtk_widget_activate_action (view, "win.say", "s", error->message);
}

static void
export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const ENDINGS[] = { "png", "svg", "csv" };
  AttTrendView *self = data;
  AttPlot *plot = att_chart_get_plot (self->chart);
  const char *ending = g_variant_get_string (parameter, NULL);
  guint format = 0;
  while (format < ATT_PLOT_CSV && strcmp (ENDINGS[format], ending) != 0)
    format++;
  if (plot == NULL)
    return;
  Export *wish = g_new (Export, 1);
  *wish = (Export) { att_plot_ref (plot), format, g_object_ref (GTK_WIDGET (self)) };
  g_autofree char *name = g_strconcat ("trends.", ending, NULL);
  att_platform_save_file_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Export Trends"), name, export_to_cb, wish);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AttTrendView *self = ATT_TREND_VIEW (object);
  if (!g_set_object (&self->dossier, g_value_get_object (value)) || self->dossier == NULL)
    return;
  self->stale = TRUE;
  g_signal_connect_object (self->dossier, "notify::filter", G_CALLBACK (follow_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (att_dossier_get_store (self->dossier), "changed", G_CALLBACK (ask_if_shown), self, G_CONNECT_SWAPPED);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, ATT_TREND_VIEW (object)->dossier);
}

static void
att_trend_view_dispose (GObject *object)
{
  AttTrendView *self = ATT_TREND_VIEW (object);
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  gtk_widget_dispose_template (GTK_WIDGET (object), ATT_TYPE_TREND_VIEW);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (att_trend_view_parent_class)->dispose (object);
}

static void
att_trend_view_finalize (GObject *object)
{
  AttTrendView *self = ATT_TREND_VIEW (object);
  g_clear_pointer (&self->trends, att_trends_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->asked);
  G_OBJECT_CLASS (att_trend_view_parent_class)->finalize (object);
}

static void
att_trend_view_class_init (AttTrendViewClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_trend_view_dispose;
  G_OBJECT_CLASS (class)->finalize = att_trend_view_finalize;
  G_OBJECT_CLASS (class)->set_property = set_property;
  G_OBJECT_CLASS (class)->get_property = get_property;
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, ATT_TYPE_DOSSIER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
  g_type_ensure (ATT_TYPE_CHART);
  g_type_ensure (ATT_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/trends/trend-view.ui");
  gtk_widget_class_bind_template_child (widget, AttTrendView, content);
  gtk_widget_class_bind_template_child (widget, AttTrendView, controls);
  gtk_widget_class_bind_template_child (widget, AttTrendView, chart);
  gtk_widget_class_bind_template_child (widget, AttTrendView, picked);
  gtk_widget_class_bind_template_child (widget, AttTrendView, picked_words);
  gtk_widget_class_bind_template_child (widget, AttTrendView, numbers);
  gtk_widget_class_bind_template_child (widget, AttTrendView, table);
  gtk_widget_class_bind_template_child (widget, AttTrendView, bursts);
  gtk_widget_class_bind_template_child (widget, AttTrendView, first);
  gtk_widget_class_bind_template_child (widget, AttTrendView, rising);
  gtk_widget_class_bind_template_callback (widget, all_days);
}

static GtkDropDown *
add_choice (AttTrendView *self, const char *name, const char *const *items, guint selected, GCallback changed)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (items);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  att_platform_name_button (choice, name);
  g_signal_connect_swapped (choice, "notify::selected", changed, self);
  att_wrap_append (self->controls, choice);
  return GTK_DROP_DOWN (choice);
}

static void
period_cb (AttTrendView *self)
{
  if (self->dossier)
    ask_if_shown (self);
}

static void
att_trend_view_init (AttTrendView *self)
{
  static const GActionEntry ACTIONS[] = { { "export", export, "s" } };
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  const char *const kinds[] = { _("Topics as Lines"), _("Countries of Outlets"), _("Heat Map"), NULL };
  const char *const periods[] = { _("Two Weeks"), _("30 Days"), _("90 Days"), _("One Year"), NULL };
  self->kind = add_choice (self, _("Kind of chart"), kinds, 0, G_CALLBACK (show_chart));
  self->period = add_choice (self, _("Period"), periods, 1, G_CALLBACK (period_cb));
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/attache/Attache/ui/trends/trend-view-menu.ui");
  GtkWidget *menu = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), _("Export"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Export"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->numbers), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The Numbers"), -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), G_MENU_MODEL (gtk_builder_get_object (builder, "export_menu")));
  att_wrap_append (self->controls, menu);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "trends", G_ACTION_GROUP (group));
  g_signal_connect_swapped (self->chart, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->numbers, "notify::expanded", G_CALLBACK (show_numbers), self);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}
