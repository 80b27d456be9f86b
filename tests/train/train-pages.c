/* train-pages.c: which blocks of a page are its article, learned from labelled pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "train.h"

#include "base/charset.h"
#include "forest.h"
#include "page/linked-data.h"
#include "page/metadata.h"
#include "page/shingles.h"
#include "page/signs.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define N_TREES 200
#define EPOCHS 14
#define RATE 0.06
#define PENALTY 1e-5
#define MIN_DOMAINS 4        /* a sign fewer sites have is theirs, not a kind */
#define MIN_WEIGHT 0.04
#define RUN 4                /* words by which a text is found in the gold text */

typedef enum { NO, YES, UNKNOWN } Verdict;

typedef struct {
  char   *id;
  guint   fold, domain;
  guint   first, n;          /* its blocks among all */
  AttLayout *layout;         /* without its tree */
  float  *traits;
} Page;

typedef struct { guint32 domains[MIN_DOMAINS]; guint n_domains; guint32 id; char *spelled; } Known;

typedef struct {
  GArray *pages;             /* of Page */
  GArray *verdicts;          /* of guint8, a block */
  GArray *weights;           /* of float */
  GArray *signs, *offsets;   /* of guint32: hashes, then ids, of all blocks; where a block's begin */
  GHashTable *known;         /* hash of a sign to Known */
  GHashTable *spelling;      /* hash of a word to it */
  guint n_signs;
} Corpus;

static guint32
run_hash (const guint32 *words, guint n)
{
  guint32 hash = 17;
  for (guint i = 0; i < n; i++)
    hash = hash * 31 + words[i];
  return hash | 1;
}

static GHashTable *
runs_of (const char *text, guint run)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  att_words_append (words, text, strlen (text));
  for (guint i = 0; i + run <= words->len; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (run_hash (&g_array_index (words, guint32, i), run)));
  return set;
}

static double
share_of (GHashTable *runs, const guint32 *words, guint n, guint run)
{
  guint there = 0;
  for (guint i = 0; i + run <= n; i++)
    there += g_hash_table_contains (runs, GUINT_TO_POINTER (run_hash (words + i, run)));
  return n >= run ? (double) there / (n - run + 1) : 0;
}

static const guint32 *
tokens_of (const Page *page, guint i)
{
  return &g_array_index (page->layout->tokens, guint32, att_layout_block (page->layout, i)->token);
}

static guint
n_tokens (const Page *page, guint i)
{
  return att_layout_block (page->layout, i)->n_tokens;
}

/* Long blocks nearby that are the article's. */
static guint
sure_near (const Page *page, const guint8 *verdicts, guint i, guint reach)
{
  guint n = 0;
  for (guint k = i > reach ? i - reach : 0; k <= i + reach && k < page->n; k++)
    n += k != i && verdicts[k] == YES && n_tokens (page, k) >= RUN;
  return n;
}

static void
judge_short (const Page *page, guint8 *verdicts, const char *gold)
{
  GHashTable *runs[RUN] = { NULL, runs_of (gold, 1), runs_of (gold, 2), runs_of (gold, 3) };
  for (guint i = 0; i < page->n; i++) {
    guint n = n_tokens (page, i), near = sure_near (page, verdicts, i, 2);
    if (n == 0 || n >= RUN || share_of (runs[n], tokens_of (page, i), n, n) == 0)
      continue;
    verdicts[i] = near >= 2 || (n >= 2 && near >= 1) ? YES : NO;
  }
  for (guint n = 1; n < RUN; n++)
    g_hash_table_unref (runs[n]);
}

/* Of blocks that say the same, the one among most others of the article. */
static void
judge_twins (const Page *page, guint8 *verdicts)
{
  g_autoptr (GHashTable) best = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < page->n; i++) {
    if (verdicts[i] != YES || n_tokens (page, i) < RUN)
      continue;
    gpointer key = GUINT_TO_POINTER (run_hash (tokens_of (page, i), n_tokens (page, i)));
    guint before = GPOINTER_TO_UINT (g_hash_table_lookup (best, key));
    guint worse = i;
    if (before == 0 || sure_near (page, verdicts, i, 4) > sure_near (page, verdicts, before - 1, 4)) {
      g_hash_table_insert (best, key, GUINT_TO_POINTER (i + 1));
      worse = before - 1;
    }
    if (before)
      verdicts[worse] = NO;
  }
}

