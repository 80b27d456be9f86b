/* lexicon.c: what the desk knows: topics and their terms, states, bodies, office-holders, words of speech.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/lexicon-table.h"

#include "analysis/language.h"
#include "base/error.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define RESOURCE "/org/attache/Attache/analysis/"

static void
theme_clear (gpointer data)
{
  AttTheme *theme = data;
  g_free (theme->id);
  g_free (theme->label);
  g_free (theme->section);
}

static void
entry_clear (gpointer data)
{
  g_free (((AttEntry *) data)->exact);
}

static void
term_clear (gpointer data)
{
  g_free (((AttTerm *) data)->pattern);
}

static void
state_clear (gpointer data)
{
  AttState *state = data;
  g_free (state->code);
  g_free (state->label);
  g_strfreev (state->cues);
}

static void
body_clear (gpointer data)
{
  AttBody *body = data;
  g_free (body->id);
  g_free (body->name);
  g_free (body->kind);
}

static void
person_clear (gpointer data)
{
  AttPerson *person = data;
  g_free (person->name);
  g_free (person->family);
  g_free (person->office);
  g_free (person->of);
}

static GArray *
new_array (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);
  if (clear)
    g_array_set_clear_func (array, clear);
  return array;
}

/* The parts of terms that are one phrase, however it is written, become one entry. */
static gboolean
join_parts (AttEntry *last, const AttEntry *entry, GArray *parts, const GArray *from)
{
  AttPart part = g_array_index (from, AttPart, entry->index);
  gboolean joined = last && last->kind == ATT_ENTRY_PART && last->exact == NULL && entry->exact == NULL && last->n_parts < G_MAXUINT16;
  g_array_append_val (parts, part);
  if (joined)
    last->n_parts++;
  return joined;
}

/* Entries of one phrase come to stand side by side, so that reading them is reading on: next only says whether there is
 * another. */
static void
pack_entries (AttLexicon *self)
{
  GArray *packed = new_array (sizeof (AttEntry), entry_clear), *parts = new_array (sizeof (AttPart), NULL);
  for (guint state = 0; state < att_trie_n_states (self->trie); state++) {
    guint32 *value = att_trie_value (self->trie, state), at = *value, first = packed->len;
    while (at) {
      AttEntry *entry = &g_array_index (self->entries, AttEntry, at - 1);
      AttEntry *last = packed->len > first ? &g_array_index (packed, AttEntry, packed->len - 1) : NULL;
      at = entry->next;
      if (entry->kind == ATT_ENTRY_PART && join_parts (last, entry, parts, self->parts))
        continue;
      if (entry->kind == ATT_ENTRY_PART) {
        entry->index = parts->len - 1;
        entry->n_parts = 1;
      }
      if (last)
        last->next = 1;
      entry->next = 0;
      g_array_append_val (packed, *entry);
      entry->exact = NULL;   /* it went along */
    }
    *value = packed->len > first ? first + 1 : 0;
  }
  g_array_unref (self->entries);
  g_array_unref (self->parts);
  self->entries = packed;
  self->parts = parts;
}

/* Of a conjunction the phrase that stands in the fewest terms is its anchor: "China" is half of hundreds. */
static void
choose_anchors (AttLexicon *self)
{
  g_autofree guint32 *common = g_new0 (guint32, self->terms->len * ATT_MAX_PARTS + 1);
  for (guint i = 0; i < self->entries->len; i++) {
    const AttEntry *entry = &g_array_index (self->entries, AttEntry, i);
    const AttPart *part = &g_array_index (self->parts, AttPart, entry->index);
    for (guint k = 0; entry->kind == ATT_ENTRY_PART && k < entry->n_parts; k++, part++)
      common[part->term * ATT_MAX_PARTS + part->k] += entry->n_parts;
  }
  for (guint i = 0; i < self->entries->len; i++) {
    AttEntry *entry = &g_array_index (self->entries, AttEntry, i);
    AttPart *part = &g_array_index (self->parts, AttPart, entry->index);
    for (guint k = 0; entry->kind == ATT_ENTRY_PART && k < entry->n_parts; k++, part++) {
      const guint32 *own = common + part->term * ATT_MAX_PARTS;
      guint least = 0;
      for (guint j = 1; j < g_array_index (self->terms, AttTerm, part->term).n_parts; j++)
        least = own[j] < own[least] ? j : least;
      part->anchor = !part->plain && part->k == least;
      entry->joined |= !part->plain;
      entry->anchors |= part->anchor;
    }
  }
}

