/* lexicon.h: what the desk knows: topics and their terms, states, bodies, office-holders, words of speech.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read once from the tables of data/analysis (compiled in) and compiled into one trie; one for each language there are tables of. Immutable then, and shared by all threads.
 */
#pragma once

#include "analysis/reading.h"
#include "analysis/event-model.h"
#include "analysis/speaker-model.h"
#include "analysis/topic-model.h"
#include "analysis/trie.h"
#include "analysis/vocabulary.h"
#include "press/event.h"
#include "press/topic.h"

G_BEGIN_DECLS

typedef enum {
  ATT_ENTRY_PART,        /* parts of terms: index of the first of n_parts in parts */
  ATT_ENTRY_STATE,       /* index into states; form says how it is named */
  ATT_ENTRY_MASK,        /* looks like a state or a person and is none */
  ATT_ENTRY_BODY,        /* index into bodies */
  ATT_ENTRY_PERSON,      /* full name or alias: index into persons */
  ATT_ENTRY_FAMILY,      /* family name of an office-holder: index into persons */
  ATT_ENTRY_EVENT,       /* index into events */
  ATT_ENTRY_CUE,         /* several words that tell something: index is the number of their bit */
} AttEntryKind;

/* What a word tells; all but the last three are kinds of the table of cues. */
#define ATT_CUE_SAY         (G_GUINT64_CONSTANT (1) << 0)    /* a verb of speech */
#define ATT_CUE_ROLE        (G_GUINT64_CONSTANT (1) << 1)
#define ATT_CUE_GROUP       (G_GUINT64_CONSTANT (1) << 2)    /* protesters, the ministry */
#define ATT_CUE_HONORIFIC   (G_GUINT64_CONSTANT (1) << 3)
#define ATT_CUE_GIVEN_M     (G_GUINT64_CONSTANT (1) << 4)
#define ATT_CUE_GIVEN_F     (G_GUINT64_CONSTANT (1) << 5)
#define ATT_CUE_NOT_NAME    (G_GUINT64_CONSTANT (1) << 6)
#define ATT_CUE_PREPOSITION (G_GUINT64_CONSTANT (1) << 7)
#define ATT_CUE_DETERMINER  (G_GUINT64_CONSTANT (1) << 8)
#define ATT_CUE_HE          (G_GUINT64_CONSTANT (1) << 9)
#define ATT_CUE_SHE         (G_GUINT64_CONSTANT (1) << 10)
#define ATT_CUE_THEY        (G_GUINT64_CONSTANT (1) << 11)
#define ATT_CUE_IT          (G_GUINT64_CONSTANT (1) << 12)
#define ATT_CUE_BE          (G_GUINT64_CONSTANT (1) << 13)
#define ATT_CUE_ADVERB      (G_GUINT64_CONSTANT (1) << 14)   /* may part a subject from its verb */
#define ATT_CUE_BY          (G_GUINT64_CONSTANT (1) << 15)
#define ATT_CUE_THAT        (G_GUINT64_CONSTANT (1) << 16)
#define ATT_CUE_SPEECH      (G_GUINT64_CONSTANT (1) << 17)   /* claim, remarks */
#define ATT_CUE_DOCUMENT    (G_GUINT64_CONSTANT (1) << 18)   /* statement, report, letter */
#define ATT_CUE_AUXILIARY   (G_GUINT64_CONSTANT (1) << 19)
#define ATT_CUE_PLACE       (G_GUINT64_CONSTANT (1) << 20)   /* what stands before a town that is only a place */
#define ATT_CUE_PARTNER     (G_GUINT64_CONSTANT (1) << 21)   /* ... before one that stands for its government */
#define ATT_CUE_PARTICLE    (G_GUINT64_CONSTANT (1) << 22)   /* al, bin, von */
#define ATT_CUE_WHO         (G_GUINT64_CONSTANT (1) << 23)
#define ATT_CUE_AND         (G_GUINT64_CONSTANT (1) << 24)
#define ATT_CUE_CLAUSE      (G_GUINT64_CONSTANT (1) << 25)   /* begins another clause: but, while, when */
#define ATT_CUE_NEGATION    (G_GUINT64_CONSTANT (1) << 26)
#define ATT_CUE_ACCORDING   (G_GUINT64_CONSTANT (1) << 27)
#define ATT_CUE_TO          (G_GUINT64_CONSTANT (1) << 28)
#define ATT_CUE_OF          (G_GUINT64_CONSTANT (1) << 29)
#define ATT_CUE_FUTURE      (G_GUINT64_CONSTANT (1) << 30)
#define ATT_CUE_MODAL       (G_GUINT64_CONSTANT (1) << 31)   /* may, could, would, should */
#define ATT_CUE_ADDRESS     (G_GUINT64_CONSTANT (1) << 32)   /* a verb of speech whose object is who is told: told, urged */
#define ATT_CUE_OFFICIAL    (G_GUINT64_CONSTANT (1) << 33)
#define ATT_CUE_TALK        (G_GUINT64_CONSTANT (1) << 34)
#define ATT_CUE_INSTITUTION (G_GUINT64_CONSTANT (1) << 35)
#define ATT_CUE_PRONOUN     (G_GUINT64_CONSTANT (1) << 36)   /* a small word that is somebody's family name too */
#define ATT_CUE_OFFTOPIC    (G_GUINT64_CONSTANT (1) << 37)   /* sport, films, recipes: no news of states */
#define ATT_CUE_TIE         (G_GUINT64_CONSTANT (1) << 38)   /* ties what follows to a role: close, familiar, briefed */
#define ATT_CUE_COMMON      (G_GUINT64_CONSTANT (1) << 39)   /* an everyday word, a month, that is a family name too */
#define ATT_CUE_BELIEF      (G_GUINT64_CONSTANT (1) << 40)   /* a verb of thinking and feeling: nothing need be said */
#define ATT_CUE_CONTRAST    (G_GUINT64_CONSTANT (1) << 41)   /* but, while: what follows is another's */
#define ATT_CUE_WEAK        (G_GUINT64_CONSTANT (1) << 42)   /* a verb of feeling beside which another is the one that was spoken */
#define ATT_CUE_SPOKES      (G_GUINT64_CONSTANT (1) << 43)   /* somebody who speaks for another, and unnamed stands for it: spokesman */
#define ATT_CUE_I           (G_GUINT64_CONSTANT (1) << 44)
#define ATT_CUE_WE          (G_GUINT64_CONSTANT (1) << 45)
#define ATT_CUE_HEAD        (G_GUINT64_CONSTANT (1) << 46)   /* in capitals, what the name of a body ends in, or goes on behind: Service, Foundation */
#define ATT_CUE_MONTH       (G_GUINT64_CONSTANT (1) << 47)
#define ATT_CUE_CREDIT      (G_GUINT64_CONSTANT (1) << 48)   /* behind it stands who took a picture: courtesy, photo by */
#define ATT_CUE_FAMILY      (G_GUINT64_CONSTANT (1) << 49)   /* a Chinese family name in Latin letters */
#define ATT_CUE_PLAIN       (G_GUINT64_CONSTANT (1) << 50)   /* a verb of speech behind which any clause may stand: said */
#define ATT_CUE_LATE        (G_GUINT64_CONSTANT (1) << 51)   /* behind it, what begins no clause: late, early, here */
#define ATT_CUE_ENDS        (G_GUINT64_CONSTANT (1) << 52)   /* turns round what stands behind: suspend, withhold */
#define ATT_CUE_AVERTS      (G_GUINT64_CONSTANT (1) << 53)   /* of what stands behind it nothing happens: avert, defuse */
#define ATT_CUE_FINDS       (G_GUINT64_CONSTANT (1) << 54)   /* what a paper does that says something, and a person who says nothing: found, showed */
#define ATT_CUE_GETS        (G_GUINT64_CONSTANT (1) << 55)   /* what is done to whoever comes before it: received, faced */
#define ATT_CUE_ISSUES      (G_GUINT64_CONSTANT (1) << 56)   /* what the maker of a paper does with it: issued, released, signed */
#define ATT_CUE_DEFINITE    (G_GUINT64_CONSTANT (1) << 57)   /* "the", in other languages than English */
#define ATT_CUE_STATE       (G_GUINT64_CONSTANT (1) << 60)
#define ATT_CUE_BODY        (G_GUINT64_CONSTANT (1) << 61)
#define ATT_CUE_PERSON      (G_GUINT64_CONSTANT (1) << 62)

