/* tidy.c: letting go of stories whose time is over, in the background.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/tidy.h"

#include "base/date.h"
#include "store/shelves.h"

#define AT_ONCE 200
#define LEAVING (24 * 3600)   /* seconds a feed that was unsubscribed from can come back */

static gpointer
tidy (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  if (att_shelves_purge (db, att_date_now () - LEAVING, change, error) < 0)
    return NULL;
  return GINT_TO_POINTER (att_retention_tidy (db, AT_ONCE, att_date_now (), change, error));
}

static void
tidied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttDesk) desk = data;
  g_autoptr (GError) error = NULL;
  int n = GPOINTER_TO_INT (att_store_finish (ATT_STORE (source), result, &error));
  if (error)
    att_desk_fail (desk, error);
  else if (n == AT_ONCE && att_desk_get_store (desk))   /* NULL: it was closed */
    att_desk_tidy (desk);
}

void
att_desk_tidy (AttDesk *desk)
{
  att_store_tell_async (att_desk_get_store (desk), tidy, NULL, NULL, NULL, tidied_cb, g_object_ref (desk));
}

typedef struct { char *folder; gint64 feed; gboolean own; AttKeep keep; } Wish;

static void
wish_free (gpointer data)
{
  g_free (((Wish *) data)->folder);
  g_free (data);
}

static gpointer
write_keep (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Wish *wish = data;
  att_retention_set (db, wish->folder, wish->feed, wish->own ? &wish->keep : NULL, error);
  return GINT_TO_POINTER (AT_ONCE);   /* there may be much to do now */
}

void
att_desk_set_keep (AttDesk *desk, const char *folder, gint64 feed, const AttKeep *keep)
{
  Wish *wish = g_new0 (Wish, 1);
  *wish = (Wish) { g_strdup (folder), feed, keep != NULL, keep ? *keep : (AttKeep) { 0, 0 } };
  att_store_tell_async (att_desk_get_store (desk), write_keep, wish, wish_free, NULL, tidied_cb, g_object_ref (desk));
}
