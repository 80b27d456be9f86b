/* test-topics.c: topics of one's own: tried out before they are saved, in place of shipped ones, required terms, files.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/analyse.h"
#include "analysis/own-topics.h"
#include "base/error.h"
#include "desk/read.h"
#include "desk/taxonomy.h"
#include "desk/topic-desk.h"
#include "store/articles.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct { char *folder; AttDesk *desk; GAsyncResult *result; } Fixture;

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *) data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Fixture *f)
{
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&f->result);
}

static void
set_true (gboolean *value)
{
  *value = TRUE;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  f->folder = g_dir_make_tmp ("attache-topics-XXXXXX", NULL);
  f->desk = att_desk_open (f->folder, &error);
  g_assert_no_error (error);
  gboolean finished = FALSE;
  gulong id = g_signal_connect_swapped (f->desk, "finished", G_CALLBACK (set_true), &finished);
  att_desk_sample_async (f->desk, answer_cb, f);
  g_autoptr (GAsyncResult) result = wait_for (f);
  g_assert_cmpint (att_desk_subscribe_finish (f->desk, result, NULL), ==, 6);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (f->desk, id);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name (dir));) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    remove_all (path);
    g_remove (path);
  }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  att_desk_close (f->desk);
  g_clear_object (&f->desk);
  remove_all (f->folder);
  g_rmdir (f->folder);
  g_free (f->folder);
}

static AttTopicPreview *
preview (Fixture *f, const AttTopic *topic)
{
  g_autoptr (GError) error = NULL;
  att_desk_preview_async (f->desk, topic, NULL, answer_cb, f);
  g_autoptr (GAsyncResult) result = wait_for (f);
  AttTopicPreview *answer = att_desk_preview_finish (f->desk, result, &error);
  g_assert_no_error (error);
  return answer;
}

static AttTopicState *
state_of (Fixture *f, const char *id)
{
  g_autoptr (GError) error = NULL;
  att_desk_topic_async (f->desk, id, answer_cb, f);
  g_autoptr (GAsyncResult) result = wait_for (f);
  AttTopicState *state = att_desk_topic_finish (f->desk, result, &error);
  g_assert_no_error (error);
  return state;
}

static void
teach (Fixture *f, const AttTopic *save, const char *remove)
{
  g_autoptr (GError) error = NULL;
  if (save)
    att_desk_save_topic_async (f->desk, save, answer_cb, f);
  else
    att_desk_remove_topic_async (f->desk, remove, answer_cb, f);
  g_autoptr (GAsyncResult) result = wait_for (f);
  g_assert_true (att_desk_teach_finish (f->desk, result, &error));
  g_assert_no_error (error);
  guint n_done, n_all;
  do {
    g_main_context_iteration (NULL, TRUE);
    att_desk_get_marking (f->desk, &n_done, &n_all);
  } while (n_all > 0);
}

/* What is promised comes: a new topic's stories, before and after it is saved. */
static void
test_preview (Fixture *f, gconstpointer data)
{
  g_autoptr (AttTopic) topic = att_topic_new (NULL, "Air defence", 0.5);
  att_topic_add_text (topic, "air defence");
  g_autoptr (AttTopicPreview) before = preview (f, topic);
  g_assert_cmpuint (before->n_looked_at, ==, 64);
  g_assert_cmpuint (before->n_now, ==, 0);
  g_assert_cmpuint (before->n_in, >, 2);
  g_assert_cmpuint (before->n_in, ==, before->n_then);
  g_assert_cmpuint (before->stories->len, ==, before->n_in);
  teach (f, topic, NULL);
  g_autoptr (AttTopicPreview) after = preview (f, topic);
  g_assert_cmpuint (after->n_now, ==, before->n_then);
  g_assert_cmpuint (after->n_in + after->n_out, ==, 0);
  teach (f, NULL, topic->id);
  g_autoptr (AttTopicPreview) gone = preview (f, topic);
  g_assert_cmpuint (gone->n_in, ==, before->n_in);
}

static gpointer
write_french (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  g_autoptr (AttEdition) edition = att_edition_new ();
  AttArticle *a = att_article_new ();
  a->keys[0] = 77;
  a->n_keys = 1;
  a->title = g_strdup ("La ville veut une meilleure défense aérienne");
  a->text = g_strdup ("Le maire a demandé mardi que la défense aérienne de la ville soit renforcée avant la fin de l’année, après les attaques de la semaine dernière.");
  a->language = g_strdup ("fr");
  a->published = 1700000000;
  g_ptr_array_add (edition->articles, a);
  g_assert_true (att_articles_write (db, 1, edition, 1700000000, change, error));
  return NULL;
}

