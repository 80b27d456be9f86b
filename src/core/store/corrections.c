/* corrections.c: what the reader corrected (tables correction and same_actor).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/corrections.h"

#include "base/error.h"
#include "store/topics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

AttCorrection *
att_correction_new (gint64 article, AttTopicKind kind, const char *name, const char *label, gboolean about)
{
  AttCorrection *self = g_new0 (AttCorrection, 1);
  *self = (AttCorrection) { article, kind, g_strdup (name), g_strdup (label), about, 0 };
  return self;
}

void
att_correction_free (AttCorrection *self)
{
  g_free (self->name);
  g_free (self->label);
  g_free (self);
}

static AttMention *
find (const GPtrArray *mentions, AttTopicKind kind, const char *name)
{
  for (guint i = 0; i < mentions->len; i++) {
    AttMention *mention = g_ptr_array_index (mentions, i);
    if (mention->kind == kind && strcmp (mention->name, name) == 0)
      return mention;
  }
  return NULL;
}

/* name becomes same_as; where both are there, one goes into the other. */
static void
rename_mention (GPtrArray *mentions, AttMention *mention, const char *same_as)
{
  AttMention *other = find (mentions, mention->kind, same_as);
  if (other) {
    g_array_append_vals (other->evidence, mention->evidence->data, mention->evidence->len);
    other->score += mention->score;
    g_ptr_array_remove (mentions, mention);
    return;
  }
  g_free (mention->name);
  g_free (mention->label);
  mention->name = g_strdup (same_as);
  mention->label = g_strdup (same_as);
}

static gboolean
apply_names (AttDatabase *db, GPtrArray *mentions, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT kind, name, same_as FROM same_actor", "");
  while (s && att_database_row (db, s, error)) {
    AttMention *mention = find (mentions, sqlite3_column_int (s, 0), (const char *) sqlite3_column_text (s, 1));
    if (mention)
      rename_mention (mentions, mention, (const char *) sqlite3_column_text (s, 2));
  }
  return s != NULL;
}

/* joined: under the names they have by now, and not those they were judged by. */
static gboolean
apply_verdicts (AttDatabase *db, gint64 article, gboolean joined, GPtrArray *mentions, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, joined ? "SELECT c.kind, coalesce(same_as, c.name), CASE WHEN same_as IS NULL THEN label ELSE same_as END, verdict FROM correction c "
                                                          "LEFT JOIN same_actor s ON s.kind=c.kind AND s.name=c.name WHERE article=? AND (verdict OR same_as IS NULL)"
                                                        : "SELECT kind, name, label, verdict FROM correction WHERE article=? AND NOT verdict", "i", article);
  while (s && att_database_row (db, s, error)) {
    const char *name = (const char *) sqlite3_column_text (s, 1);
    gboolean about = sqlite3_column_int (s, 3);
    AttMention *mention = find (mentions, sqlite3_column_int (s, 0), name);
    if (mention && !about)
      g_ptr_array_remove (mentions, mention);
    if (mention || !about)
      continue;
    mention = att_mention_new (sqlite3_column_int (s, 0), name, (const char *) sqlite3_column_text (s, 2));
    mention->score = 1;
    g_ptr_array_add (mentions, mention);
  }
  return s != NULL;
}

static gboolean
apply_strikes (AttDatabase *db, GPtrArray *mentions, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT kind, name FROM struck_actor", "");
  while (s && att_database_row (db, s, error)) {
    AttMention *mention = find (mentions, sqlite3_column_int (s, 0), (const char *) sqlite3_column_text (s, 1));
    if (mention)
      g_ptr_array_remove (mentions, mention);
  }
  return s != NULL;
}

GPtrArray *
att_corrections_apply (AttDatabase *db, gint64 article, const GPtrArray *mentions, GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
  for (guint i = 0; mentions && i < mentions->len; i++)
    g_ptr_array_add (copies, att_mention_copy (g_ptr_array_index (mentions, i)));
  return apply_verdicts (db, article, FALSE, copies, error) && apply_names (db, copies, error) && apply_strikes (db, copies, error)
         && apply_verdicts (db, article, TRUE, copies, error) ? g_steal_pointer (&copies) : NULL;
}

