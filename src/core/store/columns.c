/* columns.c: what a filter needs of every article, in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/columns.h"

#include "filter/filter.h"
#include "press/mention.h"

#include <string.h>

#define MANY 60000          /* changes: more are read faster as a whole */
#define CHANGED 1
#define FLAGGED 2

#define NO_BIT 255
#define MAX_BITS 64

typedef struct {
  guint64 themes;
  guint32 published, id, topics;
  guint16 feed, language;
  guint8  flags;
} Row;

static void
clear (AttColumns *self)
{
  self->n = 0;
  self->waste = 0;
  self->followed = -1;
  self->max_id = 0;
  g_array_set_size (self->pool, 0);
  g_array_set_size (self->feed_ids, 0);
  g_hash_table_remove_all (self->feed_index);
  g_hash_table_remove_all (self->tongue_index);
  g_ptr_array_set_size (self->tongues, 1);
  g_array_set_size (self->totals, 0);
  g_array_set_size (self->kinds, 0);
  g_array_set_size (self->bits, 0);
  self->n_bits = 0;
  att_topic_names_clear (self->names);
}

AttColumns *
att_columns_new (void)
{
  AttColumns *self = g_new0 (AttColumns, 1);
  self->pool = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->feed_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->feed_index = g_hash_table_new (NULL, NULL);
  self->tongues = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->tongues, NULL);
  self->tongue_index = g_hash_table_new (g_str_hash, g_str_equal);   /* its keys are tongues' */
  self->totals = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->kinds = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->bits = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->names = att_topic_names_new ();
  clear (self);
  return self;
}

void
att_columns_free (AttColumns *self)
{
  g_free (self->ids);
  g_free (self->published);
  g_free (self->topics);
  g_free (self->feeds);
  g_free (self->flags);
  g_free (self->languages);
  g_free (self->themes);
  g_array_unref (self->pool);
  g_array_unref (self->feed_ids);
  g_hash_table_unref (self->feed_index);
  g_hash_table_unref (self->tongue_index);
  g_ptr_array_unref (self->tongues);
  g_array_unref (self->totals);
  g_array_unref (self->kinds);
  g_array_unref (self->bits);
  att_topic_names_free (self->names);
  g_free (self);
}

static void
make_room (AttColumns *self, guint n)
{
  if (n <= self->room)
    return;
  self->room = MAX (n, self->room ? self->room + self->room / 8 : 1024);
  self->ids = g_renew (guint32, self->ids, self->room);
  self->published = g_renew (guint32, self->published, self->room);
  self->topics = g_renew (guint32, self->topics, self->room);
  self->feeds = g_renew (guint16, self->feeds, self->room);
  self->flags = g_renew (guint8, self->flags, self->room);
  self->languages = g_renew (guint16, self->languages, self->room);
  self->themes = g_renew (guint64, self->themes, self->room);
}

int
att_columns_feed (const AttColumns *self, gint64 feed)
{
  gpointer index;
  return g_hash_table_lookup_extended (self->feed_index, GSIZE_TO_POINTER (feed), NULL, &index) ? GPOINTER_TO_INT (index) : -1;
}

static guint16
feed_of (AttColumns *self, gint64 feed)
{
  int known = att_columns_feed (self, feed);
  if (known >= 0)
    return known;
  g_hash_table_insert (self->feed_index, GSIZE_TO_POINTER (feed), GINT_TO_POINTER (self->feed_ids->len));
  g_array_append_val (self->feed_ids, feed);
  return self->feed_ids->len - 1;
}

/* A feed may lie about its articles' languages, but not make up more of them than there is room for. */
static guint16
language_of (AttColumns *self, const char *language)
{
  if (language == NULL)
    return 0;
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->tongue_index, language));
  if (known || self->tongues->len > G_MAXUINT16)
    return known;
  char *own = g_strdup (language);
  g_hash_table_insert (self->tongue_index, own, GUINT_TO_POINTER (self->tongues->len));
  g_ptr_array_add (self->tongues, own);
  return self->tongues->len - 1;
}

