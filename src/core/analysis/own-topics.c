/* own-topics.c: the topics a person made, and what was learned of any topic, in files beside the store.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/own-topics.h"

#include "base/error.h"
#include "base/table.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define FEW_TERMS 1.5        /* a person names few terms, and means every one: half way there before the first */
#define TOPICS_TABLE "/org/attache/Attache/analysis/topics.tsv"
#define TERMS_TABLE "/org/attache/Attache/analysis/terms.tsv"

static char *
path_of (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat ("own-", name, ".tsv", NULL);
  return g_build_filename (folder, file, NULL);
}

/* A table that is not there yet has no rows; of one that cannot be read nobody knows. */
static char **
read_rows (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = path_of (folder, name), *text = NULL;
  GError *failure = NULL;
  if (g_file_get_contents (path, &text, NULL, &failure))
    return g_strsplit (text, "\n", -1);
  gboolean none = g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  if (!none && error)
    g_propagate_error (error, g_steal_pointer (&failure));
  g_clear_error (&failure);
  return none || error == NULL ? g_new0 (char *, 1) : NULL;
}

/* Nobody else changes the tables until it is closed: the window and the command line may at once. -1 with error. */
static int
lock (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, ATT_OWN_TOPICS_LOCK, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The folder %s cannot be made: %s."), folder, g_strerror (errno));
    return -1;
  }
  int file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0 && flock (file, LOCK_EX) == 0)
    return file;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
  if (file >= 0)
    close (file);
  return -1;
}

/* Says what was done until then. */
static gboolean
unlock (int held, gboolean done)
{
  if (held >= 0)
    close (held);
  return done;
}

/* Whether a row speaks of a topic: "id<TAB>..." or, of its bias, "topic/id<TAB>...", and "threshold/id<TAB>...". */
static gboolean
is_of (const char *row, const char *id)
{
  const char *slash = strchr (row, '/');
  if (g_str_has_prefix (row, "topic/") || g_str_has_prefix (row, "threshold/"))
    row = slash + 1;
  gsize n = strlen (id);
  return strncmp (row, id, n) == 0 && row[n] == '\t';
}

/* The rows of all other topics, and these; the file is never half there. */
static gboolean
replace_rows (const char *folder, const char *name, const char *id, const char *rows, GError **error)
{
  g_auto (GStrv) old = read_rows (folder, name, error);
  g_autofree char *path = path_of (folder, name);
  g_autoptr (GString) out = g_string_new (NULL);
  if (old == NULL)
    return FALSE;
  for (guint i = 0; old[i]; i++)
    if (*old[i] && !is_of (old[i], id))
      g_string_append_printf (out, "%s\n", old[i]);
  g_string_append (out, rows);
  return g_file_set_contents (path, out->str, out->len, error);
}

/* A shipped topic keeps the bias it learned, one of one's own has none; the threshold comes on top. */
static double
base_of (const AttLexicon *lexicon, const char *id)
{
  for (guint i = 0; lexicon && i < lexicon->themes->len; i++) {
    const AttTheme *theme = &g_array_index (lexicon->themes, AttTheme, i);
    if (strcmp (theme->id, id) == 0 && att_own_topics_is_shipped (id))
      return theme->shipped_bias;
  }
  return FEW_TERMS;
}

/* A conjunction of more phrases than the engine looks for would never be found. */
static gboolean
is_short_enough (const char *pattern, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (pattern, " + ", -1);
  if (g_strv_length (parts) <= ATT_MAX_PARTS)
    return TRUE;
  g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("“%s” asks for too many phrases at once; the most is %u. Leave some of them out."), pattern, ATT_MAX_PARTS);
  return FALSE;
}

