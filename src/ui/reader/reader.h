/* reader.h: one article, its topics, and who says what in it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties "dossier" and "zoom" (percent). The words that made a topic are underlined, quotations are tinted by speaker; a topic's chip
 * goes to its evidence; pictures stand where the page has them, once they were asked for. Nothing is loaded from the network to show an article.
 */
#pragma once

#include "listing/dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_READER (att_reader_get_type ())
G_DECLARE_FINAL_TYPE (AttReader, att_reader, ATT, READER, GtkBox)

/* The menu of what a story may be said to be about; its items are win.is-about. */
void     att_reader_set_topics  (AttReader *self, GMenuModel *topics);
void     att_reader_find        (AttReader *self);   /* words in the story */

/* The words that are selected and where they stand; NULL: none. */
char    *att_reader_get_selection (AttReader *self, AttSpan *span);
void     att_reader_focus       (AttReader *self);   /* the keyboard goes on in the text of the story */
gboolean att_reader_scroll_page (AttReader *self);   /* FALSE: at the end already */
void     att_reader_go_to_quote (AttReader *self, const char *words);   /* where they are quoted in the story, if they are */

G_END_DECLS
