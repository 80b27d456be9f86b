/* array.h: arrays in order.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The same elements in another order, borrowed: the copy frees none of them. array may be NULL. */
GPtrArray *att_array_sorted (const GPtrArray *array, GCompareFunc compare);

/* Index of the first element whose member, a guint32 by which the array is sorted, is not below value; may be one past the last. */
#define ATT_ARRAY_FROM(array, Type, member, value) att_array_from ((array)->data, (array)->len, sizeof (Type), G_STRUCT_OFFSET (Type, member), (value))

static inline guint
att_array_from (const char *data, guint n, gsize size, gsize offset, guint32 value)
{
  guint low = 0;
  while (low < n) {
    guint middle = (low + n) / 2;
    if (*(const guint32 *) (data + middle * size + offset) < value)
      low = middle + 1;
    else
      n = middle;
  }
  return low;
}

G_END_DECLS
