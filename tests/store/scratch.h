/* scratch.h: a store in a folder of its own, and away with it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/database.h"

typedef struct { char *folder, *path; AttDatabase *db; } Scratch;

void scratch_open  (Scratch *self);
void scratch_close (Scratch *self);   /* its files are removed */
