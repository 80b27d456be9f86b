/* xml.c: XML read safely, once for the whole program.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/xml.h"

#include "base/text.h"
#include "base/url.h"
#include "base/xml-repair.h"

#include <libxml/parser.h>
#include <string.h>

#define MAX_TEXT (8 * 1024 * 1024)   /* of one element; an article has some 10 kB */
#define STRICT (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT)

/* libxml2 tells some things whatever its options say; nobody at a desk can do anything with them. */
static void
ignore (void *data, xmlErrorPtr error)
{
}

AttXml *
att_xml_read (const char *text, gsize length, gboolean *well_formed)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (length > G_MAXINT / 2)
    return NULL;
  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc) ignore);   /* of this thread */
  xmlDoc *doc = xmlReadMemory (text, length, NULL, "UTF-8", STRICT);
  if (well_formed)
    *well_formed = doc != NULL;
  if (doc == NULL) {
    g_autofree char *repaired = att_xml_repair (text, length);
    doc = xmlReadMemory (repaired, strlen (repaired), NULL, "UTF-8", STRICT | XML_PARSE_RECOVER);
  }
  if (doc && xmlDocGetRootElement (doc) == NULL) {
    xmlFreeDoc (doc);
    return NULL;
  }
  return doc;
}

/* An entity the document declared, if it is plain text: markup and nesting are where the bombs are. One that it left
 * to a DTD we do not fetch is HTML's. */
static void
append_entity (GString *out, const xmlNode *ref)
{
  const xmlEntity *entity = xmlGetDocEntity (ref->doc, ref->name);
  const char *content = entity ? (const char *) entity->content : NULL;
  gunichar c = content ? 0 : att_xml_html_entity ((const char *) ref->name, strlen ((const char *) ref->name));
  if (c)
    g_string_append_unichar (out, c);
  else if (content && strlen (content) < 4096 && !strpbrk (content, "&<"))
    g_string_append (out, content);
}

static void
gather_text (const xmlNode *node, GString *out, int depth)
{
  for (const xmlNode *child = node->children; child && out->len < MAX_TEXT && depth < 300; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      g_string_append (out, child->content ? (const char *) child->content : "");
    else if (child->type == XML_ENTITY_REF_NODE)
      append_entity (out, child);
    else if (child->type == XML_ELEMENT_NODE)
      gather_text (child, out, depth + 1);
  }
}

char *
att_xml_text (const xmlNode *node)
{
  if (node == NULL)
    return NULL;
  GString *out = g_string_new (NULL);
  gather_text (node, out, 0);
  return g_string_free (out, FALSE);
}

static void
append_escaped (GString *out, const xmlChar *text)
{
  g_autofree char *escaped = att_text_escape (text ? (const char *) text : "");
  g_string_append (out, escaped);
}

static gboolean
is_void (const char *name)
{
  static const char *const VOID[] = { "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param" };
  for (guint i = 0; i < G_N_ELEMENTS (VOID); i++)
    if (strcmp (name, VOID[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
append_markup (const xmlNode *node, GString *out, int depth)
{
  for (const xmlNode *child = node->children; child && out->len < MAX_TEXT && depth < 300; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      append_escaped (out, child->content);
    else if (child->type == XML_ENTITY_REF_NODE)
      append_entity (out, child);
    else if (child->type == XML_ELEMENT_NODE) {
      const char *name = att_xml_local (child);
      g_string_append_printf (out, "<%s", name);
      for (const xmlAttr *a = child->properties; a; a = a->next) {
        g_autofree char *value = att_xml_text ((const xmlNode *) a);
        g_string_append_printf (out, " %s=\"", (const char *) a->name);
        append_escaped (out, (const xmlChar *) value);
        g_string_append_c (out, '"');
      }
      g_string_append_c (out, '>');
      if (child->children == NULL && is_void (name))
        continue;
      append_markup (child, out, depth + 1);
      g_string_append_printf (out, "</%s>", name);
    }
  }
}

char *
att_xml_inner (const xmlNode *node)
{
  if (node == NULL)
    return NULL;
  GString *out = g_string_new (NULL);
  append_markup (node, out, 0);
  return g_string_free (out, FALSE);
}

gboolean
att_xml_has_child_elements (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return TRUE;
  return FALSE;
}

const char *
att_xml_local (const xmlNode *node)
{
  const char *name = (const char *) node->name;
  const char *colon = node->ns ? NULL : strchr (name, ':');
  return colon ? colon + 1 : name;
}

char *
att_xml_prefix (const xmlNode *node)
{
  if (node->ns)
    return node->ns->prefix ? g_ascii_strdown ((const char *) node->ns->prefix, -1) : NULL;
  const char *colon = strchr ((const char *) node->name, ':');
  return colon ? g_ascii_strdown ((const char *) node->name, colon - (const char *) node->name) : NULL;
}

char *
att_xml_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *a = node->properties; a; a = a->next)
    if (g_ascii_strcasecmp ((const char *) a->name, name) == 0)
      return att_xml_text ((const xmlNode *) a);
  return NULL;
}

/* xml:NAME, the prefix declared or not. */
static gboolean
is_xml_attribute (const xmlAttr *a, const char *name)
{
  const char *own = (const char *) a->name;
  if (g_str_has_prefix (own, "xml:"))
    return strcmp (own + 4, name) == 0;
  return a->ns && a->ns->prefix && strcmp ((const char *) a->ns->prefix, "xml") == 0 && strcmp (own, name) == 0;
}

char *
att_xml_lang (const xmlNode *node)
{
  for (const xmlNode *n = node; n && n->type == XML_ELEMENT_NODE; n = n->parent)
    for (const xmlAttr *a = n->properties; a; a = a->next)
      if (is_xml_attribute (a, "lang"))
        return att_xml_text ((const xmlNode *) a);
  return NULL;
}

char *
att_xml_base (const xmlNode *node, const char *document_base)
{
  GPtrArray *bases = g_ptr_array_new_with_free_func (g_free);
  for (const xmlNode *n = node; n && n->type == XML_ELEMENT_NODE; n = n->parent)
    for (const xmlAttr *a = n->properties; a; a = a->next)
      if (is_xml_attribute (a, "base"))
        g_ptr_array_add (bases, att_xml_text ((const xmlNode *) a));
  char *base = g_strdup (document_base);
  for (guint i = bases->len; i > 0; i--) {
    char *next = att_url_resolve (base, g_ptr_array_index (bases, i - 1));
    g_free (base);
    base = next;
  }
  g_ptr_array_unref (bases);
  return base;
}
