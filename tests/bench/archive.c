/* archive.c: a made-up archive: three years of five hundred feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "archive.h"

#include <math.h>
#include <string.h>

#define N_WORDS 40000
#define N_PERSONS 30000
#define N_THEMES 43
#define N_STATES 190
#define N_BODIES 60
#define YEARS 3
#define LATE 21600           /* seconds an article may come after one that is newer */

typedef struct { double *sums; guint n; } Zipf;

struct _Archive {
  GRand *rand;
  guint  n, done;
  gint64 feeds[ARCHIVE_FEEDS];
  char **words;
  Zipf   of_words, of_themes, of_states, of_bodies, of_persons;
  gsize  raw;
  GString *last;             /* a phrase of a text made lately */
};

static Zipf
zipf_new (guint n, double steepness)
{
  Zipf self = { g_new (double, n), n };
  double sum = 0;
  for (guint i = 0; i < n; i++)
    self.sums[i] = sum += 1 / pow (i + 3, steepness);
  for (guint i = 0; i < n; i++)
    self.sums[i] /= sum;
  return self;
}

static guint
draw (const Zipf *zipf, GRand *rand)
{
  double x = g_rand_double (rand);
  guint low = 0, high = zipf->n - 1;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (zipf->sums[middle] < x)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Frequent ones are words of English, the rest sounds as if it might be. */
static char *
make_word (GRand *rand, guint rank)
{
  static const char *const FREQUENT[] = { "the", "of", "to", "in", "and", "a", "that", "for", "on", "said", "with", "as", "at", "is", "by", "from", "was", "its", "be", "has", "an", "have", "he", "it", "will", "not", "are", "after",
                                          "minister", "talks", "government", "president", "foreign", "who", "were", "state", "would", "which", "but", "been", "their", "over", "new", "week", "had", "his", "they", "more", "than", "also" };
  static const char *const START[] = { "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w" }, *const MIDDLE[] = { "a", "e", "i", "o", "u", "ai", "ea", "ou" };
  if (rank < G_N_ELEMENTS (FREQUENT))
    return g_strdup (FREQUENT[rank]);
  GString *word = g_string_new (NULL);
  for (int i = g_rand_int_range (rand, 2, 5); i > 0; i--)
    g_string_append_printf (word, "%s%s", START[g_rand_int_range (rand, 0, G_N_ELEMENTS (START))], MIDDLE[g_rand_int_range (rand, 0, G_N_ELEMENTS (MIDDLE))]);
  return g_string_free (word, FALSE);
}

Archive *
archive_new (guint n)
{
  Archive *self = g_new0 (Archive, 1);
  self->rand = g_rand_new_with_seed (20260115);
  self->n = n;
  self->words = g_new0 (char *, N_WORDS + 1);
  for (guint i = 0; i < N_WORDS; i++)
    self->words[i] = make_word (self->rand, i);
  self->of_words = zipf_new (N_WORDS, 1.0);
  self->of_themes = zipf_new (N_THEMES, 0.9);
  self->of_states = zipf_new (N_STATES, 1.0);
  self->of_bodies = zipf_new (N_BODIES, 1.0);
  self->of_persons = zipf_new (N_PERSONS, 1.0);
  self->last = g_string_new ("foreign minister");
  return self;
}

void
archive_free (Archive *self)
{
  g_rand_free (self->rand);
  g_strfreev (self->words);
  double *sums[] = { self->of_words.sums, self->of_themes.sums, self->of_states.sums, self->of_bodies.sums, self->of_persons.sums };
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    g_free (sums[i]);
  g_string_free (self->last, TRUE);
  g_free (self);
}

static void
add_words (Archive *self, GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i ? " " : "", self->words[draw (&self->of_words, self->rand)]);
}

static char *
make_text (Archive *self)
{
  GString *out = g_string_new (NULL);
  guint n = g_rand_int_range (self->rand, 5, 16);
  for (guint i = 0; i < n; i++) {
    g_string_append (out, i == 0 ? "" : i % 3 ? " " : "\n\n");
    gsize at = out->len;
    add_words (self, out, g_rand_int_range (self->rand, 8, 24));
    out->str[at] = g_ascii_toupper (out->str[at]);
    g_string_append_c (out, '.');
  }
  return g_string_free (out, FALSE);
}

static void
mention (Archive *self, AttArticle *a, AttTopicKind kind, const char *sort, const Zipf *zipf)
{
  g_autofree char *name = g_strdup_printf ("%s-%u", sort, draw (zipf, self->rand));
  for (guint i = 0; i < a->mentions->len; i++)
    if (strcmp (((AttMention *) g_ptr_array_index (a->mentions, i))->name, name) == 0)
      return;
  AttMention *mention = att_mention_new (kind, name, name);
  AttSpan span = { .zone = ATT_ZONE_TEXT, .start = 0, .end = 12 };
  g_array_append_val (mention->evidence, span);
  mention->score = g_rand_double (self->rand);
  g_ptr_array_add (a->mentions, mention);
}

