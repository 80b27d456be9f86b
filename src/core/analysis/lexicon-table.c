/* lexicon-table.c: the tables of data/analysis, row by row, into a lexicon that is being made.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/lexicon-table.h"

#include "base/date.h"
#include "base/text.h"

#include <string.h>

/* The phrase's words as written, parted by single spaces: what an exact entry is compared with. */
static char *
exact_words (const char *phrase, const GArray *words)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < words->len; i++) {
    const AttWord *w = &g_array_index (words, AttWord, i);
    if (i)
      g_string_append_c (out, ' ');
    g_string_append_len (out, phrase + w->start, w->end - w->start);
  }
  return g_string_free (out, FALSE);
}

static void
add_phrase (AttLexicon *self, const char *phrase, AttEntry entry, gboolean exact)
{
  g_autoptr (GArray) words = att_reading_words_of (phrase);
  if (words->len == 0)
    return;
  guint32 state = att_trie_add (self->trie, 0, g_array_index (words, AttWord, 0).hash);
  AttVocable *first = att_vocabulary_add (self->vocabulary, g_array_index (words, AttWord, 0).hash);
  first->state = state;
  if (words->len > 1)
    first->next |= att_vocable_bit (g_array_index (words, AttWord, 1).hash);
  for (guint i = 1; i < words->len; i++)
    state = att_trie_add (self->trie, state, g_array_index (words, AttWord, i).hash);
  guint32 *value = att_trie_value (self->trie, state);
  entry.exact = exact ? exact_words (phrase, words) : NULL;
  entry.next = *value;
  g_array_append_val (self->entries, entry);
  *value = self->entries->len;
}

static void
add_pattern (AttLexicon *self, const char *pattern, AttEntry entry, gboolean exact)
{
  g_auto (GStrv) forms = att_table_expand (pattern);
  for (guint i = 0; forms[i]; i++)
    add_phrase (self, forms[i], entry, exact);
}

static void
read_theme (char **c, guint line, gpointer data)
{
  AttLexiconLoad *load = data;
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (load->themes, c[0]));
  if (known && load->own) {   /* a shipped one, changed: it stays where it stands */
    AttTheme *shipped = &g_array_index (load->lexicon->themes, AttTheme, known - 1);
    g_free (shipped->label);
    shipped->label = g_strdup (c[1]);
    shipped->own = TRUE;
    g_hash_table_add (load->replaced, shipped->id);
    return;
  }
  AttTheme theme = { .id = g_strdup (c[0]), .label = g_strdup (c[1]), .section = g_strdup (c[2]), .own = load->own, .made = load->own };
  g_hash_table_insert (load->themes, theme.id, GUINT_TO_POINTER (load->lexicon->themes->len + 1));
  g_array_append_val (load->lexicon->themes, theme);
}

static guint
class_of (const char *name)
{
  static const struct { const char *name; guint class; } CLASSES[] = {
    { "@state", ATT_CLASS_STATE }, { "@foreign", ATT_CLASS_FOREIGN }, { "@official", ATT_CLASS_OFFICIAL }, { "@talk", ATT_CLASS_TALK }, { "@body", ATT_CLASS_BODY },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CLASSES); i++)
    if (strcmp (name, CLASSES[i].name) == 0)
      return CLASSES[i].class;
  return 0;
}

