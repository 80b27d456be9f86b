/* revision.h: what an outlet changed in a story since it was last seen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "press/article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "Edited 26 April 2024, 14:20: headline and 2 sentences"; NULL: nothing. Owned by the caller. */
char *att_revision_describe (const AttArticle *article);

/* Replaces all text: what is gone is struck out, what is new is marked, in place; the headline stands first if it changed. */
void  att_revision_show     (GtkTextBuffer *buffer, const AttArticle *article, gboolean dark);

G_END_DECLS
