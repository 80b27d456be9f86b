/* train-words.c: which words speak for a topic, whatever its terms say.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "train-words.h"

#include "minimise.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

#define MIN_TEXTS 3        /* a word of fewer tells nothing */
#define MAX_SHARE 0.4      /* nor does one of most of them */
#define KEPT 400           /* words a line */
#define STEPS 30
#define PENALTY 0.2        /* on the sum over all texts */
#define FEW 10.0           /* so many texts on a line's side are worth one half */

typedef struct { guint32 word; float value; } Cell;
typedef struct { char *text; guint texts; guint32 index; } Word;
typedef struct { GArray *cells; guint article, paragraph; } Text;   /* of Cell */

struct _AttWordTrainer {
  const AttLexicon *lexicon;
  const GPtrArray *articles;
  AttWordsOf of;
  guint n_lines;           /* topics, and of articles one more: any */
  GHashTable *words;       /* hash to Word */
  GPtrArray *kept;         /* of Word, by index */
  GArray *texts;           /* of Text */
  double *weights;         /* lines by words, each with where it starts behind them */
};

/* One line, and the texts it is learned from. */
typedef struct {
  const AttWordTrainer *self;
  guint n_words;
  const gint8 *yes;        /* of each text; -1: not looked at */
  double balance[2];       /* what those that are not and those that are weigh */
} Lesson;

static void
word_free (gpointer data)
{
  g_free (((Word *) data)->text);
  g_free (data);
}

static void
text_clear (gpointer data)
{
  g_array_unref (((Text *) data)->cells);
}

/* A word stands in a text: once more, or for the first time. */
static void
note_word (AttWordTrainer *self, const AttReading *reading, guint i, GHashTable *counts)
{
  const AttWord *w = att_reading_word (reading, i);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (w->hash)));
  g_hash_table_insert (counts, GUINT_TO_POINTER (w->hash), GUINT_TO_POINTER (n + 1));
  if (n > 0)
    return;
  Word *word = g_hash_table_lookup (self->words, GUINT_TO_POINTER (w->hash));
  if (word == NULL) {
    g_autofree char *written = g_strndup (att_reading_zone_of (reading, i) + w->start, w->end - w->start);
    word = g_new0 (Word, 1);
    word->text = att_text_fold (written);
    g_hash_table_insert (self->words, GUINT_TO_POINTER (w->hash), word);
  }
  word->texts++;
}

/* The words of a run as cells: word is its hash until all texts are known. */
static void
add_text (AttWordTrainer *self, guint article, guint paragraph, const AttReading *reading, guint from, guint to)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint n = 0;
  for (guint i = from; i < to; i++)
    if (att_topic_words_takes (att_reading_word (reading, i))) {
      note_word (self, reading, i, counts);
      n++;
    }
  Text text = { g_array_sized_new (FALSE, FALSE, sizeof (Cell), g_hash_table_size (counts)), article, paragraph };
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    double damped = self->of == ATT_WORDS_OF_ARTICLES ? att_topic_words_damped (GPOINTER_TO_UINT (value)) : 1;
    Cell cell = { GPOINTER_TO_UINT (key), damped * att_topic_words_scale (n) };
    g_array_append_val (text.cells, cell);
  }
  g_array_append_val (self->texts, text);
}

static void
add_article (AttWordTrainer *self, guint index)
{
  const AttArticle *article = ((AttLabelled *) self->articles->pdata[index])->article;
  g_autoptr (AttReading) reading = att_reading_new (article->title, article->text);
  const GArray *sentences = reading->sentences;
  if (self->of == ATT_WORDS_OF_ARTICLES) {
    add_text (self, index, 0, reading, 0, reading->words->len);
    return;
  }
  for (guint i = 0; i < sentences->len;) {
    const AttSentence *first = &g_array_index (sentences, AttSentence, i);
    guint end;
    i = att_reading_paragraph_end (reading, i, &end);
    add_text (self, index, first->paragraph, reading, first->first_word, end);
  }
}

static double
rarity_of (const AttWordTrainer *self, const Word *word)
{
  return log ((double) self->texts->len / word->texts) + 1;
}

