/* page.c: an article's web page → its text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every paragraph lends its weight to the element around it and half of it to the one around that; where most weight
 * meets is the article. */

#include "config.h"
#include "page/page.h"

#include "base/charset.h"
#include "base/error.h"
#include "base/html.h"
#include "base/text.h"
#include "page/metadata.h"

#include <string.h>

static void
clear (gpointer data)
{
  AttPage *self = data;
  g_free (self->title);
  g_free (self->byline);
  g_free (self->language);
  g_free (self->url);
  g_free (self->lead_image);
  g_free (self->text);
  g_free (self->html);
  g_ptr_array_unref (self->feeds);
}

void
att_page_unref (AttPage *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
has_word (const GumboNode *node, const char *attribute, const char *const *words)
{
  const char *value = att_html_attribute (node, attribute);
  g_autofree char *low = value ? g_ascii_strdown (value, -1) : NULL;
  for (guint i = 0; low && words[i]; i++)
    if (strstr (low, words[i]))
      return TRUE;
  return FALSE;
}

/* What is never part of an article: navigation, comments, recommendations, sharing. */
static gboolean
is_aside (const GumboNode *node)
{
  static const char *const WORDS[] = { "comment", "sidebar", "footer", "related", "recommend", "share", "social", "promo", "newsletter", "breadcrumb", "cookie", "advert", "popup", "menu", "navbar", "teaser", NULL };
  GumboTag tag = node->v.element.tag;
  if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_BUTTON)
    return TRUE;
  if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN)
    return FALSE;
  return has_word (node, "class", WORDS) || has_word (node, "id", WORDS);
}

static gsize
link_bytes (const GumboNode *node)
{
  if (node->type != GUMBO_NODE_ELEMENT)
    return 0;
  if (node->v.element.tag == GUMBO_TAG_A) {
    g_autofree char *text = att_html_node_text (node);
    return strlen (text);
  }
  gsize sum = 0;
  for (guint i = 0; i < node->v.element.children.length; i++)
    sum += link_bytes (node->v.element.children.data[i]);
  return sum;
}

static void
add (GHashTable *scores, const GumboNode *node, double by)
{
  if (node == NULL || node->type != GUMBO_NODE_ELEMENT)
    return;
  double *score = g_hash_table_lookup (scores, node);
  if (score == NULL) {
    score = g_new0 (double, 1);
    g_hash_table_insert (scores, (gpointer) node, score);
  }
  *score += by;
}

static gboolean
is_paragraph (GumboTag tag)
{
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_BLOCKQUOTE;
}

static void
weigh (const GumboNode *node, GHashTable *scores, int depth)
{
  if (node->type != GUMBO_NODE_ELEMENT || depth > 600 || is_aside (node))
    return;
  if (is_paragraph (node->v.element.tag)) {
    g_autofree char *text = att_html_node_text (node);
    gsize n = strlen (text);
    if (n < 25 || link_bytes (node) * 2 > n)
      return;
    double weight = 1 + MIN (n / 100.0, 4);
    for (const char *p = text; *p; p++)
      weight += *p == ',';
    add (scores, node->parent, weight);
    add (scores, node->parent ? node->parent->parent : NULL, weight / 2);
    return;
  }
  for (guint i = 0; i < node->v.element.children.length; i++)
    weigh (node->v.element.children.data[i], scores, depth + 1);
}

static const GumboNode *
heaviest (GHashTable *scores)
{
  GHashTableIter iter;
  gpointer node, score;
  const GumboNode *best = NULL;
  double most = 0;
  g_hash_table_iter_init (&iter, scores);
  while (g_hash_table_iter_next (&iter, &node, &score))
    if (*(double *) score > most) {
      most = *(double *) score;
      best = node;
    }
  return best;
}

/* The article's blocks, one after the other, as text and as HTML. */
static void
gather (const GumboNode *node, const char *base, GString *text, GString *html, int depth)
{
  if (node->type != GUMBO_NODE_ELEMENT || depth > 600 || is_aside (node))
    return;
  GumboTag tag = node->v.element.tag;
  gboolean block = is_paragraph (tag) || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TABLE;
  if (!block) {
    for (guint i = 0; i < node->v.element.children.length; i++)
      gather (node->v.element.children.data[i], base, text, html, depth + 1);
    return;
  }
  g_autofree char *words = att_html_node_text (node);
  if (*words == '\0' || link_bytes (node) * 2 > strlen (words))
    return;
  if (text->len)
    g_string_append (text, "\n\n");
  g_string_append (text, words);
  g_autofree char *inner = att_html_node_clean (node, base);
  const char *name = gumbo_normalized_tagname (tag == GUMBO_TAG_LI ? GUMBO_TAG_P : tag);
  g_string_append_printf (html, "<%s>%s</%s>", name, inner, name);
}

AttPage *
att_page_read (GBytes *bytes, const char *type, const char *url, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *http = att_charset_of_type (type);
  g_autofree char *declared = data ? att_charset_declared (data, length) : NULL;
  g_autofree char *html = att_charset_decode (data ? data : "", length, http, declared, NULL);
  g_autoptr (AttHtml) doc = att_html_parse (html, strlen (html), FALSE);
  if (doc == NULL) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED, "The page is too large or too deeply nested to be read.");
    return NULL;
  }
  AttPage *self = g_atomic_rc_box_new0 (AttPage);
  self->feeds = g_ptr_array_new_with_free_func (g_free);
  att_metadata_read (doc->root, url, self);
  g_autoptr (GHashTable) scores = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  weigh (doc->root, scores, 0);
  GString *text = g_string_new (NULL), *safe = g_string_new (NULL);
  const GumboNode *best = heaviest (scores);
  if (best)
    gather (best, url, text, safe, 0);
  self->text = g_string_free (text, FALSE);
  self->html = g_string_free (safe, FALSE);
  return self;
}
