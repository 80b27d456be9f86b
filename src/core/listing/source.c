/* source.c: one row of the side bar: all articles, a monitor, a folder, a feed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/source.h"

#include "filter/syntax.h"

#include <string.h>

struct _AttSource {
  GObject       parent_instance;
  AttSourceKind kind;
  char         *name;
  guint         depth, unread;
  gboolean      shared;    /* its title is another feed's too */
  AttFeed      *feed;
  AttMonitor   *monitor;
  AttFilter    *watched;   /* the monitor's; NULL: it means nothing now */
};

G_DEFINE_FINAL_TYPE (AttSource, att_source, G_TYPE_OBJECT)

enum { PROP_0, PROP_UNREAD, N_PROPS };
static GParamSpec *properties[N_PROPS];

AttSource *
att_source_new (AttSourceKind kind, const char *name, guint depth)
{
  AttSource *self = g_object_new (ATT_TYPE_SOURCE, NULL);
  self->kind = kind;
  self->name = g_strdup (name);
  self->depth = depth;
  return self;
}

void
att_source_update (AttSource *self, AttFeed *feed, guint unread)
{
  gboolean same = self->unread == unread && (feed == NULL) == (self->feed == NULL)
                  && (feed == NULL || (feed->trouble == self->feed->trouble && strcmp (att_feed_label (feed), att_feed_label (self->feed)) == 0));
  if (feed)
    att_feed_ref (feed);
  g_clear_pointer (&self->feed, att_feed_unref);
  self->feed = feed;
  self->unread = unread;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}

void
att_source_set_shared (AttSource *self, gboolean shared)
{
  self->shared = shared;
}

void
att_source_watch (AttSource *self, AttMonitor *monitor)
{
  gboolean same = self->monitor && self->unread == monitor->unread && self->monitor->alert == monitor->alert && strcmp (self->monitor->name, monitor->name) == 0;
  att_monitor_ref (monitor);
  g_clear_pointer (&self->monitor, att_monitor_unref);
  g_clear_pointer (&self->watched, att_filter_unref);
  self->monitor = monitor;
  self->watched = att_filter_parse (monitor->filter, NULL);
  self->unread = monitor->unread;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}

AttMonitor *
att_source_get_monitor (AttSource *self)
{
  return self->monitor;
}

gboolean
att_source_is_inside (const char *path, const char *folder)
{
  gsize n = strlen (folder);
  return strncmp (path, folder, n) == 0 && (path[n] == '\0' || path[n] == '/');
}

AttSourceKind
att_source_get_kind (AttSource *self)
{
  return self->kind;
}

const char *
att_source_get_name (AttSource *self)
{
  return self->name;
}

const char *
att_source_get_label (AttSource *self)
{
  if (self->monitor)
    return self->monitor->name;
  if (self->feed)
    return att_feed_label (self->feed);
  const char *slash = self->name ? strrchr (self->name, '/') : NULL;
  return slash ? slash + 1 : self->name;
}

guint
att_source_get_depth (AttSource *self)
{
  return self->depth;
}

guint
att_source_get_unread (AttSource *self)
{
  return self->unread;
}

const AttFeed *
att_source_get_feed (AttSource *self)
{
  return self->feed;
}

gboolean
att_source_in_trouble (AttSource *self)
{
  return self->feed && self->feed->trouble >= 0;
}

/* What a filter calls a feed: its title, and its address where that would be two. */
static const char *
place_of (AttSource *self)
{
  return self->feed == NULL ? NULL : self->shared ? self->feed->url : att_feed_label (self->feed);
}

AttFilter *
att_source_narrow (AttSource *self, const AttFilter *filter)
{
  if (self->kind == ATT_SOURCE_MONITOR)
    return self->watched ? att_filter_ref (self->watched) : att_filter_everything ();
  return att_filter_with_place (filter, place_of (self), self->kind == ATT_SOURCE_FOLDER ? self->name : NULL,
                                self->kind == ATT_SOURCE_UNREAD, self->kind == ATT_SOURCE_STARRED);
}

gboolean
att_source_is_place_of (AttSource *self, const AttFilter *filter)
{
  switch (self->kind) {
    case ATT_SOURCE_FEED:    return filter->feed && self->feed && (g_ascii_strcasecmp (filter->feed, place_of (self)) == 0 || g_ascii_strcasecmp (filter->feed, self->feed->url) == 0);
    case ATT_SOURCE_MONITOR: return self->watched && att_filter_equal (self->watched, filter);
    case ATT_SOURCE_FOLDER:  return g_strcmp0 (filter->folder, self->name) == 0;
    case ATT_SOURCE_UNREAD:  return !filter->feed && !filter->folder && filter->unread && !filter->starred;
    case ATT_SOURCE_STARRED: return !filter->feed && !filter->folder && filter->starred;
    default:                 return !filter->feed && !filter->folder && !filter->unread && !filter->starred;
  }
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, ATT_SOURCE (object)->unread);
}

static void
att_source_finalize (GObject *object)
{
  AttSource *self = ATT_SOURCE (object);
  g_free (self->name);
  g_clear_pointer (&self->feed, att_feed_unref);
  g_clear_pointer (&self->monitor, att_monitor_unref);
  g_clear_pointer (&self->watched, att_filter_unref);
  G_OBJECT_CLASS (att_source_parent_class)->finalize (object);
}

static void
att_source_class_init (AttSourceClass *class)
{
  G_OBJECT_CLASS (class)->get_property = get_property;
  G_OBJECT_CLASS (class)->finalize = att_source_finalize;
  properties[PROP_UNREAD] = g_param_spec_uint ("unread", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
}

static void
att_source_init (AttSource *self)
{
}
