/* xml-node.h: one element of an XML document, or one run of text in it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Belongs to the AttXml that read it. Strings returned as char * are the caller's, as const char * the document's.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *name, *prefix;   /* prefix NULL where there is none; "xml" for xml:lang and its like */
  const char *value;           /* references resolved */
} AttXmlAttribute;

typedef struct _AttXmlNode AttXmlNode;
struct _AttXmlNode {
  const char *name;            /* without its prefix; NULL: a run of text */
  const char *prefix;          /* as written, declared or not; NULL: none */
  const char *space;           /* the namespace's address; NULL: none, or not declared */
  guint       kind;            /* what its reader calls the namespace, see base/xml.h; 0 otherwise */
  const char *text;            /* of a run of text */
  gsize       length;          /* of it, bytes */
  const AttXmlAttribute *attributes;
  guint       n_attributes;
  gboolean    cut;             /* it never ended: the document broke off within it */
  AttXmlNode *parent, *first, *last, *next, *prev;
};

const AttXmlNode *att_xml_element   (const AttXmlNode *node);               /* node itself or the next element after it; NULL */
gboolean          att_xml_is        (const AttXmlNode *node, const char *name);    /* its name without prefix, compared without case */
gboolean          att_xml_has_child_elements (const AttXmlNode *node);
const char       *att_xml_attribute (const AttXmlNode *node, const char *name);   /* NULL if absent; names compared without case */
const char       *att_xml_special   (const AttXmlNode *node, const char *name);   /* xml:NAME of this very element, or NULL */
const char       *att_xml_lang      (const AttXmlNode *node);               /* xml:lang of it or of an ancestor, or NULL */

/* What relative addresses in node start from: xml:base of all its ancestors, seen from document_base (may be NULL). Where
 * there is none that is document_base itself, else it is in *owned. */
const char       *att_xml_base      (const AttXmlNode *node, const char *document_base, char **owned);

char             *att_xml_text      (const AttXmlNode *node);               /* all text inside; NULL for NULL */
const char       *att_xml_own_text  (const AttXmlNode *node);               /* the same where it is one run, not copied; else NULL */
char             *att_xml_inner     (const AttXmlNode *node);               /* the children as HTML markup; NULL for NULL */

G_END_DECLS
