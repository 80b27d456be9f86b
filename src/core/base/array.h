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

/* A new last element, not set; room, for how many there is room, is kept by whoever adds. For arrays without clear or zero, where
 * g_array_append_val () is too slow. */
#define ATT_ARRAY_ADD(array, Type, room) ((Type *) att_array_add ((array), sizeof (Type), (room)))

static inline gpointer
att_array_add (GArray *array, gsize size, guint *room)
{
  if (G_UNLIKELY (array->len == *room)) {
    guint n = array->len;
    *room = MAX (2 * n, 16);
    g_array_set_size (array, *room);
    g_array_set_size (array, n);
  }
  return array->data + size * array->len++;
}

G_END_DECLS