static void
judge_by_text (const Page *page, guint8 *verdicts, JsonObject *label)
{
  const char *gold = json_object_get_string_member (label, "text"), *title = json_object_get_string_member_with_default (label, "title", "");
  g_autoptr (GHashTable) runs = runs_of (gold, RUN);
  for (guint i = 0; i < page->n; i++)
    verdicts[i] = share_of (runs, tokens_of (page, i), n_tokens (page, i), RUN) >= 0.5 ? YES : NO;
  judge_short (page, verdicts, gold);
  judge_twins (page, verdicts);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  att_words_append (words, title, strlen (title));
  for (guint i = 0; i < page->n; i++)   /* the title is neither here nor there */
    if (words->len && n_tokens (page, i) == words->len && memcmp (tokens_of (page, i), words->data, words->len * sizeof (guint32)) == 0)
      verdicts[i] = UNKNOWN;
  JsonArray *optional = json_object_has_member (label, "optional") ? json_object_get_array_member (label, "optional") : NULL;
  for (guint k = 0; optional && k < json_array_get_length (optional); k++) {
    g_autoptr (GHashTable) some = runs_of (json_array_get_string_element (optional, k), RUN);
    for (guint i = 0; i < page->n; i++)
      if (share_of (some, tokens_of (page, i), n_tokens (page, i), RUN) > 0.6)
        verdicts[i] = UNKNOWN;
  }
}

static void
judge_by_strings (const Page *page, guint8 *verdicts, JsonArray *strings, Verdict verdict)
{
  for (guint k = 0; k < json_array_get_length (strings); k++) {
    g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
    const char *string = json_array_get_string_element (strings, k);
    att_words_append (words, string, strlen (string));
    for (guint i = 0; i < page->n; i++)
      for (guint at = 0; words->len && at + words->len <= n_tokens (page, i); at++)
        if (memcmp (tokens_of (page, i) + at, words->data, words->len * sizeof (guint32)) == 0)
          verdicts[i] = verdict;
  }
}

static void
spell (guint32 hash, const char *word, gsize length, gpointer data)
{
  Corpus *corpus = data;
  if (!g_hash_table_contains (corpus->spelling, GUINT_TO_POINTER (hash)))
    g_hash_table_insert (corpus->spelling, GUINT_TO_POINTER (hash), g_ascii_strdown (word, length));
}

static void
spell_page (Corpus *corpus, const AttLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    for (guint k = 0; att_layout_names[k]; k++) {
      const char *value = att_html_attribute (att_layout_box (layout, i)->node, att_layout_names[k]);
      if (value)
        att_layout_each_word (value, spell, corpus);
    }
  g_auto (GStrv) pieces = g_strsplit_set (layout->text->str, " \n\t.,:;!?()[]{}<>\"'/\\|-_*+=&%$#@~^`", -1);
  for (guint i = 0; pieces[i]; i++) {
    g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
    att_words_append (words, pieces[i], strlen (pieces[i]));
    if (words->len == 1)
      spell (g_array_index (words, guint32, 0), pieces[i], strlen (pieces[i]), corpus);
  }
}

static char *
spell_sign (const Corpus *corpus, const AttSign *sign)
{
  GString *out = g_string_new (att_sign_places[sign->place]);
  for (guint i = 0; i < sign->n; i++) {
    const char *word = g_hash_table_lookup (corpus->spelling, GUINT_TO_POINTER (sign->words[i]));
    if (word == NULL) {
      g_string_free (out, TRUE);
      return NULL;
    }
    g_string_append_printf (out, "%c%s", i ? ' ' : '\t', word);
  }
  return g_string_free (out, FALSE);
}

static void
note_sign (Corpus *corpus, const AttSign *sign, guint32 domain)
{
  guint32 hash = att_sign_hash (sign);
  Known *known = g_hash_table_lookup (corpus->known, GUINT_TO_POINTER (hash));
  if (known == NULL) {
    known = g_new0 (Known, 1);
    known->spelled = spell_sign (corpus, sign);
    g_hash_table_insert (corpus->known, GUINT_TO_POINTER (hash), known);
  }
  gboolean seen = known->n_domains == MIN_DOMAINS;
  for (guint i = 0; i < known->n_domains && !seen; i++)
    seen = known->domains[i] == domain;
  if (!seen)
    known->domains[known->n_domains++] = domain;
  g_array_append_val (corpus->signs, hash);
}

static void
note_signs (Corpus *corpus, const Page *page)
{
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (AttSign));
  guint under = G_MAXUINT;
  for (guint i = 0; i < page->n; i++) {
    g_array_set_size (signs, 0);
    under = att_signs_is_heading (page->layout, i) ? i : under;
    att_signs_of (page->layout, i, under, signs);
    for (guint k = 0; k < signs->len; k++)
      note_sign (corpus, &g_array_index (signs, AttSign, k), page->domain);
    g_array_append_val (corpus->offsets, corpus->signs->len);
  }
}

