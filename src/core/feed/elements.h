/* elements.h: the vocabularies feeds are written in, and the text constructs they share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A namespace is known by its address (RSS 1.0 modules, Atom, media, iTunes ...) or, where a feed forgot to declare
 * it, by the usual prefix.
 */
#pragma once

#include "base/xml-node.h"
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
  ATT_NS_EMM,         /* Europe Media Monitor's marks */
  ATT_NS_ISO,         /* as EMM names languages */
  ATT_NS_OTHER,
} AttNs;

guint          att_element_kind  (const char *space, const char *prefix);   /* an AttNs, for AttXmlReader */
AttNs          att_element_ns    (const AttXmlNode *node);
gboolean       att_element_is    (const AttXmlNode *node, AttNs ns, const char *local);   /* names without case */
const AttXmlNode *att_element_child (const AttXmlNode *parent, AttNs ns, const char *local);   /* first, or NULL */

char  *att_element_line (const AttXmlNode *node);                      /* plain text of a title-like element; markup out */
char  *att_element_plain (const AttXmlNode *node);                     /* its text on one line as it stands, no markup looked for; NULL when empty */
char  *att_element_word (const AttXmlNode *node);                      /* its text, trimmed; NULL when empty */
char  *att_element_html (const AttXmlNode *node, const char *base, AttWords *words);   /* safe HTML of a description-like element, and its text; see att_html_clean */
char  *att_element_url  (const AttXmlNode *node, const char *attribute, const char *base);   /* the address in an attribute, or for NULL in its text; absolute; NULL: none, or one nobody should follow */
gint64 att_element_date (const AttXmlNode *node);                      /* 0: no date */

G_END_DECLS
