/* slack.c: a bin that may be narrower than what is in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/slack.h"

#define LEAST 330   /* pixels: with the window's frame, 360 */

struct _AttSlack {
  GtkWidget  parent_instance;
  GtkWidget *child;
  int        width;
  guint      idle;
};

G_DEFINE_FINAL_TYPE (AttSlack, att_slack, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_CHILD, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { RESIZED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
tell (gpointer data)
{
  AttSlack *self = data;
  self->idle = 0;
  g_signal_emit (self, signals[RESIZED], 0, self->width);
  return G_SOURCE_REMOVE;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  AttSlack *self = ATT_SLACK (widget);
  int least = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->child, orientation, for_size < 0 ? -1 : MAX (for_size, least), minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AttSlack *self = ATT_SLACK (widget);
  int least;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->child, &(GtkAllocation) { 0, 0, MAX (width, least), height }, -1);
  if (self->width != width) {
    self->width = width;
    if (self->idle == 0)
      self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell, self, NULL);
  }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AttSlack *self = ATT_SLACK (object);
  self->child = g_value_get_object (value);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
att_slack_dispose (GObject *object)
{
  AttSlack *self = ATT_SLACK (object);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (att_slack_parent_class)->dispose (object);
}

static void
att_slack_class_init (AttSlackClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_slack_dispose;
  G_OBJECT_CLASS (class)->set_property = set_property;
  widget->measure = measure;
  widget->size_allocate = size_allocate;
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
att_slack_init (AttSlack *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
