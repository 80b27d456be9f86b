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
  g_strfreev (self->shelves);
  g_free (self->country);
  g_free (self->kind);
  g_free (self->owner);
}

void
att_feed_unref (AttFeed *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

AttFeed *
att_feed_copy (const AttFeed *self)
{
  AttFeed *copy = att_feed_new ();
  *copy = *self;
  copy->url = g_strdup (self->url);
  copy->title = g_strdup (self->title);
  copy->site = g_strdup (self->site);
  copy->folder = g_strdup (self->folder);
  copy->language = g_strdup (self->language);
  copy->etag = g_strdup (self->etag);
  copy->modified = g_strdup (self->modified);
  copy->trouble_text = g_strdup (self->trouble_text);
  copy->shelves = g_strdupv (self->shelves);
  copy->country = g_strdup (self->country);
  copy->kind = g_strdup (self->kind);
  copy->owner = g_strdup (self->owner);
  return copy;
}

const char *
att_feed_label (const AttFeed *self)
{
  return self->title && *self->title ? self->title : self->url;
}