/* The stored marks of an article, corrected and stored again. */
static gboolean
rewrite (AttDatabase *db, gint64 article, AttChange *change, GError **error)
{
  gint64 published = att_database_number (db, -1, "SELECT published FROM article WHERE id=?", "i", article);
  if (published == -1) {
    att_articles_lack (article, error);
    return FALSE;
  }
  g_autoptr (GPtrArray) stored = att_topics_of_article (db, article, error);
  g_autoptr (GPtrArray) corrected = stored ? att_corrections_apply (db, article, stored, error) : NULL;
  if (corrected == NULL || !att_topics_forget (db, article, error))
    return FALSE;
  g_autoptr (GBytes) topics = att_topics_write (db, article, corrected, error);
  g_array_append_val (change->touched, article);
  return topics && att_topics_of_entry (db, article, published, topics, error);
}

static gboolean
keep_verdict (AttDatabase *db, const AttCorrection *c, GError **error)
{
  return att_database_run (db, error, "INSERT INTO correction_before (article, kind, name, label, verdict, made) SELECT article, kind, name, label, verdict, made FROM correction "
                           "WHERE article=? AND kind=? AND name=? AND verdict<>?", "iisi", c->article, (gint64) c->kind, c->name, (gint64) c->about);
}

gboolean
att_corrections_set (AttDatabase *db, const AttCorrection *c, gint64 now, AttChange *change, GError **error)
{
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = keep_verdict (db, c, error)
                  && att_database_run (db, error, "INSERT OR REPLACE INTO correction (article, kind, name, label, verdict, made) VALUES (?, ?, ?, ?, ?, ?)", "iissii", c->article,
                                    (gint64) c->kind, c->name, c->label, (gint64) c->about, now)
                  && rewrite (db, c->article, change, error);
  if (done && c->kind == ATT_TOPIC_PERSON && !c->about)
    done = att_database_run (db, error, "UPDATE quote SET speaker=NULL WHERE article=? AND speaker=?", "is", c->article, c->name);
  return att_database_end (db, done, error);
}

gboolean
att_corrections_drop (AttDatabase *db, gint64 article, AttTopicKind kind, const char *name, GError **error)
{
  if (!att_database_begin (db, error))
    return FALSE;
  gint64 before = att_database_number (db, 0, "SELECT max(n) FROM correction_before WHERE article=? AND kind=? AND name=?", "iis", article, (gint64) kind, name);
  gboolean done = att_database_run (db, error, "DELETE FROM correction WHERE article=? AND kind=? AND name=?", "iis", article, (gint64) kind, name)
                  && att_database_run (db, error, "INSERT INTO correction (article, kind, name, label, verdict, made) SELECT article, kind, name, label, verdict, made FROM correction_before WHERE n=?", "i", before)
                  && att_database_run (db, error, "DELETE FROM correction_before WHERE n=?", "i", before);
  return att_database_end (db, done, error);
}

static GArray *
articles_naming (AttDatabase *db, AttTopicKind kind, const char *name, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT article FROM evidence WHERE topic=(SELECT id FROM topic WHERE kind=? AND name=?)", "is", (gint64) kind, name);
  while (s && att_database_row (db, s, error)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    g_array_append_val (ids, id);
  }
  return ids;
}

gboolean
att_corrections_rewrite (AttDatabase *db, AttTopicKind kind, const char *name, AttChange *change, GError **error)
{
  g_autoptr (GArray) ids = articles_naming (db, kind, name, error);
  gboolean done = TRUE;
  for (guint i = 0; done && i < ids->len; i++)
    done = rewrite (db, g_array_index (ids, gint64, i), change, error);
  return done;
}

#define DEED "(SELECT coalesce(max(deed), 0) FROM same_actor_before)"

