/* articles.c: articles written and read whole (tables article, body, entry, quote).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/articles.h"

#include "base/date.h"
#include "base/error.h"
#include "store/corrections.h"
#include "store/events.h"
#include "store/identity.h"
#include "store/labels.h"
#include "store/notes.h"
#include "store/pages.h"
#include "store/provenance.h"
#include "store/search.h"
#include "store/sql.h"
#include "store/topics.h"
#include "store/versions.h"

#include <glib/gi18n-lib.h>
#include <string.h>


void
att_articles_lack (gint64 id, GError **error)
{
  g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("There is no article with the number %lld."), (long long) id);
}

/* A speaker as the person knows them: whom they said it was, one name for two, nobody who was struck or is nobody in this article. */
#define SAID "(SELECT speaker FROM (SELECT n, speaker FROM attribution WHERE article=?1 AND words=?8 UNION ALL SELECT 0, ?7) ORDER BY n DESC LIMIT 1)"
#define NOT_HERE " NOT IN (SELECT name FROM correction WHERE article=?1 AND kind=1 AND verdict=0)"
#define SPEAKER "(SELECT n FROM (SELECT s, coalesce((SELECT same_as FROM same_actor WHERE name=s), s) AS n FROM (SELECT " SAID " AS s)) WHERE n NOT IN (SELECT name FROM struck_actor) " \
                "AND n" NOT_HERE " AND s" NOT_HERE ")"

static gboolean
add_quotes (AttDatabase *db, gint64 id, const GPtrArray *quotes, GError **error)
{
  for (guint i = 0; quotes && i < quotes->len; i++) {
    const AttQuote *q = g_ptr_array_index (quotes, i);
    if (!att_database_run (db, error, "INSERT INTO quote (article, n, kind, zone, start, \"end\", speaker, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, " SPEAKER ", ?8)", "iiiiiiss", id,
                           (gint64) i, (gint64) q->kind, (gint64) q->span.zone, (gint64) q->span.start, (gint64) q->span.end, q->speaker, q->text))
      return FALSE;
  }
  return TRUE;
}

/* Quotes and events go by themselves, since marking again leaves the words alone. */
static gboolean
forget_speech (AttDatabase *db, gint64 id, GError **error)
{
  return att_database_run (db, error, "DELETE FROM quote WHERE article=?", "i", id) && att_database_run (db, error, "DELETE FROM event WHERE article=?", "i", id);
}

static const char *
text_or_empty (const char *text)
{
  return text ? text : "";
}

/* Everything that hangs on the words: body, index, topics, quotes. The article's row is there already, with that title; what hung on
 * earlier words is gone. */
static gboolean
write_words (AttDatabase *db, gint64 id, gint64 feed, gint64 published, guint flags, const char *title, const AttArticle *a, GError **error)
{
  if (!att_database_run (db, error, "INSERT OR REPLACE INTO body (article, text, shapes) VALUES (?, ?, ?)", "iss", id, text_or_empty (a->text), a->shapes)
      || !att_search_add (db, id, title, text_or_empty (a->text), error))
    return FALSE;
  g_autoptr (GPtrArray) mentions = att_corrections_apply (db, id, a->mentions, error);
  g_autoptr (GBytes) topics = mentions ? att_topics_write (db, id, mentions, error) : NULL;
  return topics
         && att_database_run (db, error, "INSERT OR REPLACE INTO entry (published, id, feed, flags, topics, language) SELECT ?, id, ?, ?, ?, language FROM article WHERE id=?", "iiibi", published,
                              feed, (gint64) flags, topics, id)
         && add_quotes (db, id, a->quotes, error) && att_events_add (db, id, a->events, error);
}

