/* heading.h: what stands over topics of one section, or actors of one kind, in the panel.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lasts as long as its model; how many stand under it and whether they are shown changes and is notified ("n", "folded"). Main thread.
 */
#pragma once

#include "press/mention.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ATT_TYPE_HEADING (att_heading_get_type ())
G_DECLARE_FINAL_TYPE (AttHeading, att_heading, ATT, HEADING, GObject)

AttHeading  *att_heading_new         (AttTopicKind kind, const char *section);   /* section: of themes */
void         att_heading_update      (AttHeading *self, guint n, gboolean folded);

AttTopicKind att_heading_get_kind    (AttHeading *self);
const char  *att_heading_get_section (AttHeading *self);
const char  *att_heading_get_key     (AttHeading *self);   /* what an arrangement knows it by */
guint        att_heading_get_n       (AttHeading *self);
gboolean     att_heading_is_folded   (AttHeading *self);

G_END_DECLS
