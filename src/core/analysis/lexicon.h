/* lexicon.h: what the desk knows: topics and their terms, states, bodies, office-holders, words of speech.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read once from the tables of data/analysis (compiled in; a file of the same name in the profile's lexicon folder takes its
 * place) and compiled into one trie. Immutable then, and shared by all threads.
 */
#pragma once

#include "analysis/reading.h"
#include "analysis/trie.h"

G_BEGIN_DECLS

typedef enum {
  ATT_ENTRY_PART,        /* a part of a term: index into parts */
  ATT_ENTRY_STATE,       /* index into states; form says how it is named */
  ATT_ENTRY_MASK,        /* looks like a state or a person and is none */
  ATT_ENTRY_BODY,        /* index into bodies */
  ATT_ENTRY_PERSON,      /* full name or alias: index into persons */
  ATT_ENTRY_FAMILY,      /* family name of an office-holder: index into persons */
  ATT_ENTRY_ACT,         /* shows somebody acting: index is an AttWordClass */
  ATT_ENTRY_SAY, ATT_ENTRY_ROLE, ATT_ENTRY_GROUP, ATT_ENTRY_HONORIFIC, ATT_ENTRY_GIVEN_M, ATT_ENTRY_GIVEN_F, ATT_ENTRY_NOT_NAME,
} AttEntryKind;

typedef enum { ATT_FORM_NAME, ATT_FORM_PEOPLE, ATT_FORM_SEAT, ATT_FORM_CAPITAL } AttStateForm;

typedef struct {
  guint8   kind;      /* AttEntryKind */
  guint8   form;      /* AttStateForm */
  gboolean proper;    /* begins with a capital, or it is another word */
  gboolean ambiguous; /* counts only with a cue in the article */
  char    *exact;     /* the words as they must be written, parted by spaces; NULL: any case */
  guint32  index;
  guint32  next;      /* another entry of the same phrase: index plus one, 0 none */
} AttEntry;

typedef struct { char *id, *label, *section; } AttTheme;
typedef enum { ATT_TERM_STRONG, ATT_TERM_MEDIUM, ATT_TERM_GENERIC, ATT_TERM_VETO } AttTermClass;

typedef enum { ATT_CLASS_STATE = 1, ATT_CLASS_FOREIGN = 2, ATT_CLASS_OFFICIAL = 4, ATT_CLASS_TALK = 8, ATT_CLASS_BODY = 16 } AttWordClass;

typedef struct {
  guint16 theme;
  guint8  class;       /* AttTermClass */
  gboolean key;        /* enough by itself where an official or a state acts */
  guint8  n_parts;     /* phrases that must stand in the same sentence */
  guint8  classes;     /* AttWordClass that must stand there too */
  char   *pattern;     /* as written in the table */
} AttTerm;

typedef struct { guint32 term; guint8 k; } AttPart;
typedef struct { char *code, *label; char **cues; } AttState;
typedef struct { char *id, *name, *kind; } AttBody;
typedef struct { char *name, *family, *office, *of; gint64 from, to; gboolean female; } AttPerson;   /* one row an office; from and to 0: unknown */

typedef struct {
  double threshold, threshold_without_gate;
  double weights[4], key, second, decay[6], zone_title, zone_lede, generic_step, generic_cap;
} AttTopicModel;

typedef struct {
  AttTrie *trie;
  GArray *entries, *themes, *terms, *parts, *states, *bodies, *persons;
  AttTopicModel model;
} AttLexicon;

/* folder: where a person's own tables may lie, or NULL. */
AttLexicon *att_lexicon_new   (const char *folder, GError **error);
AttLexicon *att_lexicon_ref   (AttLexicon *self);
void        att_lexicon_unref (AttLexicon *self);

/* One occurrence of an entry in a reading. */
typedef struct { guint32 entry, word, n_words; } AttHit;

/* Every entry that occurs, in the order of the words; longer ones of the same place first. */
GArray *att_lexicon_find (const AttLexicon *self, const AttReading *reading);

static inline const AttEntry *
att_lexicon_entry (const AttLexicon *self, const AttHit *hit)
{
  return &g_array_index (self->entries, AttEntry, hit->entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttLexicon, att_lexicon_unref)

G_END_DECLS
