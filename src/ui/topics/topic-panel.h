/* topic-panel.h: what the stories under the filter are about, who is in them, and who is quoted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties "dossier" and "page" ("topics", "actors" or "quotes"). A click on a topic means it must be there, a click with Ctrl or Shift that it must not, a
 * further click neither; Enter and Shift+Enter do the same. Counts and bars are those of the list beside it.
 */
#pragma once

#include "listing/dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_TOPIC_PANEL (att_topic_panel_get_type ())
G_DECLARE_FINAL_TYPE (AttTopicPanel, att_topic_panel, ATT, TOPIC_PANEL, GtkBox)

G_END_DECLS
