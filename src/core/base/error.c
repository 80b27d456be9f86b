/* error.c: the one error domain of the program.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/error.h"

G_DEFINE_QUARK (att-error-quark, att_error)

void
att_error_be_verbose (void)
{
  g_log_writer_default_set_use_stderr (TRUE);
  g_setenv ("G_MESSAGES_DEBUG", "attache-core attache-ui attachectl", TRUE);
}