static gboolean
add (AttDatabase *db, gint64 feed, const AttArticle *a, gint64 now, gint64 *id, GError **error)
{
  gint64 published = a->published ? a->published : a->updated ? a->updated : now;
  published = MIN (published, now);   /* a date ahead of us would sit on top of the list for ever */
  g_autofree char *key = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", a->keys[0]);
  if (!att_database_run (db, error, "INSERT INTO article (feed, key, published, url, title, byline, summary, language, image, seen, comments, source, source_url) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "isissssssisss", feed, key, published, a->url, text_or_empty (a->title), a->byline,
                         text_or_empty (a->excerpt), a->language, a->image, now, a->comments, a->source, a->source_url))
    return FALSE;
  *id = att_database_last_id (db);
  return write_words (db, *id, feed, published, 0, text_or_empty (a->title), a, error) && att_provenance_add (db, *id, a, error);
}

/* What is stored of an item: whether its words are the same, and whether all that stands beside them is. */
typedef struct { gint64 published; gboolean same, same_beside, same_title, whole, same_shapes; } Known;   /* whole: it was fetched from its page */

/* The addresses of what is attached to an item; NULL: nothing is. */
static char *
join_files (const AttArticle *a)
{
  g_autoptr (GPtrArray) urls = g_ptr_array_new ();
  for (guint i = 0; i < a->enclosures->len; i++)
    g_ptr_array_add (urls, ((AttEnclosure *) g_ptr_array_index (a->enclosures, i))->url);
  g_ptr_array_add (urls, NULL);
  return urls->len > 1 ? g_strjoinv (" ", (char **) urls->pdata) : NULL;
}

static gboolean
read_known (AttDatabase *db, gint64 id, const AttArticle *a, Known *known, GError **error)
{
  g_autofree char *files = join_files (a);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT a.published, a.title=?1 AND coalesce(p.brief, b.text)=?2, "
                                      "coalesce(?4, a.byline) IS a.byline AND coalesce(?5, a.url) IS a.url AND coalesce(?6, a.image) IS a.image AND coalesce(?8, a.comments) IS a.comments "
                                      "AND coalesce(?9, a.source) IS a.source AND coalesce(?10, a.source_url) IS a.source_url "
                                      "AND (?7 IS NULL OR (SELECT group_concat(url, ' ') FROM (SELECT url FROM enclosure WHERE article=?3 ORDER BY n)) IS ?7), "
                                      "a.title=?1, coalesce(p.state, 0)=1, coalesce(?11, b.shapes) IS b.shapes "
                                      "FROM article a JOIN body b ON b.article=a.id LEFT JOIN page p ON p.article=a.id WHERE a.id=?3", "ssissssssss",
                                      text_or_empty (a->title), text_or_empty (a->text), id, a->byline, a->url, a->image, files, a->comments, a->source, a->source_url, a->shapes);
  if (s == NULL || !att_database_row (db, s, error))
    return FALSE;
  *known = (Known) { sqlite3_column_int64 (s, 0), sqlite3_column_int (s, 1), sqlite3_column_int (s, 2), sqlite3_column_int (s, 3), sqlite3_column_int (s, 4), sqlite3_column_int (s, 5) };
  sqlite3_reset (s);
  return TRUE;
}

gboolean
att_articles_note_rewording (AttDatabase *db, gint64 id, gint64 now, GError **error)
{
  return att_database_run (db, error, "INSERT OR REPLACE INTO reworded (article, moment) SELECT id, ?2 FROM article WHERE id=?1 AND published>?2-?3", "iii", id, now, (gint64) ATT_NEWS);
}

/* A link, an author, a picture or a recording that was put right, or came later. */
static gboolean
put_right (AttDatabase *db, gint64 id, const AttArticle *a, AttChange *change, GError **error)
{
  g_array_append_val (change->touched, id);
  if (a->enclosures->len > 0 && !(att_provenance_forget (db, id, error) && att_provenance_add (db, id, a, error)))
    return FALSE;
  return att_database_run (db, error, "UPDATE article SET byline=coalesce(?, byline), url=coalesce(?, url), image=coalesce(?, image), comments=coalesce(?, comments), source=coalesce(?, source), source_url=coalesce(?, source_url) WHERE id=?",
                           "ssssssi", a->byline, a->url, a->image, a->comments, a->source, a->source_url, id);
}

