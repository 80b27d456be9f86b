/* xml.h: XML read safely and in one pass, as a small tree.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 parses (its SAX interface, fed in pieces), with the network off, no external subset, entities never expanded
 * beyond plain text, and its own size limits on; this puts what it reports into a tree. A tree of its own, because a feed
 * is read item by item: what is done with is forgotten at once, so a feed of any length takes the memory of its longest item.
 * Text that is not well-formed is repaired (base/xml-repair.h) and read in recovery mode.
 * Pure; any thread.
 */
#pragma once

#include "base/xml-node.h"

G_BEGIN_DECLS

typedef struct _AttXml AttXml;

/* Who reads a document; either may be NULL. kind_of is asked once for each namespace and prefix, and what it answers is in
 * every such node. done is called as each element ends, its children within it; TRUE: it is taken out of the tree. */
typedef struct {
  guint    (*kind_of) (const char *space, const char *prefix);
  gboolean (*done)    (const AttXmlNode *element, gpointer data);
} AttXmlReader;

/* Reads UTF-8 text, strictly: NULL as soon as it is not well-formed as XML 1.0 means it. reader may be NULL. */
AttXml *att_xml_read      (const char *text, gsize length, const AttXmlReader *reader, gpointer data);

/* The same, leniently: NULL only where there is no element at all. */
AttXml *att_xml_read_bent (const char *text, gsize length, const AttXmlReader *reader, gpointer data);

const AttXmlNode *att_xml_top (const AttXml *self);   /* the document: its children are the root elements */
void              att_xml_free (AttXml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttXml, att_xml_free)

G_END_DECLS
