/* own-topics.c: the topics a person made, and what was learned of any topic, in files beside the store.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/own-topics.h"

#include "base/error.h"
#include "base/text.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#define SECTION "My topics"
#define MAX_TERMS 500

static char *
id_of (const char *label)
{
  g_autofree char *folded = att_text_fold (label);
  GString *id = g_string_new ("my-");
  for (const char *p = folded; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_isalnum (c))
      g_string_append_unichar (id, c);
    else if (id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  }
  if (id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

/* Tabs and line ends would break the table. */
static char *
one_line (const char *text)
{
  char *line = g_strdup (text);
  g_strdelimit (line, "\t\r\n", ' ');
  return g_strstrip (line);
}

AttOwnTopic *
att_own_topic_new (const char *label, const char *const *terms, double threshold)
{
  AttOwnTopic *self = g_new0 (AttOwnTopic, 1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  self->label = one_line (label);
  self->id = id_of (self->label);
  self->threshold = CLAMP (threshold, 0.05, 0.95);
  for (guint i = 0; terms && terms[i] && kept->len < MAX_TERMS; i++) {
    char *term = one_line (terms[i]);
    if (*term)
      g_ptr_array_add (kept, term);
    else
      g_free (term);
  }
  g_ptr_array_add (kept, NULL);
  self->terms = (char **) g_ptr_array_free (g_steal_pointer (&kept), FALSE);
  return self;
}

void
att_own_topic_free (AttOwnTopic *self)
{
  g_free (self->id);
  g_free (self->label);
  g_strfreev (self->terms);
  g_free (self);
}

static char *
path_of (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat ("own-", name, ".tsv", NULL);
  return g_build_filename (folder, file, NULL);
}

static char **
read_rows (const char *folder, const char *name)
{
  g_autofree char *path = path_of (folder, name), *text = NULL;
  return g_file_get_contents (path, &text, NULL, NULL) ? g_strsplit (text, "\n", -1) : g_new0 (char *, 1);
}

/* Whether a row speaks of a topic: "id<TAB>..." or, of its bias, "topic/id<TAB>...". */
static gboolean
is_of (const char *row, const char *id)
{
  if (g_str_has_prefix (row, "topic/"))
    row += strlen ("topic/");
  gsize n = strlen (id);
  return strncmp (row, id, n) == 0 && row[n] == '\t';
}

/* The rows of all other topics, and these; the file is never half there. */
static gboolean
replace_rows (const char *folder, const char *name, const char *id, const char *rows, GError **error)
{
  g_auto (GStrv) old = read_rows (folder, name);
  g_autofree char *path = path_of (folder, name);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; old[i]; i++)
    if (*old[i] && !is_of (old[i], id))
      g_string_append_printf (out, "%s\n", old[i]);
  g_string_append (out, rows);
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, "The folder %s cannot be made: %s.", folder, g_strerror (errno));
    return FALSE;
  }
  return g_file_set_contents (path, out->str, out->len, error);
}

static const char *
class_of (const char *term)
{
  return *term == '-' ? "veto" : *term == '~' ? "generic" : "strong";
}

gboolean
att_own_topics_save (const char *folder, const AttOwnTopic *topic, GError **error)
{
  g_return_val_if_fail (folder != NULL && topic != NULL, FALSE);

  g_autofree char *row = g_strdup_printf ("%s\t%s\t%s\n", topic->id, topic->label, SECTION);
  g_autoptr (GString) terms = g_string_new (NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  if (*topic->label == '\0' || topic->terms[0] == NULL) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_USAGE, "A topic wants a name and at least one word or phrase that speaks of it.");
    return FALSE;
  }
  for (guint i = 0; topic->terms[i]; i++) {
    const char *term = topic->terms[i];
    g_string_append_printf (terms, "%s\t%s\t%s\t\town\n", topic->id, term + (*term == '-' || *term == '~'), class_of (term));
  }
  /* a person names few terms, and means every one: half way there before the first */
  double bias = 1.5 - log (topic->threshold / (1 - topic->threshold));
  g_autofree char *model = g_strdup_printf ("topic/%s\t%s\n", topic->id, g_ascii_formatd (number, sizeof number, "%.3f", bias));
  return replace_rows (folder, "topics", topic->id, row, error) && replace_rows (folder, "terms", topic->id, terms->str, error)
         && replace_rows (folder, "topic-model", topic->id, model, error);
}

gboolean
att_own_topics_learn (const char *folder, const char *id, const char *rows, GError **error)
{
  return replace_rows (folder, "topic-words", id, rows, error);
}