/* Rows of one file: the person's where it replaces the shipped one, else the shipped one. tongue: "" or "fr/". A language
 * need not have every table. */
static gboolean
read_table (AttLexiconLoad *load, const AttLexiconTable *table, const char *folder, const char *tongue, GError **error)
{
  g_autofree char *name = g_strconcat (table->per_tongue ? tongue : "", table->name, NULL);
  g_autofree char *own = folder ? g_build_filename (folder, name, NULL) : NULL, *path = g_strconcat (RESOURCE, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) missing = NULL;
  char *text;
  gsize length;
  if (own && g_file_get_contents (own, &text, &length, NULL))
    bytes = g_bytes_new_take (text, length);
  else
    bytes = g_resources_lookup_data (path, 0, &missing);
  if (bytes)
    att_table_read (bytes, table->n_columns, table->read, load);
  else if (!table->per_tongue || *tongue == '\0') {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  return TRUE;
}

/* A person's own rows come on top of the shipped ones. */
static void
read_own (AttLexiconLoad *load, const AttLexiconTable *table, const char *folder)
{
  g_autofree char *name = g_strconcat ("own-", table->name, NULL), *path = folder ? g_build_filename (folder, name, NULL) : NULL;
  char *text;
  gsize length;
  if (!table->own || path == NULL || !g_file_get_contents (path, &text, &length, NULL))
    return;
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  load->own = TRUE;
  att_table_read (bytes, table->n_columns, table->read, load);
  load->own = FALSE;
}

static AttLexicon *
make_empty (void)
{
  AttLexicon *self = g_atomic_rc_box_new0 (AttLexicon);
  self->vocabulary = att_vocabulary_new ();
  self->trie = att_trie_new ();
  self->offices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->office_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->speakers.weights = g_new0 (float, att_speaker_n_features ());
  self->entries = new_array (sizeof (AttEntry), entry_clear);
  self->themes = new_array (sizeof (AttTheme), theme_clear);
  self->terms = new_array (sizeof (AttTerm), term_clear);
  self->events = new_array (sizeof (AttEventPhrase), NULL);
  self->leans = new_array (sizeof (AttLean), NULL);
  self->lean_runs = new_array (sizeof (AttLeanRun), NULL);
  self->parts = new_array (sizeof (AttPart), NULL);
  self->states = new_array (sizeof (AttState), state_clear);
  self->bodies = new_array (sizeof (AttBody), body_clear);
  self->persons = new_array (sizeof (AttPerson), person_clear);
  return self;
}

/* What a phrase of one word leads to is told by its first look already. */
static void
freeze_trie (AttLexicon *self)
{
  for (guint i = 0; i < self->vocabulary->vocables->len; i++) {
    AttVocable *word = &g_array_index (self->vocabulary->vocables, AttVocable, i);
    word->value = *att_trie_value (self->trie, word->state);
  }
  att_trie_freeze (self->trie);
}

/* The leans of a word come to stand side by side, too. */
static void
pack_leans (AttLexicon *self, const GArray *rows)
{
  for (guint i = 0; i < self->vocabulary->vocables->len; i++) {
    AttVocable *word = &g_array_index (self->vocabulary->vocables, AttVocable, i);
    AttLeanRun run = { .first = self->leans->len };
    if (word->lean == 0)
      continue;
    for (guint paragraph = 0; paragraph < 2; paragraph++)
      for (guint32 at = word->lean; at; at = g_array_index (rows, AttLeanRow, at - 1).next) {
        const AttLeanRow *row = &g_array_index (rows, AttLeanRow, at - 1);
        if (row->paragraph != (gboolean) paragraph)
          continue;
        g_array_append_val (self->leans, row->lean);
        run.n_whole += !paragraph;
        run.n_paragraph += paragraph;
      }
    g_array_append_val (self->lean_runs, run);
    word->lean = self->lean_runs->len;
  }
}

static AttLexicon *
read_tables (const char *folder, const char *tongue, GError **error)
{
  AttLexicon *self = make_empty ();
  g_autoptr (GHashTable) themes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) replaced = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) leans = new_array (sizeof (AttLeanRow), NULL);
  AttLexiconLoad load = { self, leans, themes, states, bodies, replaced, terms, FALSE };
  for (const AttLexiconTable *table = ATT_LEXICON_TABLES; table->name; table++) {
    if (!read_table (&load, table, folder, tongue, error)) {
      att_lexicon_unref (self);
      return NULL;
    }
    read_own (&load, table, folder);
  }
  pack_entries (self);
  choose_anchors (self);
  freeze_trie (self);
  pack_leans (self, leans);
  return self;
}

