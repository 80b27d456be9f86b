/* session.c: the desk, opened for one verb.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "base/error.h"
#include "store/backup.h"
#include "store/feeds.h"
#include "store/migrate.h"

#include <glib/gstdio.h>
#include <unistd.h>

char *
att_session_profile (const char *option)
{
  return option ? g_strdup (option) : g_build_filename (g_get_user_data_dir (), "attache", NULL);
}

AttDatabase *
att_session_database (const char *profile, AttDatabaseMode mode, GError **error)
{
  g_autofree char *folder = att_session_profile (profile);
  g_autofree char *path = g_build_filename (folder, "desk.db", NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !att_backup_settle (path, error))   /* a copy was being put in its place */
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {   /* a mistyped folder: only what brings something in makes a desk */
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, "there is no desk in %s yet. Add a feed first: attachectl add ADDRESS.", folder);
    return NULL;
  }
  g_autoptr (GError) refused = NULL;
  AttDatabase *db = att_database_open (path, mode, &refused);
  gboolean unfinished = db == NULL && mode == ATT_DATABASE_READ && g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;   /* a program was killed while it wrote */
  if (refused && !unfinished)
    g_propagate_error (error, g_steal_pointer (&refused));
  if (!unfinished && (db == NULL || !att_migrate_is_needed (db)))
    return db;
  g_clear_pointer (&db, att_database_close);   /* that, or an older desk: whoever writes brings it to what is read here */
  g_autoptr (AttDatabase) writer = att_database_open (path, ATT_DATABASE_WRITE, error);
  return writer ? att_database_open (path, mode, error) : NULL;
}

gboolean
att_session_check (const char *profile, GError **error)
{
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, error);
  return db != NULL;
}

gint64
att_session_feed (const AttVerb *verb, AttDatabase *db, const char *words, int *status)
{
  guint n;
  gint64 feed = att_feeds_find (db, words, &n);
  g_autofree char *why = n > 1 && feed == 0 ? g_strdup_printf ("%u feeds are called “%s”. Give the number or the address of one; attachectl feeds lists them.", n, words) : NULL;
  if (feed == 0)
    *status = att_verb_usage (verb, why ? why : "there is no such feed; attachectl feeds lists them.");
  return feed;
}

gint64
att_session_article (const AttVerb *verb, AttDatabase *db, const char *words, int *status)
{
  guint64 id = 0;   /* "1abc" is no number */
  if (g_ascii_string_to_unsigned (words, 10, 1, G_MAXINT64, &id, NULL) && att_database_number (db, 0, "SELECT 1 FROM article WHERE id=?", "i", (gint64) id))
    return id;
  *status = att_verb_usage (verb, "there is no article of that number; attachectl list prints them.");
  return 0;
}
