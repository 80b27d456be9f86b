/* arrangement.c: the panel's headings and topics as the person wants them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/arrangement.h"

AttArrangement *
att_arrangement_new (GStrv headings, GStrv topics, GStrv folded, GStrv hidden)
{
  AttArrangement *self = g_new (AttArrangement, 1);
  *self = (AttArrangement) { headings, topics, folded, hidden };
  return self;
}

void
att_arrangement_free (AttArrangement *self)
{
  g_strfreev (self->headings);
  g_strfreev (self->topics);
  g_strfreev (self->folded);
  g_strfreev (self->hidden);
  g_free (self);
}

guint
att_arrangement_place (const GStrv order, const char *key)
{
  for (guint i = 0; order && order[i]; i++)
    if (g_str_equal (order[i], key))
      return i;
  return G_MAXUINT;
}

GStrv
att_arrangement_turn (const GStrv keys, const char *key)
{
  g_autoptr (GStrvBuilder) turned = g_strv_builder_new ();
  for (guint i = 0; keys && keys[i]; i++)
    if (!g_str_equal (keys[i], key))
      g_strv_builder_add (turned, keys[i]);
  if (att_arrangement_place (keys, key) == G_MAXUINT)
    g_strv_builder_add (turned, key);
  return g_strv_builder_end (turned);
}

GStrv
att_arrangement_put (const GStrv order, const char *key, const char *other, gboolean behind)
{
  g_autoptr (GStrvBuilder) put = g_strv_builder_new ();
  for (guint i = 0; order[i]; i++) {
    gboolean here = g_str_equal (order[i], other);
    if (here && !behind)
      g_strv_builder_add (put, key);
    if (!g_str_equal (order[i], key))
      g_strv_builder_add (put, order[i]);
    if (here && behind)
      g_strv_builder_add (put, key);
  }
  return g_strv_builder_end (put);
}
