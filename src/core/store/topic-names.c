/* topic-names.c: what topics are called, read once each.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/topic-names.h"

struct _AttTopicNames { GHashTable *known; };   /* topic → AttNamedTopic */

static void
name_free (gpointer data)
{
  AttNamedTopic *name = data;
  g_free (name->name);
  g_free (name->label);
  g_free (name->section);
  g_free (name);
}

AttTopicNames *
att_topic_names_new (void)
{
  AttTopicNames *self = g_new (AttTopicNames, 1);
  self->known = g_hash_table_new_full (NULL, NULL, NULL, name_free);
  return self;
}

void
att_topic_names_free (AttTopicNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_free (self);
}

void
att_topic_names_clear (AttTopicNames *self)
{
  g_hash_table_remove_all (self->known);
}

const AttNamedTopic *
att_topic_names_get (AttTopicNames *self, AttDatabase *db, guint32 topic)
{
  AttNamedTopic *name = g_hash_table_lookup (self->known, GUINT_TO_POINTER (topic));
  if (name)
    return name;
  sqlite3_stmt *s = att_database_ask (db, NULL, "SELECT kind, name, label, section, position FROM topic WHERE id=?", "i", (gint64) topic);
  if (s == NULL || !att_database_row (db, s, NULL))
    return NULL;
  name = g_new (AttNamedTopic, 1);
  *name = (AttNamedTopic) { sqlite3_column_int (s, 0), g_strdup ((const char *) sqlite3_column_text (s, 1)), g_strdup ((const char *) sqlite3_column_text (s, 2)),
                           g_strdup ((const char *) sqlite3_column_text (s, 3)), sqlite3_column_int (s, 4) };
  sqlite3_reset (s);
  g_hash_table_insert (self->known, GUINT_TO_POINTER (topic), name);
  return name;
}