/* A long page counts more than a short one, but not by its length. */
static void
weigh_page (Corpus *corpus, const Page *page, const guint8 *verdicts)
{
  double all = 30;
  for (guint i = 0; i < page->n; i++)
    all += verdicts[i] != UNKNOWN ? log1p (MAX (n_tokens (page, i), 1)) : 0;
  for (guint i = 0; i < page->n; i++) {
    float weight = verdicts[i] != UNKNOWN ? 12 * log1p (MAX (n_tokens (page, i), 1)) / sqrt (all) : 0;
    g_array_append_val (corpus->weights, weight);
  }
}

static void
read_page (Corpus *corpus, JsonObject *label, guint n_folds)
{
  const char *file = json_object_get_string_member (label, "file"), *url = json_object_get_string_member_with_default (label, "url", "");
  g_autofree char *data = NULL;
  gsize length;
  if (!g_file_get_contents (file, &data, &length, NULL))
    g_error ("%s cannot be read; run tests/train/pages.py again", file);
  g_autofree char *declared = att_charset_declared (data, length), *html = att_charset_decode (data, length, NULL, declared, NULL);
  g_autoptr (AttHtml) doc = att_html_parse (html, strlen (html), FALSE);
  if (doc == NULL)
    return;
  g_autoptr (AttMetadata) meta = att_metadata_new (doc->root, url);
  const char *slashes = strstr (url, "//"), *host = slashes ? slashes + 2 : file;
  Page page = { g_strdup (json_object_get_string_member (label, "id")), 0, 0, corpus->verdicts->len, 0, att_layout_new (doc->root), NULL };
  AttClaims claims = att_metadata_claims (meta);
  page.traits = att_traits_new (page.layout, &claims);
  page.n = page.layout->blocks->len;
  page.fold = g_str_hash (page.id) % n_folds;
  g_autofree char *domain = g_strndup (host, strcspn (host, "/"));
  page.domain = g_str_hash (domain);
  g_autofree guint8 *verdicts = g_new (guint8, page.n + 1);
  memset (verdicts, UNKNOWN, page.n);
  if (json_object_has_member (label, "with")) {
    judge_by_strings (&page, verdicts, json_object_get_array_member (label, "without"), NO);
    judge_by_strings (&page, verdicts, json_object_get_array_member (label, "with"), YES);
  } else
    judge_by_text (&page, verdicts, label);
  g_array_append_vals (corpus->verdicts, verdicts, page.n);
  weigh_page (corpus, &page, verdicts);
  spell_page (corpus, page.layout);
  note_signs (corpus, &page);
  g_array_append_val (corpus->pages, page);
}

static Corpus *
read_corpus (char **paths, guint n_folds)
{
  Corpus *corpus = g_new0 (Corpus, 1);
  guint32 zero = 0;
  *corpus = (Corpus) { g_array_new (FALSE, FALSE, sizeof (Page)), g_array_new (FALSE, FALSE, 1), g_array_new (FALSE, FALSE, sizeof (float)), g_array_new (FALSE, FALSE, sizeof (guint32)),
                       g_array_new (FALSE, FALSE, sizeof (guint32)), g_hash_table_new (NULL, NULL), g_hash_table_new_full (NULL, NULL, NULL, g_free), 0 };
  g_array_append_val (corpus->offsets, zero);
  for (guint i = 0; paths[i]; i++) {
    g_autofree char *text = NULL;
    g_autoptr (GError) error = NULL;
    if (!g_file_get_contents (paths[i], &text, NULL, &error))
      g_error ("%s", error->message);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    for (guint k = 0; lines[k]; k++) {
      g_autoptr (JsonNode) node = *lines[k] ? json_from_string (lines[k], NULL) : NULL;
      if (node)
        read_page (corpus, json_node_get_object (node), n_folds);
    }
  }
  return corpus;
}

/* Signs that enough sites have get a number; the others become 0. */
static void
number_signs (Corpus *corpus)
{
  GHashTableIter iter;
  gpointer known;
  g_hash_table_iter_init (&iter, corpus->known);
  while (g_hash_table_iter_next (&iter, NULL, &known))
    if (((Known *) known)->n_domains == MIN_DOMAINS && ((Known *) known)->spelled)
      ((Known *) known)->id = ++corpus->n_signs;
  for (guint i = 0; i < corpus->signs->len; i++) {
    guint32 *sign = &g_array_index (corpus->signs, guint32, i);
    *sign = ((Known *) g_hash_table_lookup (corpus->known, GUINT_TO_POINTER (*sign)))->id;
  }
}

