/* sparkline.c: the last days of a topic as small bars, today's in the accent.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/sparkline.h"

#include "ui/platform/platform.h"

#define MAX_DAYS 64

struct _AttSparkline {
  GtkWidget parent_instance;
  guint     days[MAX_DAYS], n;
};

G_DEFINE_FINAL_TYPE (AttSparkline, att_sparkline, GTK_TYPE_WIDGET)

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  AttSparkline *self = ATT_SPARKLINE (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guint top = 1;
  GdkRGBA color;
  att_platform_get_color (widget, &color);
  for (guint i = 0; i < self->n; i++)
    top = MAX (top, self->days[i]);
  float step = self->n ? width / self->n : 0;
  for (guint i = 0; i < self->n; i++) {
    float bar = self->days[i] ? MAX (2, height * self->days[i] / top) : 1;
    gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
    float x = step * (rtl ? self->n - 1 - i : i);
    GdkRGBA shade = color;
    shade.alpha *= self->days[i] == 0 ? 0.25 : i + 1 == self->n ? 1.0 : 0.55;
    gtk_snapshot_append_color (snap, &shade, &GRAPHENE_RECT_INIT (x, height - bar, MAX (step - 1, 1), bar));
  }
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 56 : 14;
}

GtkWidget *
att_sparkline_new (void)
{
  return g_object_new (ATT_TYPE_SPARKLINE, NULL);
}

void
att_sparkline_set_days (AttSparkline *self, const guint *days, guint n)
{
  g_return_if_fail (ATT_IS_SPARKLINE (self) && n <= MAX_DAYS);
  self->n = n;
  for (guint i = 0; i < n; i++)
    self->days[i] = days[i];
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
att_sparkline_class_init (AttSparklineClass *class)
{
  GTK_WIDGET_CLASS (class)->snapshot = snapshot;
  GTK_WIDGET_CLASS (class)->measure = measure;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "sparkline");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_PRESENTATION);   /* its row tells the number */
}

static void
att_sparkline_init (AttSparkline *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
