/* opml.h: lists of feeds, in and out (OPML 1.0 and 2.0).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folders are kept as paths: "Wires/Europe". Pure; any thread.
 */
#pragma once

#include "press/feed.h"

G_BEGIN_DECLS

typedef struct { char *title; GPtrArray *feeds; } AttOpml;   /* of AttFeed *, document order; set is what a person chose and what the feed is called, not how it is doing */

AttOpml *att_opml_read  (GBytes *bytes, GError **error);      /* ATT_ERROR_NOT_A_FEED when it is no OPML */
GBytes  *att_opml_write (const char *title, GPtrArray *feeds);
void     att_opml_free  (AttOpml *self);

/* A feed that stands there again, in another folder perhaps: it is one, and stands in both. */
void     att_opml_merge (AttFeed *known, const AttFeed *again);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttOpml, att_opml_free)

G_END_DECLS
