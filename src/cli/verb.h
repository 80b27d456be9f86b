/* verb.h: one thing attachectl can do; a verb a file, a table in main.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A verb gets its own arguments (argv[0] is its name) and returns the exit status: 0 done, 1 failed, 2 bad usage or
 * bad input. Errors are printed here and nowhere else.
 */
#pragma once

#include "press/article.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

enum { ATT_EXIT_DONE, ATT_EXIT_FAILED, ATT_EXIT_BAD };

typedef struct {
  const char *name, *arguments, *summary;
  int (*run) (int argc, char **argv);
  gboolean takes_filter;   /* what is no option is part of a filter: -topic:iran */
} AttVerb;

extern const AttVerb att_verb_parse, att_verb_outlines, att_verb_extract, att_verb_analyze, att_verb_add, att_verb_remove, att_verb_feeds,
  att_verb_import, att_verb_export, att_verb_trends, att_verb_contacts, att_verb_diagnose, att_verb_rescue, att_verb_note, att_verb_label, att_verb_monitor, att_verb_keep, att_verb_backup, att_verb_restore, att_verb_articles, att_verb_refresh, att_verb_sign_in, att_verb_pages, att_verb_list, att_verb_topics, att_verb_show, att_verb_correct, att_verb_corrections, att_verb_topic;

/* Parses options; --help prints and returns FALSE with *status 0, a bad option with *status 2. */
gboolean att_verb_options (const AttVerb *verb, int *argc, char ***argv, const GOptionEntry *entries, int *status);

int     att_verb_fail       (const AttVerb *verb, const GError *error);   /* prints it; the exit status that fits its code */
int     att_verb_usage      (const AttVerb *verb, const char *why);       /* prints why and the usage; ATT_EXIT_BAD */
GBytes *att_verb_read       (const char *file, GError **error);           /* a file, or standard input for "-" */

/* What the verbs that read one file have in common: their options, and the file's bytes. NULL: *status is to be returned.
 * address_option: the name of the option that says where the file came from; NULL: none, and no type. */
GBytes *att_verb_one_file (const AttVerb *verb, int argc, char **argv, const char *address_option, char **address, char **type, int *status);

void    att_verb_print_json (JsonBuilder *builder, gboolean pretty);      /* one JSON text and a newline on standard output */

/* JsonBuilder in one line a member; a NULL text is left out. */
void    att_json_text       (JsonBuilder *builder, const char *member, const char *text);
void    att_json_number     (JsonBuilder *builder, const char *member, gint64 value);
void    att_json_date       (JsonBuilder *builder, const char *member, gint64 seconds);   /* 0 is left out */

/* What the source said beside the words: language, image, comments, source, categories, enclosures, its own marks. */
void    att_json_provenance (JsonBuilder *builder, const AttArticle *article);

/* Topics, actors and quotes, as three members. */
void    att_json_marks      (JsonBuilder *builder, const AttArticle *article);

G_END_DECLS
