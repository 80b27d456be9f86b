/* phrases.c: the words of today: those that carry a topic, and phrases that rise and belong to none.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/phrases.h"

#include <math.h>
#include <string.h>

#define DAY 86400
#define FORTNIGHT 14
#define MAX_READ 4000        /* articles of today, and as many of before */
#define MAX_WORDS 3          /* that carry a topic */
#define MAX_PHRASES 12
#define MAX_TRIED 150        /* phrases whose past is looked up */
#define LONGEST 3            /* words of a phrase */
#define LEAST 3              /* articles of a phrase */
#define BELONGS 0.8          /* of a phrase's articles with one topic: it is that topic's; with another phrase: it says nothing more */
#define MAX_FOUND 2000       /* articles of a phrase, the newest */
#define CARRIES 6.0          /* log-likelihood ratio: one word in a hundred by chance */

/* Where a phrase was met today. */
typedef struct {
  guint articles;
  gint64 last;              /* the article that counted it last */
  GHashTable *feeds;
  guint32 *themes;          /* by bit, of columns->themes */
} Met;

typedef struct {
  AttDatabase *db;
  const AttColumns *columns;
  GHashTable *today;        /* phrase → Met */
  guint n_today, n_before;
  GHashTable *before;       /* word → guint */
  GHashTable *rows;         /* article → its row: those of today and the fortnight before */
} Reading;

/* Whatever has a phrase in it, in headline or text, as a search for it finds. */
typedef struct {
  GArray *today;            /* of gint64: the articles */
  guint outlets, before;    /* of today; articles of before */
} Found;

static void
met_free (gpointer data)
{
  Met *met = data;
  g_hash_table_unref (met->feeds);
  g_free (met->themes);
  g_free (met);
}

/* Words that begin and end no phrase, in the languages the desk knows best. */
static const char STOP[] = " a an and are as at be but by for from has have he her his how in into is it its more new no not of off on or our out over says she than that the their there they this to up was we were what when who why will with "
                           "you your after amid against before between could had him may next about all also been can do if just like most now one other s so some them then these two under us would t "
                           "au aux avec ce ces dans de des du elle en est et il la le les leur mais ne nous on ou par pas plus pour qui sa se ses son sont sur un une vous "
                           "am an auf aus bei das dem den der des die durch ein eine einem einen einer er es für hat im ist mit nach nicht noch oder sich sie sind und von vor war wie wird zu zum zur über ";

static gboolean
is_stop (const char *word)
{
  g_autofree char *between = g_strconcat (" ", word, " ", NULL);
  return strstr (STOP, between) != NULL;
}

/* Folded words of a line, each of letters and digits. */
static GPtrArray *
cut (const char *line)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;
  for (const char *p = line;; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean inside = c && (g_unichar_isalnum (c) || (start && (c == '-' || c == '\'' || c == 0x2019) && g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (p)))));
    if (inside && start == NULL)
      start = p;
    if (!inside && start) {
      g_ptr_array_add (words, g_utf8_strdown (start, p - start));
      start = NULL;
    }
    if (c == 0)
      return words;
  }
}

static gboolean
is_number (const char *word)
{
  return g_ascii_isdigit (*word);
}

static void
meet (Reading *self, const char *phrase, guint row, gint64 article)
{
  Met *met = g_hash_table_lookup (self->today, phrase);
  if (met == NULL) {
    met = g_new0 (Met, 1);
    met->feeds = g_hash_table_new (NULL, NULL);
    met->themes = g_new0 (guint32, 64);
    g_hash_table_insert (self->today, g_strdup (phrase), met);
  }
  if (met->last == article)
    return;   /* once an article */
  met->last = article;
  met->articles++;
  g_hash_table_add (met->feeds, GUINT_TO_POINTER (self->columns->feeds[row] + 1));
  for (guint64 bits = self->columns->themes[row]; bits; bits &= bits - 1)
    met->themes[__builtin_ctzll (bits)]++;
}

