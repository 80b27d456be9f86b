/* xml-node.c: one element of an XML document, or one run of text in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/xml-node.h"

#include "base/text.h"
#include "base/url.h"

#include <string.h>

#define MAX_DEPTH 300

const AttXmlNode *
att_xml_element (const AttXmlNode *node)
{
  while (node && node->name == NULL)
    node = node->next;
  return node;
}

gboolean
att_xml_is (const AttXmlNode *node, const char *name)
{
  return g_ascii_strcasecmp (node->name, name) == 0;
}

gboolean
att_xml_has_child_elements (const AttXmlNode *node)
{
  return att_xml_element (node->first) != NULL;
}

const char *
att_xml_attribute (const AttXmlNode *node, const char *name)
{
  for (guint i = 0; i < node->n_attributes; i++)
    if (g_ascii_strcasecmp (node->attributes[i].name, name) == 0)
      return node->attributes[i].value;
  return NULL;
}

const char *
att_xml_special (const AttXmlNode *node, const char *name)
{
  for (guint i = 0; i < node->n_attributes; i++) {
    const AttXmlAttribute *a = &node->attributes[i];
    if (a->prefix && strcmp (a->prefix, "xml") == 0 && strcmp (a->name, name) == 0)
      return a->value;
  }
  return NULL;
}

const char *
att_xml_lang (const AttXmlNode *node)
{
  for (const AttXmlNode *n = node; n; n = n->parent) {
    const char *lang = att_xml_special (n, "lang");
    if (lang)
      return lang;
  }
  return NULL;
}

const char *
att_xml_base (const AttXmlNode *node, const char *document_base, char **owned)
{
  const char *bases[MAX_DEPTH];
  guint n_bases = 0;
  for (const AttXmlNode *n = node; n && n_bases < MAX_DEPTH; n = n->parent) {
    const char *base = n->n_attributes > 0 ? att_xml_special (n, "base") : NULL;
    if (base)
      bases[n_bases++] = base;
  }
  *owned = NULL;
  while (n_bases > 0) {
    char *next = att_url_resolve (*owned ? *owned : document_base, bases[--n_bases]);
    g_free (*owned);
    *owned = next;
  }
  return *owned ? *owned : document_base;
}

const char *
att_xml_own_text (const AttXmlNode *node)
{
  if (node == NULL || node->first == NULL || node->first->name || node->first->next)
    return NULL;
  return node->first->text;
}

static void
gather_text (const AttXmlNode *node, GString *out, int depth)
{
  for (const AttXmlNode *child = node->first; child && depth < MAX_DEPTH; child = child->next)
    if (child->name == NULL)
      g_string_append_len (out, child->text, child->length);
    else
      gather_text (child, out, depth + 1);
}

char *
att_xml_text (const AttXmlNode *node)
{
  if (node == NULL)
    return NULL;
  GString *out = g_string_new (NULL);
  gather_text (node, out, 0);
  return g_string_free (out, FALSE);
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
append_markup (const AttXmlNode *node, GString *out, int depth)
{
  for (const AttXmlNode *child = node->first; child && depth < MAX_DEPTH; child = child->next) {
    if (child->name == NULL) {
      att_text_append_escaped (out, child->text, child->length);
      continue;
    }
    g_string_append_printf (out, "<%s", child->name);
    for (guint i = 0; i < child->n_attributes; i++) {
      g_string_append_printf (out, " %s=\"", child->attributes[i].name);
      att_text_append_escaped (out, child->attributes[i].value, -1);
      g_string_append_c (out, '"');
    }
    g_string_append_c (out, '>');
    if (child->first == NULL && is_void (child->name))
      continue;
    append_markup (child, out, depth + 1);
    g_string_append_printf (out, "</%s>", child->name);
  }
}

char *
att_xml_inner (const AttXmlNode *node)
{
  if (node == NULL)
    return NULL;
  GString *out = g_string_new (NULL);
  append_markup (node, out, 0);
  return g_string_free (out, FALSE);
}