static void
read_term (char **c, guint line, gpointer data)
{
  AttLexiconLoad *load = data;
  AttLexicon *self = load->lexicon;
  guint theme = GPOINTER_TO_UINT (g_hash_table_lookup (load->themes, c[0]));
  if (theme == 0) {
    g_warning ("terms.tsv:%u: there is no topic “%s”", line, c[0]);
    return;
  }
  if (!load->own && g_hash_table_contains (load->replaced, c[0]))
    return;
  g_auto (GStrv) parts = g_strsplit (c[1], " + ", -1);
  if (g_strv_length (parts) > ATT_MAX_PARTS) {
    g_warning ("terms.tsv:%u: “%s” has more than %u parts", line, c[1], ATT_MAX_PARTS);
    return;
  }
  AttTerm term = { .theme = theme - 1, .key = strchr (c[3], 'K') != NULL, .pattern = g_strdup (c[1]) };
  g_strlcpy (term.flags, c[3], sizeof term.flags);
  AttTermClass class = ATT_TERM_GENERIC;
  att_term_class_by_name (c[2], &class);
  term.class = class;
  if (class == ATT_TERM_REQUIRED)
    g_array_index (self->themes, AttTheme, term.theme).required = TRUE;
  for (guint i = 0; parts[i]; i++) {
    g_strstrip (parts[i]);
    if (parts[i][0] == '@') {
      term.classes |= class_of (parts[i]);
      continue;
    }
    AttPart part = { self->terms->len, term.theme, term.n_parts++, FALSE };
    AttEntry entry = { .kind = ATT_ENTRY_PART, .index = self->parts->len };
    g_array_append_val (self->parts, part);
    add_pattern (self, parts[i], entry, strchr (c[3], 'C') != NULL);
  }
  for (guint i = 0; i < term.n_parts; i++)
    g_array_index (self->parts, AttPart, self->parts->len - 1 - i).plain = term.n_parts == 1 && term.classes == 0;
  g_array_append_val (self->terms, term);
  g_hash_table_insert (load->terms, g_strjoin ("\t", c[0], c[1], c[2], c[3], NULL), GUINT_TO_POINTER (self->terms->len));
}

static guint
find_state (AttLexiconLoad *load, const char *code, const char *label, const char *cues)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (load->states, code));
  if (at == 0) {
    AttState state = { g_strdup (code), g_strdup (label), NULL, FALSE };
    g_array_append_val (load->lexicon->states, state);
    at = load->lexicon->states->len;
    g_hash_table_insert (load->states, g_strdup (code), GUINT_TO_POINTER (at));
  }
  AttState *state = &g_array_index (load->lexicon->states, AttState, at - 1);
  if (strcmp (code, "USA") == 0)
    load->lexicon->home = at - 1;
  if (*cues && state->cues == NULL)
    state->cues = g_strsplit (cues, ",", -1);
  return at - 1;
}

static void
read_state (char **c, guint line, gpointer data)
{
  AttLexiconLoad *load = data;
  AttEntry entry = { .kind = ATT_ENTRY_STATE, .proper = strchr (c[3], 'L') == NULL, .ambiguous = strchr (c[3], 'A') != NULL };
  entry.form = strcmp (c[1], "people") == 0 ? ATT_FORM_PEOPLE : strcmp (c[1], "seat") == 0 ? ATT_FORM_SEAT
               : strcmp (c[1], "capital") == 0 ? ATT_FORM_CAPITAL : ATT_FORM_NAME;
  if (strcmp (c[0], "-") == 0 || strcmp (c[1], "none") == 0)
    entry.kind = ATT_ENTRY_MASK;
  else {
    g_auto (GStrv) first = att_table_expand (c[2]);
    entry.index = find_state (load, c[0], first[0], c[4]);
    g_array_index (load->lexicon->states, AttState, entry.index).by_minister |= strchr (c[3], 'M') != NULL;
  }
  /* a state's name is a proper name, without a capital it is some other word; not so what French calls its people (L) */
  add_pattern (load->lexicon, c[2], entry, strchr (c[3], 'C') != NULL);
}

static void
read_body (char **c, guint line, gpointer data)
{
  AttLexiconLoad *load = data;
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (load->bodies, c[0]));
  if (at == 0) {
    AttBody body = { g_strdup (c[0]), g_strdup (c[1]), g_strdup (c[4]) };
    g_array_append_val (load->lexicon->bodies, body);
    at = load->lexicon->bodies->len;
    g_hash_table_insert (load->bodies, g_strdup (c[0]), GUINT_TO_POINTER (at));
  }
  AttEntry entry = { .kind = ATT_ENTRY_BODY, .proper = !g_unichar_islower (g_utf8_get_char (c[2])), .index = at - 1 };
  add_pattern (load->lexicon, c[2], entry, strchr (c[3], 'C') != NULL);
}

static gint64
month (const char *text)
{
  gint64 seconds;
  return *text && att_date_parse (text, &seconds) ? seconds : 0;
}