static void
meet_all (Reading *self, const char *line, guint row, gint64 article)
{
  g_autoptr (GPtrArray) words = cut (line);
  for (guint i = 0; i < words->len; i++) {
    g_autoptr (GString) phrase = g_string_new (NULL);
    for (guint n = 0; n < LONGEST && i + n < words->len; n++) {
      const char *word = g_ptr_array_index (words, i + n);
      if (n)
        g_string_append_c (phrase, ' ');
      g_string_append (phrase, word);
      if (!is_stop (g_ptr_array_index (words, i)) && !is_stop (word) && !is_number (word) && strlen (word) > 2)
        meet (self, phrase->str, row, article);
    }
  }
}

/* The words of an article of before, each once. */
static void
count_before (Reading *self, const char *title, const char *summary)
{
  const char *const lines[] = { title, summary };
  g_autoptr (GHashTable) once = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (lines); k++) {
    g_autoptr (GPtrArray) words = cut (lines[k]);
    for (guint i = 0; i < words->len; i++)
      g_hash_table_add (once, g_strdup (g_ptr_array_index (words, i)));
  }
  GHashTableIter iter;
  gpointer word;
  g_hash_table_iter_init (&iter, once);
  while (g_hash_table_iter_next (&iter, &word, NULL)) {
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->before, word));
    g_hash_table_insert (self->before, g_strdup (word), GUINT_TO_POINTER (n + 1));
  }
}

static void
note_rows (Reading *self, const GArray *rows, const AttTrends *trends)
{
  gint64 first = att_trends_day_start (trends, trends->n_days - 1) - FORTNIGHT * DAY;
  for (guint i = 0; i < rows->len; i++) {
    guint row = g_array_index (rows, guint, i);
    if (self->columns->published[row] < first)
      return;
    g_hash_table_insert (self->rows, GSIZE_TO_POINTER ((gsize) self->columns->ids[row]), GUINT_TO_POINTER (row + 1));
  }
}

static void
read_lines (Reading *self, const GArray *rows, const AttTrends *trends)
{
  gint64 today = att_trends_day_start (trends, trends->n_days - 1);
  for (guint i = 0; i < rows->len && self->n_before < MAX_READ; i++) {
    guint row = g_array_index (rows, guint, i);
    gint64 published = self->columns->published[row];
    if (published < today - FORTNIGHT * DAY)
      return;
    if (published >= today && self->n_today >= MAX_READ)
      continue;
    if (att_database_is_stopped (self->db))
      return;
    sqlite3_stmt *s = att_database_ask (self->db, NULL, "SELECT title, summary FROM article WHERE id=?", "i", (gint64) self->columns->ids[row]);
    if (s == NULL || !att_database_row (self->db, s, NULL))
      continue;
    const char *title = (const char *) sqlite3_column_text (s, 0), *summary = (const char *) sqlite3_column_text (s, 1);
    if (published >= today) {
      self->n_today++;
      meet_all (self, title, row, self->columns->ids[row]);
      meet_all (self, summary, row, self->columns->ids[row]);
    } else {
      self->n_before++;
      count_before (self, title, summary);
    }
    sqlite3_reset (s);
  }
}

static double
term (double k, double n, double p)
{
  return k > 0 ? k * log (k / (n * p)) : 0;
}

/* a of n1 against b of n2. */
static double
likelihood_ratio (double a, double n1, double b, double n2)
{
  double p = (a + b) / (n1 + n2);
  return 2 * (term (a, n1, p) + term (b, n2, p));
}

typedef struct { const char *word; double score; guint n; } Carrier;

static int
by_score (gconstpointer a, gconstpointer b)
{
  const Carrier *x = a, *y = b;
  return x->score != y->score ? (x->score > y->score ? -1 : 1) : strcmp (x->word, y->word);
}