guint8 *
att_columns_allow_languages (const AttColumns *self, const char *const *languages)
{
  guint8 *allowed = g_new0 (guint8, self->tongues->len);
  for (guint i = 0; i < self->tongues->len; i++)
    allowed[i] = att_filter_is_in_language (languages, g_ptr_array_index (self->tongues, i));
  return allowed;
}

/* Adds an article's topics to the pool and to what is counted of all. */
static guint32
add_topics (AttColumns *self, const guint8 *packed, int n_bytes, guint64 *themes)
{
  guint32 at = self->pool->len, n = n_bytes / 4;
  g_array_append_val (self->pool, n);
  for (guint i = 0; i < n; i++) {
    guint32 topic;
    memcpy (&topic, packed + 4 * i, 4);
    topic = GUINT32_FROM_LE (topic);
    g_array_append_val (self->pool, topic);
    if (topic >= self->totals->len)
      g_array_set_size (self->totals, topic + 1);
    g_array_index (self->totals, guint32, topic)++;
    guint8 bit = topic < self->bits->len ? g_array_index (self->bits, guint8, topic) : NO_BIT;
    if (bit != NO_BIT)
      *themes |= (guint64) 1 << bit;
  }
  return at;
}

static void
remove_topics (AttColumns *self, guint row)
{
  guint n;
  const guint32 *topics = att_columns_topics (self, row, &n);
  for (guint i = 0; i < n; i++)
    g_array_index (self->totals, guint32, topics[i])--;
  self->waste += n + 1;
}

static guint32
moment (gint64 published)
{
  return CLAMP (published, 0, (gint64) G_MAXUINT32);
}

/* Columns of the row: id, published, feed, flags, topics, language. */
static Row
read_row (AttColumns *self, sqlite3_stmt *s)
{
  const guint8 *packed = sqlite3_column_blob (s, 4);
  Row row = { .published = moment (sqlite3_column_int64 (s, 1)), .id = sqlite3_column_int64 (s, 0), .feed = feed_of (self, sqlite3_column_int64 (s, 2)), .flags = sqlite3_column_int (s, 3), .language = language_of (self, (const char *) sqlite3_column_text (s, 5)) };
  row.topics = add_topics (self, packed, sqlite3_column_bytes (s, 4), &row.themes);
  return row;
}

static void
set_row (AttColumns *self, guint at, const Row *row)
{
  self->ids[at] = row->id;
  self->published[at] = row->published;
  self->topics[at] = row->topics;
  self->feeds[at] = row->feed;
  self->flags[at] = row->flags;
  self->languages[at] = row->language;
  self->themes[at] = row->themes;
  self->max_id = MAX (self->max_id, row->id);
}

