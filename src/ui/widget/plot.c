/* plot.c: a chart of days: the value, its measures and its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/plot.h"

#include "base/error.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <string.h>

#define FILE_WIDTH 1200      /* of exported pictures */

AttPlot *
att_plot_new (AttPlotKind kind, const char *title, gint64 first_day, guint n_days)
{
  AttPlot *self = g_atomic_rc_box_new0 (AttPlot);
  *self = (AttPlot) { kind, g_strdup (title), first_day, n_days, g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };
  return self;
}

void
att_plot_add (AttPlot *self, const char *name, const guint *days)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->rows, g_memdup2 (days, self->n_days * sizeof *days));
}

AttPlot *
att_plot_ref (AttPlot *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AttPlot *self = data;
  g_free (self->title);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->rows);
}

void
att_plot_unref (AttPlot *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
att_plot_most (const AttPlot *self)
{
  guint most = 1;
  for (guint day = 0; day < self->n_days; day++) {
    guint sum = 0;
    for (guint i = 0; i < self->rows->len; i++) {
      guint n = ((const guint *) g_ptr_array_index (self->rows, i))[day];
      sum = self->kind == ATT_PLOT_STACK ? sum + n : MAX (sum, n);
    }
    most = MAX (most, sum);
  }
  return most;
}

static GDateTime *
date_of (const AttPlot *self, guint day)
{
  return g_date_time_new_from_unix_utc ((self->first_day + day) * 86400);
}

char *
att_plot_day (const AttPlot *self, guint day)
{
  g_autoptr (GDateTime) date = date_of (self, day);
  return date ? g_date_time_format (date, _("%-d %b")) : g_strdup ("");
}

/* RFC 4180 §2: a field with a quote, comma or line end stands in quotes. */
static void
append_field (GString *out, const char *text)
{
  if (strpbrk (text, "\",\r\n") == NULL) {
    g_string_append (out, text);
    return;
  }
  g_autofree char *doubled = NULL;
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (out, "\"%s\"", doubled);
}

static GBytes *
export_csv (const AttPlot *self)
{
  GString *out = g_string_new ("date");
  for (guint i = 0; i < self->names->len; i++) {
    g_string_append_c (out, ',');
    append_field (out, g_ptr_array_index (self->names, i));
  }
  g_string_append (out, "\r\n");
  for (guint day = 0; day < self->n_days; day++) {
    g_autoptr (GDateTime) date = date_of (self, day);
    g_autofree char *text = date ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
    g_string_append (out, text);
    for (guint i = 0; i < self->rows->len; i++)
      g_string_append_printf (out, ",%u", ((const guint *) g_ptr_array_index (self->rows, i))[day]);
    g_string_append (out, "\r\n");
  }
  return g_string_free_to_bytes (out);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int n)
{
  g_byte_array_append (closure, data, n);
  return CAIRO_STATUS_SUCCESS;
}

/* On white, in dark letters: for a paper. */
static GBytes *
export_picture (const AttPlot *self, gboolean svg, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  AttPlotLook look = { .width = FILE_WIDTH, .height = att_plot_height (self, 1) + 60, .unit = 1, .color = { 0.1f, 0.1f, 0.12f, 1 }, .accent = { 0.11f, 0.44f, 0.85f, 1 }, .cursor = -1 };
  cairo_surface_t *surface = svg ? cairo_svg_surface_create_for_stream (write_cb, bytes, look.width, look.height) : cairo_image_surface_create (CAIRO_FORMAT_RGB24, look.width, look.height);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  look.names = att_plot_names (self, context);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  att_plot_draw (self, cr, context, &look);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_status_t status = svg ? CAIRO_STATUS_SUCCESS : cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status (surface) : status;
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, "The chart cannot be drawn: %s.", cairo_status_to_string (status));
  return NULL;
}

GBytes *
att_plot_export (const AttPlot *self, AttPlotFormat format, GError **error)
{
  return format == ATT_PLOT_CSV ? export_csv (self) : export_picture (self, format == ATT_PLOT_SVG, error);
}
