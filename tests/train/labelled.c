/* labelled.c: articles somebody has judged, as the trainer reads them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "labelled.h"

#include "base/date.h"
#include "base/text.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#define BRIEF 60   /* words */

static void
labelled_free (gpointer data)
{
  AttLabelled *self = data;
  att_article_unref (self->article);
  g_hash_table_unref (self->topics);
  g_hash_table_unref (self->evidence);
  for (guint i = 0; i < self->quotes->len; i++)
    g_free (g_array_index (self->quotes, AttLabelledQuote, i).speaker);
  g_array_unref (self->quotes);
  g_free (self);
}

static void
read_quotes (AttLabelled *self, JsonObject *object, JsonArray *paragraphs)
{
  JsonArray *quotes = json_object_get_array_member (object, "quotes");
  JsonObject *speakers = json_object_get_object_member (object, "speakers");
  for (guint i = 0; i < json_array_get_length (quotes); i++) {
    JsonObject *q = json_array_get_object_element (quotes, i);
    guint par = json_object_get_int_member (q, "par"), before = 0;
    for (guint k = 0; k < par; k++)
      before += strlen (json_array_get_string_element (paragraphs, k)) + 2;
    const char *p = json_array_get_string_element (paragraphs, par);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    AttLabelledQuote quote = { before + (g_utf8_offset_to_pointer (p, json_object_get_int_member (q, "start")) - p),
                               before + (g_utf8_offset_to_pointer (p, json_object_get_int_member (q, "end")) - p), NULL };
    if (json_object_has_member (speakers, number))
      quote.speaker = g_strdup (json_object_get_string_member (speakers, number));
    g_array_append_val (self->quotes, quote);
  }
}

static void
read_evidence (AttLabelled *self, JsonObject *evidence)
{
  self->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GList) ids = json_object_get_members (evidence);
  for (GList *l = ids; l; l = l->next) {
    JsonArray *numbers = json_object_get_array_member (evidence, l->data);
    GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < json_array_get_length (numbers); i++) {
      guint paragraph = json_array_get_int_element (numbers, i);
      g_array_append_val (paragraphs, paragraph);
    }
    g_hash_table_insert (self->evidence, g_strdup (l->data), paragraphs);
  }
}

static gboolean
is_brief (const AttArticle *article)
{
  g_auto (GStrv) title = g_strsplit_set (article->title, " \n", -1), text = g_strsplit_set (article->text, " \n", -1);
  return g_strv_length (title) + g_strv_length (text) < BRIEF;
}

static AttLabelled *
read_article (JsonObject *object)
{
  AttLabelled *self = g_new0 (AttLabelled, 1);
  self->article = att_article_new ();
  self->article->title = g_strdup (json_object_get_string_member (object, "title"));
  const char *date = json_object_get_string_member_with_default (object, "date", NULL);
  if (!att_date_parse (date ? date : "", &self->article->published))
    self->article->published = 0;
  JsonArray *paragraphs = json_object_get_array_member (object, "paragraphs");
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (paragraphs); i++)
    g_string_append_printf (text, "%s%s", i ? "\n\n" : "", json_array_get_string_element (paragraphs, i));
  self->article->text = g_string_free (text, FALSE);
  self->brief = is_brief (self->article);
  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonObject *topics = json_object_get_object_member (object, "topics");
  g_autoptr (GList) ids = json_object_get_members (topics);
  for (GList *l = ids; l; l = l->next)
    g_hash_table_insert (self->topics, g_strdup (l->data), GUINT_TO_POINTER (json_object_get_int_member (topics, l->data)));
  read_evidence (self, json_object_get_object_member (object, "evidence"));
  self->quotes = g_array_new (FALSE, FALSE, sizeof (AttLabelledQuote));
  read_quotes (self, object, paragraphs);
  return self;
}

void
att_labelled_each (char **paths, void (*take) (gpointer data, JsonObject *object), gpointer data)
{
  for (guint i = 0; paths[i]; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;
    if (!g_file_get_contents (paths[i], &text, NULL, &error)) {
      g_printerr ("train: %s\n", error->message);
      exit (1);
    }
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    for (guint k = 0; lines[k]; k++) {
      g_autoptr (JsonParser) parser = json_parser_new ();
      if (*lines[k] == '\0')
        continue;
      if (!json_parser_load_from_data (parser, lines[k], -1, NULL) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser))) {
        g_printerr ("train: %s:%u is no label\n", paths[i], k + 1);
        exit (1);
      }
      take (data, json_node_get_object (json_parser_get_root (parser)));
    }
  }
}

typedef struct { GPtrArray *all; guint n_folds; } Deal;

static void
deal (gpointer data, JsonObject *object)
{
  Deal *to = data;
  AttLabelled *one = read_article (object);
  one->fold = to->all->len % to->n_folds;
  g_ptr_array_add (to->all, one);
}

GPtrArray *
att_labelled_read (char **paths, guint n_folds)
{
  Deal to = { g_ptr_array_new_with_free_func (labelled_free), n_folds };
  att_labelled_each (paths, deal, &to);
  return to.all;
}

static gboolean
is_title (const char *word)
{
  static const char *const TITLES[] = { "mr", "mrs", "ms", "dr", "sir", "president", "minister", "prime", "secretary", "foreign", "gen", "general", "sen", "senator", "rep", "king",
                                        "queen", "pope", "prince", "the", "a", "an", "of", "former", "us", "u", "s", NULL };
  return g_strv_contains (TITLES, word);
}

static GPtrArray *
words_of (const char *name)
{
  g_autofree char *folded = att_text_fold (name);
  g_strcanon (folded, "abcdefghijklmnopqrstuvwxyz0123456789", ' ');
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free), *every = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; words[i]; i++)
    if (*words[i]) {
      g_ptr_array_add (every, g_strdup (words[i]));
      if (!is_title (words[i]))
        g_ptr_array_add (kept, g_strdup (words[i]));
    }
  if (kept->len == 0) {
    g_ptr_array_unref (kept);
    return every;
  }
  g_ptr_array_unref (every);
  return kept;
}

static gboolean
has_all (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < b->len; i++)
    if (!g_ptr_array_find_with_equal_func ((GPtrArray *) a, b->pdata[i], g_str_equal, NULL))
      return FALSE;
  return TRUE;
}

gboolean
att_labelled_same_name (const char *a, const char *b)
{
  g_autoptr (GPtrArray) x = words_of (a), y = words_of (b);
  if (x->len == 0 || y->len == 0)
    return FALSE;
  if (has_all (x, y) || has_all (y, x))
    return TRUE;
  const char *first = x->pdata[0], *other = y->pdata[0];
  return strcmp (x->pdata[x->len - 1], y->pdata[y->len - 1]) == 0 && first[0] == other[0] && MIN (x->len, y->len) > 1;
}

const AttLabelledQuote *
att_labelled_quote (const AttLabelled *self, const AttSpan *span)
{
  for (guint i = 0; i < self->quotes->len; i++) {
    const AttLabelledQuote *q = &g_array_index (self->quotes, AttLabelledQuote, i);
    gint64 over = (gint64) MIN (q->end, span->end) - MAX (q->start, span->start);
    if (q->speaker && over > 0 && over * 10 >= 8 * (gint64) (q->end - q->start))
      return q;
  }
  return NULL;
}