gboolean
att_own_topics_remove (const char *folder, const char *id, GError **error)
{
  return replace_rows (folder, "topics", id, "", error) && replace_rows (folder, "terms", id, "", error) && replace_rows (folder, "topic-model", id, "", error)
         && replace_rows (folder, "topic-words", id, "", error);
}

static char **
terms_of (char *const *rows, const char *id)
{
  GPtrArray *terms = g_ptr_array_new ();
  for (guint i = 0; rows[i]; i++) {
    g_auto (GStrv) c = g_strsplit (rows[i], "\t", -1);
    if (is_of (rows[i], id) && g_strv_length (c) >= 3)
      g_ptr_array_add (terms, g_strconcat (strcmp (c[2], "veto") == 0 ? "-" : strcmp (c[2], "generic") == 0 ? "~" : "", c[1], NULL));
  }
  g_ptr_array_add (terms, NULL);
  return (char **) g_ptr_array_free (terms, FALSE);
}

static double
threshold_of (char *const *rows, const char *id)
{
  for (guint i = 0; rows[i]; i++)
    if (is_of (rows[i], id))
      return 1 / (1 + exp (g_ascii_strtod (strchr (rows[i], '\t') + 1, NULL) - 1.5));
  return 0.5;
}

GPtrArray *
att_own_topics_list (const char *folder)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) att_own_topic_free);
  g_auto (GStrv) topics = read_rows (folder, "topics"), terms = read_rows (folder, "terms"), models = read_rows (folder, "topic-model");
  for (guint i = 0; topics[i]; i++) {
    g_auto (GStrv) c = g_strsplit (topics[i], "\t", -1);
    if (g_strv_length (c) < 2)
      continue;
    AttOwnTopic *topic = g_new0 (AttOwnTopic, 1);
    *topic = (AttOwnTopic) { g_strdup (c[0]), g_strdup (c[1]), terms_of (terms, c[0]), threshold_of (models, c[0]) };
    g_ptr_array_add (all, topic);
  }
  return all;
}

char *
att_own_topics_export (const char *folder)
{
  static const char *const NAMES[] = { "topics", "terms", "topic-model" };
  GString *out = g_string_new ("# Topics for Attaché: rows of three columns are topics, of five terms, of two how sure an article must be.\n");
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++) {
    g_auto (GStrv) rows = read_rows (folder, NAMES[i]);
    for (guint k = 0; rows[k]; k++)
      if (*rows[k])
        g_string_append_printf (out, "%s\n", rows[k]);
  }
  return g_string_free (out, FALSE);
}

/* The rows of a file somebody gave away, by how many columns they have. */
static const char *
table_of (const char *row)
{
  guint n = 1;
  for (const char *p = row; *p; p++)
    n += *p == '\t';
  return n == 3 ? "topics" : n == 5 ? "terms" : n == 2 ? "topic-model" : NULL;
}

/* The rows of a topic that belong in one of its tables. */
static char *
rows_for (char *const *rows, const char *id, const char *name)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; rows[i]; i++)
    if (*rows[i] && *rows[i] != '#' && is_of (rows[i], id) && g_strcmp0 (table_of (rows[i]), name) == 0)
      g_string_append_printf (out, "%s\n", rows[i]);
  return g_string_free (out, FALSE);
}

static gboolean
import_one (const char *folder, char *const *rows, const char *id, GError **error)
{
  static const char *const NAMES[] = { "topics", "terms", "topic-model" };
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++) {
    g_autofree char *mine = rows_for (rows, id, NAMES[i]);
    if (!replace_rows (folder, NAMES[i], id, mine, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
att_own_topics_import (const char *folder, const char *text, guint *n_topics, GError **error)
{
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  *n_topics = 0;
  for (guint i = 0; rows[i]; i++) {
    g_strchomp (rows[i]);
    if (*rows[i] && *rows[i] != '#' && table_of (rows[i]) == NULL) {
      g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, "Line %u is neither a topic nor a term. Nothing was imported.", i + 1);
      return FALSE;
    }
  }
  for (guint i = 0; rows[i]; i++) {
    if (*rows[i] == '\0' || *rows[i] == '#' || strcmp (table_of (rows[i]), "topics") != 0)
      continue;
    g_autofree char *id = g_strndup (rows[i], strcspn (rows[i], "\t"));
    if (!import_one (folder, rows, id, error))
      return FALSE;
    ++*n_topics;
  }
  return TRUE;
}
