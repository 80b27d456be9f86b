/* draft.h: an article while it is being read.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Beside an article's markup it keeps the plain text of it, read in the same pass, of which att_draft_finish makes the
 * article's. What RSS and Atom have in common beyond their own elements is read here: files, pictures, source's marks.
 * Of several of a kind the first counts.
 */
#pragma once

#include "base/xml-node.h"
#include "press/article.h"

G_BEGIN_DECLS

typedef struct {
  AttArticle *article;
  AttWords    content_words, summary_words;
} AttDraft;

AttDraft    att_draft_new    (void);
AttArticle *att_draft_finish (AttDraft *self);   /* text and excerpt made; the caller's */
void        att_draft_clear  (AttDraft *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AttDraft, att_draft_clear)

void     att_draft_content  (AttDraft *self, const AttXmlNode *node, const char *base);
void     att_draft_summary  (AttDraft *self, const AttXmlNode *node, const char *base);
void     att_draft_category (AttDraft *self, char *category);                               /* taken over; NULL for none */
void     att_draft_file     (AttDraft *self, const AttXmlNode *node, const char *base);     /* an enclosure or media:content */
gboolean att_draft_media    (AttDraft *self, const AttXmlNode *node, const char *base);     /* a media: element; FALSE: its words, or unknown */
void     att_draft_mark     (AttDraft *self, const AttXmlNode *node);                       /* an emm: element, or one with emm: attributes; any other: nothing */

void     att_draft_keep     (char **field, char *value);                                    /* the first of several; value is taken over */
void     att_draft_described (AttDraft *self, const AttXmlNode *node, const char *base);       /* media:description: plain words, unless it says, or shows, that it is markup */
void     att_draft_plain    (char **html, AttWords *words, const char *plain);                  /* plain text as markup and text, where there is none yet */

G_END_DECLS
