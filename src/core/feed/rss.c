/* rss.c: RSS 0.9x, 1.0 (RDF) and 2.0 → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/rss.h"

#include "base/text.h"
#include "base/url.h"
#include "feed/atom.h"
#include "feed/draft.h"
#include "feed/elements.h"

#include <string.h>

#define MAX_DEPTH 200

static const char *
format_of (const AttXmlNode *root)
{
  if (att_xml_is (root, "rdf")) {
    for (const AttXmlNode *c = att_xml_element (root->first); c; c = att_xml_element (c->next))
      if (c->space && strstr (c->space, "netscape.com/rdf/simple/0.9"))
        return "rss090";
    return "rss10";
  }
  const char *version = att_xml_attribute (root, "version");
  if (version == NULL)
    return "rss20";
  while (g_ascii_isspace (*version))
    version++;
  if (g_str_has_prefix (version, "0.90")) return "rss090";
  if (g_str_has_prefix (version, "0.91")) return "rss091";
  if (g_str_has_prefix (version, "0.92") || g_str_has_prefix (version, "0.93")) return "rss092";
  return "rss20";
}

static char *
read_link (const AttXmlNode *node, const char *base)
{
  char *link = att_element_url (node, NULL, base);
  return link ? link : att_element_url (node, "href", base);
}

/* Whether RSS's own element of a name stands beside a module's, and says something: then it is the better one. */
static gboolean
has_own_named (const AttXmlNode *module, const char *name)
{
  const AttXmlNode *own = att_element_child (module->parent, ATT_NS_NONE, name);
  g_autofree char *line = own ? att_element_line (own) : NULL;
  return att_text_has (line);
}

static gboolean
has_own (const AttXmlNode *module)
{
  return has_own_named (module, module->name);
}

static void
read_category (const AttXmlNode *node, AttDraft *draft)
{
  att_draft_category (draft, att_element_plain (node));
  att_draft_mark (draft, node);
}

static void
read_source (const AttXmlNode *node, const char *base, AttArticle *a)
{
  att_draft_keep (&a->source, att_element_line (node));
  att_draft_keep (&a->source_url, att_element_url (node, "url", base));
}

/* A guid is an address where it says so, or looks so and does not deny it (RSS 2.0.11, guid). */
static void
read_guid (const AttXmlNode *node, const char *base, AttArticle *a, char **permalink)
{
  const char *is_permalink = att_xml_attribute (node, "isPermaLink");
  gboolean yes = is_permalink && g_ascii_strcasecmp (is_permalink, "true") == 0, no = is_permalink && g_ascii_strcasecmp (is_permalink, "false") == 0;
  g_autofree char *guid = att_element_word (node);
  if (*permalink == NULL && guid && (yes || (!no && att_url_is_http (guid))))
    *permalink = att_element_url (node, NULL, base);
  att_draft_keep (&a->guid, g_steal_pointer (&guid));
}

/* What item and channel have in common, from RSS itself. FALSE: not such an element. Where RSS allows one link and one
 * date and a feed has more, every reader takes the last. */
static gboolean
read_own (const AttXmlNode *c, const char *base, AttDraft *draft)
{
  AttArticle *a = draft->article;
  if (att_xml_is (c, "title"))
    att_draft_keep (&a->title, att_element_line (c));
  else if (att_xml_is (c, "link")) {
    char *link = read_link (c, base);
    if (link) {
      g_free (a->url);
      a->url = link;
    }
  } else if (att_xml_is (c, "description"))
    att_draft_summary (draft, c, base);
  else if (att_xml_is (c, "author"))
    att_draft_keep (&a->byline, att_element_line (c));
  else if (att_xml_is (c, "pubDate")) {
    gint64 date = att_element_date (c);
    a->published = date ? date : a->published;
  } else if (att_xml_is (c, "category"))
    read_category (c, draft);
  else if (att_xml_is (c, "enclosure"))
    att_draft_file (draft, c, base);
  else if (att_xml_is (c, "comments"))
    att_draft_keep (&a->comments, att_element_url (c, NULL, base));
  else if (att_xml_is (c, "source"))
    read_source (c, base, a);
  else
    return FALSE;
  return TRUE;
}

