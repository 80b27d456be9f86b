/* read.h: a feed's bytes → its articles, analysed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the desk does with every answer it gets, on a thread of the pool. Pure.
 */
#pragma once

#include "analysis/lexicon.h"
#include "press/edition.h"

G_BEGIN_DECLS

/* The sample desk's dates are moved, so that it is as fresh as the day it is opened. */
AttEdition *att_read_edition (const AttLexicon *lexicon, GBytes *bytes, const char *type, const char *url, GError **error);

G_END_DECLS
