/* slack.h: a bin that may be narrower than what is in it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window is never smaller than its content asks for, so content that changes with the width needs somebody in
 * between who asks for less. Property "child"; signal "resized" (int width) when it has another width than before,
 * in an idle, so that the columns can be changed then; until they have, what does not fit is cut off.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_SLACK (att_slack_get_type ())
G_DECLARE_FINAL_TYPE (AttSlack, att_slack, ATT, SLACK, GtkWidget)

G_END_DECLS
