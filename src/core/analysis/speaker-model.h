/* speaker-model.h: how a speaker is chosen, for the program and for whoever trains it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each voice near a quotation is a candidate, known by features that are there or not; the model (speaker-model.tsv) has
 * a weight for each, and the shares of all candidates add up to one (a conditional logit). Candidates of one name add
 * their shares. Below the threshold nobody is named. After O'Keefe et al., "A Sequence Labelling Approach to Quote
 * Attribution" (EMNLP 2012), whose features these are in kind.
 */
#pragma once

#include "analysis/feature-space.h"

G_BEGIN_DECLS

#define ATT_MAX_CANDIDATE_FEATURES 80

/* Groups of features; one is known by its group and its number there: "subject-before/1". */
typedef enum {
  ATT_SPEAKER_KIND,                 /* AttVoiceKind; 7: whoever spoke before */
  ATT_SPEAKER_PLACE,                /* where the voice stands, from the quotation's own sentence outwards */
  ATT_SPEAKER_SUBJECT_BEFORE,       /* AttLink to the nearest verb of speech before the quotation, in its sentence */
  ATT_SPEAKER_SUBJECT_BEFORE_FAR,   /* to another one there */
  ATT_SPEAKER_SUBJECT_AFTER, ATT_SPEAKER_SUBJECT_AFTER_FAR,
  ATT_SPEAKER_SUBJECT_PREVIOUS,     /* to one in a sentence before, in the paragraph, the last of the one before, further; then of a quotation alone in its sentence */
  ATT_SPEAKER_SUBJECT_NEXT,
  ATT_SPEAKER_GAP_BEFORE, ATT_SPEAKER_GAP_AFTER,       /* words between verb and quotation */
  ATT_SPEAKER_ORDER_BEFORE, ATT_SPEAKER_ORDER_AFTER,   /* voices between it and the quotation */
  ATT_SPEAKER_FIRST,                /* first voice of its sentence, by place */
  ATT_SPEAKER_OBJECT, ATT_SPEAKER_OWNER, ATT_SPEAKER_ACCORDING, ATT_SPEAKER_AGENT,
  ATT_SPEAKER_LAST,                 /* it spoke last; by how far that was */
  ATT_SPEAKER_CARRY,                /* the same of the candidate that stands for whoever spoke last */
  ATT_SPEAKER_OFTEN, ATT_SPEAKER_TITLE, ATT_SPEAKER_NOBODY, ATT_SPEAKER_POSSESSIVE, ATT_SPEAKER_BESIDE, ATT_SPEAKER_WHO,
  ATT_SPEAKER_SUBJECT,              /* nothing governs it, by place */
  ATT_SPEAKER_SPEECHLESS,           /* subject of no verb of speech */
  ATT_SPEAKER_CLOSING,              /* subject of the verb that closes the sentence, ", X said": the nearest one behind the quotation, another */
  ATT_SPEAKER_STYLE_PLACE, ATT_SPEAKER_STYLE_BEFORE, ATT_SPEAKER_STYLE_AFTER,   /* how the quotation is written (AttQuoteStyle), with the place or the link */
  ATT_SPEAKER_STYLE_LAST, ATT_SPEAKER_STYLE_CARRY, ATT_SPEAKER_STYLE_NOBODY,
  ATT_SPEAKER_KIND_PLACE,
  ATT_SPEAKER_NEXT,                 /* it speaks the next quotation without doubt, by style and distance */
  ATT_SPEAKER_CARRY_NEXT,           /* and so does whoever spoke last */
  ATT_SPEAKER_SAID,                 /* how often it is the sure subject of a verb of speech in the article */
  ATT_SPEAKER_INSIDE,               /* it is named in the quotation's own words, by style */
  ATT_SPEAKER_IN_PERSON,            /* AttVoiceKind with what the quotation speaks as: nobody, I, we */
  ATT_SPEAKER_ACTS_AS,              /* what the name is, nobody's known, a person's, a state's, a body's, with the same */
  ATT_SPEAKER_NEW,                  /* it is named here first, by place; with a role */
  ATT_SPEAKER_NOBODY_CASE,          /* of nobody: small letters, a capital first, capitals all through; by words, one, two, three, more */
  ATT_SPEAKER_RANK,                 /* subjects between it and the quotation, by place */
  /* of a voice that names nobody, "he", "the company", "the statement" (AttReferenceKind), and somebody it may mean (referent.h): */
  ATT_SPEAKER_REFERS_RULE,          /* whether grammar alone would choose it, and whether there was another choice */
  ATT_SPEAKER_REFERS_RANK,          /* how many others were named since */
  ATT_SPEAKER_REFERS_DISTANCE,      /* sentences since */
  ATT_SPEAKER_REFERS_AS,            /* as what it was named there: speaking, subject, object, owner */
  ATT_SPEAKER_REFERS_LAST,          /* whether it spoke last */
  ATT_SPEAKER_REFERS_KIND, ATT_SPEAKER_REFERS_OFTEN, ATT_SPEAKER_REFERS_TITLE, ATT_SPEAKER_REFERS_FIRST, ATT_SPEAKER_REFERS_GENDER, ATT_SPEAKER_REFERS_OFFICE,
  ATT_SPEAKER_REFERS_ITSELF,        /* of a role, a group, a document that stands for nobody else: whether one was named who had that office, that paper */
  ATT_SPEAKER_VERB_BEFORE, ATT_SPEAKER_VERB_AFTER,          /* which verb, hashed, as all that follow */
  ATT_SPEAKER_NOBODY_BEFORE, ATT_SPEAKER_NOBODY_AFTER,      /* of nobody: the word before the quotation, behind it */
  ATT_SPEAKER_FOLLOWED, ATT_SPEAKER_PRECEDED,               /* the word behind it, before it */
  ATT_SPEAKER_BETWEEN_BEFORE, ATT_SPEAKER_BETWEEN_AFTER,    /* all that stands between it and the quotation */
  ATT_SPEAKER_N_GROUPS
} AttSpeakerGroup;

