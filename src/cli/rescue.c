/* rescue.c: attachectl rescue: what can be read of a damaged desk, in a new one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "store/salvage.h"

#include <stdio.h>

static int
run (int argc, char **argv)
{
  g_autofree char *profile = NULL;
  gboolean anyway = FALSE;
  g_autoptr (GError) error = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "anyway", 0, 0, G_OPTION_ARG_NONE, &anyway, "Although it seems to be sound", NULL },
    { 0 },
  };
  if (!att_verb_options (&att_verb_rescue, &argc, &argv, entries, &status))
    return status;
  g_autofree char *folder = att_session_profile (profile), *path = g_build_filename (folder, "desk.db", NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return att_verb_usage (&att_verb_rescue, "there is no desk in this folder.");
  if (!anyway && att_salvage_is_sound (path)) {
    puts ("The desk is sound.");
    return ATT_EXIT_DONE;
  }
  g_autoptr (AttSalvage) salvage = att_salvage_run (path, &error);
  if (salvage == NULL)
    return att_verb_fail (&att_verb_rescue, error);
  printf ("Saved: %u feeds, %u stories, %u notes.%s\nThe damaged desk is %s.\n", salvage->feeds, salvage->articles, salvage->notes, salvage->unread ? " Some rows could not be read." : "", salvage->aside);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_rescue = { "rescue", "[--anyway]", "Save what can be read of a damaged desk; close the window first.", run };
