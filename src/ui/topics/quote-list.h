/* quote-list.h: the newest quotations of the stories under the filter.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "dossier". Read when it is looked at; a click opens the story where it is said.
 */
#pragma once

#include "listing/dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_QUOTE_LIST (att_quote_list_get_type ())
G_DECLARE_FINAL_TYPE (AttQuoteList, att_quote_list, ATT, QUOTE_LIST, GtkBox)

void att_quote_list_find (AttQuoteList *self, const char *text);   /* shows only what has this, or whose words are of somebody whose name has it */

G_END_DECLS