/* A state is shown under one name, whatever language it was read in. */
static void
share_labels (const AttLexicon *self, AttLexicon *tongue)
{
  for (guint i = 0; i < tongue->states->len; i++) {
    AttState *state = &g_array_index (tongue->states, AttState, i);
    for (guint k = 0; k < self->states->len; k++) {
      const AttState *known = &g_array_index (self->states, AttState, k);
      if (strcmp (known->code, state->code) == 0) {
        g_free (state->label);
        state->label = g_strdup (known->label);
      }
    }
  }
}

guint64
att_lexicon_stamp (const char *folder)
{
  guint64 stamp = 0;
  for (const AttLexiconTable *table = ATT_LEXICON_TABLES; folder && table->name; table++) {
    g_autofree char *name = g_strconcat ("own-", table->name, NULL), *path = g_build_filename (folder, name, NULL);
    GStatBuf file;
    if (table->own && g_stat (path, &file) == 0)
      stamp = stamp * 31 + (guint64) file.st_mtim.tv_sec * G_GUINT64_CONSTANT (1000000000) + file.st_mtim.tv_nsec + file.st_size + file.st_ino;
  }
  return stamp;
}

/* Names and sizes: a table that is changed is hardly ever as long as before. */
static void
note_tables (GChecksum *sum, const char *folder)
{
  g_auto (GStrv) names = g_resources_enumerate_children (folder, 0, NULL);
  for (guint i = 0; names && names[i]; i++) {
    g_autofree char *path = g_strconcat (folder, names[i], NULL);
    gsize size = 0;
    if (g_str_has_suffix (path, "/")) {
      note_tables (sum, path);
      continue;
    }
    g_resources_get_info (path, 0, &size, NULL, NULL);
    g_autofree char *line = g_strdup_printf ("%s %" G_GSIZE_FORMAT "\n", path, size);
    g_checksum_update (sum, (const guchar *) line, -1);
  }
}

char *
att_lexicon_edition (void)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  note_tables (sum, RESOURCE);
  return g_strconcat (ATT_VERSION, " ", g_checksum_get_string (sum), NULL);
}

AttLexicon *
att_lexicon_new (const char *folder, GError **error)
{
  guint64 stamp = att_lexicon_stamp (folder);
  AttLexicon *self = read_tables (folder, "", error);
  if (self == NULL)
    return NULL;
  self->folder = g_strdup (folder);
  self->stamp = stamp;
  self->tongues = g_new0 (gsize, g_strv_length ((char **) ATT_TONGUES));
  return self;
}