static AttArticle *
make_article (Archive *self)
{
  AttArticle *a = att_article_new ();
  GString *title = g_string_new (NULL);
  a->keys[0] = self->done + 1;
  a->n_keys = 1;
  add_words (self, title, g_rand_int_range (self->rand, 6, 12));
  title->str[0] = g_ascii_toupper (title->str[0]);
  a->title = g_string_free (title, FALSE);
  a->text = make_text (self);
  a->excerpt = g_strndup (a->text, 160);
  a->url = g_strdup_printf ("https://outlet%u.example/world/%u/story", self->done % ARCHIVE_FEEDS, self->done);
  gint64 span = (gint64) YEARS * 365 * 86400;
  static const char *const LANGUAGES[] = { "en", "en", "en-GB", "en", "en", "en", "en", "fr", "de-AT", NULL };
  a->language = g_strdup (LANGUAGES[self->done % G_N_ELEMENTS (LANGUAGES)]);
  a->published = ARCHIVE_NOW - span + (gint64) ((double) span * self->done / self->n) - g_rand_int_range (self->rand, 0, LATE);
  a->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
  for (int i = g_rand_int_range (self->rand, 0, 5); i > 0; i--)
    mention (self, a, ATT_TOPIC_THEME, "theme", &self->of_themes);
  for (int i = g_rand_int_range (self->rand, 0, 4); i > 0; i--)
    mention (self, a, ATT_TOPIC_STATE, "state", &self->of_states);
  for (int i = g_rand_int_range (self->rand, 0, 3); i > 0; i--)
    mention (self, a, ATT_TOPIC_PERSON, "person", &self->of_persons);
  if (g_rand_boolean (self->rand))
    mention (self, a, ATT_TOPIC_BODY, "body", &self->of_bodies);
  self->raw += strlen (a->title) + strlen (a->text);
  self->done++;
  return a;
}

AttEdition *
archive_edition (Archive *self, guint n)
{
  AttEdition *edition = att_edition_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (edition->articles, make_article (self));
  const AttArticle *one = g_ptr_array_index (edition->articles, 0);
  const char *sentence = strchr (one->text, ' ');
  const char *end = sentence ? strchr (sentence + 1, ' ') : NULL, *more = end ? strchr (end + 1, ' ') : NULL;
  if (more && !memchr (sentence, '.', more - sentence) && !memchr (sentence, '\n', more - sentence))
    g_string_append_len (g_string_truncate (self->last, 0), sentence + 1, more - sentence - 1);
  return edition;
}

char *
archive_question (Archive *self, gboolean phrase)
{
  if (phrase) {
    att_edition_unref (archive_edition (self, 1));   /* another phrase */
    return g_strdup_printf ("\"%s\"", self->last->str);
  }
  const char *one = self->words[50 + draw (&self->of_words, self->rand) % 3000], *two = self->words[50 + draw (&self->of_words, self->rand) % 3000];
  return g_strdup_printf ("%s %s", one, two);
}

guint
archive_theme (Archive *self)
{
  return draw (&self->of_themes, self->rand);
}

static gboolean
add_feeds (Archive *self, AttDatabase *db)
{
  for (guint i = 0; i < ARCHIVE_FEEDS; i++) {
    g_autoptr (AttFeed) feed = att_feed_new ();
    feed->url = g_strdup_printf ("https://outlet%u.example/feed", i);
    feed->title = g_strdup_printf ("Outlet %u", i);
    feed->folder = g_strdup_printf ("Folder %u", i / 25);
    if ((self->feeds[i] = att_feeds_add (db, feed, NULL)) == 0)
      return FALSE;
  }
  return TRUE;
}

gboolean
archive_fill (Archive *self, AttDatabase *db, guint n, double *seconds)
{
  enum { AT_ONCE = 40 };
  if (self->feeds[0] == 0 && !add_feeds (self, db))
    return FALSE;
  for (guint i = 0; i < n; i += AT_ONCE) {
    g_autoptr (AttEdition) edition = archive_edition (self, MIN (AT_ONCE, n - i));
    g_autoptr (AttChange) change = att_change_new ();
    gint64 start = g_get_monotonic_time ();
    if (!att_articles_write (db, self->feeds[self->done / AT_ONCE % ARCHIVE_FEEDS], edition, ARCHIVE_NOW, change, NULL))
      return FALSE;
    *seconds += (g_get_monotonic_time () - start) / 1e6;
  }
  return TRUE;
}

gsize
archive_raw (const Archive *self)
{
  return self->raw;
}
