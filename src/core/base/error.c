/* error.c: the one error domain of the program.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/error.h"

G_DEFINE_QUARK (att-error-quark, att_error)

gboolean
att_error_is_out_of_reach (const GError *error)
{
  return g_error_matches (error, ATT_ERROR, ATT_ERROR_UNREACHABLE) || g_error_matches (error, ATT_ERROR, ATT_ERROR_TIMED_OUT);
}

void
att_error_be_verbose (void)
{
  g_log_writer_default_set_use_stderr (TRUE);
  g_setenv ("G_MESSAGES_DEBUG", "attache-core attache-ui attachectl", TRUE);
}
