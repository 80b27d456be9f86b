/* plot.h: a chart of days, drawn: lines, stacked bars, or a heat map.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One drawing for the window, for pictures and for SVG. Colours go with a dash or a letter, so that none carries meaning alone.
 * A frozen value, atomically reference-counted; drawing is pure.
 */
#pragma once

#include <gdk/gdk.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum { ATT_PLOT_LINES, ATT_PLOT_STACK, ATT_PLOT_HEAT } AttPlotKind;

typedef struct {
  AttPlotKind kind;
  char      *title;
  gint64     first_day;     /* days since 1970 */
  guint      n_days;
  GPtrArray *names;         /* of char *: of the rows, the largest first */
  GPtrArray *rows;          /* of guint *, n_days of them each */
} AttPlot;

/* How it is to look. selected: days that are picked out, first and the one behind the last; both 0: none. cursor: a day, or -1. */
typedef struct {
  double width, height;
  double unit;             /* how much larger than usual letters are: see att_plot_unit */
  double names;            /* pixels the widest name takes: see att_plot_names */
  GdkRGBA color, accent;
  gboolean dark, rtl;
  guint selected_from, selected_to;
  int cursor;
} AttPlotLook;

AttPlot *att_plot_new    (AttPlotKind kind, const char *title, gint64 first_day, guint n_days);
void     att_plot_add    (AttPlot *self, const char *name, const guint *days);   /* before it is handed on */
AttPlot *att_plot_ref    (AttPlot *self);
void     att_plot_unref  (AttPlot *self);

void     att_plot_draw   (const AttPlot *self, cairo_t *cr, PangoContext *context, const AttPlotLook *look);
double   att_plot_unit   (PangoContext *context);
double   att_plot_names  (const AttPlot *self, PangoContext *context);
double   att_plot_height (const AttPlot *self, double unit);                           /* that it wants */
int      att_plot_day_at (const AttPlot *self, const AttPlotLook *look, double x);      /* -1: beside the days */
guint    att_plot_most   (const AttPlot *self);                                        /* the highest value there is */
char    *att_plot_day    (const AttPlot *self, guint day);                              /* "12 Mar", as the reader's language has it */

/* As a file: PNG and SVG at a size, CSV with a row a day. NULL with error. */
typedef enum { ATT_PLOT_PNG, ATT_PLOT_SVG, ATT_PLOT_CSV } AttPlotFormat;
GBytes  *att_plot_export (const AttPlot *self, AttPlotFormat format, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttPlot, att_plot_unref)

G_END_DECLS
