/* mention.h: one mark on an article: a theme, a person, a state or a body.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All four are topics of a kind. Analysis knows no database: a mention is named by (kind, name), and the store gives
 * that pair its number. Frozen once the function that made it returns; freed with its article.
 */
#pragma once

#include "press/span.h"

G_BEGIN_DECLS

typedef enum {
  ATT_TOPIC_THEME,    /* name is a topic's id: "us-china" */
  ATT_TOPIC_PERSON,   /* name is the fullest form: "Wang Yi" */
  ATT_TOPIC_STATE,    /* name is ISO 3166-1 alpha-3: "CHN" */
  ATT_TOPIC_BODY,     /* name is the body's own: "NATO" */
  ATT_N_TOPIC_KINDS
} AttTopicKind;

typedef enum { ATT_GRADE_PASSING = 1, ATT_GRADE_SUBSTANTIVE, ATT_GRADE_MAIN } AttGrade;

typedef struct {
  AttTopicKind kind;
  AttGrade     grade;      /* themes only; actors are substantive */
  float        score;      /* themes: 0 to 1; actors: how often named */
  char        *name;
  char        *label;      /* as shown */
  GArray      *evidence;   /* of AttSpan: themes at most five, most telling first; actors every place */
} AttMention;

AttMention *att_mention_new  (AttTopicKind kind, const char *name, const char *label);
AttMention *att_mention_copy (const AttMention *self);
void        att_mention_free (AttMention *self);

const char  *att_topic_kind_name (AttTopicKind kind);   /* "theme", "person", "country", "organisation" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttMention, att_mention_free)

G_END_DECLS
