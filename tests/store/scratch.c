/* scratch.c: a store in a folder of its own, and away with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "scratch.h"

#include <glib/gstdio.h>

void
scratch_open (Scratch *self)
{
  g_autoptr (GError) error = NULL;
  self->folder = g_dir_make_tmp ("attache-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "desk.db", NULL);
  self->db = att_database_open (self->path, ATT_DATABASE_WRITE, &error);
  g_assert_no_error (error);
}

void
scratch_close (Scratch *self)
{
  static const char *const FILES[] = { "desk.db", "desk.db-wal", "desk.db-shm" };
  g_clear_pointer (&self->db, att_database_close);
  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++) {
    g_autofree char *path = g_build_filename (self->folder, FILES[i], NULL);
    g_unlink (path);
  }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}
