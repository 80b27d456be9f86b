/* test-store.c: the store against a naive oracle, its migrations, and being killed in mid-write.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "scratch.h"

#include "base/error.h"
#include "filter/syntax.h"
#include "store/articles.h"
#include "store/coverage.h"
#include "store/feeds.h"
#include "store/migrate.h"
#include "store/rows.h"
#include "store/topics.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_ARTICLES 2000
#define N_FILTERS 500
#define N_FEEDS 6
#define N_THEMES 12
#define NOW ((gint64) 1768500000)

static const char *const WORDS[] = { "taiwan", "arms", "tariff", "talks", "minister", "envoy", "border", "gas", "summit", "drone", "court", "chips" };

/* What feeds say articles are written in, and what is asked for of it. */
static const char *const WRITTEN[] = { NULL, "en", "en-GB", "fr", "eng", "de" };
static const struct { const char *text; gboolean in[G_N_ELEMENTS (WRITTEN)]; } LANGUAGES[] = {
  { "lang:en ", { FALSE, TRUE, TRUE } }, { "lang:none ", { TRUE } }, { "lang:xx ", { FALSE } }, { "-lang:fr ", { TRUE, TRUE, TRUE, FALSE, TRUE, TRUE } },
  { "(lang:fr OR lang:none OR lang:en-GB) ", { TRUE, FALSE, TRUE, TRUE } }, { "-(lang:de OR lang:eng) ", { TRUE, TRUE, TRUE, TRUE } },
};

/* What the oracle knows of an article. */
typedef struct { gint64 id, published; guint feed, flags, language; gboolean themes[N_THEMES], words[G_N_ELEMENTS (WORDS)]; } Fact;

typedef struct { Scratch store; Fact *facts; } Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  scratch_open (&f->store);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  scratch_close (&f->store);
  g_free (f->facts);
}

static char *
theme_name (guint i)
{
  return g_strdup_printf ("theme-%u", i);
}

static AttArticle *
make_article (GRand *rand, guint i, Fact *fact)
{
  AttArticle *a = att_article_new ();
  g_autoptr (GString) text = g_string_new ("the");
  a->keys[0] = i + 1;
  a->n_keys = 1;
  a->title = g_strdup_printf ("Article %u", i);
  a->published = fact->published = NOW - g_rand_int_range (rand, 0, 40 * 86400);
  fact->language = g_rand_int_range (rand, 0, G_N_ELEMENTS (WRITTEN));
  a->language = g_strdup (WRITTEN[fact->language]);
  a->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
  for (guint k = 0; k < G_N_ELEMENTS (WORDS); k++)
    if (g_rand_int_range (rand, 0, 5) == 0) {
      fact->words[k] = TRUE;
      g_string_append_printf (text, " %s", WORDS[k]);
    }
  a->text = g_strdup (text->str);
  for (guint k = 0; k < N_THEMES; k++)
    if (g_rand_int_range (rand, 0, 3 + (int) k) == 0) {
      g_autofree char *name = theme_name (k);
      fact->themes[k] = TRUE;
      g_ptr_array_add (a->mentions, att_mention_new (ATT_TOPIC_THEME, name, name));
    }
  return a;
}

