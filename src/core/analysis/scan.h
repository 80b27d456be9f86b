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

enum {   /* of a word, from the lexicon */
  ATT_CUE_SAY = 1, ATT_CUE_ROLE = 2, ATT_CUE_HONORIFIC = 4, ATT_CUE_GIVEN_M = 8, ATT_CUE_GIVEN_F = 16, ATT_CUE_NOT_NAME = 32, ATT_CUE_STATE = 64, ATT_CUE_BODY = 128, ATT_CUE_GROUP = 256,
};

typedef enum { ATT_GENDER_UNKNOWN, ATT_GENDER_MALE, ATT_GENDER_FEMALE } AttGender;

typedef struct {
  AttTopicKind kind;
  char *name, *label;
  AttGender gender;
  guint n;             /* how often named */
} AttActor;

typedef struct { guint32 word, n_words, actor; gboolean government; } AttName;   /* an actor named at a place */

typedef struct {
  const AttLexicon *lexicon;
  AttReading *reading;
  gint64  date;        /* of the article; 0 unknown */
  GArray *hits;        /* of AttHit, in the order of the words */
  guint16 *cues;       /* of each word */
  guint8 *classes;     /* of each sentence: AttWordClass */
  GArray *actors;      /* of AttActor */
  GArray *names;       /* of AttName, in the order of the words */
} AttScan;

AttScan *att_scan_new  (const AttLexicon *lexicon, const char *title, const char *text, gint64 date);
void     att_scan_free (AttScan *self);

/* zone.c: promotion, embedded posts and headings are found; the first two are skipped by every later step. */
void att_zone_mark (AttScan *self);

/* actor.c: persons, states and bodies. */
void att_actors_find (AttScan *self, GPtrArray *mentions);

/* topic-finder.c: themes, graded, with evidence. */
void att_topics_find (AttScan *self, GPtrArray *mentions);

/* quote-finder.c: what stands between quotation marks and is speech; speaker.c: who said it. */
void  att_quotes_find  (AttScan *self, GPtrArray *quotes);
void  att_speakers_find (AttScan *self, GPtrArray *quotes);

static inline gboolean
att_scan_is_skipped (const AttScan *self, guint word)
{
  return att_reading_sentence_of (self->reading, word)->skipped;
}

AttSpan att_scan_span (const AttScan *self, guint word, guint n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttScan, att_scan_free)

G_END_DECLS
