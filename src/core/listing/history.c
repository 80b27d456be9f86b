/* history.c: what was done in a window, to be undone, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/history.h"

#define MAX_DEEDS 100

typedef struct {
  guint number;
  AttUndoFunc undo;
  gpointer data;
  GDestroyNotify free_data;
} Deed;

struct _AttHistory {
  GObject parent_instance;
  GQueue  deeds;    /* of Deed *, newest first */
  guint   number;
};

G_DEFINE_FINAL_TYPE (AttHistory, att_history, G_TYPE_OBJECT)

enum { PROP_0, PROP_CAN_UNDO, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
deed_free (gpointer data)
{
  Deed *deed = data;
  if (deed->free_data)
    deed->free_data (deed->data);
  g_free (deed);
}

AttHistory *
att_history_new (void)
{
  return g_object_new (ATT_TYPE_HISTORY, NULL);
}

guint
att_history_push (AttHistory *self, AttUndoFunc undo, gpointer data, GDestroyNotify free_data)
{
  g_return_val_if_fail (ATT_IS_HISTORY (self) && undo != NULL, 0);

  Deed *deed = g_new (Deed, 1);
  *deed = (Deed) { ++self->number, undo, data, free_data };
  g_queue_push_head (&self->deeds, deed);
  if (self->deeds.length > MAX_DEEDS)
    deed_free (g_queue_pop_tail (&self->deeds));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  return deed->number;
}

/* Takes the deed out; number 0: the last one. NULL: there is none. */
static Deed *
take (AttHistory *self, guint number)
{
  GList *at = self->deeds.head;
  while (at && number && ((Deed *) at->data)->number != number)
    at = at->next;
  if (at == NULL)
    return NULL;
  Deed *deed = at->data;
  g_queue_delete_link (&self->deeds, at);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  return deed;
}

gboolean
att_history_undo (AttHistory *self, guint number)
{
  g_return_val_if_fail (ATT_IS_HISTORY (self), FALSE);

  Deed *deed = take (self, number);
  if (deed == NULL)
    return FALSE;
  deed->undo (deed->data);
  deed_free (deed);
  return TRUE;
}

void
att_history_forget (AttHistory *self, guint number)
{
  Deed *deed = take (self, number);
  if (deed)
    deed_free (deed);
}

gboolean
att_history_can_undo (AttHistory *self)
{
  return self->deeds.length > 0;
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, att_history_can_undo (ATT_HISTORY (object)));
}

static void
att_history_finalize (GObject *object)
{
  g_queue_clear_full (&ATT_HISTORY (object)->deeds, deed_free);
  G_OBJECT_CLASS (att_history_parent_class)->finalize (object);
}

static void
att_history_class_init (AttHistoryClass *class)
{
  G_OBJECT_CLASS (class)->get_property = get_property;
  G_OBJECT_CLASS (class)->finalize = att_history_finalize;
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
}

static void
att_history_init (AttHistory *self)
{
  g_queue_init (&self->deeds);
}
