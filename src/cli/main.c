/* main.c: attachectl, the desk from the command line.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/verb.h"

#include "base/url.h"
#include "fetch/fetcher.h"

#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const AttVerb *const VERBS[] = {
  &att_verb_add, &att_verb_remove, &att_verb_feeds, &att_verb_import, &att_verb_export, &att_verb_refresh, &att_verb_sign_in, &att_verb_pages, &att_verb_list, &att_verb_topics, &att_verb_articles, &att_verb_trends, &att_verb_note, &att_verb_label, &att_verb_monitor, &att_verb_keep, &att_verb_contacts, &att_verb_backup, &att_verb_restore, &att_verb_rescue, &att_verb_diagnose,
  &att_verb_show, &att_verb_correct, &att_verb_corrections, &att_verb_topic, &att_verb_parse, &att_verb_outlines, &att_verb_extract, &att_verb_analyze,
};

static void
print_help (FILE *to)
{
  fputs ("Usage: attachectl VERB [OPTION…] [ARGUMENT…]\n\nMedia monitoring for diplomacy, from the command line.\n\n", to);
  for (guint i = 0; i < G_N_ELEMENTS (VERBS); i++)
    fprintf (to, "  %-11s %s\n", VERBS[i]->name, VERBS[i]->summary);
  fputs ("\nattachectl VERB --help says more. Exit status: 0 done, 1 failed, 2 bad usage or bad input.\n", to);
}

/* What is printed is done only once it is written: on a full disk it is not. */
static int
run (const AttVerb *verb, int argc, char **argv)
{
  int status = verb->run (argc, argv);
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  fprintf (stderr, "attachectl %s: what it prints cannot be written: %s. Make room, or print to another place.\n", verb->name, g_strerror (errno));
  return status == ATT_EXIT_DONE ? ATT_EXIT_FAILED : status;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ATT_LOCALE_DIR);   /* what went wrong is told in the person's language */
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  att_fetcher_prepare ();
  if (argc < 2) {
    print_help (stderr);
    return ATT_EXIT_BAD;
  }
  g_auto (GStrv) arguments = att_url_hide_logins (argc, argv);
  g_autofree char **left = g_memdup2 (arguments, (argc + 1) * sizeof *arguments);   /* reading options takes them out */
  for (guint i = 0; i < G_N_ELEMENTS (VERBS); i++)
    if (strcmp (argv[1], VERBS[i]->name) == 0)
      return run (VERBS[i], argc - 1, left + 1);
  if (strcmp (argv[1], "--version") == 0) {
    puts ("attachectl " ATT_VERSION);
    return ATT_EXIT_DONE;
  }
  gboolean help = strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0;
  if (!help)
    fprintf (stderr, "attachectl: there is no verb \"%s\".\n", argv[1]);
  print_help (help ? stdout : stderr);
  return help ? ATT_EXIT_DONE : ATT_EXIT_BAD;
}
