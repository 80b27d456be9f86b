/* help.h: the manual, one page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * data/help has it in English, French and Spanish; who reads none of these gets English. A line that begins with "# " is a
 * heading, every other line a paragraph. Main thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void att_help_present (GtkWindow *parent);

G_END_DECLS