/* All that a merge changes, as it was. */
static gboolean
keep_before (AttDatabase *db, AttTopicKind kind, const char *name, const char *same_as, GError **error)
{
  return att_database_run (db, error, "INSERT INTO same_actor_before (deed, kind, of, name, same_as, made) SELECT " DEED " + 1, ?1, ?2, ?2, (SELECT same_as FROM same_actor WHERE kind=?1 AND name=?2), "
                           "coalesce((SELECT made FROM same_actor WHERE kind=?1 AND name=?2), 0)", "is", (gint64) kind, name)
         && att_database_run (db, error, "INSERT INTO same_actor_before (deed, kind, of, name, same_as, made) SELECT " DEED ", kind, ?2, name, same_as, made FROM same_actor "
                              "WHERE kind=?1 AND name<>?2 AND (name=?3 OR same_as=?2)", "iss", (gint64) kind, name, same_as);
}

gboolean
att_corrections_unmerge (AttDatabase *db, AttTopicKind kind, const char *name, GError **error)
{
  gint64 deed = att_database_number (db, 0, "SELECT max(deed) FROM same_actor_before WHERE kind=? AND of=?", "is", (gint64) kind, name);
  if (att_database_number (db, 0, "SELECT 1 FROM same_actor WHERE kind=? AND name=?", "is", (gint64) kind, name) == 0) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("Nobody was said to be the same as %s."), name);
    return FALSE;
  }
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = att_database_run (db, error, "DELETE FROM same_actor WHERE kind=? AND name=?", "is", (gint64) kind, name)
                  && att_database_run (db, error, "INSERT OR REPLACE INTO same_actor (kind, name, same_as, made) SELECT kind, name, same_as, made FROM same_actor_before WHERE deed=? AND same_as IS NOT NULL", "i", deed)
                  && att_database_run (db, error, "DELETE FROM same_actor_before WHERE deed=?1 OR (deed>?1 AND kind=?2 AND name=?3 AND of<>?3)", "iis", deed, (gint64) kind, name);   /* and no later one brings it back */
  return att_database_end (db, done, error);
}

gboolean
att_corrections_merge (AttDatabase *db, AttTopicKind kind, const char *name, const char *same_as, gint64 now, AttChange *change, GError **error)
{
  if (strcmp (name, same_as) == 0 || !att_database_begin (db, error))
    return strcmp (name, same_as) == 0;
  /* what was merged into the old name follows; nothing may point in a circle */
  gboolean done = keep_before (db, kind, name, same_as, error)
                  && att_database_run (db, error, "DELETE FROM same_actor WHERE kind=? AND name=?", "is", (gint64) kind, same_as)
                  && att_database_run (db, error, "UPDATE same_actor SET same_as=? WHERE kind=? AND same_as=?", "sis", same_as, (gint64) kind, name)
                  && att_database_run (db, error, "INSERT OR REPLACE INTO same_actor (kind, name, same_as, made) VALUES (?, ?, ?, ?)", "issi", (gint64) kind, name, same_as, now)
                  && att_database_run (db, error, "UPDATE quote SET speaker=? WHERE speaker=?", "ss", same_as, name)
                  && att_corrections_rewrite (db, kind, name, change, error);
  return att_database_end (db, done, error);
}

GPtrArray *
att_corrections_list (AttDatabase *db, const char *theme, GError **error)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) att_correction_free);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT article, kind, name, label, verdict, made FROM correction WHERE ?1 IS NULL OR (kind=?2 AND name=?1) ORDER BY made, article, kind, name",
                                      "si", theme, (gint64) ATT_TOPIC_THEME);
  while (s && att_database_row (db, s, error)) {
    AttCorrection *c = att_correction_new (sqlite3_column_int64 (s, 0), sqlite3_column_int (s, 1), (const char *) sqlite3_column_text (s, 2),
                                           (const char *) sqlite3_column_text (s, 3), sqlite3_column_int (s, 4));
    c->made = sqlite3_column_int64 (s, 5);
    g_ptr_array_add (all, c);
  }
  return all;
}
