/* statements.h: who said what in a story, what states did, and what a person saved out of it: each a row that leads to its place.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Main thread.
 */
#pragma once

#include "press/article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*AttStatementFunc) (const AttSpan *span, gpointer data);   /* one was chosen */

/* In place of what the box held. The article must outlive its rows. */
void att_statements_show (GtkBox *box, const AttArticle *article, AttStatementFunc chosen, gpointer data);

G_END_DECLS