struct _AttIdentity;

typedef struct {
  const struct _AttIdentity *who;   /* NULL: nobody */
  const float *weights;             /* by which it is scored; NULL: not at all */
  double  score;
  guint   n_features;
  guint16 features[ATT_MAX_CANDIDATE_FEATURES];
} AttCandidate;

typedef struct {
  float  *weights;     /* by feature */
  double  threshold;   /* the share from which on a name is shown */
} AttSpeakerModel;

guint       att_speaker_n_features   (void);
const char *att_speaker_feature_name (guint feature);   /* valid until the next call in this thread */

gboolean    att_speaker_is_hashed    (guint feature);   /* a word or a pattern, one of many */

void att_speaker_model_set (AttSpeakerModel *self, const char *name, double value);   /* a row of the table; unknown names are ignored */

extern AttFeatureSpace att_speaker_space;

static inline void
att_candidate_add (AttCandidate *self, AttSpeakerGroup group, guint k)
{
  guint feature = att_feature_of (&att_speaker_space, group, k);
  if (self->n_features == ATT_MAX_CANDIDATE_FEATURES)
    return;
  self->features[self->n_features++] = feature;
  self->score += self->weights ? self->weights[feature] : 0;
}

/* One of the group's, by hash. */
static inline void
att_candidate_add_hashed (AttCandidate *self, AttSpeakerGroup group, guint32 hash)
{
  att_candidate_add (self, group, (hash * 0x9E3779B1u >> 16) % att_speaker_space.groups[group].n);
}

double att_speaker_model_score (const float *weights, const AttCandidate *candidate);   /* by others than its own */

/* Of candidates that have scores: one of the most likely, and the share of all that are the same. */
const AttCandidate *att_speaker_model_choose (const GArray *candidates, double *share);

G_END_DECLS
