/* referent.h: whom a voice that names nobody may mean: "he", "the company", "the statement".
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules alone (reference.c) name the wrong one often enough. So everybody named shortly before stands for election beside
 * whom the rules chose, known by how far back he was named, as what, and whether he spoke; the model that chooses the
 * speaker chooses among them at once, as in Denis and Baldridge, "Joint Determination of Anaphoricity and Coreference
 * Resolution" (NAACL 2007).
 */
#pragma once

#include "analysis/speaker-traits.h"

G_BEGIN_DECLS

typedef enum {
  ATT_REFERENCE_NONE = -1,   /* it names somebody itself */
  ATT_REFERENCE_PERSON,      /* he, she */
  ATT_REFERENCE_THEY,
  ATT_REFERENCE_IT,
  ATT_REFERENCE_ROLE,        /* the minister */
  ATT_REFERENCE_GROUP,       /* the ministry */
  ATT_REFERENCE_DOCUMENT     /* the statement */
} AttReferenceKind;

AttReferenceKind att_reference_kind (const AttVoices *self, guint voice);

/* Adds to candidates the one given, whom the rules chose, and a copy of it for everybody else the voice may mean, and for the
 * words themselves. */
void att_referents_add (const AttVoices *self, const AttQuoteContext *context, guint voice, const AttCandidate *chosen, GArray *candidates);

G_END_DECLS