static void
read_dublin (const AttXmlNode *c, const char *base, AttDraft *draft, gint64 *date)
{
  AttArticle *a = draft->article;
  if (att_xml_is (c, "creator") || att_xml_is (c, "author"))
    att_draft_keep (&a->byline, att_element_line (c));
  else if (att_xml_is (c, "language"))
    att_draft_keep (&a->language, att_element_word (c));
  else if (att_xml_is (c, "title") && !has_own (c))
    att_draft_keep (&a->title, att_element_line (c));
  else if (att_xml_is (c, "description") && !has_own (c))
    att_draft_summary (draft, c, base);
  else if (att_xml_is (c, "subject"))
    att_draft_category (draft, att_element_plain (c));
  else if (att_xml_is (c, "source"))
    att_draft_keep (&a->source, att_element_line (c));
  else if (att_xml_is (c, "date"))
    *date = *date ? *date : att_element_date (c);
}

static void
read_podcast (const AttXmlNode *c, const char *base, AttDraft *draft)
{
  if (att_xml_is (c, "author"))
    att_draft_keep (&draft->article->byline, att_element_line (c));
  else if (att_xml_is (c, "summary") && !has_own_named (c, "description"))
    att_draft_summary (draft, c, base);
  else if (att_xml_is (c, "category"))
    att_draft_category (draft, g_strdup (att_xml_attribute (c, "text")));
  else if (att_xml_is (c, "image"))
    att_draft_keep (&draft->article->image, att_element_url (c, "href", base));
}

static void
read_media (const AttXmlNode *c, const char *base, AttDraft *draft)
{
  if (att_xml_is (c, "group")) {
    for (const AttXmlNode *m = att_xml_element (c->first); m; m = att_xml_element (m->next))
      if (att_element_ns (m) == ATT_NS_MEDIA)
        att_draft_media (draft, m, base);
  } else if (att_draft_media (draft, c, base) || has_own (c))
    return;
  else if (att_xml_is (c, "title"))
    att_draft_keep (&draft->article->title, att_element_line (c));
  else if (att_xml_is (c, "description"))
    att_draft_described (draft, c, base);
}

static void
read_module (const AttXmlNode *c, AttNs ns, const char *base, AttDraft *draft, gint64 *dc_date)
{
  switch (ns) {
    case ATT_NS_CONTENT:
      if (att_xml_is (c, "encoded"))
        att_draft_content (draft, c, base);
      break;
    case ATT_NS_XHTML:
      if (att_xml_is (c, "body") || att_xml_is (c, "div"))
        att_draft_content (draft, c, base);
      break;
    case ATT_NS_DC:     read_dublin (c, base, draft, dc_date); break;
    case ATT_NS_ITUNES: read_podcast (c, base, draft); break;
    case ATT_NS_MEDIA:  read_media (c, base, draft); break;
    case ATT_NS_EMM:    att_draft_mark (draft, c); break;
    case ATT_NS_ISO:
      if (att_xml_is (c, "language"))
        att_draft_keep (&draft->article->language, att_element_word (c));
      break;
    case ATT_NS_DCTERMS:
      if (att_xml_is (c, "modified"))
        draft->article->updated = att_element_date (c);
      else if (att_xml_is (c, "created") || att_xml_is (c, "issued"))
        *dc_date = *dc_date ? *dc_date : att_element_date (c);
      break;
    case ATT_NS_ATOM: {
      guint rank = draft->article->url ? G_MAXUINT : 0;   /* RSS's own link is the better one */
      att_atom_read_into (c, base, draft, &rank);
      break;
    }
    default:
      break;
  }
}

/* RSS never had a <summary>; a feed that writes one means it, and by <description> the article itself. */
static void
read_summary (const AttXmlNode *summary, const char *base, AttDraft *draft)
{
  AttArticle *a = draft->article;
  if (a->content == NULL) {
    a->content = g_steal_pointer (&a->summary);
    att_words_move (&draft->content_words, &draft->summary_words);
  }
  g_clear_pointer (&a->summary, g_free);
  att_words_clear (&draft->summary_words);
  att_draft_summary (draft, summary, base);
}

