/* test-promotion.c: what an outlet puts into every article is no part of one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk/promotion.h"

static AttArticle *
story (gint64 id, const char *text, const char *shapes)
{
  AttArticle *article = att_article_new ();
  article->id = id;
  article->text = g_strdup (text);
  article->shapes = g_strdup (shapes);
  article->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) att_picture_free);
  return article;
}

static GPtrArray *
stories (AttArticle *one, AttArticle *two)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) att_article_unref);
  g_ptr_array_add (all, one);
  g_ptr_array_add (all, two);
  return all;
}

static void
test_in_three (void)
{
  g_autoptr (AttArticle) article = story (3, "The talks end.\n\nFollow us everywhere.\n\nNobody signed.\n\nA third says so.", "phpl");
  g_autoptr (GPtrArray) beside = stories (story (1, "Harbour dues rise.\n\nFollow us everywhere.\n\nOwners protest.", "php"),
                                          story (2, "An envoy leaves.\n\nHe says little.\n\nFollow us everywhere.", "pph"));
  att_pictures_add (article->pictures, 1, "https://wire.example/1.jpg", NULL);
  att_pictures_add (article->pictures, 3, "https://wire.example/2.jpg", NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) mended = att_promotion_remove (article, beside, known);
  g_assert_cmpstr (article->text, ==, "The talks end.\n\nNobody signed.\n\nA third says so.");
  g_assert_cmpstr (article->shapes, ==, "ppl");
  g_assert_cmpuint (((AttPicture *) g_ptr_array_index (article->pictures, 0))->paragraph, ==, 1);
  g_assert_cmpuint (((AttPicture *) g_ptr_array_index (article->pictures, 1))->paragraph, ==, 2);
  g_assert_cmpuint (mended->len, ==, 2);
  g_assert_cmpstr (((AttArticle *) g_ptr_array_index (mended, 1))->text, ==, "An envoy leaves.\n\nHe says little.");
}

static void
test_in_two (void)
{
  g_autoptr (AttArticle) article = story (3, "The talks end.\n\nFollow us everywhere.\n\nNobody signed.", "ppp");
  g_autoptr (GPtrArray) beside = stories (story (1, "Harbour dues rise.\n\nFollow us everywhere.\n\nOwners protest.", "ppp"), story (2, "An envoy leaves.", "p"));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) mended = att_promotion_remove (article, beside, known);
  g_assert_nonnull (g_strstr_len (article->text, -1, "Follow us"));
  g_assert_cmpuint (mended->len, ==, 0);
}

/* What was found out once is promotion of the next article as well, though nobody shows it any more. */
static void
test_known (void)
{
  g_autoptr (AttArticle) article = story (4, "A minister resigns.\n\nFollow us everywhere.\n\nShe gave no reason.", "ppp");
  g_autoptr (GPtrArray) beside = stories (story (1, "Harbour dues rise.", "p"), story (2, "An envoy leaves.", "p"));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (known, g_strdup ("Follow us everywhere."));
  g_autoptr (GPtrArray) mended = att_promotion_remove (article, beside, known);
  g_assert_cmpstr (article->text, ==, "A minister resigns.\n\nShe gave no reason.");
  g_assert_cmpuint (mended->len, ==, 0);
}

/* A report told three times over, a little longer each time, is not its own promotion. */
static void
test_one_story (void)
{
  g_autoptr (AttArticle) article = story (3, "The talks end.\n\nNobody signed.\n\nThe envoy left at noon.\n\nHe said nothing.", "pppp");
  g_autoptr (GPtrArray) beside = stories (story (1, "The talks end.\n\nNobody signed.", "pp"), story (2, "The talks end.\n\nNobody signed.\n\nThe envoy left at noon.", "ppp"));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) mended = att_promotion_remove (article, beside, known);
  g_assert_nonnull (g_strstr_len (article->text, -1, "Nobody signed"));
  g_assert_cmpuint (mended->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/promotion/in-three", test_in_three);
  g_test_add_func ("/promotion/in-two", test_in_two);
  g_test_add_func ("/promotion/known", test_known);
  g_test_add_func ("/promotion/one-story", test_one_story);
  return g_test_run ();
}
