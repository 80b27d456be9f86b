/* xml.h: XML read safely, once for the whole program.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 with the network off, external subsets and entity expansion off and its own size limits on. Text that is
 * not well-formed is repaired (base/xml-repair.h) and read in recovery mode.
 * Pure; any thread, once xmlInitParser() has run in main.
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef xmlDoc AttXml;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttXml, xmlFreeDoc)

/* Reads UTF-8 text; NULL when there is no element in it. *well_formed as XML 1.0 means it. */
AttXml *att_xml_read (const char *text, gsize length, gboolean *well_formed);

char    *att_xml_text      (const xmlNode *node);                      /* all text inside, references resolved */
char    *att_xml_inner     (const xmlNode *node);                      /* the children as HTML markup */
gboolean att_xml_has_child_elements (const xmlNode *node);
const char *att_xml_local  (const xmlNode *node);                      /* name without prefix, also where the prefix is undeclared */
char    *att_xml_prefix    (const xmlNode *node);                      /* the undeclared or declared prefix, or NULL */
char    *att_xml_attribute (const xmlNode *node, const char *name);    /* NULL if absent; names compared without case */
char    *att_xml_lang      (const xmlNode *node);                      /* xml:lang of it or of an ancestor, or NULL */
char    *att_xml_base      (const xmlNode *node, const char *document_base);   /* xml:base of all ancestors, resolved */

G_END_DECLS