/* Stories in languages whose tables are read late come in, too. */
static void
test_preview_french (Fixture *f, gconstpointer data)
{
  att_store_tell_async (att_desk_get_store (f->desk), write_french, NULL, NULL, NULL, answer_cb, f);
  g_autoptr (GAsyncResult) written = wait_for (f);
  att_store_finish (att_desk_get_store (f->desk), written, NULL);
  g_autoptr (AttTopic) topic = att_topic_new (NULL, "Air defence", 0.5);
  att_topic_add_text (topic, "défense aérienne");
  g_autoptr (AttTopicPreview) before = preview (f, topic);
  g_assert_cmpuint (before->n_then, ==, 1);
  teach (f, topic, NULL);
  g_autoptr (AttTopicPreview) after = preview (f, topic);
  g_assert_cmpuint (after->n_now, ==, 1);
}

static void
is_marked (AttDesk *desk, gboolean *done)
{
  guint n_done, n_all;
  att_desk_get_marking (desk, &n_done, &n_all);
  *done = n_all == 0;
}

/* A topic that came from the command line while the desk was open is known once the desk has reason to look. */
static void
test_from_elsewhere (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttTopic) topic = att_topic_new (NULL, "Air defence", 0.5);
  att_topic_add_text (topic, "air defence");
  g_assert_true (att_own_topics_save (att_desk_get_tables (f->desk), NULL, topic, &error));
  gboolean done = FALSE, known = FALSE;
  g_signal_connect (f->desk, "marking", G_CALLBACK (is_marked), &done);
  att_desk_mark_again (f->desk);
  while (!done || !known) {
    g_main_context_iteration (NULL, TRUE);
    g_autoptr (GPtrArray) topics = att_desk_list_topics (f->desk);
    for (guint i = 0; i < topics->len; i++)
      known |= strcmp (((AttTopicName *) topics->pdata[i])->id, topic->id) == 0;
  }
  g_autoptr (AttTopicPreview) after = preview (f, topic);
  g_assert_cmpuint (after->n_now, >, 2);
}

static gpointer
save_one (gpointer data)
{
  const char *folder = ((gpointer *) data)[0], *label = ((gpointer *) data)[1];
  g_autoptr (AttTopic) topic = att_topic_new (NULL, label, 0.5);
  att_topic_add_text (topic, label);
  return GINT_TO_POINTER (att_own_topics_save (folder, NULL, topic, NULL));
}

/* Whoever saves at the same time as others takes none of theirs away. */
static void
test_many_hands (void)
{
  g_autofree char *folder = g_dir_make_tmp ("attache-topics-XXXXXX", NULL);
  static const char *const LABELS[] = { "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight" };
  gpointer wishes[G_N_ELEMENTS (LABELS)][2];
  GThread *threads[G_N_ELEMENTS (LABELS)];
  for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++) {
    wishes[i][0] = folder;
    wishes[i][1] = (gpointer) LABELS[i];
    threads[i] = g_thread_new (LABELS[i], save_one, wishes[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
  g_autoptr (GPtrArray) all = att_own_topics_list (folder);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (LABELS));
  remove_all (folder);
  g_rmdir (folder);
}

/* What cannot be read is not taken for empty, and written over. */
static void
test_unreadable (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("attache-topics-XXXXXX", NULL), *table = g_build_filename (folder, "own-topics.tsv", NULL);
  g_autoptr (AttTopic) topic = att_topic_new (NULL, "One", 0.5);
  att_topic_add_text (topic, "one");
  g_assert_cmpint (g_mkdir (table, 0700), ==, 0);   /* a folder cannot be read as a file, by root neither */
  g_assert_false (att_own_topics_save (folder, NULL, topic, &error));
  g_assert_nonnull (error);
  remove_all (folder);
  g_rmdir (folder);
}

/* Closed before all was marked anew: the next start goes on with it. */
static void
test_interrupted (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttTopic) topic = att_topic_new (NULL, "Air defence", 0.5);
  att_topic_add_text (topic, "air defence");
  g_autoptr (AttTopicPreview) before = preview (f, topic);
  att_desk_save_topic_async (f->desk, topic, answer_cb, f);
  GAsyncResult *result = wait_for (f);
  g_assert_true (att_desk_teach_finish (f->desk, result, &error));
  g_object_unref (result);   /* it holds the desk open */
  att_desk_close (f->desk);
  g_object_unref (f->desk);
  f->desk = att_desk_open (f->folder, &error);
  g_assert_no_error (error);
  att_desk_start (f->desk);
  guint n_done, n_all;
  att_desk_get_marking (f->desk, &n_done, &n_all);
  g_assert_cmpuint (n_all, >, 0);
  for (; n_all > 0; att_desk_get_marking (f->desk, &n_done, &n_all))
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (AttTopicPreview) after = preview (f, topic);
  g_assert_cmpuint (after->n_now, ==, before->n_then);
}

