/* jsonfeed.c: JSON Feed 1 and 1.1 (jsonfeed.org) → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/jsonfeed.h"

#include "base/date.h"
#include "base/html.h"
#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "feed/draft.h"

#include <string.h>

/* A member as text; a number too, since ids are often written so. */
static char *
word (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING) {
    const char *text = json_node_get_string (node);
    return att_text_has (text) ? att_text_valid (text, -1) : NULL;   /* an escaped lone surrogate is no text */
  }
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

static JsonArray *
list (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
element (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);
  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static char *
author (JsonObject *object)
{
  JsonArray *authors = list (object, "authors");
  JsonObject *first = authors && json_array_get_length (authors) > 0 ? element (authors, 0) : NULL;
  JsonNode *old = json_object_get_member (object, "author");
  if (first == NULL && old && JSON_NODE_HOLDS_OBJECT (old))
    first = json_node_get_object (old);
  return first ? word (first, "name") : NULL;
}

static char *
address (JsonObject *object, const char *member, const char *base)
{
  g_autofree char *text = word (object, member), *whole = att_url_resolve (base, text);
  return att_url_is_safe (whole) ? g_steal_pointer (&whole) : NULL;
}

static gint64
date (JsonObject *object, const char *member)
{
  g_autofree char *text = word (object, member);
  gint64 seconds;
  return att_date_parse (text, &seconds) ? seconds : 0;
}

static AttArticle *
read_item (JsonObject *item, const char *base)
{
  g_auto (AttDraft) draft = att_draft_new ();
  AttArticle *a = draft.article;
  a->guid = word (item, "id");
  a->url = address (item, "url", base);
  if (a->url == NULL)
    a->url = address (item, "external_url", base);
  g_autofree char *title = word (item, "title");
  a->title = att_text_squeeze (title);
  a->byline = author (item);
  a->language = word (item, "language");
  a->image = address (item, "image", base);
  att_draft_keep (&a->image, address (item, "banner_image", base));
  g_autofree char *html = word (item, "content_html"), *plain = word (item, "content_text"), *summary = word (item, "summary");
  a->content = html ? att_html_clean (html, base, &draft.content_words) : NULL;
  att_draft_plain (&a->content, &draft.content_words, plain);
  att_draft_plain (&a->summary, &draft.summary_words, summary);
  a->published = date (item, "date_published");
  a->updated = date (item, "date_modified");

  JsonArray *tags = list (item, "tags");
  for (guint i = 0; tags && i < json_array_get_length (tags); i++) {
    JsonNode *tag = json_array_get_element (tags, i);
    if (JSON_NODE_HOLDS_VALUE (tag) && json_node_get_value_type (tag) == G_TYPE_STRING)
      g_ptr_array_add (a->categories, att_text_valid (json_node_get_string (tag), strlen (json_node_get_string (tag))));
  }
  JsonArray *attachments = list (item, "attachments");
  for (guint i = 0; attachments && i < json_array_get_length (attachments); i++) {
    JsonObject *attachment = element (attachments, i);
    g_autofree char *url = attachment ? address (attachment, "url", base) : NULL;
    g_autofree char *type = attachment ? word (attachment, "mime_type") : NULL;
    g_autofree char *size = attachment ? word (attachment, "size_in_bytes") : NULL;
    if (url)
      att_article_add_enclosure (a, url, type, size ? g_ascii_strtoll (size, NULL, 10) : -1);
  }
  return att_draft_finish (&draft);
}

/* The first WebSub hub of "hubs": [{"type": "WebSub", "url": ...}]. */
static char *
hub (JsonObject *feed, const char *base)
{
  JsonArray *hubs = list (feed, "hubs");
  for (guint i = 0; hubs && i < json_array_get_length (hubs); i++) {
    JsonObject *one = element (hubs, i);
    g_autofree char *type = one ? word (one, "type") : NULL;
    if (type && g_ascii_strcasecmp (type, "WebSub") == 0)
      return address (one, "url", base);
  }
  return NULL;
}

AttEdition *
att_jsonfeed_read (const char *text, gsize length, const char *base)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  if (!att_json_load (parser, text, length))
    return NULL;
  JsonNode *root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  JsonObject *feed = json_node_get_object (root);
  g_autofree char *version = word (feed, "version");
  if (version == NULL || !strstr (version, "jsonfeed.org/version/"))
    return NULL;

  AttEdition *e = att_edition_new ();
  e->format = strstr (version, "version/1.1") ? "json11" : "json1";
  g_autofree char *title = word (feed, "title"), *description = word (feed, "description");
  e->title = att_text_squeeze (title);
  e->link = address (feed, "home_page_url", base);
  e->self = address (feed, "feed_url", base);
  e->hub = hub (feed, base);
  e->next = address (feed, "next_url", base);
  e->description = att_text_escape (description);
  e->language = word (feed, "language");
  e->author = author (feed);
  JsonArray *items = list (feed, "items");
  for (guint i = 0; items && i < json_array_get_length (items); i++) {
    JsonObject *item = element (items, i);
    if (item)
      g_ptr_array_add (e->articles, read_item (item, base));
  }
  for (guint i = 0; i < e->articles->len; i++) {   /* JSON Feed 1.1: the feed's authors are its items' */
    AttArticle *a = g_ptr_array_index (e->articles, i);
    if (a->byline == NULL)
      a->byline = g_strdup (e->author);
  }
  return e;
}
