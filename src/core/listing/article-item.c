/* article-item.c: one row of the list.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/article-item.h"

struct _AttArticleItem {
  GObject      parent_instance;
  gint64       id;
  guint        position, flags;
  AttHeadline *headline;
};

G_DEFINE_FINAL_TYPE (AttArticleItem, att_article_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_HEADLINE, PROP_FLAGS, N_PROPS };
static GParamSpec *properties[N_PROPS];

AttArticleItem *
att_article_item_new (gint64 id, guint position)
{
  AttArticleItem *self = g_object_new (ATT_TYPE_ARTICLE_ITEM, NULL);
  self->id = id;
  self->position = position;
  return self;
}

gint64
att_article_item_get_id (AttArticleItem *self)
{
  return self->id;
}

guint
att_article_item_get_position (AttArticleItem *self)
{
  return self->position;
}

const AttHeadline *
att_article_item_get_headline (AttArticleItem *self)
{
  return self->headline;
}

guint
att_article_item_get_flags (AttArticleItem *self)
{
  return self->flags;
}

void
att_article_item_set_headline (AttArticleItem *self, AttHeadline *headline)
{
  g_clear_pointer (&self->headline, att_headline_unref);
  self->headline = att_headline_ref (headline);
  self->flags = headline->flags;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADLINE]);
}

void
att_article_item_set_flags (AttArticleItem *self, guint flags)
{
  if (self->flags == flags)
    return;
  self->flags = flags;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FLAGS]);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AttArticleItem *self = ATT_ARTICLE_ITEM (object);
  if (id == PROP_HEADLINE)
    g_value_set_pointer (value, self->headline);
  else
    g_value_set_uint (value, self->flags);
}

static void
att_article_item_finalize (GObject *object)
{
  g_clear_pointer (&ATT_ARTICLE_ITEM (object)->headline, att_headline_unref);
  G_OBJECT_CLASS (att_article_item_parent_class)->finalize (object);
}

static void
att_article_item_class_init (AttArticleItemClass *class)
{
  G_OBJECT_CLASS (class)->get_property = get_property;
  G_OBJECT_CLASS (class)->finalize = att_article_item_finalize;
  properties[PROP_HEADLINE] = g_param_spec_pointer ("headline", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FLAGS] = g_param_spec_uint ("flags", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
}

static void
att_article_item_init (AttArticleItem *self)
{
}