/* Which kind each topic is: it never changes, and new ones have higher numbers. */
static gboolean
follow_kinds (AttColumns *self, AttDatabase *db, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *s = att_database_ask (db, &failure, "SELECT id, kind FROM topic WHERE id>=? ORDER BY id", "i", (gint64) self->kinds->len);
  while (s && att_database_row (db, s, &failure)) {
    guint32 topic = sqlite3_column_int64 (s, 0);
    guint8 kind = sqlite3_column_int (s, 1);
    guint known = self->bits->len;
    g_array_set_size (self->kinds, topic + 1);
    g_array_index (self->kinds, guint8, topic) = kind;
    g_array_set_size (self->bits, topic + 1);
    memset (self->bits->data + known, NO_BIT, topic + 1 - known);
    if (kind == ATT_TOPIC_THEME && self->n_bits < MAX_BITS)
      g_array_index (self->bits, guint8, topic) = self->n_bits++;
  }
  if (self->totals->len < self->kinds->len)
    g_array_set_size (self->totals, self->kinds->len);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
read_rows (AttColumns *self, AttDatabase *db, const char *which, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT id, published, feed, flags, topics, language FROM entry WHERE ", which, NULL);
  GError *failure = NULL;
  sqlite3_stmt *s = att_database_ask (db, &failure, sql, "");
  while (s && att_database_row (db, s, &failure)) {
    Row row = read_row (self, s);
    make_room (self, self->n + 1);
    set_row (self, self->n++, &row);
  }
  if (failure)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
read_all (AttColumns *self, AttDatabase *db, GError **error)
{
  clear (self);
  if (!follow_kinds (self, db, error))
    return FALSE;
  gint64 last = att_database_number (db, 0, "SELECT max(n) FROM change", "");
  make_room (self, att_database_number (db, 0, "SELECT max(id) FROM article", "") + 1024);
  /* what is older than 1970 counts as of its first second, as moment has it */
  if (read_rows (self, db, "published<=0 ORDER BY id", error) && read_rows (self, db, "published>0 ORDER BY published, id", error)) {
    self->followed = last;
    return TRUE;
  }
  clear (self);
  return FALSE;
}

/* Whether a row stands before (published, id). */
static gboolean
is_before (const AttColumns *self, guint row, guint32 published, guint32 id)
{
  return self->published[row] != published ? self->published[row] < published : self->ids[row] < id;
}

static guint
find (const AttColumns *self, guint32 published, guint32 id)
{
  guint low = 0, high = self->n;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (is_before (self, middle, published, id))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Whether an entry is in, and where. */
static gboolean
is_at (const AttColumns *self, gint64 published, gint64 id, guint *at)
{
  *at = find (self, moment (published), id);
  return *at < self->n && self->ids[*at] == id && self->published[*at] == moment (published);
}

guint
att_columns_at (const AttColumns *self, gint64 published)
{
  return published > G_MAXUINT32 ? self->n : find (self, moment (published), 0);
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;
  if (x->published != y->published)
    return x->published < y->published ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static void
move_row (AttColumns *self, guint to, guint from)
{
  self->ids[to] = self->ids[from];
  self->published[to] = self->published[from];
  self->topics[to] = self->topics[from];
  self->feeds[to] = self->feeds[from];
  self->flags[to] = self->flags[from];
  self->languages[to] = self->languages[from];
  self->themes[to] = self->themes[from];
}

/* Arrivals, mostly newer than all: from the end, so that only what is newer than the oldest of them moves. */
static void
merge (AttColumns *self, GArray *rows)
{
  g_array_sort (rows, by_place);
  make_room (self, self->n + rows->len);
  guint from = self->n, to = self->n + rows->len;
  for (guint left = rows->len; left > 0;) {
    const Row *row = &g_array_index (rows, Row, left - 1);
    if (from > 0 && !is_before (self, from - 1, row->published, row->id))
      move_row (self, --to, --from);
    else {
      set_row (self, --to, row);
      left--;
    }
  }
  self->n += rows->len;
}

/* Rows whose number is 0 now. The highest number of all may be given anew. */
static void
drop_gone (AttColumns *self)
{
  guint kept = 0;
  self->max_id = 0;
  for (guint i = 0; i < self->n; i++)
    if (self->ids[i]) {
      self->max_id = MAX (self->max_id, self->ids[i]);
      if (kept != i)
        move_row (self, kept, i);
      kept++;
    }
  self->n = kept;
}

typedef struct {
  GArray     *came;      /* of Row */
  GHashTable *seen;      /* entries read in this batch: what they are now is in already. By number and date: a number may be given anew when its article is gone */
  GArray     *gone;      /* of guint, rows */
} Batch;

/* What an entry is now, whatever happened to it. */
static gboolean
reread (AttColumns *self, AttDatabase *db, gint64 id, gint64 published, Batch *batch, GError **error)
{
  gint64 entry = id << 32 | moment (published);
  if (!g_hash_table_add (batch->seen, g_memdup2 (&entry, sizeof entry)))
    return TRUE;
  guint at;
  gboolean known = is_at (self, published, id, &at);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT id, published, feed, flags, topics, language FROM entry WHERE published=? AND id=?", "ii", published, id);
  if (s == NULL)
    return FALSE;
  gboolean there = att_database_row (db, s, error);
  if (known)
    remove_topics (self, at);
  if (there) {
    Row row = read_row (self, s);
    sqlite3_reset (s);
    if (known)
      set_row (self, at, &row);
    else
      g_array_append_val (batch->came, row);
  } else if (known)
    g_array_append_val (batch->gone, at);
  return error == NULL || *error == NULL;
}

static void
set_flags (AttColumns *self, gint64 id, gint64 published, guint flags)
{
  guint at;
  if (is_at (self, published, id, &at))
    self->flags[at] = flags;
}

typedef struct { gint64 n, article, published; int what; guint flags; } Change;

static GArray *
list_changes (AttColumns *self, AttDatabase *db, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT n, article, published, what, flags FROM change WHERE n>? ORDER BY n", "i", self->followed);
  while (s && att_database_row (db, s, error)) {
    Change change = { sqlite3_column_int64 (s, 0), sqlite3_column_int64 (s, 1), sqlite3_column_int64 (s, 2), sqlite3_column_int (s, 3), sqlite3_column_int (s, 4) };
    g_array_append_val (changes, change);
  }
  return s && (error == NULL || *error == NULL) ? g_steal_pointer (&changes) : NULL;
}

static gboolean
apply (AttColumns *self, AttDatabase *db, const GArray *changes, GError **error)
{
  Batch batch = { g_array_new (FALSE, FALSE, sizeof (Row)), g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL), g_array_new (FALSE, FALSE, sizeof (guint)) };
  gboolean well = TRUE;
  for (guint i = 0; i < changes->len && well; i++) {
    const Change *change = &g_array_index (changes, Change, i);
    if (change->what == CHANGED)
      well = reread (self, db, change->article, change->published, &batch, error);
    else if (change->what == FLAGGED)
      set_flags (self, change->article, change->published, change->flags);
    else
      att_topic_names_clear (self->names);
    self->followed = change->n;
  }
  for (guint i = 0; i < batch.gone->len; i++)
    self->ids[g_array_index (batch.gone, guint, i)] = 0;
  if (batch.gone->len)
    drop_gone (self);
  if (batch.came->len)
    merge (self, batch.came);
  g_array_unref (batch.came);
  g_array_unref (batch.gone);
  g_hash_table_unref (batch.seen);
  return well;
}

static gboolean
follow (AttColumns *self, AttDatabase *db, GError **error)
{
  GError *failure = NULL;
  gint64 first = att_database_number (db, 0, "SELECT min(n) FROM change", ""), last = att_database_number (db, 0, "SELECT max(n) FROM change", "");
  gboolean whole = self->followed < 0 || last < self->followed || last - self->followed > MANY || (first > self->followed + 1 && last > self->followed) || self->waste > self->pool->len / 3;
  if (whole && !read_all (self, db, &failure)) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  if (!whole && last > self->followed) {
    if (!follow_kinds (self, db, error))   /* before rows that have them */
      return FALSE;
    g_autoptr (GArray) changes = list_changes (self, db, &failure);
    if (changes == NULL || !apply (self, db, changes, &failure)) {
      clear (self);   /* the next question reads it anew */
      g_propagate_error (error, failure);
      return FALSE;
    }
  }
  return TRUE;
}

gboolean
att_columns_follow (AttColumns *self, AttDatabase *db, GError **error)
{
  gboolean own = att_database_begin_reading (db);   /* topics and rows of one moment: a row may have a topic that came with it */
  gboolean done = follow (self, db, error);
  if (own)
    att_database_end_reading (db);
  return done;
}
