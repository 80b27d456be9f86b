/* feed.c: a subscription and how it is doing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/feed.h"

AttFeed *
att_feed_new (void)
{
  AttFeed *self = g_atomic_rc_box_new0 (AttFeed);
  self->trouble = -1;
  self->pages = -1;
  return self;
}

AttFeed *
att_feed_ref (AttFeed *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AttFeed *self = data;
  g_free (self->url);
  g_free (self->title);
  g_free (self->site);
  g_free (self->folder);
  g_free (self->language);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self->trouble_text);
}

void
att_feed_unref (AttFeed *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const char *
att_feed_label (const AttFeed *self)
{
  return self->title && *self->title ? self->title : self->url;
}