/* Weights of signs (0 the bias) and then of traits, and what they have learned so far (AdaGrad). */
typedef struct { float *weights, *squares, *mean; guint n; } Linear;

static double
linear_sum (const Corpus *corpus, const float *weights, guint block, const float *row)
{
  double sum = 0;
  for (guint k = g_array_index (corpus->offsets, guint32, block); k < g_array_index (corpus->offsets, guint32, block + 1); k++) {
    guint32 sign = g_array_index (corpus->signs, guint32, k);
    sum += sign ? weights[sign] : 0;
  }
  sum += weights[0];
  for (guint k = 0; k < ATT_N_TRAITS; k++)
    sum += weights[corpus->n_signs + 1 + k] * row[k];
  return CLAMP (sum, -20, 20);
}

static void
linear_step (Linear *l, guint at, double gradient)
{
  double g = gradient + PENALTY * l->weights[at];
  l->squares[at] += g * g;
  l->weights[at] -= RATE * g / sqrt (l->squares[at] + 1e-8);
}

static void
linear_learn (const Corpus *corpus, Linear *l, guint block, const float *row)
{
  double chance = 1 / (1 + exp (-linear_sum (corpus, l->weights, block, row)));
  double gradient = g_array_index (corpus->weights, float, block) * (chance - (g_array_index (corpus->verdicts, guint8, block) == YES));
  if (fabs (gradient) < 1e-4)
    return;
  for (guint k = g_array_index (corpus->offsets, guint32, block); k < g_array_index (corpus->offsets, guint32, block + 1); k++)
    if (g_array_index (corpus->signs, guint32, k))
      linear_step (l, g_array_index (corpus->signs, guint32, k), gradient);
  linear_step (l, 0, gradient);
  for (guint k = 0; k < ATT_N_TRAITS; k++)
    if (row[k] != 0)
      linear_step (l, corpus->n_signs + 1 + k, gradient * row[k]);
}

/* Weights learned from all folds but one; the mean over the later epochs. */
static float *
fit_linear (const Corpus *corpus, guint left_out)
{
  guint n = corpus->n_signs + 1 + ATT_N_TRAITS;
  Linear l = { g_new0 (float, n), g_new0 (float, n), g_new0 (float, n), n };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  for (guint epoch = 0; epoch < EPOCHS; epoch++) {
    for (guint i = 0; i < corpus->pages->len; i++) {
      const Page *page = &g_array_index (corpus->pages, Page, g_rand_int_range (rand, 0, corpus->pages->len));
      for (guint k = 0; page->fold != left_out && k < page->n; k++)
        if (g_array_index (corpus->weights, float, page->first + k) > 0)
          linear_learn (corpus, &l, page->first + k, page->traits + (gsize) k * ATT_N_TRAITS);
    }
    for (guint k = 0; k < n && epoch >= EPOCHS / 2; k++)
      l.mean[k] += l.weights[k] / (EPOCHS - EPOCHS / 2);
  }
  g_free (l.weights);
  g_free (l.squares);
  return l.mean;
}

/* Rows of the second step, each page weighed by what was learned without its fold. */
static float *
list_rows (const Corpus *corpus, guint n_folds)
{
  float *rows = g_new (float, (gsize) corpus->verdicts->len * ATT_N_EVIDENCE);
  for (guint fold = 0; fold < n_folds; fold++) {
    g_autofree float *weights = fit_linear (corpus, fold);
    for (guint i = 0; i < corpus->pages->len; i++) {
      const Page *page = &g_array_index (corpus->pages, Page, i);
      if (page->fold != fold)
        continue;
      g_autofree float *weighed = g_new (float, page->n + 1);
      for (guint k = 0; k < page->n; k++)
        weighed[k] = linear_sum (corpus, weights, page->first + k, page->traits + (gsize) k * ATT_N_TRAITS);
      g_autofree float *own = att_blocks_context (page->layout, page->traits, weighed);
      memcpy (rows + (gsize) page->first * ATT_N_EVIDENCE, own, (gsize) page->n * ATT_N_EVIDENCE * sizeof (float));
    }
  }
  return rows;
}

static AttBlockModel *
grow (const Corpus *corpus, const AttBinned *binned, guint left_out)
{
  AttBlockModel *model = att_block_model_new (1);
  g_autofree float *weights = g_memdup2 (corpus->weights->data, corpus->weights->len * sizeof (float));
  for (guint i = 0; i < corpus->pages->len; i++) {
    const Page *page = &g_array_index (corpus->pages, Page, i);
    if (page->fold == left_out)
      memset (weights + page->first, 0, page->n * sizeof (float));
  }
  att_forest_grow (model, binned, (const guint8 *) corpus->verdicts->data, weights, N_TREES);
  return model;
}