/* The same words, and what their paragraphs are: who kept them before could not tell. */
static gboolean
shape (AttDatabase *db, gint64 id, const AttArticle *a, GError **error)
{
  return att_database_run (db, error, "UPDATE body SET shapes=? WHERE article=?", "si", a->shapes, id);
}

static gboolean
rename_article (AttDatabase *db, gint64 id, const char *title, gint64 now, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT text FROM body WHERE article=?", "i", id);
  if (s == NULL || !att_database_row (db, s, error))
    return FALSE;
  g_autofree char *text = g_strdup ((const char *) sqlite3_column_text (s, 0));
  sqlite3_reset (s);
  return att_versions_keep (db, id, error) && att_search_forget (db, id, error) && att_database_run (db, error, "UPDATE article SET title=?, seen=? WHERE id=?", "sii", title, now, id)
         && att_search_add (db, id, title, text_or_empty (text), error) && att_articles_note_rewording (db, id, now, error);
}

/* Of an article that was fetched from its page a feed only has the brief: where that changes, and be it by a counter of comments, the article
 * stays, and its page is worth another look. */
static gboolean
update_brief (AttDatabase *db, gint64 id, const AttArticle *a, const Known *known, gint64 now, AttChange *change, GError **error)
{
  return (known->same_title || rename_article (db, id, text_or_empty (a->title), now, error)) && att_database_run (db, error, "UPDATE page SET brief=? WHERE article=?", "si", text_or_empty (a->text), id)
         && att_database_run (db, error, "UPDATE article SET summary=? WHERE id=?", "si", text_or_empty (a->excerpt), id) && put_right (db, id, a, change, error) && att_pages_hasten (db, id, now, error);
}

/* The article under id gets the item's words, where they differ; the earlier ones are kept. */
static gboolean
update (AttDatabase *db, gint64 feed, gint64 id, const AttArticle *a, gint64 now, AttChange *change, GError **error)
{
  Known known;
  if (!read_known (db, id, a, &known, error))
    return error == NULL || *error == NULL;
  if (known.same)
    return (known.whole || known.same_shapes || shape (db, id, a, error)) && (known.same_beside || put_right (db, id, a, change, error));
  gboolean respaced = known.same_title && att_versions_is_respaced (db, id, text_or_empty (a->text));   /* no news: it is only read otherwise, by us */
  if (known.whole && !respaced)
    return update_brief (db, id, a, &known, now, change, error);
  if (known.whole)
    return att_database_run (db, error, "UPDATE page SET brief=? WHERE article=?", "si", text_or_empty (a->text), id) && (known.same_beside || put_right (db, id, a, change, error));
  gint64 flags = att_database_number (db, 0, "SELECT flags FROM entry WHERE published=? AND id=?", "ii", known.published, id);
  g_array_append_val (change->touched, id);
  return (respaced || (att_versions_keep (db, id, error) && att_database_run (db, error, "DELETE FROM page WHERE article=?", "i", id))) && att_search_forget (db, id, error) && att_topics_forget (db, id, error) && forget_speech (db, id, error)
         && att_database_run (db, error, "UPDATE article SET title=?, summary=?, byline=coalesce(?, byline), url=coalesce(?, url), image=coalesce(?, image), language=coalesce(?, language), seen=? WHERE id=?",
                              "ssssssii", text_or_empty (a->title), text_or_empty (a->excerpt), a->byline, a->url, a->image, a->language, now, id)
         && write_words (db, id, feed, known.published, flags, text_or_empty (a->title), a, error) && att_provenance_forget (db, id, error) && att_provenance_add (db, id, a, error)
         && (respaced || att_articles_note_rewording (db, id, now, error));
}

