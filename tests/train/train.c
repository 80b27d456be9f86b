/* train.c: weights learned from labelled articles.   train topics|speakers OUTPUT LABELLED..., events OUTPUT SENTENCES... or pages FOLDER PAGES...
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "train.h"

#include <stdlib.h>
#include <string.h>

#define FOLDS 5

void
att_train_write (const char *path, GString *text)
{
  g_autoptr (GError) error = NULL;
  if (!g_file_set_contents (path, text->str, text->len, &error)) {
    g_printerr ("train: %s\n", error->message);
    exit (1);
  }
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  if (argc > 3 && (strcmp (argv[1], "pages") == 0 || strcmp (argv[1], "unseen-pages") == 0)) {
    att_train_pages (argv + 3, FOLDS, argv[2], *argv[1] == 'u');
    return 0;
  }
  gboolean events = argc > 3 && strcmp (argv[1], "events") == 0;
  if (argc < 4 || (!events && strcmp (argv[1], "topics") != 0 && strcmp (argv[1], "speakers") != 0)) {
    g_printerr ("usage: train topics|speakers OUTPUT LABELLED..., events OUTPUT SENTENCES... or pages FOLDER PAGES...\n");
    return 2;
  }
  g_autoptr (GError) error = NULL;
  g_autoptr (AttLexicon) lexicon = att_lexicon_new (NULL, &error);
  if (lexicon == NULL) {
    g_printerr ("train: %s\n", error->message);
    return 1;
  }
  if (events) {
    att_train_events (lexicon, argv + 3, FOLDS, argv[2]);
    return 0;
  }
  g_autoptr (GPtrArray) articles = att_labelled_read (argv + 3, FOLDS);
  (strcmp (argv[1], "topics") == 0 ? att_train_topics : att_train_speakers) (lexicon, articles, FOLDS, argv[2]);
  return 0;
}