/* The single words of today, of char *: few beside the phrases. */
static GPtrArray *
list_words (const Reading *self)
{
  GPtrArray *words = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init (&iter, self->today);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((Met *) value)->articles > 1 && !strchr (key, ' '))
      g_ptr_array_add (words, key);
  return words;
}

/* The words that carry a theme today, the strongest first, those of its own name left out. */
static char *
carriers_of (Reading *self, const GPtrArray *all, guint bit, guint n_theme, const char *label)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Carrier));
  g_autofree char *own = g_utf8_strdown (label, -1);
  for (guint i = 0; i < all->len; i++) {
    const char *key = g_ptr_array_index (all, i);
    const Met *met = g_hash_table_lookup (self->today, key);
    guint n = met->themes[bit];
    if (n < 2 || strstr (own, key))
      continue;
    double before = GPOINTER_TO_UINT (g_hash_table_lookup (self->before, key)) + (met->articles - n);
    double rest = self->n_before + (self->n_today - n_theme) + 1.0;
    Carrier one = { key, n / (double) n_theme > before / rest ? likelihood_ratio (n, n_theme, before, rest) : 0, n };
    if (one.score > CARRIES)
      g_array_append_val (found, one);
  }
  g_array_sort (found, by_score);
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < MIN (found->len, MAX_WORDS); i++)
    g_string_append_printf (words, "%s%s", i ? ", " : "", g_array_index (found, Carrier, i).word);
  return words->len ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static void
find_carriers (Reading *self, AttTrends *trends)
{
  g_autoptr (GPtrArray) all = list_words (self);
  for (guint32 topic = 1; topic < self->columns->bits->len; topic++) {
    guint8 bit = g_array_index (self->columns->bits, guint8, topic);
    const AttNamedTopic *name = bit < 64 ? att_topic_names_get (self->columns->names, self->db, topic) : NULL;
    for (guint i = 0; name && i < trends->topics->len; i++) {
      const AttTrendLine *line = g_ptr_array_index (trends->topics, i);
      guint n = line->days[trends->n_days - 1];
      if (n < 2 || strcmp (line->name, name->name) != 0)
        continue;
      char *words = carriers_of (self, all, bit, n, line->label);
      if (words)
        g_hash_table_insert (trends->words, g_strdup (line->name), words);
    }
  }
}

static gboolean
is_known (Reading *self, const char *phrase)
{
  return att_database_number (self->db, 0, "SELECT 1 FROM topic WHERE instr(fold(label), fold(?1)) LIMIT 1", "s", phrase)
         || att_database_number (self->db, 0, "SELECT 1 FROM dismissed WHERE phrase=?", "s", phrase);
}

static gboolean
belongs_to_topic (const Met *met)
{
  for (guint i = 0; i < 64; i++)
    if (met->themes[i] >= BELONGS * met->articles)
      return TRUE;
  return FALSE;
}

static Found *
look_up (Reading *self, const char *phrase, gint64 today)
{
  Found *found = g_new0 (Found, 1);
  g_autoptr (GHashTable) feeds = g_hash_table_new (NULL, NULL);
  found->today = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *s = att_database_ask (self->db, NULL, "SELECT rowid FROM search WHERE search MATCH '\"' || worded(?) || '\"' ORDER BY rowid DESC LIMIT ?", "si", phrase, (gint64) MAX_FOUND);
  while (s && att_database_row (self->db, s, NULL)) {
    gint64 article = sqlite3_column_int64 (s, 0);
    guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, GSIZE_TO_POINTER ((gsize) article)));
    if (row == 0)   /* older, or the filter leaves it out */
      continue;
    if (self->columns->published[row - 1] < today) {
      found->before++;
      continue;
    }
    g_array_append_val (found->today, article);
    g_hash_table_add (feeds, GUINT_TO_POINTER (self->columns->feeds[row - 1] + 1));
  }
  found->outlets = g_hash_table_size (feeds);
  return found;
}