gboolean
att_articles_reword (AttDatabase *db, const AttArticle *a, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT e.feed, e.published, e.flags, a.title FROM article a JOIN entry e ON e.published=a.published AND e.id=a.id WHERE a.id=?", "i", a->id);
  if (s == NULL || !att_database_row (db, s, error)) {
    if (error && *error == NULL)
      att_articles_lack (a->id, error);
    return FALSE;
  }
  gint64 feed = sqlite3_column_int64 (s, 0), published = sqlite3_column_int64 (s, 1);
  guint flags = sqlite3_column_int (s, 2);
  g_autofree char *title = g_strdup ((const char *) sqlite3_column_text (s, 3));   /* its feed may have changed it meanwhile */
  sqlite3_reset (s);
  return att_search_forget (db, a->id, error) && att_topics_forget (db, a->id, error) && forget_speech (db, a->id, error)
         && att_database_run (db, error, "UPDATE article SET language=coalesce(?, language) WHERE id=?", "si", a->language, a->id) && write_words (db, a->id, feed, published, flags, title, a, error);
}

static gboolean
write_one (AttDatabase *db, gint64 feed, const AttArticle *a, gint64 now, GHashTable *taken, AttChange *change, GError **error)
{
  GError *failure = NULL;
  gint64 id = att_identity_find (db, feed, a, now, taken, &failure);
  if (failure) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  if (id < 0)   /* its time is over, whatever its feed still carries */
    return TRUE;
  gboolean known = id != 0;
  if (known && g_hash_table_contains (taken, &id))
    return TRUE;   /* the same item twice in one edition */
  if (!(known ? update (db, feed, id, a, now, change, error) : add (db, feed, a, now, &id, error)))
    return FALSE;
  if (!known)
    g_array_append_val (change->added, id);
  g_hash_table_add (taken, g_memdup2 (&id, sizeof id));
  return att_identity_learn (db, feed, a, id, error);
}

/* By its first key, each item of an edition; of two with one id the one changed last (RFC 4287 §4.1.1), or that stands first. */
static GHashTable *
list_latest (const AttEdition *edition)
{
  GHashTable *latest = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < edition->articles->len; i++) {
    AttArticle *a = g_ptr_array_index (edition->articles, i);
    const AttArticle *before = g_hash_table_lookup (latest, &a->keys[0]);
    gint64 date = MAX (a->updated, a->published);
    if (before == NULL || date > MAX (before->updated, before->published))
      g_hash_table_insert (latest, &a->keys[0], a);
  }
  return latest;
}

gboolean
att_articles_write (AttDatabase *db, gint64 feed, const AttEdition *edition, gint64 now, AttChange *change, GError **error)
{
  GError *failure = NULL;
  if (!att_database_begin (db, error))
    return FALSE;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) latest = list_latest (edition);
  /* newest first in a feed: written from the end, so that numbers grow with time */
  for (guint i = edition->articles->len; i > 0 && failure == NULL; i--) {
    const AttArticle *a = g_ptr_array_index (edition->articles, i - 1);
    if (g_hash_table_lookup (latest, &a->keys[0]) == a)
      write_one (db, feed, a, now, taken, change, &failure);
  }
  if (att_database_settle (db, failure, error))
    return TRUE;
  g_array_set_size (change->added, 0);
  g_array_set_size (change->touched, 0);
  return FALSE;
}

