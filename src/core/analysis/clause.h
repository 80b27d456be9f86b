/* clause.h: the words that hang on a verb of speech: what is reported, without quotation marks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Behind the verb ("X said that ..."), before it ("..., X said"), around it, or beside "according to X". Precision first: a
 * noun ("announced the deal"), a deed that was asked for or an addressee is no clause.
 */
#pragma once

#include "analysis/voice.h"

G_BEGIN_DECLS

typedef struct { guint first, end; } AttClause;   /* words */

/* What was said by the verb, which has a subject; first and end 0: nothing that is sure. */
AttClause att_clause_said (const AttVoices *self, const AttVerb *verb);

G_END_DECLS