static void
found_free (gpointer data)
{
  g_array_unref (((Found *) data)->today);
  g_free (data);
}

/* Both have the newest article first. */
static guint
count_shared (const Found *a, const Found *b)
{
  guint n = 0;
  for (guint i = 0, k = 0; i < a->today->len && k < b->today->len;) {
    gint64 x = g_array_index (a->today, gint64, i), y = g_array_index (b->today, gint64, k);
    n += x == y;
    i += x >= y;
    k += x <= y;
  }
  return n;
}

/* Of the same sentence, or of another that tells the same: most of its stories are those of a phrase that is shown already. */
static gboolean
tells_nothing_new (const GPtrArray *shown, const Found *found)
{
  for (guint i = 0; i < shown->len; i++)
    if (count_shared (g_ptr_array_index (shown, i), found) >= BELONGS * found->today->len)
      return TRUE;
  return FALSE;
}

static int
by_articles (gconstpointer a, gconstpointer b, gpointer today)
{
  const char *x = *(const char *const *) a, *y = *(const char *const *) b;
  const Met *m = g_hash_table_lookup (today, x), *n = g_hash_table_lookup (today, y);
  if (m->articles != n->articles)
    return m->articles > n->articles ? -1 : 1;
  return strlen (x) != strlen (y) ? (strlen (x) > strlen (y) ? -1 : 1) : strcmp (x, y);   /* the longer one says more */
}

/* What of today may be a phrase that rises, the most frequent first. */
static GPtrArray *
list_candidates (Reading *self)
{
  GPtrArray *candidates = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init (&iter, self->today);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((Met *) value)->articles >= LEAST && g_hash_table_size (((Met *) value)->feeds) > 1 && strchr (key, ' ') && !belongs_to_topic (value))
      g_ptr_array_add (candidates, key);
  g_ptr_array_sort_with_data (candidates, by_articles, self->today);
  return candidates;
}

/* Today and before are counted as a click on the phrase finds them. */
static void
find_phrases (Reading *self, AttTrends *trends)
{
  gint64 today = att_trends_day_start (trends, trends->n_days - 1);
  g_autoptr (GPtrArray) candidates = list_candidates (self), shown = g_ptr_array_new_with_free_func (found_free);
  for (guint i = 0; i < MIN (candidates->len, MAX_TRIED) && trends->phrases->len < MAX_PHRASES && !att_database_is_stopped (self->db); i++) {
    const char *phrase = g_ptr_array_index (candidates, i);
    if (is_known (self, phrase))
      continue;
    Found *found = look_up (self, phrase, today);
    double habit = found->before / (double) FORTNIGHT;
    if (found->today->len < LEAST || found->today->len < habit + 2 * MAX (sqrt (habit), 1) || tells_nothing_new (shown, found)) {
      found_free (found);
      continue;
    }
    AttTrendPhrase *one = g_new (AttTrendPhrase, 1);
    *one = (AttTrendPhrase) { g_strdup (phrase), found->today->len, found->outlets, habit };
    g_ptr_array_add (trends->phrases, one);
    g_ptr_array_add (shown, found);
  }
}

static void
phrase_free (gpointer data)
{
  g_free (((AttTrendPhrase *) data)->phrase);
  g_free (data);
}

void
att_phrases_read (AttDatabase *db, const AttColumns *columns, const GArray *rows, AttTrends *trends, gint64 now)
{
  Reading self = { db, columns, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, met_free), 0, 0, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), NULL };
  self.rows = g_hash_table_new (NULL, NULL);
  trends->phrases = g_ptr_array_new_with_free_func (phrase_free);
  trends->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  note_rows (&self, rows, trends);
  read_lines (&self, rows, trends);
  find_carriers (&self, trends);
  find_phrases (&self, trends);
  g_hash_table_unref (self.today);
  g_hash_table_unref (self.before);
  g_hash_table_unref (self.rows);
}