gboolean
att_articles_forget (AttDatabase *db, const char *column, gint64 value, GError **error)
{
  /* the index must be told the old words first; entries are found by their articles, which go last */
  static const char *const STEPS[] = {
    "INSERT INTO search (search, rowid, title, text) SELECT 'delete', id, title, text FROM search_source WHERE id IN", "DELETE FROM body WHERE article IN", "DELETE FROM quote WHERE article IN",
    "DELETE FROM event WHERE article IN", "DELETE FROM evidence WHERE article IN", "DELETE FROM page WHERE article IN", "DELETE FROM correction WHERE article IN", "DELETE FROM correction_before WHERE article IN",
    "DELETE FROM attribution WHERE article IN",
    "DELETE FROM version WHERE article IN", "DELETE FROM source_mark WHERE article IN", "DELETE FROM enclosure WHERE article IN", "DELETE FROM note WHERE article IN", "DELETE FROM labelled WHERE article IN",
    "DELETE FROM heard WHERE article IN", "DELETE FROM reworded WHERE article IN",
  };
  g_autofree char *entries = g_strdup_printf ("DELETE FROM entry WHERE (published, id) IN (SELECT published, id FROM article WHERE %s=?)", column);
  g_autofree char *left = g_strdup_printf ("DELETE FROM entry_left WHERE (feed, id) IN (SELECT feed, id FROM article WHERE %s=?)", column);
  g_autofree char *articles = g_strdup_printf ("DELETE FROM article WHERE %s=?", column);
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++) {
    g_autofree char *sql = g_strdup_printf ("%s (SELECT id FROM article WHERE %s=?)", STEPS[i], column);
    if (!att_database_run (db, error, sql, "i", value))
      return FALSE;
  }
  return att_database_run (db, error, entries, "i", value) && att_database_run (db, error, left, "i", value) && att_database_run (db, error, articles, "i", value);
}

static void
read_quotes (AttDatabase *db, AttArticle *a, GError **error)
{
  a->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_quote_free);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT kind, zone, start, \"end\", speaker, text FROM quote WHERE article=? ORDER BY n", "i", a->id);
  while (s && att_database_row (db, s, error)) {
    AttSpan span = { .zone = sqlite3_column_int (s, 1), .start = sqlite3_column_int (s, 2), .end = sqlite3_column_int (s, 3) };
    AttQuote *quote = att_quote_new (sqlite3_column_int (s, 0), span, (const char *) sqlite3_column_text (s, 5));
    quote->speaker = g_strdup ((const char *) sqlite3_column_text (s, 4));
    g_ptr_array_add (a->quotes, quote);
  }
}

/* What stands in tables of its own. */
static gboolean
read_beside (AttDatabase *db, AttArticle *a, GError **error)
{
  GError *failure = NULL;
  att_provenance_read (db, a, &failure);
  if (failure == NULL)
    a->mentions = att_topics_of_article (db, a->id, &failure);
  if (failure == NULL)
    read_quotes (db, a, &failure);
  if (failure == NULL)
    a->events = att_events_read (db, a->id, &failure);
  if (failure == NULL)
    a->versions = att_versions_read (db, a->id, &failure);
  if (failure == NULL)
    a->notes = att_notes_of_article (db, a->id, &failure);
  if (failure == NULL)
    a->labels = att_labels_of_article (db, a->id, &failure);
  if (failure)
    g_propagate_error (error, failure);
  return failure == NULL;
}