static void
fill (Fixture *f, guint n)
{
  GRand *rand = g_rand_new_with_seed (42);
  g_autoptr (GError) error = NULL;
  f->facts = g_new0 (Fact, n);
  for (guint k = 0; k < N_FEEDS; k++) {
    g_autoptr (AttFeed) feed = att_feed_new ();
    feed->url = g_strdup_printf ("https://f%u.example/", k);
    feed->title = g_strdup_printf ("Feed %u", k);
    feed->folder = g_strdup (k < 3 ? "Wires" : k < 5 ? "Wires/Inner" : "");
    gint64 id = att_feeds_add (f->store.db, feed, &error);
    g_assert_no_error (error);
    g_autoptr (AttEdition) edition = att_edition_new ();
    g_autoptr (AttChange) change = att_change_new ();
    for (guint i = k; i < n; i += N_FEEDS) {
      f->facts[i].feed = k;
      g_ptr_array_add (edition->articles, make_article (rand, i, &f->facts[i]));
    }
    g_assert_true (att_articles_write (f->store.db, id, edition, NOW, change, &error));
    for (guint i = 0; i < n; i++) {
      if (f->facts[i].feed == k && i % N_FEEDS == k)
        f->facts[i].id = att_database_number (f->store.db, 0, "SELECT article FROM identity WHERE feed=? AND key=?", "ii", id, (gint64) i + 1);
    }
  }
  for (guint i = 0; i < n; i++) {
    guint flags = g_rand_int_range (rand, 0, 4);
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_array_append_val (ids, f->facts[i].id);
    f->facts[i].flags = flags;
    g_assert_true (att_flags_set (f->store.db, ids, NULL, G_MAXINT64, flags, 0, NULL, &error));
  }
  g_rand_free (rand);
}

/* A question made up at random, as text, and what the oracle needs to answer it. */
typedef struct { int word, never, must[2], must_not, feed, days, language; gboolean any, unread, starred, folder; } Question;

static Question
make_question (GRand *rand)
{
  Question q = { -1, -1, { -1, -1 }, -1, -1, 0, -1 };
  if (g_rand_int_range (rand, 0, 3) == 0) q.word = g_rand_int_range (rand, 0, G_N_ELEMENTS (WORDS));
  if (g_rand_int_range (rand, 0, 5) == 0) q.never = g_rand_int_range (rand, 0, G_N_ELEMENTS (WORDS));
  if (g_rand_int_range (rand, 0, 2) == 0) q.must[0] = g_rand_int_range (rand, 0, N_THEMES);
  if (q.must[0] >= 0 && g_rand_int_range (rand, 0, 2) == 0) q.must[1] = (q.must[0] + 1 + g_rand_int_range (rand, 0, N_THEMES - 1)) % N_THEMES;
  if (g_rand_int_range (rand, 0, 3) == 0) q.must_not = g_rand_int_range (rand, 0, N_THEMES);
  if (q.must_not == q.must[0] || q.must_not == q.must[1]) q.must_not = -1;
  if (g_rand_int_range (rand, 0, 4) == 0) q.feed = g_rand_int_range (rand, 0, N_FEEDS);
  if (g_rand_int_range (rand, 0, 3) == 0) q.days = g_rand_int_range (rand, 1, 30);
  if (g_rand_int_range (rand, 0, 3) == 0) q.language = g_rand_int_range (rand, 0, G_N_ELEMENTS (LANGUAGES));
  q.any = q.must[1] >= 0 && g_rand_int_range (rand, 0, 2);
  q.unread = g_rand_int_range (rand, 0, 4) == 0;
  q.starred = g_rand_int_range (rand, 0, 6) == 0;
  q.folder = q.feed < 0 && g_rand_int_range (rand, 0, 5) == 0;
  return q;
}

static char *
text_of (const Question *q)
{
  GString *out = g_string_new (NULL);
  if (q->word >= 0) g_string_append_printf (out, "%s ", WORDS[q->word]);
  if (q->never >= 0) g_string_append_printf (out, "-%s ", WORDS[q->never]);
  for (guint i = 0; i < 2; i++)
    if (q->must[i] >= 0) g_string_append_printf (out, "topic:theme-%d ", q->must[i]);
  if (q->must_not >= 0) g_string_append_printf (out, "-topic:theme-%d ", q->must_not);
  if (q->any) g_string_append (out, "any:topics ");
  if (q->feed >= 0) g_string_append_printf (out, "feed:\"Feed %d\" ", q->feed);
  if (q->days) g_string_append_printf (out, "since:%dd ", q->days);
  if (q->language >= 0) g_string_append (out, LANGUAGES[q->language].text);
  if (q->unread) g_string_append (out, "is:unread ");
  if (q->starred) g_string_append (out, "is:starred ");
  if (q->folder) g_string_append (out, "folder:Wires ");
  return g_string_free (out, FALSE);
}