static void
keep_words (AttWordTrainer *self)
{
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    Word *word = value;
    word->index = G_MAXUINT32;
    if (word->texts < MIN_TEXTS || word->texts > MAX_SHARE * self->texts->len)
      continue;
    word->index = self->kept->len;
    g_ptr_array_add (self->kept, word);
  }
  for (guint i = 0; i < self->texts->len; i++) {
    GArray *cells = g_array_index (self->texts, Text, i).cells;
    guint kept = 0;
    for (guint k = 0; k < cells->len; k++) {
      Cell cell = g_array_index (cells, Cell, k);
      const Word *word = g_hash_table_lookup (self->words, GUINT_TO_POINTER (cell.word));
      if (word->index == G_MAXUINT32)
        continue;
      g_array_index (cells, Cell, kept++) = (Cell) { word->index, cell.value * rarity_of (self, word) };
    }
    g_array_set_size (cells, kept);
  }
}

AttWordTrainer *
att_word_trainer_new (const AttLexicon *lexicon, const GPtrArray *articles, AttWordsOf of)
{
  AttWordTrainer *self = g_new0 (AttWordTrainer, 1);
  self->lexicon = lexicon;
  self->articles = articles;
  self->of = of;
  self->n_lines = lexicon->themes->len + (of == ATT_WORDS_OF_ARTICLES);
  self->words = g_hash_table_new_full (NULL, NULL, NULL, word_free);
  self->kept = g_ptr_array_new ();
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, text_clear);
  for (guint i = 0; i < articles->len; i++)
    add_article (self, i);
  keep_words (self);
  self->weights = g_new0 (double, self->n_lines * (gsize) (self->kept->len + 1));
  return self;
}

void
att_word_trainer_free (AttWordTrainer *self)
{
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->kept);
  g_array_unref (self->texts);
  g_free (self->weights);
  g_free (self);
}

static double
sum_of (const Text *text, const double *weights, guint n_words)
{
  double sum = weights[n_words];
  for (guint i = 0; i < text->cells->len; i++) {
    const Cell *cell = &g_array_index (text->cells, Cell, i);
    sum += weights[cell->word] * cell->value;
  }
  return sum;
}

/* Whether a text is on a line's side: 1, 0, or -1 where the labels do not say. */
static gint8
side_of (const AttWordTrainer *self, const Text *text, guint line)
{
  const AttLabelled *labelled = self->articles->pdata[text->article];
  if (line == self->lexicon->themes->len)
    return g_hash_table_size (labelled->topics) > 0;
  const char *id = g_array_index (self->lexicon->themes, AttTheme, line).id;
  gboolean about = g_hash_table_contains (labelled->topics, id);
  if (self->of == ATT_WORDS_OF_ARTICLES || !about)
    return about;
  const GArray *shown = g_hash_table_lookup (labelled->evidence, id);
  for (guint i = 0; shown && i < shown->len; i++)
    if (g_array_index (shown, guint, i) == text->paragraph)
      return 1;
  return -1;
}

static double
loss (gpointer data, const double *weights, double *gradient)
{
  const Lesson *lesson = data;
  double sum = 0;
  for (guint k = 0; k < lesson->n_words; k++) {
    gradient[k] = PENALTY * weights[k];
    sum += PENALTY * weights[k] * weights[k] / 2;
  }
  gradient[lesson->n_words] = 0;
  for (guint i = 0; i < lesson->self->texts->len; i++) {
    if (lesson->yes[i] < 0)
      continue;
    const Text *text = &g_array_index (lesson->self->texts, Text, i);
    gboolean yes = lesson->yes[i];
    double score = sum_of (text, weights, lesson->n_words), share = 1 / (1 + exp (-score)), wrong = (share - yes) * lesson->balance[yes];
    sum -= lesson->balance[yes] * log (MAX (yes ? share : 1 - share, 1e-12));
    gradient[lesson->n_words] += wrong;
    for (guint k = 0; k < text->cells->len; k++) {
      const Cell *cell = &g_array_index (text->cells, Cell, k);
      gradient[cell->word] += wrong * cell->value;
    }
  }
  return sum;
}

static int
by_size (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *weights = data;
  double x = fabs (weights[*(const guint *) a]), y = fabs (weights[*(const guint *) b]);
  return x > y ? -1 : x < y;
}