/* Who is meant by a bare family name when several bear it: "Trump" is the president. */
static guint
rank_of (const char *office)
{
  static const char *const HEADS[] = { "president", "prime minister", "chancellor", "king", "queen", "premier", "emperor", "pope", "supreme leader", "leader", "secretary general", "crown prince", "emir", NULL };
  if (g_strv_contains (HEADS, office))
    return 2;
  return strstr (office, "minister") || strstr (office, "secretary of state") || strstr (office, "secretary") || strcmp (office, "vice president") == 0 ? 1 : 0;
}

#define MIN_ALIKE 4   /* letters two spellings of a family name begin with */

/* Zelenskyy is Zelensky; a byname is none. */
static gboolean
is_spelling_of (const char *name, const char *family)
{
  return strncmp (name, family, MIN_ALIKE) == 0 && strcmp (name, family) != 0;
}

/* By what an office is looked up, "secretary general/NATO": as words are folded, and of the body itself where it is one's within another
 * ("European Commission president", of the European Union). */
static char *
office_key (const AttLexicon *self, const char *office, const char *of)
{
  const char *title = office;
  for (guint i = 0; g_ascii_isupper (*office) && i < self->bodies->len; i++) {
    const char *body = g_array_index (self->bodies, AttBody, i).name;
    gsize n = strlen (body);
    if (strncmp (office, body, n) == 0 && office[n] == ' ') {
      title = office + n + 1;
      of = body;
      break;
    }
  }
  g_autofree char *plain = att_text_fold (title);
  return g_strconcat (g_strdelimit (plain, "-", ' '), "/", of, NULL);
}

static void
read_person (char **c, guint line, gpointer data)
{
  AttLexicon *self = ((AttLexiconLoad *) data)->lexicon;
  g_autofree char *id = g_ascii_strdown (c[3], -1);
  guint body = GPOINTER_TO_UINT (g_hash_table_lookup (((AttLexiconLoad *) data)->bodies, id));
  const char *of = body ? g_array_index (self->bodies, AttBody, body - 1).name : c[3];
  AttPerson person = { g_strdup (c[0]), g_strdup (c[7]), g_strdup (c[2]), g_strdup (of), month (c[4]), month (c[5]), strcmp (c[6], "f") == 0, rank_of (c[2]), 0 };
  AttEntry entry = { .kind = ATT_ENTRY_PERSON, .proper = TRUE, .index = self->persons->len };
  char *office = office_key (self, c[2], of);
  person.next = GPOINTER_TO_UINT (g_hash_table_lookup (self->offices, office));
  g_array_append_val (self->persons, person);
  g_hash_table_replace (self->offices, office, GUINT_TO_POINTER (self->persons->len));
  add_phrase (self, c[0], entry, FALSE);
  g_auto (GStrv) aliases = g_strsplit (c[1], ";", -1);
  AttEntry family = entry;
  family.kind = ATT_ENTRY_FAMILY;
  if (*c[7])
    add_phrase (self, c[7], family, FALSE);
  for (guint i = 0; aliases[i]; i++) {
    add_phrase (self, g_strstrip (aliases[i]), entry, FALSE);
    const char *space = *c[7] ? strrchr (aliases[i], ' ') : NULL;
    if (space && is_spelling_of (space + 1, c[7]))
      add_phrase (self, space + 1, family, FALSE);
  }
}

/* The kinds of the tables of cues, in the order of their bits. */
static const char *const CUES[] = {
  "say", "role", "group", "title", "given-m", "given-f", "notname", "preposition", "determiner", "he", "she", "they", "it", "be", "adverb", "by", "that",
  "speech", "document", "auxiliary", "place", "partner", "particle", "who", "and", "clause", "negation", "according", "to", "of", "future", "modal",
  "address", "official", "talk", "body", "pronoun", "offtopic", "tie", "common", "belief", "contrast", "weak", "spokes", "i", "we", "head", "month", "credit", "family", "plain", "late", "ends", "averts", "finds", "gets", "issues", "definite", NULL,
};

static gboolean
is_all_capitals (const char *text)
{
  for (const char *p = text; *p; p++)
    if (g_ascii_islower (*p))
      return FALSE;
  return g_ascii_isupper (*text) && text[1] != '\0';
}

