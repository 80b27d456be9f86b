/* array.h: arrays of what somebody else owns.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The same elements in another order, borrowed: the copy frees none of them. array may be NULL. */
GPtrArray *att_array_sorted (const GPtrArray *array, GCompareFunc compare);

G_END_DECLS