gboolean
att_own_topics_save (const char *folder, const AttLexicon *lexicon, const AttTopic *topic, GError **error)
{
  g_return_val_if_fail (folder != NULL && topic != NULL, FALSE);

  g_autofree char *row = g_strdup_printf ("%s\t%s\t%s\n", topic->id, topic->label, topic->section);
  g_autoptr (GString) terms = g_string_new (NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE], share[G_ASCII_DTOSTR_BUF_SIZE];
  if (*topic->label == '\0' || topic->terms->len == 0) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_USAGE, _("A topic wants a name and at least one word or phrase that speaks of it."));
    return FALSE;
  }
  for (guint i = 0; i < topic->terms->len; i++) {
    const AttTopicTerm *term = g_ptr_array_index (topic->terms, i);
    if (!is_short_enough (term->pattern, error))
      return FALSE;
    g_string_append_printf (terms, "%s\t%s\t%s\t%s\town\n", topic->id, term->pattern, att_term_class_name (term->class), term->flags);
  }
  double bias = base_of (lexicon, topic->id) - log (topic->threshold / (1 - topic->threshold));
  g_autofree char *model = g_strdup_printf ("topic/%s\t%s\nthreshold/%s\t%s\n", topic->id, g_ascii_formatd (number, sizeof number, "%.3f", bias), topic->id,
                                            g_ascii_formatd (share, sizeof share, "%.3f", topic->threshold));
  int held = lock (folder, error);
  gboolean done = held >= 0 && replace_rows (folder, "topics", topic->id, row, error) && replace_rows (folder, "terms", topic->id, terms->str, error)
                  && replace_rows (folder, "topic-model", topic->id, model, error);
  return unlock (held, done);
}

gboolean
att_own_topics_learn (const char *folder, const char *id, const char *rows, GError **error)
{
  int held = lock (folder, error);
  return unlock (held, held >= 0 && replace_rows (folder, "topic-words", id, rows, error));
}

gboolean
att_own_topics_remove (const char *folder, const char *id, GError **error)
{
  int held = lock (folder, error);
  gboolean done = held >= 0 && replace_rows (folder, "topics", id, "", error) && replace_rows (folder, "terms", id, "", error) && replace_rows (folder, "topic-model", id, "", error)
                  && replace_rows (folder, "topic-words", id, "", error);
  return unlock (held, done);
}

static void
read_terms (AttTopic *topic, char *const *rows)
{
  for (guint i = 0; rows[i]; i++) {
    g_auto (GStrv) c = g_strsplit (rows[i], "\t", -1);
    AttTermClass class;
    if (is_of (rows[i], topic->id) && g_strv_length (c) == 5 && att_term_class_by_name (c[2], &class))
      att_topic_add_term (topic, class, c[1], c[3]);
  }
}

/* Of files older than the row for it: what the bias of a topic of one's own comes to. */
static double
threshold_of (char *const *rows, const char *id)
{
  double threshold = 0.5;
  for (guint i = 0; rows[i]; i++) {
    double value = is_of (rows[i], id) ? g_ascii_strtod (strchr (rows[i], '\t') + 1, NULL) : 0;
    if (is_of (rows[i], id) && g_str_has_prefix (rows[i], "threshold/"))
      return value;
    if (is_of (rows[i], id))
      threshold = 1 / (1 + exp (value - FEW_TERMS));
  }
  return threshold;
}

GPtrArray *
att_own_topics_list (const char *folder)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) att_topic_free);
  g_auto (GStrv) topics = read_rows (folder, "topics", NULL), terms = read_rows (folder, "terms", NULL), models = read_rows (folder, "topic-model", NULL);
  for (guint i = 0; topics[i]; i++) {
    g_auto (GStrv) c = g_strsplit (topics[i], "\t", -1);
    if (g_strv_length (c) < 2)
      continue;
    AttTopic *topic = att_topic_new (c[0], c[1], threshold_of (models, c[0]));
    if (c[2]) {
      g_free (topic->section);
      topic->section = g_strdup (c[2]);
    }
    read_terms (topic, terms);
    g_ptr_array_add (all, topic);
  }
  return all;
}

static void
read_shipped_term (char **c, guint line, gpointer data)
{
  AttTopic *topic = data;
  AttTermClass class;
  if (strcmp (c[0], topic->id) == 0 && att_term_class_by_name (c[2], &class))
    att_topic_add_term (topic, class, c[1], c[3]);
}

static void
read_shipped_topic (char **c, guint line, gpointer data)
{
  AttTopic *topic = data;
  if (strcmp (c[0], topic->id) != 0)
    return;
  g_free (topic->label);
  g_free (topic->section);
  topic->label = g_strdup (c[1]);
  topic->section = g_strdup (c[2]);
}

