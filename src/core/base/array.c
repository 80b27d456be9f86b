/* array.c: arrays of what somebody else owns.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/array.h"

GPtrArray *
att_array_sorted (const GPtrArray *array, GCompareFunc compare)
{
  GPtrArray *sorted = g_ptr_array_new ();   /* g_ptr_array_copy would take the free function along */
  for (guint i = 0; array && i < array->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (array, i));
  g_ptr_array_sort (sorted, compare);
  return sorted;
}
