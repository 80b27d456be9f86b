/* print.h: a story on paper, or in a PDF file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headline, when and where, the text in its shapes, the address and the page's number at the foot. Main thread.
 */
#pragma once

#include "press/article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* With the system's dialog; one that fails says why through the error. FALSE with no error: the person thought better of it. */
gboolean att_print_article (GtkWindow *parent, const AttArticle *article, GError **error);
gboolean att_print_to_pdf  (GtkWindow *parent, const AttArticle *article, const char *path, GError **error);   /* parent may be NULL */

G_END_DECLS
