/* line.c: one line of words, or a few, as wide as there is room and shortened at the end.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/line.h"

#include "ui/platform/platform.h"

struct _AttLine {
  GtkWidget    parent_instance;
  char        *text;
  PangoLayout *layout;   /* NULL: to be made when it is seen */
  int          height;   /* of a line; 0: to be asked of the font */
  guint        lines;
};

G_DEFINE_FINAL_TYPE (AttLine, att_line, GTK_TYPE_WIDGET)

static int
get_height (AttLine *self)
{
  if (self->height == 0) {
    PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
    self->height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
    pango_font_metrics_unref (metrics);
  }
  return self->height;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? get_height (ATT_LINE (widget)) * ATT_LINE (widget)->lines : 0;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  AttLine *self = ATT_LINE (widget);
  int width = gtk_widget_get_width (widget);
  PangoRectangle words;
  GdkRGBA color;
  if (*self->text == '\0')
    return;
  if (self->layout == NULL) {
    self->layout = gtk_widget_create_pango_layout (widget, self->text);
    pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height (self->layout, -(int) self->lines);
  }
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (self->layout, NULL, &words);
  /* where the window begins, whichever way the words run */
  int x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - words.x - words.width : -words.x;
  att_platform_get_color (widget, &color);
  gtk_snapshot_save (snap);
  gtk_snapshot_translate (snap, &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (widget) - words.height) / 2));
  gtk_snapshot_append_layout (snap, self->layout, &color);
  gtk_snapshot_restore (snap);
}

/* Another font, or letters of another size. */
static void
forget (AttLine *self)
{
  g_clear_object (&self->layout);
  self->height = 0;
}

static void
css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (att_line_parent_class)->css_changed (widget, change);
  forget (ATT_LINE (widget));
}

static void
system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (att_line_parent_class)->system_setting_changed (widget, setting);
  forget (ATT_LINE (widget));
  gtk_widget_queue_resize (widget);
}

void
att_line_set_text (AttLine *self, const char *text)
{
  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
att_line_set_lines (AttLine *self, guint lines)
{
  if (self->lines == lines)
    return;
  self->lines = lines;
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
att_line_get_text (AttLine *self)
{
  return self->text;
}

static void
att_line_finalize (GObject *object)
{
  AttLine *self = ATT_LINE (object);
  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (att_line_parent_class)->finalize (object);
}

static void
att_line_class_init (AttLineClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->finalize = att_line_finalize;
  widget->measure = measure;
  widget->snapshot = snapshot;
  widget->css_changed = css_changed;
  widget->system_setting_changed = system_setting_changed;
  gtk_widget_class_set_css_name (widget, "label");
  gtk_widget_class_set_accessible_role (widget, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
att_line_init (AttLine *self)
{
  self->text = g_strdup ("");
  self->lines = 1;
}