typedef enum { ATT_FORM_NAME, ATT_FORM_PEOPLE, ATT_FORM_SEAT, ATT_FORM_CAPITAL } AttStateForm;

typedef struct {
  char    *exact;     /* the words as they must be written, parted by spaces; NULL: any case */
  guint32  index;
  guint32  next;      /* 0: the last of its phrase; otherwise the one behind it is of the same */
  guint16  n_parts;
  guint8   kind;      /* AttEntryKind */
  guint8   form;      /* AttStateForm */
  guint8   proper : 1;      /* begins with a capital, or it is another word */
  guint8   ambiguous : 1;   /* counts only with a cue in the article */
  guint8   joined : 1, anchors : 1;   /* of parts: some are not the whole of their term; some of those are its anchor */
} AttEntry;

typedef struct {
  char *id, *label, *section;
  double bias, lean, shipped_bias;   /* of topic-model.h and topic-words.h; what the bias is without a person's word */
  double paragraph_lean;             /* where a paragraph starts; 0: nothing was learned of its paragraphs */
  gboolean required;                 /* it has a term that must be there */
  gboolean own;                      /* a person made it, changed it or taught it */
  gboolean made;                     /* a person made it */
} AttTheme;

/* A word that leans to a topic; theme: its index, or ATT_LEAN_ACROSS; own: a person's corrections taught it. Those of a word lie side by
 * side, an article's first, then a paragraph's. */
