/* diagnose.c: attachectl diagnose: how the desk is doing, to be sent along when something is wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "base/date.h"
#include "store/condition.h"

#include <stdio.h>

static int
run (int argc, char **argv)
{
  g_autofree char *profile = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  const GOptionEntry entries[] = { { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" }, { 0 } };
  if (!att_verb_options (&att_verb_diagnose, &argc, &argv, entries, &status))
    return status;
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
  g_autofree char *condition = db ? att_condition_read (db, att_date_now (), &error) : NULL;
  if (condition == NULL)
    return att_verb_fail (&att_verb_diagnose, error);
  fputs (condition, stdout);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_diagnose = { "diagnose", "", "Print how the desk is doing, in numbers that name no feed, no host and nobody.", run };