/* A single word tells what it tells without being looked up again; several are an entry. */
static void
add_cue (AttLexicon *self, const char *phrase, guint bit)
{
  g_autoptr (GArray) words = att_reading_words_of (phrase);
  gboolean capital = g_ascii_isupper (*phrase), name = (G_GUINT64_CONSTANT (1) << bit) & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F | ATT_CUE_NOT_NAME);
  if (words->len != 1 || is_all_capitals (phrase)) {
    AttEntry entry = { .kind = ATT_ENTRY_CUE, .index = bit, .proper = capital || name };
    add_phrase (self, phrase, entry, is_all_capitals (phrase));
    return;
  }
  AttVocable *word = att_vocabulary_add (self->vocabulary, g_array_index (words, AttWord, 0).hash);
  *(capital || name ? &word->proper : &word->cues) |= G_GUINT64_CONSTANT (1) << bit;
}

static void
read_cue (char **c, guint line, gpointer data)
{
  g_auto (GStrv) forms = att_table_expand (c[1]);
  for (guint bit = 0; CUES[bit]; bit++)
    for (guint i = 0; forms[i] && strcmp (c[0], CUES[bit]) == 0; i++)
      add_cue (((AttLexiconLoad *) data)->lexicon, forms[i], bit);
}

/* A full name, or a family name alone, of everybody in the table of that name: a row each for the offices they held. */
static void
call_person (AttLexicon *self, const char *name, const char *phrase)
{
  const char *space = strrchr (phrase, ' ');
  gboolean cased = g_unichar_isupper (g_utf8_get_char (phrase)) || g_unichar_islower (g_utf8_get_char (phrase));
  for (guint i = 0; i < self->persons->len; i++) {
    const AttPerson *person = &g_array_index (self->persons, AttPerson, i);
    if (strcmp (person->name, name) != 0)
      continue;
    AttEntry entry = { .kind = cased && !space ? ATT_ENTRY_FAMILY : ATT_ENTRY_PERSON, .proper = TRUE, .index = i }, family = entry;
    add_phrase (self, phrase, entry, FALSE);
    family.kind = ATT_ENTRY_FAMILY;
    if (cased && space && *person->family && g_str_has_suffix (name, person->family) && strcmp (space + 1, person->family) != 0)   /* not of Wang Yi */
      add_phrase (self, space + 1, family, FALSE);
  }
}

static void
read_called (char **c, guint line, gpointer data)
{
  AttLexiconLoad *load = data;
  g_auto (GStrv) forms = att_table_expand (c[1]);
  const char *name = strchr (c[0], '/');
  for (guint i = 0; name && forms[i]; i++) {
    guint body = g_str_has_prefix (c[0], "body/") ? GPOINTER_TO_UINT (g_hash_table_lookup (load->bodies, name + 1)) : 0;
    AttEntry entry = { .kind = ATT_ENTRY_BODY, .proper = !g_unichar_islower (g_utf8_get_char (forms[i])), .index = body - 1 };
    if (body)
      add_phrase (load->lexicon, forms[i], entry, is_all_capitals (forms[i]));
    else if (g_str_has_prefix (c[0], "office/"))
      g_hash_table_replace (load->lexicon->office_names, att_text_fold (forms[i]), g_strdup (name + 1));
    else if (g_str_has_prefix (c[0], "person/"))
      call_person (load->lexicon, name + 1, forms[i]);
  }
}

static void
read_model (char **c, guint line, gpointer data)
{
  AttLexiconLoad *load = data;
  double value = g_ascii_strtod (c[1], NULL);
  const char *topic = g_str_has_prefix (c[0], "topic/") ? c[0] + strlen ("topic/") : NULL;
  guint theme = topic ? GPOINTER_TO_UINT (g_hash_table_lookup (load->themes, topic)) : 0;
  if (theme == 0) {
    att_topic_model_set (&load->lexicon->model, c[0], value);
    return;
  }
  AttTheme *known = &g_array_index (load->lexicon->themes, AttTheme, theme - 1);
  known->bias = value;
  known->own |= load->own;
  if (!load->own)
    known->shipped_bias = value;
}