static gpointer
forget_topics (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  g_assert_true (att_database_run (db, error, "DELETE FROM evidence", ""));
  return NULL;
}

static gpointer
count_evidence (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return GINT_TO_POINTER (att_database_number (db, 0, "SELECT count(*) FROM evidence", ""));
}

/* What another edition of the program marked is marked anew with the next start, once; a new desk has nothing of the kind. */
static void
test_edition (Fixture *f, gconstpointer data)
{
  g_autofree char *marked = g_build_filename (f->folder, "desk.db.marked", NULL);
  for (guint other = 0; other < 2; other++) {
    if (other) {
      g_assert_true (g_file_set_contents (marked, "0.0", -1, NULL));
      att_store_tell_async (att_desk_get_store (f->desk), forget_topics, NULL, NULL, NULL, answer_cb, f);
      g_autoptr (GAsyncResult) forgotten = wait_for (f);
      att_store_finish (att_desk_get_store (f->desk), forgotten, NULL);
    }
    att_desk_close (f->desk);
    g_object_unref (f->desk);
    f->desk = att_desk_open (f->folder, NULL);
    att_desk_start (f->desk);
    guint n_done, n_all;
    att_desk_get_marking (f->desk, &n_done, &n_all);
    g_assert_cmpint (n_all > 0, ==, other);
    for (; n_all > 0; att_desk_get_marking (f->desk, &n_done, &n_all))
      g_main_context_iteration (NULL, TRUE);
  }
  att_store_ask_async (att_desk_get_store (f->desk), count_evidence, NULL, NULL, NULL, NULL, answer_cb, f);
  g_autoptr (GAsyncResult) counted = wait_for (f);
  g_assert_cmpint (GPOINTER_TO_INT (att_store_finish (att_desk_get_store (f->desk), counted, NULL)), >, 100);
}

static AttArticle *
read_text (const AttLexicon *lexicon)
{
  AttArticle *article = att_article_new ();
  article->text = g_strdup ("The ministers of Russia and China met in Geneva on Monday. Moscow said that sanctions on Russian oil would not change its policy. "
                            "The European Union extended its sanctions, and the Kremlin warned NATO of an answer. Talks on arms control will go on, officials in Washington said.");
  att_analyse (lexicon, article);
  return article;
}

/* Every shipped topic that is saved as it is marks the same stories as before, and as surely: what was learned of its words comes along. */
static void
test_unchanged (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *own = g_build_filename (f->folder, "copies", NULL);
  g_autoptr (AttLexicon) shipped = att_lexicon_new (NULL, &error);
  g_assert_cmpint (g_mkdir (own, 0700), ==, 0);
  for (guint i = 0; i < shipped->themes->len; i++) {
    g_autoptr (AttTopic) topic = att_own_topics_shipped (g_array_index (shipped->themes, AttTheme, i).id);
    g_assert_true (att_own_topics_save (own, shipped, topic, &error));
  }
  g_autoptr (AttLexicon) copied = att_lexicon_new (own, &error);
  g_assert_no_error (error);
  g_autoptr (AttArticle) a = read_text (shipped), b = read_text (copied);
  g_assert_cmpuint (a->mentions->len, ==, b->mentions->len);
  for (guint i = 0; i < a->mentions->len; i++) {
    const AttMention *x = g_ptr_array_index (a->mentions, i), *y = g_ptr_array_index (b->mentions, i);
    g_assert_cmpstr (x->name, ==, y->name);
    g_assert_cmpfloat_with_epsilon (x->score, y->score, 0.01);
  }
}