static void
prune (const AttWordTrainer *self, double *weights)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->kept->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, by_size, weights);
  for (guint i = KEPT; i < order->len; i++)
    weights[g_array_index (order, guint, i)] = 0;
}

static void
fit (AttWordTrainer *self, guint line, guint left_out, guint also)
{
  guint n = self->kept->len, sides[2] = { 0 };
  double *weights = self->weights + (gsize) line * (n + 1);
  g_autofree gint8 *yes = g_new (gint8, self->texts->len);
  for (guint i = 0; i < self->texts->len; i++) {
    const Text *text = &g_array_index (self->texts, Text, i);
    guint fold = ((AttLabelled *) self->articles->pdata[text->article])->fold;
    yes[i] = fold == left_out || fold == also ? -1 : side_of (self, text, line);
    if (yes[i] >= 0)
      sides[yes[i]]++;
  }
  memset (weights, 0, (n + 1) * sizeof *weights);
  weights[n] = self->of == ATT_WORDS_OF_ARTICLES ? -4 : -6;
  if (sides[1] < 2)
    return;
  Lesson lesson = { self, n, yes, { 1, 1 } };
  gboolean balanced = self->of == ATT_WORDS_OF_ARTICLES && line < self->lexicon->themes->len;
  for (guint side = 0; side < 2 && balanced; side++)
    lesson.balance[side] = (sides[0] + sides[1]) / (2.0 * sides[side]);
  att_minimise (loss, &lesson, weights, n + 1, STEPS);
  prune (self, weights);
  for (guint k = 0; k <= n; k++)   /* what a handful of texts taught is worth less, for and against */
    weights[k] *= sides[1] / (sides[1] + FEW);
}

typedef struct { AttWordTrainer *self; guint left_out, also; } Round;

static void
fit_one (gpointer line, gpointer data)
{
  const Round *round = data;
  fit (round->self, GPOINTER_TO_UINT (line) - 1, round->left_out, round->also);
}

/* All lines, on all processors: none looks at another. */
static void
fit_all (AttWordTrainer *self, guint left_out, guint also)
{
  Round round = { self, left_out, also };
  GThreadPool *pool = g_thread_pool_new (fit_one, &round, g_get_num_processors (), TRUE, NULL);
  for (guint line = 0; line < self->n_lines; line++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (line + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

void
att_word_trainer_lean (AttWordTrainer *self, guint left_out, guint also, AttTopicLean *leans, double *across)
{
  guint n_themes = self->lexicon->themes->len;
  fit_all (self, left_out, also);
  for (guint i = 0; i < self->texts->len; i++) {
    const Text *text = &g_array_index (self->texts, Text, i);
    if (((AttLabelled *) self->articles->pdata[text->article])->fold != left_out)
      continue;
    for (guint line = 0; line < self->n_lines; line++) {
      double lean = sum_of (text, self->weights + (gsize) line * (self->kept->len + 1), self->kept->len);
      AttTopicLean *to = &leans[(gsize) text->article * n_themes + MIN (line, n_themes - 1)];
      if (self->of == ATT_WORDS_OF_PARAGRAPHS)
        att_topic_lean_add (to, text->paragraph, lean);
      else
        *(line == n_themes ? &across[text->article] : &to->whole) = CLAMP (lean, -ATT_LEAN_LIMIT, ATT_LEAN_LIMIT);
    }
  }
}

void
att_word_trainer_write (AttWordTrainer *self, GString *out)
{
  fit_all (self, G_MAXUINT, G_MAXUINT);
  for (guint line = 0; line < self->n_lines; line++) {
    const double *weights = self->weights + (gsize) line * (self->kept->len + 1);
    const char *id = line == self->lexicon->themes->len ? "across" : g_array_index (self->lexicon->themes, AttTheme, line).id;
    const char *of = self->of == ATT_WORDS_OF_PARAGRAPHS ? "/paragraph" : "";
    g_string_append_printf (out, "%s%s\t\t%.3f\n", id, of, weights[self->kept->len]);
    for (guint i = 0; i < self->kept->len; i++) {
      const Word *word = self->kept->pdata[i];
      if (weights[i] != 0)
        g_string_append_printf (out, "%s%s\t%s\t%.2f\n", id, of, word->text, weights[i] * rarity_of (self, word));
    }
  }
}
