/* draft.c: an article while it is being read.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/draft.h"

#include "base/html.h"
#include "base/text.h"
#include "base/url.h"
#include "feed/elements.h"

#include <string.h>

AttDraft
att_draft_new (void)
{
  return (AttDraft) { .article = att_article_new () };
}

AttArticle *
att_draft_finish (AttDraft *self)
{
  AttArticle *article = g_steal_pointer (&self->article);
  att_article_set_text (article, &self->content_words, &self->summary_words);
  return article;
}

void
att_draft_clear (AttDraft *self)
{
  g_clear_pointer (&self->article, att_article_unref);
  att_words_clear (&self->content_words);
  att_words_clear (&self->summary_words);
}

void
att_draft_keep (char **field, char *value)
{
  if (*field == NULL)
    *field = value;
  else
    g_free (value);
}

void
att_draft_content (AttDraft *self, const AttXmlNode *node, const char *base)
{
  if (self->article->content == NULL)
    self->article->content = att_element_html (node, base, &self->content_words);
}

void
att_draft_summary (AttDraft *self, const AttXmlNode *node, const char *base)
{
  if (self->article->summary == NULL)
    self->article->summary = att_element_html (node, base, &self->summary_words);
}

/* An empty line parts paragraphs, one line end is one; to HTML both are blanks. */
static char *
set_lines (const char *plain)
{
  g_autofree char *escaped = att_text_escape (plain);
  GString *out = g_string_sized_new (strlen (escaped));
  for (const char *p = escaped; *p;) {
    gsize letters = strcspn (p, "\r\n");
    g_string_append_len (out, p, letters);
    p += letters;
    guint lines = 0;
    for (; *p == '\r' || *p == '\n' || (lines > 0 && (*p == ' ' || *p == '\t')); p++)
      lines += *p == '\n' || (*p == '\r' && p[1] != '\n');
    if (*p && out->len > 0)
      g_string_append (out, lines > 1 ? "<br><br>" : lines ? "<br>" : "");
  }
  return g_string_free (out, FALSE);
}

void
att_draft_plain (char **html, AttWords *words, const char *plain)
{
  if (*html || !att_text_has (plain))
    return;
  *html = set_lines (plain);
  g_free (att_html_clean (*html, NULL, words));
}

void
att_draft_described (AttDraft *self, const AttXmlNode *node, const char *base)
{
  g_autofree char *words = att_xml_text (node);
  const char *type = att_xml_attribute (node, "type");
  gboolean markup = (type && g_ascii_strcasecmp (type, "html") == 0) || (words && strchr (words, '<'));
  if (markup)
    att_draft_summary (self, node, base);
  else if (words)
    att_draft_plain (&self->article->summary, &self->summary_words, words);
}

void
att_draft_category (AttDraft *self, char *category)
{
  if (att_text_has (category))
    g_ptr_array_add (self->article->categories, category);
  else
    g_free (category);
}

void
att_draft_file (AttDraft *self, const AttXmlNode *node, const char *base)
{
  g_autofree char *url = att_element_url (node, "url", base);
  if (url == NULL && att_element_ns (node) == ATT_NS_NONE)
    url = att_element_url (node, "href", base);
  if (url == NULL)
    return;
  const char *length = att_xml_attribute (node, "length");
  if (length == NULL)
    length = att_xml_attribute (node, "fileSize");
  att_article_add_enclosure (self->article, url, att_xml_attribute (node, "type"), length ? g_ascii_strtoll (length, NULL, 10) : -1);
}

gboolean
att_draft_media (AttDraft *self, const AttXmlNode *node, const char *base)
{
  if (att_xml_is (node, "content")) {
    att_draft_file (self, node, base);
    const char *medium = att_xml_attribute (node, "medium"), *type = att_xml_attribute (node, "type");
    if (g_strcmp0 (medium, "image") == 0 || (type && g_ascii_strncasecmp (type, "image/", 6) == 0))
      att_draft_keep (&self->article->image, att_element_url (node, "url", base));
    for (const AttXmlNode *c = att_xml_element (node->first); c; c = att_xml_element (c->next))   /* its own title is not the article's */
      if (att_element_is (c, ATT_NS_MEDIA, "thumbnail"))
        att_draft_media (self, c, base);
  } else if (att_xml_is (node, "thumbnail"))
    att_draft_keep (&self->article->image, att_element_url (node, "url", base));
  else if (att_xml_is (node, "category"))
    att_draft_category (self, att_element_plain (node));
  else
    return FALSE;
  return TRUE;
}

/* "Ukraine[2]; ceasefire[1];": the words that made a category, and how often each. */
static void
add_triggers (AttArticle *article, const char *triggers)
{
  g_auto (GStrv) words = g_strsplit (triggers, ";", -1);
  for (guint i = 0; words[i]; i++)
    att_article_add_mark (article, "trigger", words[i], NULL);
}

void
att_draft_mark (AttDraft *self, const AttXmlNode *node)
{
  gboolean own = att_element_ns (node) == ATT_NS_EMM, marked = own;
  const char *name = NULL, *who = NULL;
  for (guint i = 0; i < node->n_attributes; i++) {
    const AttXmlAttribute *a = &node->attributes[i];
    gboolean emm = a->prefix && g_ascii_strcasecmp (a->prefix, "emm") == 0;
    marked |= emm;
    if (g_ascii_strcasecmp (a->name, "name") == 0)
      name = a->value;
    else if (g_ascii_strcasecmp (a->name, "who") == 0 || g_ascii_strcasecmp (a->name, "author") == 0)
      who = a->value;
    else if (g_ascii_strcasecmp (a->name, "trigger") == 0 && (emm || own))
      add_triggers (self->article, a->value);
  }
  if (!marked)
    return;
  g_autofree char *text = att_element_plain (node);
  g_autofree char *kind = g_ascii_strdown (node->name, -1);
  if (own && strcmp (kind, "trigger") == 0 && text)
    add_triggers (self->article, text);
  else
    att_article_add_mark (self->article, kind, strcmp (kind, "quote") != 0 && att_text_has (name) ? name : text, who);
}
