/* plot-draw.c: a chart of days, drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/plot.h"

#include <math.h>
#include <string.h>

#define LEFT 44              /* pixels for the scale */
#define SAMPLE 36            /* beside a name: its line or its shade, and what parts them */
#define SMALL 0.85           /* letters in it */
#define TOP 12
#define BOTTOM 26            /* for the days */
#define CELL 20              /* a row of a heat map */
#define CHART 240            /* height of the others */
#define LETTER 19.0          /* pixels a line of usual letters is high */
#define STEPS 4              /* of the scale */

/* Eight colours that differ in lightness too (after Okabe and Ito, 2008), for light and for dark. */
static const struct { float light[3], dark[3]; } COLORS[] = {
  { { 0.00f, 0.36f, 0.65f }, { 0.45f, 0.72f, 1.00f } }, { { 0.80f, 0.32f, 0.00f }, { 1.00f, 0.62f, 0.35f } }, { { 0.00f, 0.48f, 0.36f }, { 0.35f, 0.85f, 0.68f } },
  { { 0.62f, 0.20f, 0.48f }, { 0.94f, 0.62f, 0.84f } }, { { 0.45f, 0.36f, 0.00f }, { 0.94f, 0.85f, 0.35f } }, { { 0.35f, 0.35f, 0.40f }, { 0.80f, 0.80f, 0.84f } },
  { { 0.42f, 0.25f, 0.70f }, { 0.76f, 0.66f, 1.00f } }, { { 0.65f, 0.10f, 0.10f }, { 1.00f, 0.55f, 0.55f } },
};
static const double DASHES[][4] = { { 0 }, { 6, 3 }, { 2, 3 }, { 8, 3, 2, 3 }, { 12, 3 }, { 4, 2 }, { 2, 2 }, { 10, 2, 4, 2 } };

typedef struct {
  const AttPlot *plot;
  const AttPlotLook *look;
  cairo_t *cr;
  PangoContext *context;
  double left, right, top, bottom;   /* of what the days are drawn in */
  double step;                       /* a day */
  guint most;
} Drawing;

static void
set_color (const Drawing *d, guint i, double alpha)
{
  const float *c = d->look->dark ? COLORS[i % G_N_ELEMENTS (COLORS)].dark : COLORS[i % G_N_ELEMENTS (COLORS)].light;
  cairo_set_source_rgba (d->cr, c[0], c[1], c[2], alpha);
}

static void
set_ink (const Drawing *d, double alpha)
{
  const GdkRGBA *c = &d->look->color;
  cairo_set_source_rgba (d->cr, c->red, c->green, c->blue, c->alpha * alpha);
}