static AttArticle *
read_item (const AttXmlNode *item, const char *base)
{
  g_auto (AttDraft) draft = att_draft_new ();
  AttArticle *a = draft.article;
  gint64 dc_date = 0;
  g_autofree char *permalink = NULL;
  const AttXmlNode *summary = NULL;
  for (const AttXmlNode *c = att_xml_element (item->first); c; c = att_xml_element (c->next)) {
    AttNs ns = att_element_ns (c);
    if (ns != ATT_NS_NONE)
      read_module (c, ns, base, &draft, &dc_date);
    else if (att_xml_is (c, "guid"))
      read_guid (c, base, a, &permalink);
    else if (att_xml_is (c, "summary"))
      summary = c;
    else
      read_own (c, base, &draft);
  }
  if (summary)
    read_summary (summary, base, &draft);
  if (a->published == 0)
    a->published = dc_date;
  if (a->url == NULL)
    a->url = g_steal_pointer (&permalink);
  if (a->guid == NULL)
    a->guid = g_strdup (att_xml_attribute (item, "about"));
  if (a->url == NULL && att_url_is_http (a->guid) && item->space)
    a->url = g_strdup (a->guid);
  att_draft_keep (&a->language, g_strdup (att_xml_special (item, "lang")));
  return att_draft_finish (&draft);
}

gboolean
att_rss_is_item (const AttXmlNode *node)
{
  return ((node->name[0] | 0x20) == 'i' && att_element_is (node, ATT_NS_NONE, "item")) || att_atom_is_entry (node);
}

static void
read_tree (const AttXmlNode *node, const char *base, AttEdition *edition, int depth)
{
  if (att_rss_is_item (node))
    g_ptr_array_add (edition->articles, att_element_ns (node) == ATT_NS_ATOM ? att_atom_read_entry (node, base) : read_item (node, base));
  for (const AttXmlNode *c = att_xml_element (node->first); c && depth < MAX_DEPTH; c = att_xml_element (c->next))
    read_tree (c, base, edition, depth + 1);
}

static const AttXmlNode *
channel_of (const AttXmlNode *root)
{
  if (att_xml_is (root, "channel"))
    return root;
  for (const AttXmlNode *c = att_xml_element (root->first); c; c = att_xml_element (c->next))
    if (att_xml_is (c, "channel"))
      return c;
  return NULL;
}

/* The address relative ones start from, where nobody said where the feed was fetched: the site's. */
static char *
site_of (const AttXmlNode *root)
{
  const AttXmlNode *channel = channel_of (root);
  const AttXmlNode *link = channel ? att_element_child (channel, ATT_NS_NONE, "link") : NULL;
  return link ? read_link (link, NULL) : NULL;
}

void
att_rss_read_item (const AttXmlNode *item, const AttXmlNode *root, const char *base, AttEdition *edition)
{
  g_autofree char *site = base ? NULL : site_of (root);
  read_tree (item, base ? base : site, edition, 0);
}

static gint64
syndication_interval (const AttXmlNode *channel)
{
  const AttXmlNode *period = att_element_child (channel, ATT_NS_SYNDICATION, "updatePeriod");
  const AttXmlNode *frequency = att_element_child (channel, ATT_NS_SYNDICATION, "updateFrequency");
  g_autofree char *word = period ? att_element_word (period) : NULL;
  g_autofree char *times = frequency ? att_element_word (frequency) : NULL;
  if (word == NULL)
    return 0;
  gint64 seconds = g_str_equal (word, "hourly") ? 3600 : g_str_equal (word, "weekly") ? 7 * 86400 : g_str_equal (word, "monthly") ? 30 * 86400
                   : g_str_equal (word, "yearly") ? 365 * 86400 : 86400;
  return seconds / MAX (times ? g_ascii_strtoll (times, NULL, 10) : 1, 1);
}

