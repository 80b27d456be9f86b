/* article-list.h: the stories a filter brought.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "dossier". A new answer is a new model with a new selection, the open article reselected by its id before
 * the list sees it (GtkListView asks for every row when a selected one moves). The list holds arrivals back while an
 * article is open or it is scrolled down.
 */
#pragma once

#include "listing/dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_ARTICLE_LIST (att_article_list_get_type ())
G_DECLARE_FINAL_TYPE (AttArticleList, att_article_list, ATT, ARTICLE_LIST, GtkBox)

void   att_article_list_step        (AttArticleList *self, int by);       /* opens the next (1) or the one before (-1) */
void   att_article_list_next_unread (AttArticleList *self);
gint64 att_article_list_get_open    (AttArticleList *self);               /* id of the selected article; 0 none */

void   att_article_list_set_mark_passed (AttArticleList *self, gboolean mark);   /* what is scrolled past is marked read */
void   att_article_list_set_lines       (AttArticleList *self, guint lines);     /* of a title; 1 unless told */

G_END_DECLS
