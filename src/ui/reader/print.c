/* print.c: a story on paper, or in a PDF file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/print.h"

#include "base/text.h"
#include "ui/widget/moment.h"

#include <glib/gi18n.h>
#include <string.h>

#define FOOT 28.0            /* points under the text */
#define MEASURE 440.0        /* points: some seventy letters of the text's size */
#define GAP 7.0              /* points between paragraphs */

/* One line of text with its place; layouts are shared by their lines. */
typedef struct { PangoLayout *layout; int line, page; double x, baseline; } Line;

typedef struct {
  const AttArticle *article;
  GPtrArray *layouts;        /* of PangoLayout * */
  GArray    *lines;          /* of Line */
  double     left, width, height, y;
  int        page;
} Sheet;

static void
style_of (char shape, const char **font, double *indent)
{
  *indent = strchr ("lqt", shape) ? 18 : 0;
  *font = shape == 'h' ? "Serif Bold 12.5" : shape == 'q' ? "Serif Italic 11" : shape == 'c' ? "Monospace 9.5" : shape == 'f' ? "Serif Italic 9.5" : "Serif 11";
}

static void
place_lines (Sheet *sheet, PangoLayout *layout, double indent)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double top = sheet->y, above = 0;   /* above: what stood on the pages before */
  int n = 0;
  do {
    PangoRectangle rect;
    pango_layout_iter_get_line_extents (iter, NULL, &rect);
    double y = (double) rect.y / PANGO_SCALE, height = (double) rect.height / PANGO_SCALE;
    if (top + y - above + height > sheet->height && sheet->lines->len) {
      sheet->page++;
      top = 0;
      above = y;
    }
    Line line = { layout, n++, sheet->page, indent + (double) rect.x / PANGO_SCALE, top - above + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE };
    g_array_append_val (sheet->lines, line);
    sheet->y = top - above + y + height;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
add (Sheet *sheet, GtkPrintContext *context, const char *text, gssize length, const char *font, double indent, double gap)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);
  g_ptr_array_add (sheet->layouts, layout);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (sheet->width - indent) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.25);
  pango_layout_set_text (layout, text, length);
  place_lines (sheet, layout, indent);
  sheet->y += gap;
}

static void
add_text (Sheet *sheet, GtkPrintContext *context)
{
  const char *shape = sheet->article->shapes ? sheet->article->shapes : "", *end;
  for (const char *text = sheet->article->text; text && *text; text = end ? end + 2 : NULL) {
    const char *font;
    double indent;
    end = strstr (text, "\n\n");
    style_of (*shape ? *shape : 'p', &font, &indent);
    g_autofree char *item = *shape == 'l' ? g_strdup_printf ("•  %.*s", end ? (int) (end - text) : (int) strlen (text), text) : NULL;
    add (sheet, context, item ? item : text, item || !end ? -1 : end - text, font, indent, GAP);
    shape += *shape != '\0';
  }
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Sheet *sheet)
{
  g_autofree char *when = att_moment_long (sheet->article->published);
  g_autofree char *place = sheet->article->byline ? g_strdup_printf ("%s  ·  %s", when, sheet->article->byline) : g_strdup (when);
  sheet->width = MIN (gtk_print_context_get_width (context), MEASURE);
  sheet->left = (gtk_print_context_get_width (context) - sheet->width) / 2;
  sheet->height = gtk_print_context_get_height (context) - FOOT;
  add (sheet, context, sheet->article->title ? sheet->article->title : "", -1, "Serif Bold 18", 0, GAP);
  add (sheet, context, place, -1, "Sans 9", 0, 2 * GAP);
  add_text (sheet, context);
  gtk_print_operation_set_n_pages (operation, sheet->page + 1);
}

static void
draw_foot (Sheet *sheet, GtkPrintContext *context, int page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autofree char *number = g_strdup_printf (_("Page %d of %d"), page + 1, sheet->page + 1);
  g_autofree char *foot = g_strdup_printf ("%s\n%s", sheet->article->url ? sheet->article->url : "", number);
  PangoFontDescription *description = pango_font_description_from_string ("Sans 7.5");
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, sheet->width * PANGO_SCALE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_text (layout, foot, -1);
  cairo_move_to (cr, sheet->left, sheet->height + FOOT / 4);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Sheet *sheet)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  for (guint i = 0; i < sheet->lines->len; i++) {
    const Line *line = &g_array_index (sheet->lines, Line, i);
    if (line->page != page)
      continue;
    cairo_move_to (cr, sheet->left + line->x, line->baseline);
    pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (line->layout, line->line));
  }
  draw_foot (sheet, context, page);
}

static GtkPageSetup *
margins (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  gtk_page_setup_set_top_margin (setup, 20, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 15, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 20, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 20, GTK_UNIT_MM);
  return setup;
}

static gboolean
run (GtkWindow *parent, const AttArticle *article, const char *path, GError **error)
{
  g_autoptr (AttArticle) kept = att_article_ref ((AttArticle *) article);   /* the dialog runs a loop of its own, in which another story may be opened */
  Sheet sheet = { .article = kept, .layouts = g_ptr_array_new_with_free_func (g_object_unref), .lines = g_array_new (FALSE, FALSE, sizeof (Line)) };
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = margins ();
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, kept->title ? kept->title : _("Story"));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), &sheet);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), &sheet);
  if (path)
    gtk_print_operation_set_export_filename (operation, path);
  GtkPrintOperationResult result = gtk_print_operation_run (operation, path ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  g_array_unref (sheet.lines);
  g_ptr_array_unref (sheet.layouts);
  return result == GTK_PRINT_OPERATION_RESULT_APPLY;
}

gboolean
att_print_article (GtkWindow *parent, const AttArticle *article, GError **error)
{
  return run (parent, article, NULL, error);
}

gboolean
att_print_to_pdf (GtkWindow *parent, const AttArticle *article, const char *path, GError **error)
{
  return run (parent, article, path, error);
}