static void
read_event (char **c, guint line, gpointer data)
{
  AttLexicon *self = ((AttLexiconLoad *) data)->lexicon;
  AttEventPhrase phrase = { .verb = strchr (c[2], 'V') != NULL, .mutual = strchr (c[2], 'R') != NULL, .both_behind = strchr (c[2], 'J') != NULL,
                            .to_come = strchr (c[2], 'T') != NULL, .warned = strchr (c[2], 'L') != NULL };
  AttEntry entry = { .kind = ATT_ENTRY_EVENT, .index = self->events->len };
  if (!att_event_type_from_name (c[0], &phrase.type)) {
    g_warning ("events.tsv:%u: there is no kind of event “%s”", line, c[0]);
    return;
  }
  g_array_append_val (self->events, phrase);
  add_pattern (self, c[1], entry, FALSE);
}

static void
read_lean (char **c, guint line, gpointer data)
{
  AttLexiconLoad *load = data;
  AttLexicon *self = load->lexicon;
  double weight = g_ascii_strtod (c[2], NULL);
  char *slash = strchr (c[0], '/');
  gboolean across = strcmp (c[0], "across") == 0, paragraph = slash && strcmp (slash, "/paragraph") == 0;
  if (paragraph)
    *slash = '\0';
  guint theme = across ? ATT_LEAN_ACROSS + 1 : GPOINTER_TO_UINT (g_hash_table_lookup (load->themes, c[0]));
  if (theme == 0)
    return;
  if (*c[1] == '\0') {
    AttTheme *known = across ? NULL : &g_array_index (self->themes, AttTheme, theme - 1);
    *(across ? &self->across : paragraph ? &known->paragraph_lean : &known->lean) = weight;
    return;
  }
  if (load->own && !across)
    g_array_index (self->themes, AttTheme, theme - 1).own = TRUE;
  AttVocable *word = att_vocabulary_add (self->vocabulary, att_reading_hash (c[1], strlen (c[1])));
  AttLeanRow row = { { weight, theme - 1, load->own }, word->lean, paragraph };
  g_array_append_val (load->leans, row);
  word->lean = load->leans->len;
}

/* The weight of a row of terms.tsv, also where a person took it over into their own; one that was changed since has none. */
static void
read_weight (char **c, guint line, gpointer data)
{
  AttLexiconLoad *load = data;
  g_autofree char *key = g_strjoin ("\t", c[0], c[1], c[2], c[3], NULL);
  guint term = GPOINTER_TO_UINT (g_hash_table_lookup (load->terms, key));
  if (term == 0)
    return;
  AttTerm *known = &g_array_index (load->lexicon->terms, AttTerm, term - 1);
  known->weight = g_ascii_strtod (c[4], NULL);
  known->title_weight = g_ascii_strtod (c[5], NULL);
}

static void
read_speaker (char **c, guint line, gpointer data)
{
  att_speaker_model_set (&((AttLexiconLoad *) data)->lexicon->speakers, c[0], g_ascii_strtod (c[1], NULL));
}

static void
read_pair (char **c, guint line, gpointer data)
{
  att_event_model_set (&((AttLexiconLoad *) data)->lexicon->deeds, c[0], c[1]);
}

const AttLexiconTable ATT_LEXICON_TABLES[] = {
  { "topics.tsv", 3, read_theme, FALSE, TRUE }, { "terms.tsv", 5, read_term, TRUE, TRUE }, { "states.tsv", 5, read_state, TRUE, FALSE },
  { "bodies.tsv", 5, read_body, FALSE, FALSE }, { "officials.tsv", 9, read_person, FALSE, FALSE }, { "cues.tsv", 2, read_cue, TRUE, FALSE },
  { "called.tsv", 2, read_called, TRUE, FALSE }, { "acts.tsv", 2, read_cue, TRUE, FALSE }, { "events.tsv", 3, read_event, TRUE, FALSE }, { "topic-model.tsv", 2, read_model, FALSE, TRUE },
  { "topic-words.tsv", 3, read_lean, TRUE, TRUE }, { "topic-terms.tsv", 6, read_weight, TRUE, FALSE }, { "speaker-model.tsv", 2, read_speaker, FALSE, FALSE },
  { "event-model.tsv", 2, read_pair, TRUE, FALSE }, { NULL, 0, NULL, FALSE, FALSE },
};