/* skipHours and skipDays as bits: <hour>0</hour> to 23 (24 is midnight too), <day>Monday</day>. */
static guint32
read_skips (const AttXmlNode *node)
{
  static const char *const DAYS[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
  guint32 bits = 0;
  for (const AttXmlNode *c = att_xml_element (node->first); c; c = att_xml_element (c->next)) {
    g_autofree char *word = att_element_word (c);
    if (word && att_xml_is (c, "hour") && g_ascii_isdigit (*word) && g_ascii_strtoull (word, NULL, 10) <= 24)
      bits |= 1u << (g_ascii_strtoull (word, NULL, 10) % 24);
    for (guint i = 0; word && att_xml_is (c, "day") && i < G_N_ELEMENTS (DAYS); i++)
      if (g_ascii_strcasecmp (word, DAYS[i]) == 0)
        bits |= 1u << i;
  }
  return bits;
}

/* RSS's own elements that only a channel has. FALSE: not such an element. */
static gboolean
read_channel_own (const AttXmlNode *c, AttEdition *e, AttArticle *head, gint64 *build)
{
  if (att_xml_is (c, "lastBuildDate"))
    *build = att_element_date (c);
  else if (att_xml_is (c, "language"))
    att_draft_keep (&head->language, att_element_word (c));
  else if (att_xml_is (c, "managingEditor"))
    att_draft_keep (&head->byline, att_element_line (c));
  else if (att_xml_is (c, "ttl")) {
    g_autofree char *minutes = att_element_word (c);
    e->interval = minutes ? CLAMP (g_ascii_strtoll (minutes, NULL, 10), 0, 40000) * 60 : 0;
  } else if (att_xml_is (c, "skipHours"))
    e->skip_hours = read_skips (c);
  else if (att_xml_is (c, "skipDays"))
    e->skip_days = read_skips (c);
  else
    return FALSE;
  return TRUE;
}

static void
read_channel (const AttXmlNode *channel, const char *base, AttEdition *e)
{
  g_auto (AttDraft) draft = att_draft_new ();   /* a channel's fields are an item's, and a few more */
  AttArticle *head = draft.article;
  gint64 dc_date = 0, build = 0;
  g_auto (AttWords) spoken_words = { NULL, NULL };
  g_autofree char *spoken = NULL;   /* a podcast's own description, where there is no other */
  for (const AttXmlNode *c = att_xml_element (channel->first); c; c = att_xml_element (c->next)) {
    AttNs ns = att_element_ns (c);
    if (ns == ATT_NS_NONE) {
      if (!read_channel_own (c, e, head, &build))
        read_own (c, base, &draft);
    } else if (ns == ATT_NS_ATOM && (att_xml_is (c, "subtitle") || att_xml_is (c, "tagline")))
      att_draft_summary (&draft, c, base);
    else if (ns == ATT_NS_ATOM && att_xml_is (c, "link"))
      att_atom_read_feed_link (c, base, e);
    else if (ns == ATT_NS_ITUNES && (att_xml_is (c, "summary") || att_xml_is (c, "subtitle"))) {
      if (spoken == NULL)
        spoken = att_element_html (c, base, &spoken_words);
    } else if (ns == ATT_NS_ITUNES && att_xml_is (c, "new-feed-url"))
      att_draft_keep (&e->moved, att_element_word (c));
    else
      read_module (c, ns, base, &draft, &dc_date);
  }
  if (e->interval == 0)
    e->interval = syndication_interval (channel);
  att_draft_keep (&e->title, g_steal_pointer (&head->title));
  att_draft_keep (&e->description, head->summary ? g_steal_pointer (&head->summary) : g_steal_pointer (&spoken));
  att_draft_keep (&e->language, head->language ? g_steal_pointer (&head->language) : g_strdup (att_xml_lang (channel)));
  att_draft_keep (&e->author, g_steal_pointer (&head->byline));
  if (head->url) {
    g_free (e->link);
    e->link = g_steal_pointer (&head->url);
  }
  e->updated = build ? build : head->published ? head->published : dc_date ? dc_date : head->updated;
}

gboolean
att_rss_read (const AttXmlNode *root, const char *base, AttEdition *edition)
{
  edition->format = format_of (root);
  const AttXmlNode *channel = channel_of (root);
  read_channel (channel ? channel : root, base, edition);   /* items with no channel around them */
  read_tree (root, base ? base : edition->link, edition, 0);
  return channel || edition->articles->len > 0 || att_xml_is (root, "rss");
}
