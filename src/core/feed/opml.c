/* opml.c: lists of feeds, in and out (OPML 1.0 and 2.0).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/opml.h"

#include "base/charset.h"
#include "base/error.h"
#include "base/text.h"
#include "base/xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SHELVES 64            /* folders one feed may stand in */
#define MIN_EVERY 900             /* seconds between two visits */
#define MAX_EVERY (30 * 86400)

static const char *const PAGES[] = { "never", "opened", "always" };   /* whether the pages of its articles are fetched, by AttFeed.pages */

static char *
first_attribute (const AttXmlNode *node, const char *const *names)
{
  for (guint i = 0; names[i]; i++) {
    const char *value = att_xml_attribute (node, names[i]);
    if (att_text_has (value))
      return g_strstrip (g_strdup (value));
  }
  return NULL;
}

/* Seconds between two visits; 0: it is not said, or is no time to leave between them. */
static gint64
read_every (const AttXmlNode *outline)
{
  const char *value = att_xml_attribute (outline, "every");
  gint64 seconds;
  return value && g_ascii_string_to_signed (value, 10, MIN_EVERY, MAX_EVERY, &seconds, NULL) ? seconds : 0;
}

static int
read_pages (const AttXmlNode *outline)
{
  const char *value = att_xml_attribute (outline, "pages");
  for (guint i = 0; value && i < G_N_ELEMENTS (PAGES); i++)
    if (strcmp (value, PAGES[i]) == 0)
      return i;
  return -1;
}

/* What this program knows of an outlet, as it writes it; OPML 2.0 lets an outline have attributes of any name. */
static void
read_outlet (const AttXmlNode *outline, AttFeed *feed)
{
  static const char *const COUNTRY[] = { "country", NULL }, *const KIND[] = { "kind", NULL }, *const OWNER[] = { "owner", NULL }, *const LANGUAGE[] = { "language", NULL };
  feed->country = first_attribute (outline, COUNTRY);
  feed->kind = first_attribute (outline, KIND);
  feed->owner = first_attribute (outline, OWNER);
  feed->language = first_attribute (outline, LANGUAGE);
  feed->every = read_every (outline);
  feed->pages = read_pages (outline);
}

/* The feeds of a file so far; by_url: the same ones. */
typedef struct { GPtrArray *feeds; GHashTable *by_url; } Feeds;

static void
add_shelf (AttFeed *known, const char *folder)
{
  guint n = known->shelves ? g_strv_length (known->shelves) : 0;
  gboolean there = strcmp (known->folder, folder) == 0 || (n && g_strv_contains ((const char *const *) known->shelves, folder));
  if (there || n >= MAX_SHELVES)
    return;
  known->shelves = g_renew (char *, known->shelves, n + 2);
  known->shelves[n] = g_strdup (folder);
  known->shelves[n + 1] = NULL;
}

void
att_opml_merge (AttFeed *known, const AttFeed *again)
{
  add_shelf (known, again->folder);
  for (guint i = 0; again->shelves && again->shelves[i]; i++)
    add_shelf (known, again->shelves[i]);
}

/* A feed that stands in several folders is one feed. Takes feed. */
static void
add_feed (Feeds *feeds, AttFeed *feed)
{
  AttFeed *known = g_hash_table_lookup (feeds->by_url, feed->url);
  if (known == NULL) {
    g_ptr_array_add (feeds->feeds, feed);
    g_hash_table_insert (feeds->by_url, feed->url, feed);
    return;
  }
  att_opml_merge (known, feed);
  att_feed_unref (feed);
}

static void
read_outlines (const AttXmlNode *parent, const char *folder, Feeds *feeds, int depth)
{
  static const char *const URL[] = { "xmlUrl", NULL }, *const TITLE[] = { "title", "text", NULL }, *const SITE[] = { "htmlUrl", NULL };
  for (const AttXmlNode *c = att_xml_element (parent->first); c && depth < 64; c = att_xml_element (c->next)) {
    if (!att_xml_is (c, "outline"))
      continue;
    g_autofree char *written = first_attribute (c, URL), *url = att_text_squeeze (written);   /* as it will be written again */
    g_autofree char *raw = first_attribute (c, TITLE);
    g_autofree char *title = att_text_squeeze (raw);
    if (att_text_has (url)) {
      AttFeed *feed = att_feed_new ();
      feed->url = g_steal_pointer (&url);
      feed->title = g_strcmp0 (title, feed->url) == 0 ? NULL : g_strdup (title);   /* an address is what a feed is called until it has said its name */
      feed->site = first_attribute (c, SITE);
      feed->folder = g_strdup (folder);
      read_outlet (c, feed);
      add_feed (feeds, feed);
      read_outlines (c, folder, feeds, depth + 1);
      continue;
    }
    if (title)
      g_strdelimit (title, "/", '-');
    g_autofree char *inner = title == NULL ? g_strdup (folder) : *folder ? g_strconcat (folder, "/", title, NULL) : g_strdup (title);
    read_outlines (c, inner, feeds, depth + 1);
  }
}

