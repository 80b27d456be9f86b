/* rounds.c: waiting for a desk, as the tests of it do.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "../answers.h"
#include "rounds.h"

static void
finished_cb (AttDesk *desk, gboolean *finished)
{
  *finished = TRUE;
}

void
rounds_wait (AttDesk *desk)
{
  gboolean finished = FALSE;
  gulong id = g_signal_connect (desk, "finished", G_CALLBACK (finished_cb), &finished);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (desk, id);
}

GPtrArray *
rounds_feeds (AttDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  att_store_feeds_async (att_desk_get_store (desk), NULL, answers_cb, &result);
  answers_wait (&result);
  GPtrArray *feeds = att_store_finish (att_desk_get_store (desk), result, &error);
  g_assert_no_error (error);
  return feeds;
}