/* Topics of one's own take no mark off others, nor make one surer or less so, however often their words stand there. */
static void
test_beside (Fixture *f, gconstpointer data)
{
  static const char *const TERMS[] = { "ministers", "policy", "officials", "Geneva" };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (f->folder, "more", NULL);
  g_autoptr (AttLexicon) shipped = att_lexicon_new (NULL, &error);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (TERMS); i++) {
    g_autoptr (AttTopic) topic = att_topic_new (NULL, TERMS[i], 0.5);
    att_topic_add_text (topic, TERMS[i]);
    g_assert_true (att_own_topics_save (folder, shipped, topic, &error));
  }
  g_autoptr (AttLexicon) more = att_lexicon_new (folder, &error);
  g_assert_no_error (error);
  g_autoptr (AttArticle) a = read_text (shipped), b = read_text (more);
  guint n_own = 0;
  for (guint i = 0, k = 0; k < b->mentions->len; k++) {
    const AttMention *y = g_ptr_array_index (b->mentions, k);
    if (y->kind == ATT_TOPIC_THEME && g_str_has_prefix (y->name, "my-")) {
      n_own++;
      continue;
    }
    const AttMention *x = g_ptr_array_index (a->mentions, i++);
    g_assert_cmpstr (x->name, ==, y->name);
    g_assert_cmpfloat (x->score, ==, y->score);
  }
  g_assert_cmpuint (n_own, >, 0);
  g_assert_cmpuint (b->mentions->len, ==, a->mentions->len + n_own);
}

/* A shipped topic changed is one's own, and as shipped again once that is taken away. */
static void
test_shipped (Fixture *f, gconstpointer data)
{
  g_autoptr (AttTopicState) shipped = state_of (f, "taiwan");
  g_assert_true (shipped->shipped && !shipped->own);
  g_assert_cmpuint (shipped->topic->terms->len, >, 20);
  g_autoptr (AttTopicPreview) same = preview (f, shipped->topic);
  g_assert_cmpuint (same->n_now, >, 5);
  g_assert_cmpuint (same->n_in + same->n_out, ==, 0);   /* the same terms and the same threshold mean the same */
  g_autoptr (AttTopic) changed = att_topic_new ("taiwan", "The Strait", 0.5);
  att_topic_add_text (changed, "no such words anywhere");
  teach (f, changed, NULL);
  g_autoptr (AttTopicState) own = state_of (f, "taiwan");
  g_assert_true (own->shipped && own->own);
  g_assert_cmpstr (own->topic->label, ==, "The Strait");
  g_assert_cmpuint (own->topic->terms->len, ==, 1);
  g_autoptr (AttTopicPreview) none = preview (f, changed);
  g_assert_cmpuint (none->n_now, ==, 0);
  teach (f, NULL, "taiwan");
  g_autoptr (AttTopicState) again = state_of (f, "taiwan");
  g_assert_false (again->own);
  g_autoptr (AttTopicPreview) back = preview (f, again->topic);
  g_assert_cmpuint (back->n_now, ==, same->n_now);
}

/* Without what must be there it is about nothing, however much else speaks of it. */
static void
test_required (Fixture *f, gconstpointer data)
{
  g_autoptr (AttTopic) topic = att_topic_new (NULL, "Air defence", 0.5);
  att_topic_add_text (topic, "air defence");
  g_autoptr (AttTopicPreview) all = preview (f, topic);
  att_topic_add_text (topic, "+Estonian");
  g_autoptr (AttTopicPreview) some = preview (f, topic);
  g_assert_cmpuint (some->n_then, >, 0);
  g_assert_cmpuint (some->n_then, <, all->n_then);
  for (guint i = 0; i < some->stories->len; i++)
    g_assert_nonnull (((AttTopicStory *) g_ptr_array_index (some->stories, i))->source);
}

/* What was given away is what comes back, and is told before it is taken. */
static void
test_files (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttTopic) topic = att_topic_new (NULL, "Air defence", 0.7);
  att_topic_add_text (topic, "air defence");
  att_topic_add_text (topic, "-football");
  att_topic_add_text (topic, "+missile");
  teach (f, topic, NULL);
  char *text = att_desk_export_topics (f->desk);
  g_autoptr (GBytes) file = g_bytes_new_take (text, strlen (text));
  teach (f, NULL, topic->id);
  g_autoptr (GPtrArray) offers = att_desk_read_topics (f->desk, file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (offers->len, ==, 1);
  const AttTopicOffer *offer = g_ptr_array_index (offers, 0);
  g_assert_cmpuint (offer->n_terms, ==, 3);
  g_assert_false (offer->known);
  att_desk_import_topics_async (f->desk, file, answer_cb, f);
  g_autoptr (GAsyncResult) result = wait_for (f);
  g_assert_true (att_desk_teach_finish (f->desk, result, &error));
  g_autoptr (AttTopicState) state = state_of (f, topic->id);
  g_assert_cmpfloat_with_epsilon (state->topic->threshold, 0.7, 0.01);
  g_assert_cmpint (((AttTopicTerm *) g_ptr_array_index (state->topic->terms, 2))->class, ==, ATT_TERM_REQUIRED);

  g_autoptr (GBytes) wrong = g_bytes_new_static ("no\ttopics\there\tat\tall\tof\tthem\n", 30);
  g_assert_null (att_desk_read_topics (f->desk, wrong, &error));
  g_assert_nonnull (error);
}