double
att_plot_unit (PangoContext *context)
{
  int height;
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  pango_layout_set_text (layout, "0", 1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return MAX (height / LETTER, 0.5);
}

/* A small layout of one line. */
static PangoLayout *
lay_out (PangoContext *context, const char *text)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

double
att_plot_names (const AttPlot *self, PangoContext *context)
{
  int widest = 0;
  for (guint i = 0; i < self->names->len; i++) {
    PangoRectangle extents;
    g_autoptr (PangoLayout) layout = lay_out (context, g_ptr_array_index (self->names, i));
    pango_layout_get_pixel_extents (layout, NULL, &extents);
    widest = MAX (widest, extents.width);
  }
  return widest;
}

double
att_plot_height (const AttPlot *self, double unit)
{
  return self->kind == ATT_PLOT_HEAT ? TOP + (BOTTOM + CELL * MAX (self->rows->len, 1)) * unit : CHART * MIN (unit, 1.5);
}

static void
place (const AttPlot *self, const AttPlotLook *look, double *left, double *right)
{
  gboolean heat = self->kind == ATT_PLOT_HEAT;
  double before = heat ? MIN (look->names + 16, look->width * 0.34) : LEFT * look->unit, after = heat ? 12 : MIN (look->names + SAMPLE, look->width * 0.3);
  *left = look->rtl ? after : before;
  *right = look->width - (look->rtl ? before : after);
}

int
att_plot_day_at (const AttPlot *self, const AttPlotLook *look, double x)
{
  double left, right;
  place (self, look, &left, &right);
  if (x < left || x >= right || self->n_days == 0)
    return -1;
  int day = (x - left) / (right - left) * self->n_days;
  return look->rtl ? (int) self->n_days - 1 - day : day;
}

/* The left edge of a day. */
static double
x_of (const Drawing *d, guint day)
{
  return d->left + d->step * (d->look->rtl ? d->plot->n_days - 1 - day : day);
}

static double
y_of (const Drawing *d, double n)
{
  return d->bottom - (d->bottom - d->top) * n / d->most;
}

/* align: 0 begins at x, 1 ends there, 0.5 around it. Cut short where it is wider than width. */
static void
write_text (const Drawing *d, const char *text, double x, double y, double width, double align, double alpha)
{
  g_autoptr (PangoLayout) layout = lay_out (d->context, text);
  PangoRectangle extents;
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  if (extents.width > width) {
    pango_layout_set_width (layout, width * PANGO_SCALE);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    pango_layout_get_pixel_extents (layout, NULL, &extents);
  }
  set_ink (d, alpha);
  cairo_move_to (d->cr, round (x - align * extents.width - extents.x), round (y - extents.height / 2.0));
  pango_cairo_show_layout (d->cr, layout);
}

/* A round number of steps: 1, 2 or 5 times a power of ten. */
static guint
scale_of (guint most)
{
  double raw = most / (double) STEPS, power = pow (10, floor (log10 (MAX (raw, 1))));
  double step = raw <= power ? power : raw <= 2 * power ? 2 * power : raw <= 5 * power ? 5 * power : 10 * power;
  return MAX (step, 1);
}

static void
draw_scale (Drawing *d)
{
  guint step = scale_of (d->most);
  d->most = (d->most + step - 1) / step * step;
  for (guint n = 0; n <= d->most; n += step) {
    g_autofree char *text = g_strdup_printf ("%u", n);
    double y = round (y_of (d, n)) + 0.5;
    set_ink (d, n ? 0.12 : 0.4);
    cairo_set_line_width (d->cr, 1);
    cairo_move_to (d->cr, d->left, y);
    cairo_line_to (d->cr, d->right, y);
    cairo_stroke (d->cr);
    if (d->look->rtl)
      write_text (d, text, d->right + 6, y, LEFT, 0, 0.7);
    else
      write_text (d, text, d->left - 6, y, LEFT, 1, 0.7);
  }
}

/* As many days as there is room for, the last one always. */
static void
draw_days (const Drawing *d)
{
  double room = 64 * d->look->unit;
  guint every = MAX (1, ceil (room / MAX (d->step, 0.1)));
  for (int day = (int) d->plot->n_days - 1; day >= 0; day -= every) {
    g_autofree char *text = att_plot_day (d->plot, day);
    write_text (d, text, CLAMP (x_of (d, day) + d->step / 2, d->left + 20, d->right - 20), d->bottom + BOTTOM * d->look->unit / 2.0 + 2, room, 0.5, 0.7);
  }
}

static void
draw_selection (const Drawing *d)
{
  const AttPlotLook *look = d->look;
  const GdkRGBA *c = &look->accent;
  if (look->selected_to > look->selected_from) {
    double a = x_of (d, look->selected_from), b = x_of (d, look->selected_to - 1);
    cairo_set_source_rgba (d->cr, c->red, c->green, c->blue, 0.18);
    cairo_rectangle (d->cr, MIN (a, b), d->top, fabs (b - a) + d->step, d->bottom - d->top);
    cairo_fill (d->cr);
  }
  if (look->cursor >= 0 && look->cursor < (int) d->plot->n_days) {
    cairo_set_source_rgba (d->cr, c->red, c->green, c->blue, 1);
    cairo_set_line_width (d->cr, 2);
    cairo_rectangle (d->cr, x_of (d, look->cursor) + 1, d->top, MAX (d->step - 2, 1), d->bottom - d->top);
    cairo_stroke (d->cr);
  }
}

static const guint *
row_of (const Drawing *d, guint i)
{
  return g_ptr_array_index (d->plot->rows, i);
}

/* The pen of a row: its colour and its dash. */
static void
take_pen (const Drawing *d, guint i)
{
  const double *dash = DASHES[i % G_N_ELEMENTS (DASHES)];
  set_color (d, i, 1);
  cairo_new_path (d->cr);
  cairo_set_line_width (d->cr, 2);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (d->cr, dash, dash[0] > 0 ? (dash[2] > 0 ? 4 : 2) : 0, 0);
}

static void
draw_line (const Drawing *d, guint i)
{
  take_pen (d, i);
  for (guint day = 0; day < d->plot->n_days; day++)
    cairo_line_to (d->cr, x_of (d, day) + d->step / 2, y_of (d, row_of (d, i)[day]));
  cairo_stroke (d->cr);
  cairo_set_dash (d->cr, NULL, 0, 0);
}

/* What a name stands for: a piece of its line, or its shade. */
static void
draw_sample (const Drawing *d, guint i, double x, double y, double sign)
{
  if (d->plot->kind == ATT_PLOT_LINES) {
    take_pen (d, i);
    cairo_move_to (d->cr, x, y);
    cairo_line_to (d->cr, x + sign * 18, y);
    cairo_stroke (d->cr);
    cairo_set_dash (d->cr, NULL, 0, 0);
    return;
  }
  set_color (d, i, i % 2 ? 0.75 : 0.95);
  cairo_rectangle (d->cr, sign < 0 ? x - 18 : x, y - 5, 18, 10);
  cairo_fill (d->cr);
}

typedef struct { double y; guint i; } Name;

static int
by_height (gconstpointer a, gconstpointer b)
{
  return ((const Name *) a)->y < ((const Name *) b)->y ? -1 : 1;
}

/* Beside the ends of what they name, moved apart where they would cover each other. */
static void
draw_names (const Drawing *d, Name *names, guint n)
{
  const double line = 16 * d->look->unit;
  qsort (names, n, sizeof *names, by_height);
  for (guint k = 1; k < n; k++)
    names[k].y = MAX (names[k].y, names[k - 1].y + line);
  double over = n ? names[n - 1].y - d->bottom : 0;
  for (guint k = n; over > 0 && k-- > 0;) {
    double limit = k + 1 < n ? names[k + 1].y - line : d->bottom;
    names[k].y = MIN (names[k].y, limit);
  }
  for (guint k = 0; k < n; k++) {
    double sign = d->look->rtl ? -1 : 1, x = d->look->rtl ? d->left - 8 : d->right + 8, room = d->look->rtl ? d->left - SAMPLE : d->look->width - d->right - SAMPLE;
    draw_sample (d, names[k].i, x, names[k].y, sign);
    write_text (d, g_ptr_array_index (d->plot->names, names[k].i), x + sign * 24, names[k].y, room, d->look->rtl ? 1 : 0, 1);
  }
}

static void
draw_lines (Drawing *d)
{
  g_autofree Name *names = g_new (Name, d->plot->rows->len + 1);
  draw_scale (d);
  for (guint i = d->plot->rows->len; i-- > 0;) {
    draw_line (d, i);
    names[i] = (Name) { y_of (d, row_of (d, i)[d->plot->n_days - 1]), i };
  }
  draw_names (d, names, d->plot->rows->len);
}

static void
draw_stack (Drawing *d)
{
  g_autofree Name *names = g_new (Name, d->plot->rows->len + 1);
  g_autofree double *base = g_new0 (double, d->plot->n_days);
  draw_scale (d);
  for (guint i = 0; i < d->plot->rows->len; i++) {
    set_color (d, i, i % 2 ? 0.75 : 0.95);   /* neighbours differ in weight as well */
    for (guint day = 0; day < d->plot->n_days; day++) {
      double n = row_of (d, i)[day], y = y_of (d, base[day] + n);
      if (n > 0)
        cairo_rectangle (d->cr, x_of (d, day) + d->step * 0.08, y, d->step * 0.84, y_of (d, base[day]) - y);
      base[day] += n;
    }
    cairo_fill (d->cr);
    names[i] = (Name) { y_of (d, base[d->plot->n_days - 1] - row_of (d, i)[d->plot->n_days - 1] / 2.0), i };
  }
  draw_names (d, names, d->plot->rows->len);
}

/* A day's cell is the darker, the nearer it comes to its topic's own best day; the number stands in it where there is room. */
static void
draw_heat (const Drawing *d)
{
  for (guint i = 0; i < d->plot->rows->len; i++) {
    double cell = CELL * d->look->unit, y = d->top + cell * i;
    guint most = 1;
    for (guint day = 0; day < d->plot->n_days; day++)
      most = MAX (most, row_of (d, i)[day]);
    for (guint day = 0; day < d->plot->n_days; day++) {
      guint n = row_of (d, i)[day];
      set_color (d, 0, n ? 0.12 + 0.45 * n / most : 0.04);   /* no darker: the number is to be read */
      cairo_rectangle (d->cr, x_of (d, day) + 0.5, y + 1, MAX (d->step - 1, 1), cell - 2);
      cairo_fill (d->cr);
      if (n && d->step >= 24 * d->look->unit) {
        g_autofree char *text = g_strdup_printf ("%u", n);
        write_text (d, text, x_of (d, day) + d->step / 2, y + cell / 2.0, d->step, 0.5, 1);
      }
    }
    if (d->look->rtl)
      write_text (d, g_ptr_array_index (d->plot->names, i), d->right + 8, y + cell / 2.0, d->look->width - d->right - 12, 0, 1);
    else
      write_text (d, g_ptr_array_index (d->plot->names, i), d->left - 8, y + cell / 2.0, d->left - 12, 1, 1);
  }
}

void
att_plot_draw (const AttPlot *self, cairo_t *cr, PangoContext *context, const AttPlotLook *look)
{
  Drawing d = { .plot = self, .look = look, .cr = cr, .context = context, .top = TOP, .bottom = look->height - BOTTOM * look->unit, .most = att_plot_most (self) };
  place (self, look, &d.left, &d.right);
  if (self->n_days == 0 || d.right <= d.left || d.bottom <= d.top)
    return;
  d.step = (d.right - d.left) / self->n_days;
  if (self->kind == ATT_PLOT_LINES)
    draw_lines (&d);
  else if (self->kind == ATT_PLOT_STACK)
    draw_stack (&d);
  else
    draw_heat (&d);
  draw_days (&d);
  draw_selection (&d);
}
