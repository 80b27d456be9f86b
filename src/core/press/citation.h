/* citation.h: where words come from, written so that they can be passed on.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text, Markdown (CommonMark 0.30) and BibTeX (@online, as biblatex 3.19 §2.1.1 has it). Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { ATT_CITATION_PLAIN, ATT_CITATION_MARKDOWN, ATT_CITATION_BIBTEX } AttCitationFormat;

/* What is cited; whatever is not known is NULL. */
typedef struct {
  const char *title, *outlet, *byline, *url;
  gint64 published;      /* seconds since 1970 */
} AttCited;

char *att_citation_of_article (const AttCited *source, AttCitationFormat format);

/* speaker NULL: nobody the program is sure of; indirect: reported, not between quotation marks. */
char *att_citation_of_quote   (const char *words, const char *speaker, gboolean indirect, const AttCited *source, AttCitationFormat format);

G_END_DECLS