AttArticle *
att_articles_read (AttDatabase *db, gint64 id, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT a.feed, a.published, a.url, a.title, a.byline, a.summary, a.language, b.text, a.image, a.comments, a.source, a.source_url, p.wall=1, coalesce(b.shapes, p.shapes), p.pictures, p.form, a.seen "
                                      "FROM article a JOIN body b ON b.article=a.id LEFT JOIN page p ON p.article=a.id WHERE a.id=?", "i", id);
  GError *failure = NULL;
  if (s == NULL)
    return NULL;
  if (!att_database_row (db, s, &failure)) {
    if (failure)
      g_propagate_error (error, failure);
    else
      att_articles_lack (id, error);
    return NULL;
  }
  AttArticle *a = att_article_new ();
  a->id = id;
  a->feed = sqlite3_column_int64 (s, 0);
  a->published = sqlite3_column_int64 (s, 1);
  a->url = g_strdup ((const char *) sqlite3_column_text (s, 2));
  a->title = g_strdup ((const char *) sqlite3_column_text (s, 3));
  a->byline = g_strdup ((const char *) sqlite3_column_text (s, 4));
  a->summary = g_strdup ((const char *) sqlite3_column_text (s, 5));
  a->language = g_strdup ((const char *) sqlite3_column_text (s, 6));
  a->text = g_strdup ((const char *) sqlite3_column_text (s, 7));
  a->image = g_strdup ((const char *) sqlite3_column_text (s, 8));
  a->comments = g_strdup ((const char *) sqlite3_column_text (s, 9));
  a->source = g_strdup ((const char *) sqlite3_column_text (s, 10));
  a->source_url = g_strdup ((const char *) sqlite3_column_text (s, 11));
  a->partial = sqlite3_column_int (s, 12);
  a->shapes = g_strdup ((const char *) sqlite3_column_text (s, 13));
  a->pictures = att_pictures_from_lines ((const char *) sqlite3_column_text (s, 14));
  a->form = sqlite3_column_int (s, 15);
  a->seen = sqlite3_column_int64 (s, 16);
  sqlite3_reset (s);
  if (read_beside (db, a, error))
    return a;
  att_article_unref (a);
  return NULL;
}

/* Whether an article is still there and has the words that were analysed. */
static gboolean
is_as_analysed (AttDatabase *db, const AttArticle *a)
{
  return att_database_number (db, 0, "SELECT count(*) FROM article a JOIN body b ON b.article=a.id WHERE a.id=? AND a.title=? AND b.text=?", "iss", a->id, text_or_empty (a->title), text_or_empty (a->text)) > 0;
}

static gboolean
remark_one (AttDatabase *db, const AttArticle *a, GError **error)
{
  g_autoptr (GPtrArray) mentions = att_corrections_apply (db, a->id, a->mentions, error);
  if (mentions == NULL || !att_topics_forget (db, a->id, error))
    return FALSE;
  g_autoptr (GBytes) topics = att_topics_write (db, a->id, mentions, error);
  return topics && att_topics_of_entry (db, a->id, a->published, topics, error)
         && forget_speech (db, a->id, error) && add_quotes (db, a->id, a->quotes, error) && att_events_add (db, a->id, a->events, error);
}

gboolean
att_articles_remark (AttDatabase *db, const GPtrArray *articles, AttChange *change, GError **error)
{
  GError *failure = NULL;
  if (!att_database_begin (db, error))
    return FALSE;
  for (guint i = 0; i < articles->len && failure == NULL; i++) {
    const AttArticle *a = g_ptr_array_index (articles, i);
    if (is_as_analysed (db, a) && remark_one (db, a, &failure))
      g_array_append_val (change->touched, a->id);
  }
  if (!att_database_settle (db, failure, error)) {
    g_array_set_size (change->touched, 0);
    return FALSE;
  }
  return TRUE;
}

GPtrArray *
att_articles_batch (AttDatabase *db, gint64 after, guint n, GError **error)
{
  GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) att_article_unref);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT a.id, a.published, a.title, b.text, a.language FROM article a JOIN body b ON b.article=a.id WHERE a.id>? AND (EXISTS (SELECT 1 FROM entry e WHERE e.published=a.published AND e.id=a.id) OR EXISTS (SELECT 1 FROM entry_left e WHERE e.feed=a.feed AND e.id=a.id)) ORDER BY a.id LIMIT ?",
                                      "ii", after, (gint64) n);
  while (s && att_database_row (db, s, error)) {
    AttArticle *a = att_article_new ();
    a->id = sqlite3_column_int64 (s, 0);
    a->published = sqlite3_column_int64 (s, 1);
    a->title = g_strdup ((const char *) sqlite3_column_text (s, 2));
    a->text = g_strdup ((const char *) sqlite3_column_text (s, 3));
    a->language = g_strdup ((const char *) sqlite3_column_text (s, 4));
    g_ptr_array_add (batch, a);
  }
  return batch;
}
