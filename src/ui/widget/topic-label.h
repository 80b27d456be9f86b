/* topic-label.h: what a topic, a country or a heading is called in the reader's language.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store has labels in English, or as a person wrote them; those stay. Main thread only.
 */
#pragma once

#include "press/mention.h"

G_BEGIN_DECLS

/* Not owned by the caller; valid while label is. */
const char *att_topic_shown   (AttTopicKind kind, const char *label);
const char *att_section_shown (const char *section);

G_END_DECLS