static gboolean
matches (const Question *q, const Fact *fact)
{
  gboolean a = q->must[0] < 0 || fact->themes[q->must[0]], b = q->must[1] < 0 || fact->themes[q->must[1]];
  return (q->word < 0 || fact->words[q->word]) && (q->never < 0 || !fact->words[q->never]) && (q->any ? a || b : a && b)
         && (q->must_not < 0 || !fact->themes[q->must_not]) && (q->feed < 0 || (int) fact->feed == q->feed)
         && (!q->days || fact->published >= NOW - (gint64) q->days * 86400) && (!q->unread || !(fact->flags & 1)) && (!q->starred || fact->flags & 2)
         && (!q->folder || fact->feed < 5) && (q->language < 0 || LANGUAGES[q->language].in[fact->language]);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const Fact *x = *(Fact *const *) a, *y = *(Fact *const *) b;
  if (x->published != y->published)
    return x->published > y->published ? -1 : 1;
  return x->id > y->id ? -1 : 1;
}

/* Whatever the columns say, the database itself says as well. */
static void
assert_same (const AttCoverage *a, const AttCoverage *b)
{
  g_assert_cmpmem (a->ids, a->n_ids * sizeof *a->ids, b->ids, b->n_ids * sizeof *b->ids);
  g_assert_cmpmem (a->days, sizeof a->days, b->days, sizeof b->days);
  g_assert_cmpuint (a->n_topics, ==, b->n_topics);
  for (guint i = 0; i < a->n_topics; i++) {
    g_assert_cmpuint (a->topics[i].topic, ==, b->topics[i].topic);
    g_assert_cmpuint (a->topics[i].count, ==, b->topics[i].count);
    g_assert_cmpstr (a->topics[i].label, ==, b->topics[i].label);
    g_assert_cmpmem (a->topics[i].days, sizeof a->topics[i].days, b->topics[i].days, sizeof b->topics[i].days);
  }
}

static void
compare_columns (Fixture *f, AttColumns *columns, const Question *q)
{
  g_autofree char *text = text_of (q);
  g_autoptr (GError) error = NULL;
  g_autoptr (AttFilter) filter = att_filter_parse (text, &error);
  g_assert_no_error (error);
  g_autoptr (AttCoverage) kept = att_coverage_read (f->store.db, columns, filter, NOW, &error), asked = att_coverage_read (f->store.db, NULL, filter, NOW, &error);
  g_assert_no_error (error);
  g_test_message ("compared: %s", text);
  assert_same (kept, asked);
}

