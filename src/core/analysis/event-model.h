/* event-model.h: what two sides in a sentence have to do with each other, for the program and for whoever trains it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two sides are known by features that are there or not: the words between and around them, hashed, what phrases of the table of events
 * stand where, and what grammar by hand proposes. A softmax over nothing and the types of PLOVER says what happens, another whether it
 * did; and who acts, the first named or the second or both, is a matter of one weight more each. Dictionaries alone reach a macro-F1 of .33 on
 * PLOVER's own sentences, such a model .71.
 */
#pragma once

#include "press/event.h"

G_BEGIN_DECLS

#define ATT_MAX_PAIR_FEATURES 160
#define ATT_N_EVENT_CLASSES (ATT_N_EVENT_TYPES + 1)

/* The weights of a feature: one for each type, then these. */
enum {
  ATT_EVENT_NOTHING = ATT_N_EVENT_TYPES,   /* the two sides have nothing to do with each other */
  ATT_EVENT_TURNED,                        /* the second acts on the first */
  ATT_EVENT_MUTUAL,                        /* both act */
  ATT_EVENT_ASPECTS,                       /* and one for each AttAspect */
  ATT_EVENT_COLUMNS = ATT_EVENT_ASPECTS + ATT_N_ASPECTS,
  ATT_EVENT_STRIDE = (ATT_EVENT_COLUMNS + 7) / 8 * 8   /* of the rows as they lie: whole vectors are added */
};

/* Groups of features; "first" and "second" as they stand in the sentence. */
typedef enum {
  ATT_PAIR_BIAS,
  ATT_PAIR_DISTANCE,         /* words between, by steps */
  ATT_PAIR_BETWEEN,          /* other sides between */
  ATT_PAIR_FIRST_FORM,       /* plain, of a people ("Russian"), an owner ("Russia's"), governed ("of Russia"), both */
  ATT_PAIR_SECOND_FORM,
  ATT_PAIR_FORMS,            /* the two together */
  ATT_PAIR_PROPOSED,         /* the type grammar proposes, the first acting; then the second; then both */
  ATT_PAIR_DEED_BEFORE, ATT_PAIR_DEED_BETWEEN, ATT_PAIR_DEED_BEHIND,   /* types of phrases there */
  ATT_PAIR_SPEECH,           /* between: a verb of speech, "that" */
  ATT_PAIR_PARTED,           /* another clause between; "and" alone */
  ATT_PAIR_PASSIVE,          /* a passive verb between, "by" before the second */
  ATT_PAIR_CUES,             /* of grammar between: to, of, negation, future, modal, clause, contrast, who */
  ATT_PAIR_SENTENCE,         /* future, modal, negation anywhere in the sentence; 3: none of them */
  ATT_PAIR_WORD, ATT_PAIR_STEM,         /* each word between, and its beginning; hashed, as all that follow */
  ATT_PAIR_TWO,                         /* each two words between */
  ATT_PAIR_NEXT, ATT_PAIR_LAST,         /* the word behind the first, the one before the second */
  ATT_PAIR_AHEAD, ATT_PAIR_BEHIND,      /* words before the first, behind the second */
  ATT_PAIR_N_GROUPS
} AttPairGroup;

typedef struct _AttPair AttPair;

struct _AttPair {
  guint   first, second;     /* indices of sides */
  guint   n_features;
  guint16 features[ATT_MAX_PAIR_FEATURES];
};

typedef struct {
  float  *weights;           /* of each feature, ATT_EVENT_STRIDE of them; NULL: a language without a table of them */
  double  threshold;         /* the share from which on an event is shown */
  double  doubtful;          /* and what grammar proposes */
} AttEventModel;

/* What is said of a pair. */
typedef struct {
  double       share;        /* that they have to do with each other at all */
  AttEventType type;         /* what they would */
  AttAspect    aspect;
  gboolean     turned, mutual;
} AttVerdict;

guint       att_pair_n_features   (void);
const char *att_pair_feature_name (guint feature);   /* valid until the next call in this thread */
gboolean    att_pair_is_hashed    (guint feature);
void        att_pair_add          (AttPair *self, AttPairGroup group, guint k);
void        att_pair_add_hashed   (AttPair *self, AttPairGroup group, guint32 hash);

void        att_event_model_init  (AttEventModel *self);   /* the first row of the table does it, too */
void        att_event_model_clear (AttEventModel *self);
/* A row of the table: "threshold" and its value, or a feature and its weights, "AGREE:0.31 turned:-1.2". Unknown names are ignored. */
void        att_event_model_set   (AttEventModel *self, const char *name, const char *values);

const char *att_event_column_name (guint column);

AttVerdict  att_event_model_judge (const AttEventModel *self, const AttPair *pair);

G_END_DECLS
