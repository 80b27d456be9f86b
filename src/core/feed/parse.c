/* parse.c: bytes → edition: the encoding, what kind of feed it is, and who reads it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/parse.h"

#include "base/charset.h"
#include "base/error.h"
#include "base/xml.h"
#include "feed/atom.h"
#include "feed/elements.h"
#include "feed/jsonfeed.h"
#include "feed/key.h"
#include "feed/rss.h"

#include <string.h>

/* The feed's root element, also when somebody wrapped it or wrote something before it. */
static const xmlNode *
find_root (const xmlNode *node, int depth)
{
  for (; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    const char *name = att_xml_local (node);
    if (g_ascii_strcasecmp (name, "rss") == 0 || g_ascii_strcasecmp (name, "rdf") == 0 || g_ascii_strcasecmp (name, "feed") == 0
        || g_ascii_strcasecmp (name, "channel") == 0)
      return node;
    if (g_ascii_strcasecmp (name, "html") == 0 || g_ascii_strcasecmp (name, "opml") == 0 || depth > 2)
      continue;
    const xmlNode *inner = find_root (node->children, depth + 1);
    if (inner)
      return inner;
  }
  return NULL;
}

/* Where the feed begins: some servers put a warning, or a blank line, before it. *early: there was something. */
static const char *
find_start (const char *text, gboolean *early)
{
  static const char *const BEGINNINGS[] = { "<?xml", "<rss", "<feed", "<rdf:RDF", "<RDF", "<channel" };
  const char *start = text + strspn (text, " \t\r\n"), *found = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (BEGINNINGS) && *start != '{'; i++) {
    const char *at = strstr (start, BEGINNINGS[i]);
    if (at && (found == NULL || at < found))
      found = at;
  }
  gboolean tagged = found && (g_str_has_prefix (start, "<!") || g_str_has_prefix (start, "<?") || found == start);   /* a comment or a document type may stand there */
  if (found == NULL || (tagged && found != start && !g_str_has_prefix (found, "<?xml")))
    found = start;
  *early = found != start || (found != text && g_str_has_prefix (found, "<?xml"));
  return found;
}

static gboolean
read_xml (const char *text, const char *base, AttEdition *edition)
{
  gboolean well_formed;
  g_autoptr (AttXml) doc = att_xml_read (text, strlen (text), &well_formed);
  const xmlNode *root = doc ? find_root (xmlDocGetRootElement (doc), 0) : NULL;
  if (root == NULL)
    return FALSE;
  edition->well_formed = well_formed;
  if (g_ascii_strcasecmp (att_xml_local (root), "feed") == 0)
    return att_atom_read (root, base, edition);
  return att_rss_read (root, base, edition);
}

static void
finish (AttEdition *edition)
{
  for (guint i = 0; i < edition->articles->len; i++) {
    AttArticle *article = g_ptr_array_index (edition->articles, i);
    att_article_set_text (article);
    article->key = att_feed_key (article);
  }
}

AttEdition *
att_feed_parse (GBytes *bytes, const char *type, const char *base, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  if (length == 0) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED, "The answer was empty. Try the address in a browser.");
    return NULL;
  }

  g_autofree char *http = att_charset_of_type (type);
  g_autofree char *declared = att_charset_declared (data, length);
  g_autofree char *text = att_charset_decode (data, length, http, declared, NULL);
  gboolean early, nul = memchr (data, '\0', length) && g_ascii_isprint (data[0]) && length > 1 && data[1];   /* a wide encoding has them too */
  const char *start = find_start (text, &early);

  g_autoptr (AttEdition) edition = att_edition_new ();
  gboolean read = *start == '{' ? att_jsonfeed_read (start, base, edition) : read_xml (start, base, edition);
  if (!read) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED, "This is not a news feed: no RSS, Atom or JSON Feed was found in it.");
    return NULL;
  }
  edition->well_formed &= !early && !nul;
  finish (edition);
  return g_steal_pointer (&edition);
}