/* A term of eight phrases is found; one of nine never could be, and is refused where it is made and where it is brought in. */
static void
test_long_terms (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) refused = NULL;
  g_autoptr (AttTopic) topic = att_topic_new (NULL, "Much at once", 0.5);
  att_topic_add_text (topic, "one + two + three + four + five + six + seven + eight");
  teach (f, topic, NULL);
  att_topic_add_text (topic, "one + two + three + four + five + six + seven + eight + nine");
  for (guint i = 0; i < 50; i++) {   /* once, what was refused was let go on another thread, now and then, and the desk never closed */
    g_autoptr (GError) error = NULL;
    att_desk_save_topic_async (f->desk, topic, answer_cb, f);
    g_autoptr (GAsyncResult) result = wait_for (f);
    g_assert_false (att_desk_teach_finish (f->desk, result, &error));
    g_assert_error (error, ATT_ERROR, ATT_ERROR_USAGE);
    g_assert_nonnull (strstr (error->message, "the most is 8"));
  }

  g_autoptr (GBytes) file = g_bytes_new_static ("much\tMuch\town\nmuch\ta + b + c + d + e + f + g + h + i\tstrong\t\town\n", 65);
  g_assert_null (att_desk_read_topics (f->desk, file, &refused));
  g_assert_error (refused, ATT_ERROR, ATT_ERROR_USAGE);
}

/* A topic that is saved while a feed's answer is being read is found in it. */
static void
test_meanwhile (Fixture *f, gconstpointer data)
{
  static const char FEED[] = "<rss version='2.0'><channel><title>T</title><item><guid isPermaLink='false'>1</guid><title>Ministers agree on air defence</title>"
                             "<description>The ministers of Germany and Poland agreed on Monday that air defence is what the countries of the region want. More air defence is to come before the end of the year, they said.</description></item></channel></rss>";
  g_autoptr (GError) error = NULL;
  g_autoptr (AttTopic) topic = att_topic_new (NULL, "Air defence", 0.5);
  g_autoptr (AttLexicon) before = att_lexicon_new (NULL, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static (FEED, strlen (FEED));
  att_topic_add_text (topic, "air defence");
  teach (f, topic, NULL);
  AttLexicon *now = before;
  AttAnswer answer = { .bytes = bytes, .url = (char *) "https://wire.example/feed" };
  att_read_async (&now, &answer, answer_cb, f);
  now = (AttLexicon *) att_desk_get_lexicon (f->desk);
  g_autoptr (GAsyncResult) result = wait_for (f);
  g_autoptr (AttEdition) edition = att_read_finish (result, &error);
  g_assert_no_error (error);
  const AttArticle *article = g_ptr_array_index (edition->articles, 0);
  gboolean found = FALSE;
  for (guint i = 0; i < article->mentions->len; i++)
    found |= strcmp (((AttMention *) g_ptr_array_index (article->mentions, i))->label, "Air defence") == 0;
  g_assert_true (found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/topics/many-hands", test_many_hands);
  g_test_add_func ("/topics/unreadable", test_unreadable);
  ADD ("/topics/from-elsewhere", test_from_elsewhere);
  ADD ("/topics/interrupted", test_interrupted);
  ADD ("/topics/edition", test_edition);
  ADD ("/topics/meanwhile", test_meanwhile);
  ADD ("/topics/unchanged", test_unchanged);
  ADD ("/topics/beside", test_beside);
  ADD ("/topics/preview", test_preview);
  ADD ("/topics/preview-french", test_preview_french);
  ADD ("/topics/shipped", test_shipped);
  ADD ("/topics/required", test_required);
  ADD ("/topics/files", test_files);
  ADD ("/topics/long-terms", test_long_terms);
  return g_test_run ();
}