static void
compare (Fixture *f, const Question *q)
{
  g_autofree char *text = text_of (q);
  g_autoptr (GError) error = NULL;
  g_autoptr (AttFilter) filter = att_filter_parse (text, &error);
  g_assert_no_error (error);
  g_autoptr (AttCoverage) coverage = att_coverage_read (f->store.db, NULL, filter, NOW, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  for (guint i = 0; i < N_ARTICLES; i++)
    if (matches (q, &f->facts[i]))
      g_ptr_array_add (expected, &f->facts[i]);
  g_ptr_array_sort (expected, newest_first);
  g_test_message ("%s: %u", text, expected->len);
  g_assert_cmpuint (coverage->n_ids, ==, expected->len);
  guint counts[N_THEMES] = { 0 };
  for (guint i = 0; i < expected->len; i++) {
    const Fact *fact = g_ptr_array_index (expected, i);
    g_assert_cmpint (coverage->ids[i], ==, fact->id);
    for (guint k = 0; k < N_THEMES; k++)
      counts[k] += fact->themes[k];
  }
  for (guint i = 0; i < coverage->n_topics; i++) {
    guint k = g_ascii_strtoull (coverage->topics[i].name + strlen ("theme-"), NULL, 10);
    g_assert_cmpuint (coverage->topics[i].count, ==, counts[k]);
  }
}

/* Two questions, one of which is enough, or the second of which must not hold. */
static void
compare_two (Fixture *f, AttColumns *columns, const Question *a, const Question *b, gboolean never)
{
  g_autofree char *x = text_of (a), *y = text_of (b);
  if (*x == '\0' || *y == '\0')
    return;
  g_autofree char *text = g_strdup_printf (never ? "(%s) -(%s)" : "(%s) OR (%s)", x, y);
  g_autoptr (GError) error = NULL;
  g_autoptr (AttFilter) filter = att_filter_parse (text, &error);
  g_assert_no_error (error);
  g_autoptr (AttCoverage) kept = att_coverage_read (f->store.db, columns, filter, NOW, &error), asked = att_coverage_read (f->store.db, NULL, filter, NOW, &error);
  g_assert_no_error (error);
  assert_same (kept, asked);
  guint n = 0;
  for (guint i = 0; i < N_ARTICLES; i++)
    n += never ? matches (a, &f->facts[i]) && !matches (b, &f->facts[i]) : matches (a, &f->facts[i]) || matches (b, &f->facts[i]);
  g_test_message ("%s: %u", text, n);
  g_assert_cmpuint (kept->n_ids, ==, n);
}

static void
test_oracle (Fixture *f, gconstpointer data)
{
  g_autoptr (AttColumns) columns = att_columns_new ();
  fill (f, N_ARTICLES);
  GRand *rand = g_rand_new_with_seed (7);
  for (guint i = 0; i < N_FILTERS; i++) {
    Question q = make_question (rand), other = make_question (rand);
    compare (f, &q);
    compare_columns (f, columns, &q);
    compare_two (f, columns, &q, &other, i % 2);
  }
  g_rand_free (rand);
}

/* One change at random, as the desk makes them. */
static void
change_something (Fixture *f, GRand *rand, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttEdition) edition = att_edition_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = att_database_number (f->store.db, 0, "SELECT id FROM article ORDER BY abs(id - ?) LIMIT 1", "i", (gint64) g_rand_int_range (rand, 1, N_ARTICLES));
  gint64 feed = att_database_number (f->store.db, 0, "SELECT id FROM feed ORDER BY id LIMIT 1 OFFSET ?", "i", (gint64) g_rand_int_range (rand, 0, 3));
  switch (g_rand_int_range (rand, 0, 12)) {
    case 0:
      g_assert_true (att_feeds_remove (f->store.db, feed, &error));
      break;
    case 1:
      g_assert_true (att_topics_define (f->store.db, "theme-1", i % 2 ? "Another name" : "Theme 1", "Section", 1, &error));
      break;
    case 2: case 3: case 4: case 5: {
      AttArticle *a = att_article_new ();
      a->keys[0] = 5000000 + (g_rand_boolean (rand) ? i : i / 2);   /* another, or the one before again */
      a->n_keys = 1;
      a->title = g_strdup_printf ("Late %u", i);
      a->text = g_strdup (WORDS[i % G_N_ELEMENTS (WORDS)]);
      a->language = g_strdup (WRITTEN[i % G_N_ELEMENTS (WRITTEN)]);
      a->published = NOW - g_rand_int_range (rand, 0, 40 * 86400);
      a->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
      g_autofree char *name = g_strdup_printf ("theme-%d", g_rand_int_range (rand, 0, N_THEMES)), *person = g_strdup_printf ("Person %d", g_rand_int_range (rand, 0, 300));
      g_ptr_array_add (a->mentions, att_mention_new (ATT_TOPIC_THEME, name, name));
      g_ptr_array_add (a->mentions, att_mention_new (ATT_TOPIC_PERSON, person, person));
      g_ptr_array_add (edition->articles, a);
      if (feed)
        g_assert_true (att_articles_write (f->store.db, feed, edition, NOW, change, &error));
      break;
    }
    case 6: {
      g_autoptr (GPtrArray) remarked = g_ptr_array_new_with_free_func ((GDestroyNotify) att_article_unref);
      AttArticle *a = id ? att_articles_read (f->store.db, id, &error) : NULL;
      if (a == NULL)
        break;
      g_ptr_array_set_size (a->mentions, a->mentions->len / 2);
      g_ptr_array_add (remarked, a);
      g_assert_true (att_articles_remark (f->store.db, remarked, change, &error));
      break;
    }
    default:
      g_array_append_val (ids, id);
      g_assert_true (att_flags_set (f->store.db, ids, NULL, G_MAXINT64, g_rand_int_range (rand, 0, 4), g_rand_int_range (rand, 0, 4), NULL, &error));
  }
  g_assert_no_error (error);
}