#define ATT_LEAN_ACROSS G_MAXUINT16
typedef struct { float weight; guint16 theme; guint8 own; } AttLean;
typedef struct { guint32 first; guint16 n_whole, n_paragraph; } AttLeanRun;
typedef enum { ATT_CLASS_STATE = 1, ATT_CLASS_FOREIGN = 2, ATT_CLASS_OFFICIAL = 4, ATT_CLASS_TALK = 8, ATT_CLASS_BODY = 16 } AttWordClass;

#define ATT_MAX_PARTS 8   /* of a term */

typedef struct {
  guint16 theme;
  guint8  class;       /* AttTermClass */
  gboolean key;        /* enough by itself where an official or a state acts */
  guint8  n_parts;     /* phrases that must stand in the same sentence */
  guint8  classes;     /* AttWordClass that must stand there too */
  char   *pattern, flags[4];   /* as written in the table */
  float   weight, title_weight;   /* learned: what it tells anywhere, and besides in a title */
} AttTerm;

/* plain: the whole of its term; anchor: the one of its phrases that stands in the fewest terms, without which the others are not looked at. */
typedef struct { guint32 term; guint16 theme; guint8 k; guint8 plain : 1, anchor : 1; } AttPart;
typedef struct { char *code, *label; char **cues; gboolean by_minister; } AttState;   /* by_minister: who leads it is the head of government */
typedef struct { char *id, *name, *kind; } AttBody;
typedef struct { char *name, *family, *office, *of; gint64 from, to; gboolean female; guint rank; guint32 next; } AttPerson;   /* one row an office; from and to 0: unknown; rank: 2 heads of state
 * and government, 1 ministers; next: another holder of the office, index plus one */

/* What one side does to another; see events.tsv. */
typedef struct { AttEventType type; gboolean verb, mutual, both_behind, to_come, warned; } AttEventPhrase;

typedef struct _AttLexicon AttLexicon;

struct _AttLexicon {
  AttVocabulary *vocabulary;
  AttTrie *trie;
  GArray *entries, *themes, *terms, *parts, *states, *bodies, *persons;
  GArray *events;        /* of AttEventPhrase */
  GArray *leans, *lean_runs;   /* of AttLean, and of AttLeanRun: a word's */
  double across;         /* where the lean to affairs across a border starts; 0: nothing was learned */
  GHashTable *offices;   /* "foreign minister/CHN" to the first of its holders, index plus one */
  GHashTable *office_names;   /* folded, "president" of another language to the offices it may be, "president;head of state"; none in English */
  guint home;            /* index of the United States, whose officials are everywhere in the press: they alone are no sign of foreign affairs */
  AttTopicModel model;
  AttSpeakerModel speakers;
  AttEventModel deeds;   /* what sides have to do with each other */
  char tongue[4];        /* the language its words are of, ISO 639-1; "": English */
  char      *folder;     /* of a person's own tables, or NULL */
  guint64    stamp;      /* att_lexicon_stamp of that, before it was read */
  gsize     *tongues;    /* AttLexicon * of each of ATT_TONGUES, once somebody has read it; 0 before */
};

/* folder: where a person's own tables may lie, or NULL: terms.tsv there takes the place of the shipped one, own-terms.tsv comes
 * on top of it; so for every table (own- for topics, terms and what was learned of them). */
AttLexicon *att_lexicon_new   (const char *folder, GError **error);
guint64     att_lexicon_stamp (const char *folder);   /* another number, once a person's own tables there are others */
char       *att_lexicon_edition (void);   /* another text, once the program or the tables shipped with it are others. Owned by the caller */
AttLexicon *att_lexicon_ref   (AttLexicon *self);
void        att_lexicon_unref (AttLexicon *self);

/* The lexicon for a language; the English one for those that have none. */
const AttLexicon *att_lexicon_in (const AttLexicon *self, const char *language);

/* One occurrence of an entry in a reading; kind: the entry's, so that who looks for one kind need not read all entries. */
typedef struct { guint32 entry, word; guint16 n_words; guint8 kind; } AttHit;

/* Every entry that occurs, in the order of the words; longer ones of the same place first. cues and leans, one a
 * word and zero before, are filled with what each word tells and the index plus one of its first AttLean. */
GArray *att_lexicon_find (const AttLexicon *self, const AttReading *reading, guint64 *cues, guint32 *leans);

/* Whether what qualifies a noun stands behind it, written small: "le ministre russe". */
gboolean att_lexicon_is_noun_first (const AttLexicon *self);

/* The first holder of an office (folded words, as the table of office-holders has them) of a state, index plus one; the others follow by next. 0: unknown. */
guint32 att_lexicon_office (const AttLexicon *self, const char *office, const char *state);

static inline const AttEntry *
att_lexicon_entry (const AttLexicon *self, const AttHit *hit)
{
  return &g_array_index (self->entries, AttEntry, hit->entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttLexicon, att_lexicon_unref)

G_END_DECLS