AttTopic *
att_own_topics_shipped (const char *id)
{
  g_autoptr (AttTopic) topic = att_topic_new (id, "", 0.5);
  g_autoptr (GBytes) topics = g_resources_lookup_data (TOPICS_TABLE, 0, NULL), terms = g_resources_lookup_data (TERMS_TABLE, 0, NULL);
  att_table_read (topics, 3, read_shipped_topic, topic);
  if (*topic->label == '\0')
    return NULL;
  att_table_read (terms, 5, read_shipped_term, topic);
  return g_steal_pointer (&topic);
}

gboolean
att_own_topics_is_shipped (const char *id)
{
  g_autoptr (AttTopic) topic = att_topic_new (id, "", 0.5);
  g_autoptr (GBytes) topics = g_resources_lookup_data (TOPICS_TABLE, 0, NULL);
  att_table_read (topics, 3, read_shipped_topic, topic);
  return *topic->label != '\0';
}

char *
att_own_topics_export (const char *folder)
{
  static const char *const NAMES[] = { "topics", "terms", "topic-model" };
  GString *out = g_string_new ("# Topics for Attaché: rows of three columns are topics, of five terms, of two how sure an article must be.\n");
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++) {
    g_auto (GStrv) rows = read_rows (folder, NAMES[i], NULL);
    for (guint k = 0; rows[k]; k++)
      if (*rows[k])
        g_string_append_printf (out, "%s\n", rows[k]);
  }
  return g_string_free (out, FALSE);
}

static const char TOPICS[] = "topics";

/* The rows of a file somebody gave away, by how many columns they have. */
static const char *
table_of (const char *row)
{
  guint n = 1;
  for (const char *p = row; *p; p++)
    n += *p == '\t';
  return n == 3 ? TOPICS : n == 5 ? "terms" : n == 2 ? "topic-model" : NULL;
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

/* The id of a topic is written in filters: letters, digits and hyphens. */
static gboolean
is_id (const char *row)
{
  const char *end = row + strcspn (row, "\t");
  for (const char *p = row; p < end; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && *p != '-')
      return FALSE;
  return end > row;
}

static gboolean
is_topics_file (char **rows, GError **error)
{
  guint n_topics = 0;
  for (guint i = 0; rows[i]; i++) {
    g_strchomp (rows[i]);
    const char *table = *rows[i] && *rows[i] != '#' ? table_of (rows[i]) : "";
    if (table == NULL) {
      g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("Line %u is neither a topic nor a term. Nothing was imported."), i + 1);
      return FALSE;
    }
    gboolean topic = table == TOPICS;
    if (!g_utf8_validate (rows[i], -1, NULL) || (topic && !is_id (rows[i]))) {
      g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("Line %u is not text in UTF-8 with a topic's id of letters, digits and hyphens before it. Nothing was imported."), i + 1);
      return FALSE;
    }
    g_auto (GStrv) columns = strcmp (table, "terms") == 0 ? g_strsplit (rows[i], "\t", -1) : NULL;
    if (columns && !is_short_enough (columns[1], error))
      return FALSE;
    n_topics += topic;
  }
  if (n_topics == 0)
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_USAGE, _("There is no topic in this file. Choose one that was exported as topics."));
  return n_topics > 0;
}

static gboolean
begins_topic (const char *row)
{
  return *row && *row != '#' && g_strcmp0 (table_of (row), "topics") == 0;
}

GPtrArray *
att_own_topics_read (const char *text, GError **error)
{
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  if (!is_topics_file (rows, error))
    return NULL;
  GPtrArray *topics = g_ptr_array_new_with_free_func ((GDestroyNotify) att_topic_free);
  for (guint i = 0; rows[i]; i++) {
    if (!begins_topic (rows[i]))
      continue;
    g_auto (GStrv) c = g_strsplit (rows[i], "\t", -1);
    AttTopic *topic = att_topic_new (c[0], c[1], threshold_of (rows, c[0]));
    read_terms (topic, rows);
    g_ptr_array_add (topics, topic);
  }
  return topics;
}

gboolean
att_own_topics_import (const char *folder, const char *text, guint *n_topics, GError **error)
{
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  *n_topics = 0;
  int held = is_topics_file (rows, error) ? lock (folder, error) : -1;
  gboolean done = held >= 0;
  for (guint i = 0; done && rows[i]; i++) {
    if (!begins_topic (rows[i]))
      continue;
    g_autofree char *id = g_strndup (rows[i], strcspn (rows[i], "\t"));
    done = import_one (folder, rows, id, error);
    *n_topics += done;
  }
  return unlock (held, done);
}
