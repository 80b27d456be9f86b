/* illustrations.c: the pictures of the story that is open, decoded.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/illustrations.h"

#include "ui/widget/bitmap.h"

struct _AttIllustrations {
  GObject     parent_instance;
  GHashTable *textures;      /* address → GdkTexture, NULL while it is decoded or when it is none */
  guint       story;         /* counts, so that what comes late for another story is told */
};

G_DEFINE_FINAL_TYPE (AttIllustrations, att_illustrations, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct { char *url; GBytes *bytes; guint story; } Job;

static void
job_free (gpointer data)
{
  Job *job = data;
  g_free (job->url);
  g_bytes_unref (job->bytes);
  g_free (job);
}

static void
decode (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = att_bitmap_read (job->bytes, &error);
  if (pixbuf)
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (pixbuf), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* What is no picture is no trouble of the reader's: the place stays empty. */
static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttIllustrations *self = ATT_ILLUSTRATIONS (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);
  if (texture == NULL || job->story != self->story)
    return;
  g_hash_table_insert (self->textures, g_strdup (job->url), g_steal_pointer (&texture));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
att_illustrations_add (AttIllustrations *self, const char *url, GBytes *bytes)
{
  if (g_hash_table_contains (self->textures, url))
    return;
  g_hash_table_insert (self->textures, g_strdup (url), NULL);
  Job *job = g_new (Job, 1);
  *job = (Job) { g_strdup (url), g_bytes_ref (bytes), self->story };
  g_autoptr (GTask) task = g_task_new (self, NULL, decoded_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, decode);
}

GdkTexture *
att_illustrations_get (AttIllustrations *self, const char *url)
{
  return url ? g_hash_table_lookup (self->textures, url) : NULL;
}

void
att_illustrations_clear (AttIllustrations *self)
{
  self->story++;
  g_hash_table_remove_all (self->textures);
}

AttIllustrations *
att_illustrations_new (void)
{
  return g_object_new (ATT_TYPE_ILLUSTRATIONS, NULL);
}

static void
finalize (GObject *object)
{
  g_hash_table_unref (ATT_ILLUSTRATIONS (object)->textures);
  G_OBJECT_CLASS (att_illustrations_parent_class)->finalize (object);
}

static void
att_illustrations_class_init (AttIllustrationsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unref_any (gpointer texture)
{
  if (texture)
    g_object_unref (texture);
}

static void
att_illustrations_init (AttIllustrations *self)
{
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_any);
}
