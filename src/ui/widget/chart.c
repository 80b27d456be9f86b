/* chart.c: a chart of days in the window, of which days can be picked out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/chart.h"

#include "ui/platform/platform.h"

#include <adwaita.h>

struct _AttChart {
  GtkWidget parent_instance;
  AttPlot  *plot;
  guint     from, to;    /* picked */
  int       anchor;      /* where a drag or a run of arrows began; -1: nowhere */
  int       cursor;
};

G_DEFINE_FINAL_TYPE (AttChart, att_chart, GTK_TYPE_WIDGET)

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static AttPlotLook
look_of (AttChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  AttPlotLook look = {
    .width = gtk_widget_get_width (widget), .height = gtk_widget_get_height (widget), .unit = att_plot_unit (context), .names = self->plot ? att_plot_names (self->plot, context) : 0,
    .accent = { 0.21f, 0.52f, 0.89f, 1 }, .dark = adw_style_manager_get_dark (adw_style_manager_get_default ()), .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .selected_from = self->from, .selected_to = self->to, .cursor = gtk_widget_has_focus (widget) ? self->cursor : -1,
  };
  att_platform_get_color (widget, &look.color);
  return look;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  AttChart *self = ATT_CHART (widget);
  if (self->plot == NULL)
    return;
  AttPlotLook look = look_of (self);
  cairo_t *cr = gtk_snapshot_append_cairo (snap, &GRAPHENE_RECT_INIT (0, 0, look.width, look.height));
  att_plot_draw (self->plot, cr, gtk_widget_get_pango_context (widget), &look);
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  AttChart *self = ATT_CHART (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 240;
    *natural = 640;
  } else
    *minimum = *natural = self->plot ? att_plot_height (self->plot, att_plot_unit (gtk_widget_get_pango_context (widget))) : 120;
}

/* What a screen reader says: what it shows, and the day the cursor is at. */
static void
describe (AttChart *self)
{
  g_autoptr (GString) words = g_string_new (self->plot->title);
  if (self->cursor >= 0 && self->cursor < (int) self->plot->n_days) {
    g_autofree char *day = att_plot_day (self->plot, self->cursor);
    g_string_append_printf (words, ". %s", day);
    for (guint i = 0; i < self->plot->rows->len; i++) {
      guint n = ((const guint *) g_ptr_array_index (self->plot->rows, i))[self->cursor];
      if (n)
        g_string_append_printf (words, ", %s %u", (const char *) g_ptr_array_index (self->plot->names, i), n);
    }
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

static void
pick (AttChart *self, int a, int b)
{
  self->from = MIN (a, b);
  self->to = MAX (a, b) + 1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tell (AttChart *self)
{
  self->anchor = -1;
  g_signal_emit (self, signals[PICKED], 0, self->from, self->to);
}

static int
day_at (AttChart *self, double x)
{
  AttPlotLook look = look_of (self);
  return self->plot ? att_plot_day_at (self->plot, &look, CLAMP (x, 0, look.width - 1)) : -1;
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, AttChart *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->anchor = day_at (self, x);
  if (self->anchor >= 0) {
    self->cursor = self->anchor;
    pick (self, self->anchor, self->anchor);
  }
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, AttChart *self)
{
  double x, y;
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  int day = day_at (self, x + dx);
  if (self->anchor >= 0 && day >= 0)
    pick (self, self->anchor, day);
}

static void
drag_end_cb (GtkGestureDrag *drag, double dx, double dy, AttChart *self)
{
  if (self->anchor >= 0)
    tell (self);
}

static gboolean
step (AttChart *self, int by, gboolean extend)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int last = (int) self->plot->n_days - 1, before = self->cursor < 0 ? last : self->cursor;
  self->cursor = self->cursor < 0 ? last : CLAMP (self->cursor + (rtl ? -by : by), 0, last);
  if (extend) {
    self->anchor = self->anchor < 0 ? before : self->anchor;
    pick (self, self->anchor, self->cursor);
  } else
    self->anchor = -1;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, AttChart *self)
{
  gboolean extend = state & GDK_SHIFT_MASK;
  if (self->plot == NULL || self->plot->n_days == 0)
    return FALSE;
  switch (key) {
    case GDK_KEY_Left:  return step (self, -1, extend);
    case GDK_KEY_Right: return step (self, 1, extend);
    case GDK_KEY_Page_Up:   return step (self, -7, extend);
    case GDK_KEY_Page_Down: return step (self, 7, extend);
    case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_space:
      if (self->cursor < 0)
        return FALSE;
      if (self->anchor < 0)
        pick (self, self->cursor, self->cursor);
      tell (self);
      return TRUE;
    case GDK_KEY_Escape:
      if (self->to == 0)
        return FALSE;
      self->anchor = -1;
      att_chart_pick (self, 0, 0);
      tell (self);
      return TRUE;
    default: return FALSE;
  }
}

static gboolean
tooltip_cb (AttChart *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int day = keyboard ? self->cursor : day_at (self, x);
  if (day < 0 || self->plot == NULL)
    return FALSE;
  g_autofree char *date = att_plot_day (self->plot, day);
  g_autoptr (GString) words = g_string_new (date);
  for (guint i = 0; i < self->plot->rows->len; i++) {
    guint n = ((const guint *) g_ptr_array_index (self->plot->rows, i))[day];
    if (n)
      g_string_append_printf (words, "\n%s: %u", (const char *) g_ptr_array_index (self->plot->names, i), n);
  }
  gtk_tooltip_set_text (tooltip, words->str);
  return TRUE;
}

void
att_chart_set_plot (AttChart *self, AttPlot *plot)
{
  g_autoptr (AttPlot) old = self->plot;
  self->plot = att_plot_ref (plot);
  if (old == NULL || old->first_day != plot->first_day || old->n_days != plot->n_days)   /* counted anew, its days are the same */
    self->cursor = self->anchor = -1;
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

AttPlot *
att_chart_get_plot (AttChart *self)
{
  return self->plot;
}

void
att_chart_pick (AttChart *self, guint from, guint to)
{
  if (self->anchor >= 0)   /* a hand is about to pick others */
    return;
  self->from = from;
  self->to = to;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
att_chart_is_picked (AttChart *self)
{
  return self->to > 0;
}

static void
att_chart_finalize (GObject *object)
{
  g_clear_pointer (&ATT_CHART (object)->plot, att_plot_unref);
  G_OBJECT_CLASS (att_chart_parent_class)->finalize (object);
}

static void
att_chart_class_init (AttChartClass *class)
{
  G_OBJECT_CLASS (class)->finalize = att_chart_finalize;
  GTK_WIDGET_CLASS (class)->snapshot = snapshot;
  GTK_WIDGET_CLASS (class)->measure = measure;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "chart");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_IMG);
  signals[PICKED] = g_signal_new ("picked", ATT_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

/* What was picked halfway is not picked. */
static void
left_cb (AttChart *self)
{
  self->anchor = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
att_chart_init (AttChart *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();
  self->cursor = self->anchor = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
