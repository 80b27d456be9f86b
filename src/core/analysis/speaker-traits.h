/* speaker-traits.h: what is known of a voice beside a quotation, as the model that chooses the speaker reads it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the voice stands, which verbs of speech are its own, what governs it, and the very words around it. Words and
 * what stands between a voice and a quotation are hashed into a few hundred features each, as in O'Keefe et al. and
 * Pareti et al. (EMNLP 2013), who found the exact pattern to tell most. One article, one thread.
 */
#pragma once

#include "analysis/speaker-model.h"
#include "analysis/voice.h"

G_BEGIN_DECLS

#define ATT_MAX_VERBS 60   /* to either side of a quotation: there are texts without a full stop */

/* How a quotation is written. */
typedef enum {
  ATT_STYLE_WORDS,      /* up to three words in a sentence of the outlet's own */
  ATT_STYLE_FRAGMENT,   /* more of them */
  ATT_STYLE_OPEN,       /* whole, and the sentence goes on behind it: "...," */
  ATT_STYLE_CLOSED,     /* whole, with its full stop */
  ATT_STYLE_ALONE,      /* nothing else stands in its sentences */
  ATT_N_STYLES
} AttQuoteStyle;

/* Where a quotation stands: its words, its sentences, and what of the sentence behind may still name the speaker. */
typedef struct {
  guint first, quote_first, quote_end, end, next_end;
  guint paragraph;
  gboolean alone;                     /* nothing but the quotation in its sentences */
  AttQuoteStyle style;
  guint person;                       /* in whose name it speaks: nobody's, I, we */
  guint verb_before, verb_after;      /* index of the nearest verbs of speech in its sentences; ATT_NOBODY */
  guint closing;                      /* index of the one its sentence closes with, ", X said"; ATT_NOBODY */
} AttQuotePlace;

/* What stands around a quotation, besides its own place. */
typedef struct {
  const AttQuotePlace *place, *before, *after;   /* its own, of the quotation before it and the next; NULL */
  const AttIdentity *last, *next;     /* who spoke last, who speaks the next quotation without doubt; NULL */
  const guint *said;                  /* of each actor, how often it is the sure subject of a verb of speech */
} AttQuoteContext;

/* Whoever spoke last, nobody. */
void  att_speaker_traits_last   (const AttQuoteContext *context, AttCandidate *c);
void  att_speaker_traits_nobody (const AttVoices *self, const AttQuoteContext *context, AttCandidate *c);

/* How a quotation's words begin: with small letters, 0; with a capital, 1; with capitals all through but for the small words, "Meet
 * the Press", 2. */
guint att_speaker_traits_case   (const AttVoices *self, const AttQuotePlace *place);

/* A voice, whoever it is. Where it stands, from the quotation's own sentence outwards: in it before and behind the quotation (0, 1),
 * in the sentence before, earlier in the paragraph, last in the paragraph before, elsewhere there, in the sentence behind, further. */
guint att_speaker_traits_voice  (const AttVoices *self, const AttQuoteContext *context, guint voice, AttCandidate *c);

/* What the candidate's name tells: who spoke before, who speaks next, who speaks at all. */
void  att_speaker_traits_name   (const AttVoices *self, const AttQuoteContext *context, AttCandidate *c);

G_END_DECLS
