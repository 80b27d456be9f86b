/* actor-finder.c: actors by their names: all there are under the filter, and not only the most frequent ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/actor-finder.h"

#include "base/text.h"

struct _AttActorFinder {
  GObject       parent_instance;
  AttDossier   *dossier;
  char         *words;       /* NULL: nobody is looked for */
  GCancellable *question;
};

G_DEFINE_FINAL_TYPE (AttActorFinder, att_actor_finder, G_TYPE_OBJECT)

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttActorFinder) self = data;
  g_autoptr (GError) error = NULL;
  AttCoverage *found = att_store_finish (ATT_STORE (source), result, &error);
  if (found)
    att_facet_model_add_found (att_dossier_get_actors (self->dossier), found);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))   /* else something else is looked for by now */
    att_dossier_set_trouble (self->dossier, error->message);
}

static void
ask (AttActorFinder *self)
{
  AttStore *store = att_dossier_get_store (self->dossier);
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  if (self->words == NULL || !att_store_is_open (store))
    return;
  g_autoptr (AttFilter) filter = att_dossier_get_readable (self->dossier);
  self->question = g_cancellable_new ();
  att_store_find_actors_async (store, filter, self->words, self->question, found_cb, g_object_ref (self));
}

AttActorFinder *
att_actor_finder_new (AttDossier *dossier)
{
  AttActorFinder *self = g_object_new (ATT_TYPE_ACTOR_FINDER, NULL);
  self->dossier = g_object_ref (dossier);
  g_signal_connect_object (att_dossier_get_actors (dossier), "notify::coverage", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return self;
}

void
att_actor_finder_find (AttActorFinder *self, const char *text)
{
  g_free (self->words);
  self->words = att_text_has (text) ? att_text_squeeze (text) : NULL;
  att_facet_model_find (att_dossier_get_actors (self->dossier), self->words);
  ask (self);
}

static void
att_actor_finder_dispose (GObject *object)
{
  AttActorFinder *self = ATT_ACTOR_FINDER (object);
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (att_actor_finder_parent_class)->dispose (object);
}

static void
att_actor_finder_class_init (AttActorFinderClass *class)
{
  G_OBJECT_CLASS (class)->dispose = att_actor_finder_dispose;
}

static void
att_actor_finder_init (AttActorFinder *self)
{
}
