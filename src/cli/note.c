/* note.c: attachectl note and label: what a person saved out of articles, and puts on them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "base/date.h"
#include "store/labels.h"
#include "store/notes.h"

#include <stdio.h>
#include <string.h>

static void
print_notes (const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++) {
    const AttNote *note = g_ptr_array_index (notes, i);
    g_autoptr (JsonBuilder) b = json_builder_new ();
    json_builder_begin_object (b);
    att_json_number (b, "id", note->id);
    att_json_text (b, "passage", *note->passage ? note->passage : NULL);
    att_json_text (b, "words", *note->words ? note->words : NULL);
    att_json_date (b, "made", note->made);
    json_builder_end_object (b);
    att_verb_print_json (b, FALSE);
  }
}

static int
run_note (int argc, char **argv)
{
  g_autofree char *profile = NULL, *passage = NULL;
  g_autoptr (GError) error = NULL;
  int status = ATT_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "passage", 0, 0, G_OPTION_ARG_STRING, &passage, "The words of the article that are saved", "WORDS" },
    { 0 },
  };
  if (!att_verb_options (&att_verb_note, &argc, &argv, entries, &status))
    return status;
  if (argc < 2)
    return att_verb_usage (&att_verb_note, "an article's number is wanted.");
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_WRITE, &error);
  gint64 article = db ? att_session_article (&att_verb_note, db, argv[1], &status) : 0;
  if (article && (argc > 2 || passage)) {
    g_autofree char *words = g_strjoinv (" ", argv + 2);
    g_autoptr (AttNote) note = att_note_new (article, (AttSpan) { 0 }, passage, words);
    g_autoptr (AttChange) change = att_change_new ();
    att_notes_write (db, note, att_date_now (), change, &error);
  }
  g_autoptr (GPtrArray) notes = article && error == NULL ? att_notes_of_article (db, article, &error) : NULL;
  if (notes)
    print_notes (notes);
  return error ? att_verb_fail (&att_verb_note, error) : status;
}

static int
run_label (int argc, char **argv)
{
  g_autofree char *profile = NULL;
  gboolean off = FALSE;
  g_autoptr (GError) error = NULL;
  int status = ATT_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "off", 0, 0, G_OPTION_ARG_NONE, &off, "Take the label off", NULL },
    { 0 },
  };
  if (!att_verb_options (&att_verb_label, &argc, &argv, entries, &status))
    return status;
  if (argc > 3 || (argc == 3 && (*argv[2] == '\0' || strpbrk (argv[2], "\r\n"))))
    return att_verb_usage (&att_verb_label, "a label is one line that is not empty.");
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_WRITE, &error);
  gint64 article = db && argc > 1 ? att_session_article (&att_verb_label, db, argv[1], &status) : 0;
  if (article && argc > 2) {
    g_autoptr (AttChange) change = att_change_new ();
    att_labels_set (db, article, argv[2], !off, change, &error);
  }
  g_auto (GStrv) labels = db && error == NULL && status == ATT_EXIT_DONE ? (article ? att_labels_of_article (db, article, &error) : att_labels_list (db, &error)) : NULL;
  for (guint i = 0; labels && labels[i]; i++)
    puts (labels[i]);
  return error ? att_verb_fail (&att_verb_label, error) : status;
}

const AttVerb att_verb_note = { "note", "ARTICLE [WORDS…] [--passage WORDS]", "Save a passage or a note beside an article, or print those there are.", run_note };
const AttVerb att_verb_label = { "label", "[ARTICLE [LABEL] [--off]]", "Put a label on an article or take it off; print those of one, or all there are.", run_label };
