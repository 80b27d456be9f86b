/* promotion.c: what an outlet puts into every article, told from the article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/promotion.h"

#include <string.h>

#define OTHERS 2             /* other articles that have the paragraph too */
#define MAX_LENGTH 600       /* bytes: nobody advertises at greater length */
#define ALIKE 0.34           /* of the paragraphs: so much in common is one story */

/* The paragraphs of a text, each once, as a set of strings. */
static GHashTable *
paragraphs_of (const AttArticle *article)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) all = g_strsplit (article->text ? article->text : "", "\n\n", -1);
  for (guint i = 0; all[i]; i++)
    g_hash_table_add (set, g_strdup (all[i]));
  return set;
}

static guint
count_shared (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer text;
  guint n = 0;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    n += g_hash_table_contains (b, text);
  return n;
}

/* Those of the article's paragraphs that stand in enough of the others become known. */
static void
find_promotion (GHashTable *own, GPtrArray *sets, GHashTable *known)
{
  GHashTableIter iter;
  gpointer text;
  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &text, NULL)) {
    guint n = 0;
    for (guint i = 0; i < sets->len && n < OTHERS; i++)
      n += g_hash_table_contains (g_ptr_array_index (sets, i), text);
    if (n >= OTHERS && strlen (text) <= MAX_LENGTH)
      g_hash_table_add (known, g_strdup (text));
  }
}

/* Pictures before a paragraph that goes stand before the next one then. */
static void
move_pictures (AttArticle *article, guint gone)
{
  for (guint i = 0; article->pictures && i < article->pictures->len; i++) {
    AttPicture *picture = g_ptr_array_index (article->pictures, i);
    picture->paragraph -= picture->paragraph > gone;
  }
}

static gboolean
strip (AttArticle *article, GHashTable *promotion)
{
  g_auto (GStrv) all = g_strsplit (article->text ? article->text : "", "\n\n", -1);
  gboolean shaped = article->shapes && strlen (article->shapes) == g_strv_length (all);
  GString *text = g_string_new (NULL), *shapes = g_string_new (NULL);
  guint n_kept = 0, n_gone = 0;
  for (guint i = 0; all[i]; i++)
    n_gone += g_hash_table_contains (promotion, all[i]);
  gboolean any = n_gone > 0 && n_gone < g_strv_length (all);
  for (guint i = 0; any && all[i]; i++) {
    if (g_hash_table_contains (promotion, all[i])) {
      move_pictures (article, n_kept);
      continue;
    }
    n_kept++;
    g_string_append_printf (text, "%s%s", text->len ? "\n\n" : "", all[i]);
    if (shaped)
      g_string_append_c (shapes, article->shapes[i]);
  }
  if (any) {
    g_free (article->text);
    article->text = g_strdup (text->str);
    g_free (article->shapes);
    article->shapes = shaped ? g_strdup (shapes->str) : NULL;
  }
  g_string_free (text, TRUE);
  g_string_free (shapes, TRUE);
  return any;
}

GPtrArray *
att_promotion_remove (AttArticle *article, const GPtrArray *beside, GHashTable *known)
{
  GPtrArray *mended = g_ptr_array_new_with_free_func ((GDestroyNotify) att_article_unref);
  g_autoptr (GHashTable) own = paragraphs_of (article);
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  for (guint i = 0; beside && i < beside->len; i++) {
    g_autoptr (GHashTable) set = paragraphs_of (g_ptr_array_index (beside, i));
    if (count_shared (own, set) > ALIKE * g_hash_table_size (own))
      continue;
    g_ptr_array_add (sets, g_steal_pointer (&set));
    g_ptr_array_add (others, g_ptr_array_index (beside, i));
  }
  find_promotion (own, sets, known);
  if (g_hash_table_size (known) == 0)
    return mended;
  strip (article, known);
  for (guint i = 0; i < others->len; i++)
    if (strip (g_ptr_array_index (others, i), known))
      g_ptr_array_add (mended, att_article_ref (g_ptr_array_index (others, i)));
  return mended;
}