/* The text each page would have, as JSON lines, from what was learned without its fold. */
static void
print_unseen (const Corpus *corpus, const float *rows, const AttBinned *binned, guint n_folds, double threshold)
{
  for (guint fold = 0; fold < n_folds; fold++) {
    g_autoptr (AttBlockModel) model = grow (corpus, binned, fold);
    for (guint i = 0; i < corpus->pages->len; i++) {
      const Page *page = &g_array_index (corpus->pages, Page, i);
      if (page->fold != fold)
        continue;
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint k = 0; k < page->n; k++)
        if (att_block_model_chance (model, rows + (gsize) (page->first + k) * ATT_N_EVIDENCE) >= threshold) {
          const AttBlock *block = att_layout_block (page->layout, k);
          g_string_append_len (text, page->layout->text->str + block->start, block->length);
          g_string_append (text, "\n\n");
        }
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      json_builder_set_member_name (b, "id");
      json_builder_add_string_value (b, page->id);
      json_builder_set_member_name (b, "text");
      json_builder_add_string_value (b, text->str);
      json_builder_end_object (b);
      g_autoptr (JsonNode) root = json_builder_get_root (b);
      g_autofree char *line = json_to_string (root, FALSE);
      puts (line);   /* as it is: g_print would fit it to the terminal */
    }
  }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
write_signs (const Corpus *corpus, const float *weights, double threshold, const char *path)
{
  GString *out = g_string_new ("# Which words around a block of a web page tell whether it is the article's, written by the trainer (src/README.md says how).\n"
                               "# What they are: src/core/page/signs.h and traits.h.  Columns: place, words, weight.\n");
  g_string_append_printf (out, "threshold\t\t%.2f\nbias\t\t%.3f\n", threshold, weights[0]);
  for (guint k = 0; k < ATT_N_TRAITS; k++)
    g_string_append_printf (out, "trait\t%s\t%.3f\n", att_trait_name (k), weights[corpus->n_signs + 1 + k]);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, corpus->known);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Known *known = value;
    if (known->id && fabs (weights[known->id]) >= MIN_WEIGHT)
      g_ptr_array_add (lines, g_strdup_printf ("%s\t%.2f\n", known->spelled, weights[known->id]));
  }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (out, lines->pdata[i]);
  att_train_write (path, out);
}

static void
write_trees (const AttBlockModel *model, const char *path)
{
  GString *out = g_string_new ("# The forest that decides which blocks of a web page are its article, written by the trainer (src/README.md says how).\n"
                               "# Columns: tree, node, trait (or leaf), limit (or value), where to go at most it, where to go above it.\n");
  for (guint t = 0; t < model->roots->len; t++) {
    guint first = g_array_index (model->roots, guint32, t), end = t + 1 < model->roots->len ? g_array_index (model->roots, guint32, t + 1) : model->nodes->len;
    for (guint i = first; i < end; i++) {
      const AttTreeNode *node = &g_array_index (model->nodes, AttTreeNode, i);
      if (node->trait < 0)
        g_string_append_printf (out, "%u\t%u\tleaf\t%.4g\n", t, i - first, node->limit);
      else
        g_string_append_printf (out, "%u\t%u\t%s\t%.6g\t%u\t%u\n", t, i - first, att_trait_name (node->trait), node->limit, node->below - first, node->above - first);
    }
  }
  att_train_write (path, out);
}

void
att_train_pages (char **paths, guint n_folds, const char *folder, gboolean unseen)
{
  const double threshold = 0.45;
  Corpus *corpus = read_corpus (paths, n_folds);
  number_signs (corpus);
  g_printerr ("%u pages, %u blocks, %u signs\n", corpus->pages->len, corpus->verdicts->len, corpus->n_signs);
  g_autofree float *rows = list_rows (corpus, n_folds);
  AttBinned *binned = att_binned_new (rows, corpus->verdicts->len, ATT_N_EVIDENCE);
  if (unseen)
    print_unseen (corpus, rows, binned, n_folds, threshold);
  else {
    g_autofree char *signs = g_build_filename (folder, "signs.tsv", NULL), *trees = g_build_filename (folder, "trees.tsv", NULL);
    g_autofree float *weights = fit_linear (corpus, G_MAXUINT);
    g_autoptr (AttBlockModel) model = grow (corpus, binned, G_MAXUINT);
    write_signs (corpus, weights, threshold, signs);
    write_trees (model, trees);
  }
  att_binned_free (binned);
}
