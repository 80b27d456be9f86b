/* wrap.c: children side by side, and on the next line where there is no more room.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/wrap.h"

#define SPACING 5

struct _AttWrap { GtkWidget parent_instance; };

G_DEFINE_FINAL_TYPE (AttWrap, att_wrap, GTK_TYPE_WIDGET)

/* Goes through the children line by line within a width; allocates them if told to. Returns the height. */
static int
flow (GtkWidget *self, int width, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (self); child; child = gtk_widget_get_next_sibling (child)) {
    int minimum, natural, height;
    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
    natural = MAX (minimum, MIN (natural, width));
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
    if (x > 0 && x + natural > width) {
      x = 0;
      y += line + SPACING;
      line = 0;
    }
    if (allocate)
      gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - natural : x, y, natural, height }, -1);
    x += natural + SPACING;
    line = MAX (line, height);
  }
  return y + line;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = *natural = flow (widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    int min, nat;
    gtk_widget_measure (child, orientation, -1, &min, &nat, NULL, NULL);
    *minimum = MAX (*minimum, min);
    *natural += nat + SPACING;
  }
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  flow (widget, width, TRUE);
}

static GtkSizeRequestMode
request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

void
att_wrap_append (AttWrap *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
att_wrap_clear (AttWrap *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
att_wrap_dispose (GObject *object)
{
  att_wrap_clear (ATT_WRAP (object));
  G_OBJECT_CLASS (att_wrap_parent_class)->dispose (object);
}

static void
att_wrap_class_init (AttWrapClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_wrap_dispose;
  widget->measure = measure;
  widget->size_allocate = size_allocate;
  widget->get_request_mode = request_mode;
  gtk_widget_class_set_accessible_role (widget, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
att_wrap_init (AttWrap *self)
{
}
