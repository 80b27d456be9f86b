/* answers.c: waiting for what was asked of a store or a desk.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "answers.h"

void
answers_cb (GObject *source, GAsyncResult *result, gpointer answer)
{
  *(GAsyncResult **) answer = g_object_ref (result);
}

void
answers_wait (GAsyncResult *const *answer)
{
  while (*answer == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
read_number (AttDatabase *db, gpointer sql, AttChange *change, GError **error)
{
  return GSIZE_TO_POINTER (att_database_number (db, 0, sql, "") + 1);   /* NULL: it could not be asked */
}

guint
answers_number (AttStore *store, const char *sql)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  att_store_tell_async (store, read_number, (gpointer) sql, NULL, NULL, answers_cb, &answer);
  answers_wait (&answer);
  gsize number = GPOINTER_TO_SIZE (att_store_finish (store, answer, &error));
  g_assert_no_error (error);
  return number - 1;
}
