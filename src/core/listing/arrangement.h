/* arrangement.h: the panel's headings and topics as the person wants them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headings are known by att_heading_get_key(), topics by their names. What an order does not name comes after what it names, as shipped.
 * Never changed once made; main thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  GStrv headings, topics;   /* in order */
  GStrv folded;             /* headings whose topics are not shown, unless the filter asks for them */
  GStrv hidden;             /* topics that are not shown, likewise */
} AttArrangement;

AttArrangement *att_arrangement_new   (GStrv headings, GStrv topics, GStrv folded, GStrv hidden);   /* takes all; NULL: none */
void            att_arrangement_free  (AttArrangement *self);
guint           att_arrangement_place (const GStrv order, const char *key);   /* G_MAXUINT: not named */

/* Copies: with key where it was not, or without it; and with key put before or behind another. */
GStrv           att_arrangement_turn  (const GStrv keys, const char *key);
GStrv           att_arrangement_put   (const GStrv order, const char *key, const char *other, gboolean behind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttArrangement, att_arrangement_free)

G_END_DECLS