static const AttXmlNode *
child_named (const AttXmlNode *parent, const char *name)
{
  for (const AttXmlNode *c = parent ? att_xml_element (parent->first) : NULL; c; c = att_xml_element (c->next))
    if (att_xml_is (c, name))
      return c;
  return NULL;
}

AttOpml *
att_opml_read (GBytes *bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *declared = data ? att_charset_declared (data, length) : NULL;
  g_autofree char *text = att_charset_decode (data ? data : "", length, NULL, declared, NULL);
  const char *start = text + strspn (text, " \t\r\n");
  g_autoptr (AttXml) doc = att_xml_read (start, strlen (start), NULL, NULL);
  if (doc == NULL)
    doc = att_xml_read_bent (start, strlen (start), NULL, NULL);
  const AttXmlNode *root = doc ? att_xml_element (att_xml_top (doc)->first) : NULL;
  const AttXmlNode *body = root && att_xml_is (root, "opml") ? child_named (root, "body") : NULL;
  if (root == NULL || !att_xml_is (root, "opml")) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED, _("This is not an OPML file. Export the list of feeds again from your other reader, as OPML."));
    return NULL;
  }

  AttOpml *self = g_new0 (AttOpml, 1);
  self->feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  g_autofree char *title = att_xml_text (child_named (child_named (root, "head"), "title"));
  self->title = att_text_has (title) ? att_text_squeeze (title) : NULL;
  g_autoptr (GHashTable) by_url = g_hash_table_new (g_str_hash, g_str_equal);
  read_outlines (body ? body : root, "", &(Feeds) { self->feeds, by_url }, 0);
  return self;
}

static void
append_attribute (GString *out, const char *name, const char *value)
{
  if (!att_text_has (value))
    return;
  g_autofree char *valid = att_text_valid (value, -1), *line = att_text_squeeze (valid);   /* XML has no control characters */
  g_autofree char *escaped = att_text_escape (line);
  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

/* A feed in one of its folders. */
typedef struct { const AttFeed *feed; const char *folder; } Place;

static int
by_folder (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;
  int order = strcmp (x->folder, y->folder);
  return order ? order : g_utf8_collate (att_feed_label (x->feed), att_feed_label (y->feed));
}

static GArray *
place_feeds (const GPtrArray *feeds)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; i < feeds->len; i++) {
    const AttFeed *feed = g_ptr_array_index (feeds, i);
    Place place = { feed, feed->folder ? feed->folder : "" };
    g_array_append_val (places, place);
    for (guint k = 0; feed->shelves && feed->shelves[k]; k++) {
      place.folder = feed->shelves[k];
      g_array_append_val (places, place);
    }
  }
  g_array_sort (places, by_folder);
  return places;
}

/* Closes and opens outlines until the path of the last feed is that of the next. */
static void
change_folder (GString *out, const char *from, const char *to)
{
  g_auto (GStrv) old = g_strsplit (from, "/", -1), new = g_strsplit (to, "/", -1);
  guint shared = 0;
  while (old[shared] && new[shared] && strcmp (old[shared], new[shared]) == 0)
    shared++;
  for (guint i = g_strv_length (old); i > shared; i--)
    g_string_append (out, "</outline>\n");
  for (guint i = shared; new[i]; i++) {
    g_string_append (out, "<outline");
    append_attribute (out, "text", new[i]);
    append_attribute (out, "title", new[i]);
    g_string_append (out, ">\n");
  }
}

GBytes *
att_opml_write (const char *title, GPtrArray *feeds)
{
  g_return_val_if_fail (feeds != NULL, NULL);

  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>");
  g_autofree char *escaped = att_text_escape (title ? title : "Attaché");
  g_string_append_printf (out, "%s</title></head>\n<body>\n", escaped);
  g_autoptr (GArray) places = place_feeds (feeds);
  const char *folder = "";
  for (guint i = 0; i < places->len; i++) {
    const AttFeed *feed = g_array_index (places, Place, i).feed;
    const char *next = g_array_index (places, Place, i).folder;
    change_folder (out, folder, next);
    folder = next;
    g_string_append (out, "<outline type=\"rss\"");
    append_attribute (out, "text", att_feed_label (feed));
    append_attribute (out, "title", feed->title);
    append_attribute (out, "xmlUrl", feed->url);
    append_attribute (out, "htmlUrl", feed->site);
    append_attribute (out, "country", feed->country);
    append_attribute (out, "kind", feed->kind);
    append_attribute (out, "owner", feed->owner);
    append_attribute (out, "language", feed->language);
    if (feed->every)
      g_string_append_printf (out, " every=\"%" G_GINT64_FORMAT "\"", feed->every);
    if (feed->pages >= 0 && feed->pages < (int) G_N_ELEMENTS (PAGES))
      append_attribute (out, "pages", PAGES[feed->pages]);
    g_string_append (out, "/>\n");
  }
  change_folder (out, folder, "");
  g_string_append (out, "</body>\n</opml>\n");
  return g_string_free_to_bytes (out);
}

void
att_opml_free (AttOpml *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->feeds);
  g_free (self);
}
