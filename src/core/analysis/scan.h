/* scan.h: one article under analysis: its words, what was found in them, and who is who.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of analysis hand this from one to the next (zone, actor, topic-finder, quote-finder, speaker); it lives as
 * long as one call of att_analyse and belongs to one thread.
 */
#pragma once

#include "analysis/lexicon.h"
#include "press/article.h"

G_BEGIN_DECLS

typedef enum { ATT_GENDER_UNKNOWN, ATT_GENDER_MALE, ATT_GENDER_FEMALE } AttGender;

typedef struct {
  AttTopicKind kind;
  char *name, *label;
  AttGender gender;
  guint n;             /* how often named */
  gboolean titled;     /* named in the title */
  gboolean press;      /* of a body: a paper, an agency, a broadcaster */
  gboolean acts;       /* of a body: it acts among states, as one of theirs or armed against them */
  const char *state;   /* of an office-holder: whom he or she acts for; NULL */
} AttActor;

typedef struct { guint32 word, n_words, actor; gboolean government, people; } AttName;   /* an actor named at a place; by its seat, by its people */

/* A paragraph of a transcript: its label, what is said behind it, and who says it; actor: G_MAXUINT: known by the label's words; name: the first of
 * them that is of a name nobody knew; its last is the label's. asks: it is no statement of anybody the article is about; unknown: whoever that is. */
typedef struct { guint word, n_words, first, end, name, actor; gboolean asks, unknown; } AttTurn;

struct _AttPair;

/* What a trainer looks at while an article is analysed; any may be NULL. */
typedef struct {
  void (*topic)   (gpointer data, const AttTopicEvidence *evidence);
  void (*speaker) (gpointer data, guint quote, const GArray *candidates);   /* of AttCandidate */
  void (*pair)    (gpointer data, const char *const sides[2], const AttSpan spans[2], const struct _AttPair *pair);   /* two sides of a sentence, and where */
  gpointer data;
} AttTap;

typedef struct {
  const AttLexicon *lexicon;   /* of the article's language */
  const AttTap *tap;   /* NULL but in training */
  const char *language;   /* ISO 639-1; NULL: it cannot be told */
  gboolean names_only; /* a language without tables: who is named is known, what is said is not */
  AttReading *reading;
  gint64  date;        /* of the article; 0 unknown */
  GArray *hits;        /* of AttHit, in the order of the words */
  guint64 *cues;       /* of each word: ATT_CUE_ bits */
  guint32 *leans;      /* of each word: its AttLeanRun, index plus one */
  guint8 *classes;     /* of each sentence: AttWordClass */
  GArray *actors;      /* of AttActor */
  GHashTable *by_name; /* names of actors, to their index plus one */
  GHashTable *persons; /* first and last word of persons' names, folded, to their index plus one */
  GHashTable *by_word; /* hash of the last word of a person's name, and of the first, to their index plus one */
  GArray *names;       /* of AttName, in the order of the words */
  GArray *turns;       /* of AttTurn; NULL: it is no transcript */
  GHashTable *acronyms;   /* hash of what stood in brackets in capitals, to its word */
  GHashTable *speaking;   /* hash of capitalised words that speak alone somewhere: "Lee said", "Ms Lee" */
  GHashTable *initials;   /* hash of the initials of capitalised words, to the first of them, plus one; NULL until asked for */
} AttScan;

AttScan *att_scan_new  (const AttLexicon *lexicon, const char *title, const char *text, gint64 date);
void     att_scan_free (AttScan *self);

/* zone.c: promotion, embedded posts and headings are found; the first two are skipped by every later step. */
void att_zone_mark (AttScan *self);

/* actor.c: persons, states and bodies. */
void att_actors_find (AttScan *self, GPtrArray *mentions);

/* topic-finder.c: themes, graded, with evidence. */
void att_topics_find (AttScan *self, GPtrArray *mentions);

/* event-finder.c: what states and bodies do to each other. */
void att_events_find (const AttScan *self, GPtrArray *events);

/* quote-finder.c: what stands between quotation marks and is speech. */
void att_quotes_find (AttScan *self, GPtrArray *quotes);

static inline gboolean
att_scan_is_skipped (const AttScan *self, guint word)
{
  return att_reading_sentence_of (self->reading, word)->skipped;
}

static inline gboolean
att_scan_is_capital (const AttScan *self, guint word)
{
  return att_word_is_capital (att_reading_word (self->reading, word));
}

/* Whether punctuation stands before a word. */
static inline gboolean
att_scan_is_broken (const AttScan *self, guint word)
{
  return (att_reading_word (self->reading, word)->flags & ATT_WORD_BREAK) != 0;
}

gboolean att_scan_ends_in  (const AttScan *self, guint word, const char *ending);   /* and is no short word: "ing", as it is written */
gboolean att_scan_is_constituency (const AttScan *self, guint word);   /* of "(D-Calif.)": by whom somebody was elected, and where, is nobody himself */
gboolean     att_scan_is_hyphened (const AttScan *self, guint word);   /* nothing but a hyphen between it and the word before, "counter-protesters" */
guint   att_scan_behind_medium (const AttScan *self, guint word, guint end);   /* "in a statement", "in its report": the word behind; word itself where there is no such thing */
guint   att_scan_behind_aside  (const AttScan *self, guint word, guint end);   /* the same, and "on Monday", "this week" */
guint   att_scan_behind_dateline (const AttScan *self, guint first, guint end);   /* "KABUL, March 3 (Reuters) - ", "(CNN) ": where and for whom an article was written is not said by anybody; first itself: there is none */
guint   att_scan_actor     (const AttScan *self, const char *name);    /* G_MAXUINT: nobody of that name */
guint   att_scan_name_from (const AttScan *self, guint word);          /* index of the first name at or after a word */
AttSpan att_scan_span (const AttScan *self, guint word, guint n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttScan, att_scan_free)

G_END_DECLS
