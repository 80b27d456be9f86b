/* elements.h: the vocabularies feeds are written in, and the text constructs they share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A namespace is known by its address (RSS 1.0 modules, Atom, media, iTunes ...) or, where a feed forgot to declare
 * it, by the usual prefix.
 */
#pragma once

#include "base/xml.h"
#include "press/article.h"

G_BEGIN_DECLS

typedef enum {
  ATT_NS_NONE,      /* RSS's own elements, whatever namespace the version gives them */
  ATT_NS_ATOM,
  ATT_NS_CONTENT,
  ATT_NS_DC,
  ATT_NS_DCTERMS,
  ATT_NS_MEDIA,
  ATT_NS_ITUNES,
  ATT_NS_XHTML,
  ATT_NS_SYNDICATION,
  ATT_NS_RDF,
  ATT_NS_OTHER,
} AttNs;

AttNs          att_element_ns    (const xmlNode *node);
gboolean       att_element_is    (const xmlNode *node, AttNs ns, const char *local);   /* names without case */
const xmlNode *att_element_child (const xmlNode *parent, AttNs ns, const char *local);   /* first, or NULL */
const xmlNode *att_element_next  (const xmlNode *node);   /* node itself or the next element after it */

char  *att_element_line (const xmlNode *node);                      /* plain text of a title-like element; markup out */
char  *att_element_word (const xmlNode *node);                      /* its text, trimmed; NULL when empty */
char  *att_element_html (const xmlNode *node, const char *base);    /* safe HTML of a description-like element */
gint64 att_element_date (const xmlNode *node);                      /* 0: no date */

G_END_DECLS
