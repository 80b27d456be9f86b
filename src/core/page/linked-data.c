/* linked-data.c: what a page says of its article in JSON-LD.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/linked-data.h"

#include "base/html.h"
#include "base/json.h"
#include "base/text.h"

#include <string.h>

#define MAX_DEPTH 8
#define MAX_AUTHORS 24

static JsonNode *
member (JsonObject *object, const char *name)
{
  return json_object_get_member (object, name);
}

/* A string, or the first string of an array, or what an object has under one of two names. */
static const char *
string_in (JsonNode *node, const char *key, const char *other, int depth)
{
  if (node == NULL || depth > MAX_DEPTH)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObject *object = json_node_get_object (node);
    const char *found = key ? string_in (member (object, key), NULL, NULL, depth + 1) : NULL;
    return found || other == NULL ? found : string_in (member (object, other), NULL, NULL, depth + 1);
  }
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; array && i < json_array_get_length (array); i++) {
    const char *found = string_in (json_array_get_element (array, i), key, other, depth + 1);
    if (found)
      return found;
  }
  return NULL;
}

static void
keep (char **field, const char *value)
{
  if (*field || !att_text_has (value))
    return;
  *field = strchr (value, '<') || strchr (value, '&') ? att_html_text (value) : g_strdup (value);
}

static gboolean
has_type (JsonObject *object, const char *ending)
{
  JsonNode *type = member (object, "@type");
  if (type && JSON_NODE_HOLDS_ARRAY (type)) {
    JsonArray *types = json_node_get_array (type);
    for (guint i = 0; i < json_array_get_length (types); i++) {
      const char *one = string_in (json_array_get_element (types, i), NULL, NULL, 0);
      if (one && g_str_has_suffix (one, ending))
        return TRUE;
    }
    return FALSE;
  }
  const char *one = string_in (type, NULL, NULL, 0);
  return one && g_str_has_suffix (one, ending);
}

static void
add_author (AttLinkedData *self, JsonNode *node, int depth)
{
  if (node == NULL || depth > 2 || self->authors->len >= MAX_AUTHORS)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    for (guint i = 0; i < json_array_get_length (array); i++)
      add_author (self, json_array_get_element (array, i), depth + 1);
    return;
  }
  if (JSON_NODE_HOLDS_OBJECT (node) && JSON_NODE_HOLDS_ARRAY (member (json_node_get_object (node), "name") ? member (json_node_get_object (node), "name") : node)) {
    add_author (self, member (json_node_get_object (node), "name"), depth + 1);
    return;
  }
  const char *name = string_in (node, "name", NULL, 0), *id = string_in (node, "@id", NULL, 0);
  if (name == NULL && id && JSON_NODE_HOLDS_OBJECT (node))
    name = g_hash_table_lookup (self->persons, id);
  gboolean address = name && (strstr (name, "://") || name[0] == '@');
  if (!att_text_has (name) || address)
    return;
  g_autofree char *plain = att_html_line (name);
  if (*plain && !g_ptr_array_find_with_equal_func (self->authors, plain, g_str_equal, NULL))
    g_ptr_array_add (self->authors, g_steal_pointer (&plain));
}

static gboolean
is_false (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return !json_node_get_boolean (node);
  const char *text = string_in (node, NULL, NULL, 0);
  return text && g_ascii_strcasecmp (text, "false") == 0;
}

static void
take_article (AttLinkedData *self, JsonObject *object)
{
  keep (&self->headline, string_in (member (object, "headline"), NULL, NULL, 0));
  keep (&self->headline, string_in (member (object, "name"), NULL, NULL, 0));
  keep (&self->summary, string_in (member (object, "description"), NULL, NULL, 0));
  keep (&self->body, string_in (member (object, "articleBody"), NULL, NULL, 0));
  keep (&self->date, string_in (member (object, "datePublished"), NULL, NULL, 0));
  keep (&self->date, string_in (member (object, "dateCreated"), NULL, NULL, 0));
  keep (&self->language, string_in (member (object, "inLanguage"), "alternateName", "name", 0));
  keep (&self->image, string_in (member (object, "image"), "url", "contentUrl", 0));
  keep (&self->url, string_in (member (object, "url"), "@id", NULL, 0));
  if (self->authors->len == 0)
    add_author (self, member (object, "author"), 0);
  if (self->authors->len == 0)
    add_author (self, member (object, "creator"), 0);
  self->locked |= is_false (member (object, "isAccessibleForFree"));
  self->live |= has_type (object, "LiveBlogPosting");
}

static gboolean
is_article (JsonObject *object)
{
  static const char *const ENDINGS[] = { "Article", "BlogPosting", "LiveBlogPosting", "Report", "Posting", "Review" };
  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++)
    if (has_type (object, ENDINGS[i]))
      return TRUE;
  return FALSE;
}

/* Who is spoken of elsewhere by an address only. */
static void
list_persons (AttLinkedData *self, JsonNode *node, int depth)
{
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  for (guint i = 0; array && depth < MAX_DEPTH && i < json_array_get_length (array); i++)
    list_persons (self, json_array_get_element (array, i), depth + 1);
  if (object == NULL || depth > MAX_DEPTH)
    return;
  list_persons (self, member (object, "@graph"), depth + 1);
  const char *id = string_in (member (object, "@id"), NULL, NULL, 0), *name = string_in (member (object, "name"), NULL, NULL, 0);
  if (id && name && has_type (object, "Person"))
    g_hash_table_insert (self->persons, g_strdup (id), g_strdup (name));
}

/* Articles first, or, on a second round, the pages they stand on. */
static void
search (AttLinkedData *self, JsonNode *node, gboolean pages, int depth)
{
  if (node == NULL || depth > MAX_DEPTH)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    for (guint i = 0; i < json_array_get_length (array); i++)
      search (self, json_array_get_element (array, i), pages, depth + 1);
    return;
  }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  JsonObject *object = json_node_get_object (node);
  if (pages ? has_type (object, "WebPage") : is_article (object))
    take_article (self, object);
  self->gallery |= has_type (object, "ImageGallery") || has_type (object, "MediaGallery");
  search (self, member (object, "@graph"), pages, depth + 1);
  search (self, member (object, "mainEntity"), pages, depth + 1);
  search (self, member (object, "mainEntityOfPage"), pages, depth + 1);
}

/* Line breaks and tabs inside strings, which JSON forbids and pages have all the same. */
static char *
without_controls (const char *json)
{
  char *out = g_strdup (json);
  for (char *p = out; *p; p++)
    if ((guchar) *p < 0x20)
      *p = ' ';
  return out;
}

AttLinkedData *
att_linked_data_new (void)
{
  AttLinkedData *self = g_new0 (AttLinkedData, 1);
  self->authors = g_ptr_array_new_with_free_func (g_free);
  self->persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
att_linked_data_read (AttLinkedData *self, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *start = json + strcspn (json, "{[");
  if (*start == '\0')
    return;
  g_autofree char *plain = without_controls (start);
  char *last = MAX (strrchr (plain, '}'), strrchr (plain, ']'));
  if (last)
    last[1] = '\0';
  if (!att_json_load (parser, plain, -1))
    return;
  list_persons (self, json_parser_get_root (parser), 0);
  search (self, json_parser_get_root (parser), FALSE, 0);
  search (self, json_parser_get_root (parser), TRUE, 0);
}

void
att_linked_data_free (AttLinkedData *self)
{
  if (self == NULL)
    return;
  char *owned[] = { self->headline, self->summary, self->body, self->date, self->language, self->image, self->url };
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_ptr_array_unref (self->authors);
  g_hash_table_unref (self->persons);
  g_free (self);
}
