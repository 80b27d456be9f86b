/* xml.c: XML read safely, once for the whole program.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/xml.h"

#include "base/text.h"
#include "base/url.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

#define MAX_TEXT (8 * 1024 * 1024)   /* of one element; an article has some 10 kB */
#define STRICT (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT)

static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

/* A reference at p (after '&'): its character, and *length of it with the ';' where there is one. 0: none, or one
 * that XML knows by itself. */
static gunichar
html_reference (const char *p, gsize *length)
{
  gsize n = 0;
  while (n < 32 && g_ascii_isalnum (p[n]))
    n++;
  if (n < 2 || p[n] != ';')
    return 0;
  g_autofree char *name = g_strndup (p, n);
  if (g_str_equal (name, "amp") || g_str_equal (name, "lt") || g_str_equal (name, "gt") || g_str_equal (name, "quot"))
    return 0;
  const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) name);
  *length = n + 1;
  return entity ? entity->value : g_str_equal (name, "apos") ? '\'' : 0;
}

static gboolean
is_xml_reference (const char *p, GHashTable *declared)
{
  if (*p == '#') {
    gboolean hex = p[1] == 'x';
    guint64 value = g_ascii_strtoull (p + (hex ? 2 : 1), NULL, hex ? 16 : 10);
    const char *q = p + (hex ? 2 : 1);
    while (g_ascii_isxdigit (*q))
      q++;
    return *q == ';' && is_xml_char (value);
  }
  gsize n = strspn (p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");
  if (n == 0 || p[n] != ';')
    return FALSE;
  g_autofree char *name = g_strndup (p, n);
  static const char *const OWN[] = { "amp", "lt", "gt", "quot", "apos" };
  for (guint i = 0; i < G_N_ELEMENTS (OWN); i++)
    if (strcmp (name, OWN[i]) == 0)
      return TRUE;
  return g_hash_table_contains (declared, name);
}

/* The names an internal subset declares, so that repairing leaves them alone. */
static GHashTable *
declared_entities (const char *text)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const char *p = text; (p = strstr (p, "<!ENTITY")) != NULL;) {
    p += 8;
    p += strspn (p, " \t\r\n");
    gsize n = strcspn (p, " \t\r\n");
    g_hash_table_add (names, g_strndup (p, n));
  }
  return names;
}

/* Makes what people write into what XML allows: HTML's named characters, bare ampersands, control characters,
 * a '<' that opens no tag, anything before the first tag. */
static char *
repair (const char *text, gsize length)
{
  g_autoptr (GHashTable) declared = declared_entities (text);
  const char *start = strchr (text, '<'), *end = text + length;
  GString *out = g_string_sized_new (length + length / 16 + 16);
  for (const char *p = start ? start : end; p < end;) {
    if (g_str_has_prefix (p, "<![CDATA[")) {
      const char *close = strstr (p, "]]>");
      const char *to = close ? close + 3 : end;
      for (; p < to; p = g_utf8_next_char (p))
        if (is_xml_char (g_utf8_get_char (p)))
          g_string_append_len (out, p, g_utf8_next_char (p) - p);
      if (close == NULL)
        g_string_append (out, "]]>");
      continue;
    }
    gunichar c = g_utf8_get_char (p);
    if (c == '&') {
      gsize n = 0;
      gunichar named = html_reference (p + 1, &n);
      if (named && !(n && is_xml_reference (p + 1, declared))) {
        g_string_append_printf (out, "&#%u;", named);
        p += n + 1;
        continue;
      }
      g_string_append (out, is_xml_reference (p + 1, declared) ? "&" : "&amp;");
    } else if (c == '<' && !(g_ascii_isalpha (p[1]) || strchr ("/!?_:", p[1]) || (guchar) p[1] >= 0x80))
      g_string_append (out, "&lt;");
    else if (is_xml_char (c))
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    p = g_utf8_next_char (p);
  }
  return g_string_free (out, FALSE);
}

AttXml *
att_xml_read (const char *text, gsize length, gboolean *well_formed)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (length > G_MAXINT / 2)
    return NULL;
  xmlDoc *doc = xmlReadMemory (text, length, NULL, "UTF-8", STRICT);
  if (well_formed)
    *well_formed = doc != NULL;
  if (doc == NULL) {
    g_autofree char *repaired = repair (text, length);
    doc = xmlReadMemory (repaired, strlen (repaired), NULL, "UTF-8", STRICT | XML_PARSE_RECOVER);
  }
  if (doc && xmlDocGetRootElement (doc) == NULL) {
    xmlFreeDoc (doc);
    return NULL;
  }
  return doc;
}

/* An entity the document declared, if it is plain text: markup and nesting are where the bombs are. */
static void
append_entity (GString *out, const xmlNode *ref)
{
  const xmlEntity *entity = xmlGetDocEntity (ref->doc, ref->name);
  const char *content = entity ? (const char *) entity->content : NULL;
  if (content && strlen (content) < 4096 && !strpbrk (content, "&<"))
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

char *
att_xml_base (const xmlNode *node, const char *document_base)
{
  GPtrArray *bases = g_ptr_array_new_with_free_func (g_free);
  for (const xmlNode *n = node; n && n->type == XML_ELEMENT_NODE; n = n->parent)
    for (const xmlAttr *a = n->properties; a; a = a->next)
      if (strcmp ((const char *) a->name, "xml:base") == 0
          || (a->ns && a->ns->prefix && strcmp ((const char *) a->ns->prefix, "xml") == 0 && strcmp ((const char *) a->name, "base") == 0))
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