/* Read when the first article in it comes, by whichever thread has that: most desks need one or two. */
static const AttLexicon *
get_tongue (const AttLexicon *self, guint i)
{
  gsize *slot = &self->tongues[i];
  if (g_once_init_enter (slot)) {
    g_autofree char *path = g_strconcat (ATT_TONGUES[i], "/", NULL);
    g_autoptr (GError) error = NULL;
    AttLexicon *tongue = read_tables (self->folder, path, &error);
    if (tongue == NULL)
      g_critical ("%s", error->message);   /* the tables are those of English but for what the language has; they were there */
    tongue = tongue ? tongue : make_empty ();
    share_labels (self, tongue);
    g_strlcpy (tongue->tongue, ATT_TONGUES[i], sizeof tongue->tongue);
    g_once_init_leave (slot, (gsize) tongue);
  }
  return (const AttLexicon *) *slot;
}

const AttLexicon *
att_lexicon_in (const AttLexicon *self, const char *language)
{
  for (guint i = 0; self->tongues && language && ATT_TONGUES[i]; i++)
    if (strcmp (ATT_TONGUES[i], language) == 0)
      return get_tongue (self, i);
  return self;
}

AttLexicon *
att_lexicon_ref (AttLexicon *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AttLexicon *self = data;
  att_vocabulary_free (self->vocabulary);
  att_trie_free (self->trie);
  g_hash_table_unref (self->offices);
  g_hash_table_unref (self->office_names);
  g_free (self->speakers.weights);
  att_event_model_clear (&self->deeds);
  g_array_unref (self->entries);
  g_array_unref (self->themes);
  g_array_unref (self->terms);
  g_array_unref (self->parts);
  g_array_unref (self->leans);
  g_array_unref (self->lean_runs);
  g_array_unref (self->events);
  g_array_unref (self->states);
  g_array_unref (self->bodies);
  g_array_unref (self->persons);
  for (guint i = 0; self->tongues && ATT_TONGUES[i]; i++)
    if (self->tongues[i])
      att_lexicon_unref ((AttLexicon *) self->tongues[i]);
  g_free (self->tongues);
  g_free (self->folder);
}

void
att_lexicon_unref (AttLexicon *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gboolean
att_lexicon_is_noun_first (const AttLexicon *self)
{
  static const char *const ROMANCE[] = { "fr", "es", NULL };
  return g_strv_contains (ROMANCE, self->tongue);
}

static guint32
office_at (const AttLexicon *self, const char *office, const char *state)
{
  g_autofree char *key = g_strconcat (office, "/", state, NULL);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->offices, key));
}

/* "The German leader" is no president of Germany. */
static guint32
leader_of (const AttLexicon *self, const char *state)
{
  static const char *const ORDER[2][3] = { { "president", "prime minister", "chancellor" }, { "chancellor", "prime minister", "president" } };
  gboolean by_minister = FALSE;
  guint32 at = 0;
  for (guint i = 0; i < self->states->len; i++)
    by_minister |= g_array_index (self->states, AttState, i).by_minister && strcmp (g_array_index (self->states, AttState, i).code, state) == 0;
  for (guint i = 0; at == 0 && i < 3; i++)
    at = office_at (self, ORDER[by_minister][i], state);
  return at;
}

guint32
att_lexicon_office (const AttLexicon *self, const char *office, const char *state)
{
  /* one office under the names different states and spellings give it */
  static const char *const SAME[][2] = {
    { "defense minister", "defence minister" }, { "minister of defense", "defence minister" }, { "minister of defence", "defence minister" }, { "secretary of defense", "defense secretary" },
    { "foreign minister", "secretary of state" }, { "foreign minister", "foreign secretary" }, { "external affairs minister", "foreign minister" },
    { "minister of foreign affairs", "foreign minister" }, { "premier", "prime minister" }, { "spokesman", "foreign ministry spokesman" },
  };
  guint32 at = office_at (self, office, state);
  for (guint i = 0; at == 0 && i < G_N_ELEMENTS (SAME); i++)
    if (strcmp (office, SAME[i][0]) == 0)
      at = office_at (self, SAME[i][1], state);
  return at == 0 && strcmp (office, "leader") == 0 ? leader_of (self, state) : at;
}

