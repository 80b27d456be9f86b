/* stories.c: a store of so many stories, and waiting for what is said of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "stories.h"

#include "../answers.h"
#include "filter/syntax.h"

#include <glib/gstdio.h>

/* Lets go of an object: it ends when the answers under way have come. One that is kept by anything else makes the test hang. */
void
stories_wait_for_end (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object)
    g_main_context_iteration (NULL, TRUE);
}

void
stories_wait (gboolean (*holds) (gpointer), gpointer data)
{
  while (!holds (data))
    g_main_context_iteration (NULL, TRUE);
}

/* Adds n articles to the one feed, each with the theme its number says, and somebody who is in no other. */
static gpointer
write_articles (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  guint *range = data;   /* from, to */
  g_autoptr (AttFeed) feed = att_feed_new ();
  feed->url = g_strdup ("https://one.example/");
  gint64 id = att_feeds_find (db, feed->url, &(guint) { 0 });
  if (id == 0)
    id = att_feeds_add (db, feed, error);
  g_autoptr (AttEdition) edition = att_edition_new ();
  for (guint i = range[0]; i < range[1]; i++) {
    AttArticle *a = att_article_new ();
    a->keys[0] = i + 1;
    a->n_keys = 1;
    a->title = g_strdup_printf ("Title %u", i);
    a->text = g_strdup ("words");
    a->language = g_strdup (i % 4 == 0 ? "fr" : i % 4 == 1 ? "de-AT" : i % 4 == 2 ? "en" : NULL);
    a->published = 1700000000 + i;
    a->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
    g_ptr_array_add (a->mentions, att_mention_new (ATT_TOPIC_THEME, i % 2 ? "odd" : "even", i % 2 ? "Odd" : "Even"));
    g_autofree char *somebody = g_strdup_printf ("Émile %u", i);
    g_ptr_array_add (a->mentions, att_mention_new (ATT_TOPIC_PERSON, somebody, somebody));
    g_ptr_array_add (edition->articles, a);
  }
  att_articles_write (db, id, edition, 1800000000, change, error);
  change->feeds = TRUE;
  return NULL;
}

void
stories_add (Stories *f, guint from, guint to)
{
  g_autoptr (GAsyncResult) answer = NULL;
  guint range[] = { from, to };
  att_store_tell_async (f->store, write_articles, g_memdup2 (range, sizeof range), g_free, NULL, answers_cb, &answer);
  answers_wait (&answer);
  g_autoptr (GError) error = NULL;
  att_store_finish (f->store, answer, &error);
  g_assert_no_error (error);
}

void
stories_set_up (Stories *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  f->folder = g_dir_make_tmp ("attache-listing-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (f->folder, "desk.db", NULL);
  f->store = att_store_open (path, &error);
  g_assert_no_error (error);
}

void
stories_tear_down (Stories *f, gconstpointer data)
{
  static const char *const FILES[] = { "desk.db", "desk.db-wal", "desk.db-shm" };
  while (g_main_context_iteration (NULL, FALSE))
    ;
  att_store_close (f->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->store);
  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++) {
    g_autofree char *path = g_build_filename (f->folder, FILES[i], NULL);
    g_unlink (path);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
}

gboolean
stories_are_covered (gpointer dossier)
{
  gboolean busy;
  g_object_get (dossier, "busy", &busy, NULL);
  return !busy && att_dossier_get_coverage (dossier);
}

/* A window's state over so many articles, all of them counted. */
AttDossier *
stories_dossier (Stories *f, guint n)
{
  stories_add (f, 0, n);
  AttDossier *dossier = att_dossier_new (f->store);
  att_dossier_take_filter (dossier, att_filter_everything ());
  stories_wait (stories_are_covered, dossier);
  return dossier;
}
