/* main.c: Attaché, the desktop program.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/url.h"
#include "desk/desk.h"
#include "ui/app/application.h"
#include "ui/platform/platform.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  att_fetcher_prepare ();
  bindtextdomain (GETTEXT_PACKAGE, ATT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  att_platform_choose_renderer ();
  g_set_application_name ("Attaché");

  g_auto (GStrv) arguments = att_url_hide_logins (argc, argv);
  g_autoptr (AttApplication) application = att_application_new ();
  return g_application_run (G_APPLICATION (application), argc, arguments);
}
