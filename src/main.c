/* main.c: Attaché, the desktop program.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/url.h"
#include "desk/desk.h"
#include "ui/app/application.h"
#include "ui/platform/platform.h"

#include <glib/gi18n.h>
#include <locale.h>

/* Where the program was put, wherever that is: its settings, icons and languages lie beside it. NULL: it is not installed. */
static char *
find_share (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL), *folder = program ? g_path_get_dirname (program) : NULL;
  g_autofree char *share = folder ? g_build_filename (folder, "..", "share", NULL) : NULL, *schema = share ? g_build_filename (share, "glib-2.0", "schemas", ATT_APP_ID ".gschema.xml", NULL) : NULL;
  return schema && g_file_test (schema, G_FILE_TEST_EXISTS) ? g_canonicalize_filename (share, NULL) : NULL;
}

static void
look_in (const char *share)
{
  const char *others = g_getenv ("XDG_DATA_DIRS");
  g_autofree char *all = g_strconcat (share, ":", others && *others ? others : "/usr/local/share:/usr/share", NULL);
  g_setenv ("XDG_DATA_DIRS", all, TRUE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  att_fetcher_prepare ();
  g_autofree char *share = find_share (), *languages = share ? g_build_filename (share, "locale", NULL) : g_strdup (ATT_LOCALE_DIR);
  if (share)
    look_in (share);
  bindtextdomain (GETTEXT_PACKAGE, languages);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  att_platform_choose_renderer ();
  g_set_application_name ("Attaché");

  g_auto (GStrv) arguments = att_url_hide_logins (argc, argv);
  g_autoptr (AttApplication) application = att_application_new ();
  return g_application_run (G_APPLICATION (application), argc, arguments);
}