/* The columns follow whatever happens to the store, a change at a time or many at once. */
static void
test_columns (Fixture *f, gconstpointer data)
{
  g_autoptr (AttColumns) columns = att_columns_new ();
  Question everything = { -1, -1, { -1, -1 }, -1, -1, 0, -1 };
  fill (f, N_ARTICLES / 2);
  GRand *rand = g_rand_new_with_seed (11);
  compare_columns (f, columns, &everything);
  for (guint i = 0; i < 400; i++) {
    change_something (f, rand, i);
    if (g_rand_int_range (rand, 0, 4))
      continue;
    Question q = make_question (rand);
    compare_columns (f, columns, g_rand_boolean (rand) ? &q : &everything);
  }
  compare_columns (f, columns, &everything);
  g_rand_free (rand);
}

/* The same edition again changes nothing; other words change the article, not its place, and a link that was put right is taken. */
static void
test_again (Fixture *f, gconstpointer data)
{
  fill (f, 12);
  g_autoptr (GError) error = NULL;
  g_autoptr (AttEdition) edition = att_edition_new ();
  AttArticle *a = att_article_new ();
  a->keys[0] = 1;
  a->n_keys = 1;
  a->title = g_strdup ("Article 0");
  a->text = g_strdup ("entirely other words");
  a->published = NOW;
  g_ptr_array_add (edition->articles, a);
  for (guint round = 0; round < 2; round++) {
    g_autoptr (AttChange) change = att_change_new ();
    g_assert_true (att_articles_write (f->store.db, 1, edition, NOW, change, &error));
    g_assert_cmpuint (change->added->len, ==, 0);
    g_assert_cmpuint (change->touched->len, ==, round == 0 ? 1 : 0);
  }
  g_autoptr (AttArticle) read = att_articles_read (f->store.db, f->facts[0].id, &error);
  g_assert_cmpstr (read->text, ==, "entirely other words");
  g_assert_cmpint (read->published, ==, f->facts[0].published);
  g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT count(*) FROM search WHERE search MATCH 'entirely'", ""), ==, 1);
  a->url = g_strdup ("https://press.example/put-right");   /* the link alone */
  for (guint round = 0; round < 2; round++) {
    g_autoptr (AttChange) change = att_change_new ();
    g_assert_true (att_articles_write (f->store.db, 1, edition, NOW, change, &error));
    g_assert_cmpuint (change->touched->len, ==, round == 0 ? 1 : 0);
  }
  g_autoptr (AttArticle) again = att_articles_read (f->store.db, f->facts[0].id, &error);
  g_assert_cmpstr (again->url, ==, a->url);
  g_assert_true (att_database_run (f->store.db, &error, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", ""));
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  fill (f, 60);
  g_autoptr (AttFilter) all = att_filter_everything (), unread = att_filter_parse ("is:unread", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AttCoverage) before = att_coverage_read (f->store.db, NULL, unread, NOW, &error);
  GArray *was = NULL;
  g_assert_true (att_flags_set (f->store.db, NULL, all, G_MAXINT64, ATT_FLAG_READ, 0, &was, &error));
  g_autoptr (AttCoverage) none = att_coverage_read (f->store.db, NULL, unread, NOW, &error);
  g_assert_cmpuint (none->n_ids, ==, 0);
  g_assert_cmpuint (was->len, ==, before->n_ids);
  g_assert_true (att_flags_restore (f->store.db, was, &error));
  g_autoptr (AttCoverage) after = att_coverage_read (f->store.db, NULL, unread, NOW, &error);
  g_assert_cmpuint (after->n_ids, ==, before->n_ids);
  g_array_unref (was);
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  static const char *const TABLES[] = { "article", "body", "entry", "evidence", "quote" };
  fill (f, 60);
  g_autoptr (GError) error = NULL;
  for (guint k = 1; k <= N_FEEDS; k++)
    g_assert_true (att_feeds_remove (f->store.db, k, &error));
  for (guint i = 0; i < G_N_ELEMENTS (TABLES); i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", TABLES[i]);
    g_assert_cmpint (att_database_number (f->store.db, -1, sql, ""), ==, 0);
  }
  g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT count(*) FROM search WHERE search MATCH 'the'", ""), ==, 0);
}

static void
test_newer (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (att_database_script (f->store.db, "PRAGMA user_version=999; CREATE TABLE future (x)", &error));
  g_clear_pointer (&f->store.db, att_database_close);
  g_assert_null (att_database_open (f->store.path, ATT_DATABASE_WRITE, &error));
  g_assert_error (error, ATT_ERROR, ATT_ERROR_NEWER);
}

static void
test_not_a_store (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_clear_pointer (&f->store.db, att_database_close);
  g_assert_true (g_file_set_contents (f->store.path, "this is no database at all, only words that go on for a while", -1, NULL));
  g_assert_null (att_database_open (f->store.path, ATT_DATABASE_WRITE, &error));
  g_assert_error (error, ATT_ERROR, ATT_ERROR_DAMAGED);
}

/* A child writes editions until it is killed: what it left is whole, and nothing is there twice. */
static void
test_kill (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->store.db, att_database_close);
  int pipe_ends[2];
  g_assert_cmpint (pipe (pipe_ends), ==, 0);
  pid_t child = fork ();
  if (child == 0) {
    Fixture mine = { .store = { .path = f->store.path, .db = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL) } };
    fill (&mine, 600);
    for (guint i = 0;; i++) {   /* until killed */
      g_autoptr (AttEdition) edition = att_edition_new ();
      g_autoptr (AttChange) change = att_change_new ();
      for (guint k = 0; k < 20; k++) {
        AttArticle *a = att_article_new ();
        a->keys[0] = 1000000 + i * 1000 + k;
        a->n_keys = 1;
        a->title = g_strdup ("Late");
        a->text = g_strdup ("late words");
        g_ptr_array_add (edition->articles, a);
      }
      att_articles_write (mine.store.db, 1, edition, NOW, change, NULL);
      if (write (pipe_ends[1], "x", 1) != 1)
        _exit (1);
    }
  }
  char byte;
  for (guint i = 0; i < 5; i++)   /* some editions are in, another is being written */
    g_assert_cmpint (read (pipe_ends[0], &byte, 1), ==, 1);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  close (pipe_ends[0]);
  close (pipe_ends[1]);

  g_autoptr (GError) error = NULL;
  f->store.db = att_database_open (f->store.path, ATT_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  sqlite3_stmt *s = att_database_ask (f->store.db, &error, "PRAGMA integrity_check", "");
  g_assert_true (att_database_row (f->store.db, s, &error));
  g_assert_cmpstr ((const char *) sqlite3_column_text (s, 0), ==, "ok");
  sqlite3_reset (s);
  gint64 late = att_database_number (f->store.db, -1, "SELECT count(*) FROM article WHERE title='Late'", "");
  g_assert_cmpint (late, >=, 100);
  g_assert_cmpint (late % 20, ==, 0);   /* whole editions */
  g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT count(*) FROM entry", ""), ==, att_database_number (f->store.db, -2, "SELECT count(*) FROM article", ""));
  g_assert_true (att_database_run (f->store.db, &error, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", ""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/oracle", test_oracle);
  ADD ("/store/columns", test_columns);
  ADD ("/store/again", test_again);
  ADD ("/store/undo", test_undo);
  ADD ("/store/remove", test_remove);
  ADD ("/store/newer", test_newer);
  ADD ("/store/not-a-store", test_not_a_store);
  ADD ("/store/kill", test_kill);
  return g_test_run ();
}
