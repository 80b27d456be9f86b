/* verb.c: what the verbs of attachectl share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/verb.h"

#include "base/date.h"
#include "base/error.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

gboolean
att_verb_options (const AttVerb *verb, int *argc, char ***argv, const GOptionEntry *entries, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new (verb->arguments);
  g_autofree char *program = g_strconcat ("attachectl ", verb->name, NULL);
  gboolean help = FALSE, verbose = FALSE;
  const GOptionEntry own[] = { { "help", 0, 0, G_OPTION_ARG_NONE, &help, "Show this help", NULL }, { "verbose", 0, 0, G_OPTION_ARG_NONE, &verbose, "Tell on standard error what is done", NULL }, { 0 } };
  g_set_prgname (program);
  g_option_context_set_summary (context, verb->summary);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, verb->takes_filter);
  g_option_context_add_main_entries (context, own, NULL);
  if (entries)
    g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, &error)) {
    *status = att_verb_usage (verb, error->message);
    return FALSE;
  }
  for (int i = 1; verb->takes_filter && i < *argc; i++) {   /* no filter begins with two dashes */
    if (strcmp ((*argv)[i], "--") == 0) {   /* all behind it is filter */
      memmove (*argv + i, *argv + i + 1, (*argc - i) * sizeof **argv);
      (*argc)--;
      break;
    }
    if (g_str_has_prefix ((*argv)[i], "--")) {
      g_autofree char *why = g_strdup_printf ("there is no option %s.", (*argv)[i]);
      *status = att_verb_usage (verb, why);
      return FALSE;
    }
  }
  if (verbose)
    att_error_be_verbose ();
  if (help) {
    g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
    fputs (text, stdout);
    *status = ATT_EXIT_DONE;
    return FALSE;
  }
  return TRUE;
}

int
att_verb_fail (const AttVerb *verb, const GError *error)
{
  fprintf (stderr, "attachectl %s: %s\n", verb->name, error->message);
  gboolean input = g_error_matches (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED) || g_error_matches (error, ATT_ERROR, ATT_ERROR_USAGE)
                   || error->domain == G_FILE_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  return input ? ATT_EXIT_BAD : ATT_EXIT_FAILED;
}

int
att_verb_usage (const AttVerb *verb, const char *why)
{
  fprintf (stderr, "attachectl %s: %s\nUsage: attachectl %s %s\n", verb->name, why, verb->name, verb->arguments);
  return ATT_EXIT_BAD;
}

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 chunk[65536];
  ssize_t n;
  while ((n = read (STDIN_FILENO, chunk, sizeof chunk)) > 0)
    g_byte_array_append (all, chunk, n);
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

GBytes *
att_verb_read (const char *file, GError **error)
{
  if (strcmp (file, "-") == 0)
    return read_standard_input (error);
  char *data;
  gsize length;
  if (!g_file_get_contents (file, &data, &length, error))
    return NULL;
  return g_bytes_new_take (data, length);
}

GBytes *
att_verb_one_file (const AttVerb *verb, int argc, char **argv, const char *address_option, char **address, char **type, int *status)
{
  gboolean json;
  const GOptionEntry always = { "json", 0, 0, G_OPTION_ARG_NONE, &json, "Print JSON (this verb always does)", NULL };
  const GOptionEntry with_address[] = {
    { address_option, 0, 0, G_OPTION_ARG_STRING, address, "The address the file came from", "URL" },
    { "content-type", 0, 0, G_OPTION_ARG_STRING, type, "The Content-Type its server gave", "TYPE" },
    always,
    { 0 },
  }, bare[] = { always, { 0 } };
  if (!att_verb_options (verb, &argc, &argv, address_option ? with_address : bare, status))
    return NULL;
  if (argc != 2) {
    *status = att_verb_usage (verb, "one file is wanted, or - for standard input.");
    return NULL;
  }
  g_autoptr (GError) error = NULL;
  GBytes *bytes = att_verb_read (argv[1], &error);
  if (bytes == NULL)
    *status = att_verb_fail (verb, error);
  return bytes;
}

void
att_verb_print_json (JsonBuilder *builder, gboolean pretty)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, pretty);
  gsize length;
  g_autofree char *text = json_generator_to_data (generator, &length);
  fwrite (text, 1, length, stdout);
  fputc ('\n', stdout);
}

void
att_json_text (JsonBuilder *builder, const char *member, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

void
att_json_number (JsonBuilder *builder, const char *member, gint64 value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

void
att_json_date (JsonBuilder *builder, const char *member, gint64 seconds)
{
  g_autofree char *text = seconds ? att_date_format (seconds) : NULL;
  att_json_text (builder, member, text);
}
