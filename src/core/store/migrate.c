/* migrate.c: an older store brought to what this program writes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/migrate.h"

#include "base/error.h"
#include "store/identity.h"

#include <glib/gi18n-lib.h>

#define FOLDER "/org/attache/Attache/migrations/"

/* What SQL cannot say of a migration, run behind it in the same transaction. */
typedef gboolean (*Finish) (AttDatabase *database, GError **error);

static const struct { const char *name; Finish finish; } MIGRATIONS[] = {
  { "0001-press.sql", NULL }, { "0002-identity.sql", att_identity_adopt }, { "0003-corrections.sql", NULL }, { "0004-pages.sql", NULL },
  { "0005-page-again.sql", NULL }, { "0006-change.sql", NULL }, { "0007-keep.sql", NULL }, { "0008-monitor.sql", NULL },
  { "0009-organise.sql", NULL }, { "0010-note.sql", NULL }, { "0011-actor.sql", NULL }, { "0012-burst.sql", NULL },
  { "0013-contact.sql", NULL }, { "0014-attribution.sql", NULL }, { "0015-language.sql", NULL },
  { "0016-numbers.sql", NULL }, { "0017-heard.sql", NULL }, { "0018-merge.sql", NULL }, { "0019-spaced.sql", NULL }, { "0020-letters.sql", NULL }, { "0021-shapes.sql", NULL }, { "0022-walk.sql", NULL },
  { "0023-judged-before.sql", NULL },
};

guint
att_migrate_version (void)
{
  return G_N_ELEMENTS (MIGRATIONS);
}

static gint64
version_of (AttDatabase *database)
{
  return att_database_number (database, -1, "PRAGMA user_version", "");
}

gboolean
att_migrate_is_needed (AttDatabase *database)
{
  gint64 version = version_of (database);
  return version >= 0 && version < (gint64) att_migrate_version ();
}

static gboolean
run (AttDatabase *database, guint i, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, MIGRATIONS[i].name, NULL);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, 0, error);
  if (sql == NULL)
    return FALSE;
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version=%u", i + 1);
  if (!att_database_begin (database, error))
    return FALSE;
  if (version_of (database) > (gint64) i) {   /* another program was here first */
    att_database_roll_back (database);
    return TRUE;
  }
  if (att_database_script (database, g_bytes_get_data (sql, NULL), error) && (MIGRATIONS[i].finish == NULL || MIGRATIONS[i].finish (database, error))
      && att_database_script (database, version, error)
      && att_database_commit (database, error)) {
    g_debug ("the store is brought to version %u", i + 1);
    return TRUE;
  }
  att_database_roll_back (database);
  return FALSE;
}

gboolean
att_migrate (AttDatabase *database, GError **error)
{
  gint64 version = version_of (database);
  gint64 tables = att_database_number (database, -1, "SELECT count(*) FROM sqlite_schema", "");
  if (version < 0 || tables < 0)
    return att_database_fail (database, error);
  if (version > (gint64) att_migrate_version ()) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_NEWER,
                 _("This desk was last used by a newer Attaché (store version %lld, this program knows %u). Install the newer program, or use another profile."),
                 (long long) version, att_migrate_version ());
    return FALSE;
  }
  if (version == 0 && tables > 0) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_DAMAGED, _("The file is a database, but not Attaché's. Choose another profile folder."));
    return FALSE;
  }
  for (guint i = version; i < att_migrate_version (); i++)
    if (!run (database, i, error))
      return FALSE;
  return TRUE;
}
