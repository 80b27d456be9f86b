/* picture.h: the window saved as a PNG, once its stories are there.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

/* Opens the newest story, waits until everything asked for has been shown, saves and closes the window. */
void att_picture_take_when_ready (AttWindow *window, const char *path);

G_END_DECLS
