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

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ARTICLES 50000     /* of one edition; the longest we have met have some thousands */
#define MAX_OBJECTS 200000     /* of one JSON text: its tree takes a kilobyte for each */
#define MAX_DEPTH 4            /* of a feed's root: somebody wrapped it */
#define MAX_PREFACE 65536     /* bytes before a feed: a server's warning */

/* A feed while it is being read. */
typedef struct {
  AttEdition       *edition;
  const char       *base;
  const AttXmlNode *root;
} Intake;

static gboolean
is_root (const AttXmlNode *node)
{
  static const char *const NAMES[] = { "rss", "rdf", "feed", "channel" };
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (att_xml_is (node, NAMES[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_foreign (const AttXmlNode *node)   /* what is in there is somebody else's example */
{
  return att_xml_is (node, "html") || att_xml_is (node, "opml");
}

/* The feed's root element, also when somebody wrapped it or wrote something before it. */
static const AttXmlNode *
find_root (const AttXmlNode *first, int depth)
{
  for (const AttXmlNode *node = att_xml_element (first); node && depth < MAX_DEPTH; node = att_xml_element (node->next)) {
    const AttXmlNode *found = is_root (node) ? node : is_foreign (node) ? NULL : find_root (node->first, depth + 1);
    if (found)
      return found;
  }
  return NULL;
}

/* The same, seen from within while the feed is still being read: the outermost around node. */
static const AttXmlNode *
find_root_around (const AttXmlNode *node)
{
  const AttXmlNode *path[64], *n = node->parent;
  guint length = 0;
  for (; n && n->parent && length < G_N_ELEMENTS (path); n = n->parent)   /* the document itself has no parent */
    path[length++] = n;
  for (guint depth = 0; depth < MIN (length, MAX_DEPTH); depth++) {
    const AttXmlNode *at = path[length - 1 - depth];
    if (is_root (at))
      return at;
    if (is_foreign (at))
      return NULL;
  }
  return NULL;
}

/* An item the text broke off in: it comes whole with the next turn, and would be another one then. Alone it is better than nothing. */
static gboolean
is_cut_off (const AttXmlNode *node, const AttEdition *edition)
{
  for (const AttXmlNode *c = att_xml_element (node->first); c; c = att_xml_element (c->next))
    if (att_rss_is_item (c))
      return FALSE;   /* it was never closed, and others follow */
  return node->cut && edition->articles->len > 0;
}

/* Each item is read as it ends, and forgotten. One inside another waits for the outer. */
static gboolean
take_element (const AttXmlNode *node, gpointer data)
{
  Intake *intake = data;
  if (!att_rss_is_item (node))
    return FALSE;
  for (const AttXmlNode *n = node->parent; n && n->parent; n = n->parent)
    if (att_rss_is_item (n))
      return FALSE;
  const AttXmlNode *root = find_root_around (node);
  if (root == NULL || (intake->root && root != intake->root))
    return FALSE;
  gboolean atom = att_xml_is (root, "feed");
  if (atom && !att_atom_belongs (node, root))
    return FALSE;
  intake->root = root;
  if (is_cut_off (node, intake->edition))
    return TRUE;
  if (intake->edition->articles->len >= MAX_ARTICLES)   /* a document's order is newest first */
    intake->edition->well_formed = FALSE;
  else if (atom)
    att_atom_read_entries (node, intake->base, intake->edition);
  else
    att_rss_read_item (node, root, intake->base, intake->edition);
  return TRUE;
}

/* Where the feed begins: some servers put a warning, or a blank line, before it. *early: there was something. */
static const char *
find_start (const char *text, gsize length, gboolean *early)
{
  static const char *const BEGINNINGS[] = { "<?xml", "<rss", "<feed", "<rdf:RDF", "<RDF", "<channel" };
  const char *start = text, *end = text + length, *found = NULL;
  while (start < end && g_ascii_isspace (*start))
    start++;
  gssize reach = MIN (end - start, MAX_PREFACE);
  for (guint i = 0; i < G_N_ELEMENTS (BEGINNINGS) && start < end && *start != '{'; i++) {
    const char *at = g_strstr_len (start, found ? found - start : reach, BEGINNINGS[i]);
    if (at && (found == NULL || at < found))
      found = at;
  }
  gboolean tagged = found && (found == start || start[1] == '!' || start[1] == '?') && *start == '<';   /* a comment or a document type may stand there */
  if (found == NULL || (tagged && found != start && strncmp (found, "<?xml", 5) != 0))
    found = start;
  *early = found != start || (found != text && end - found > 5 && strncmp (found, "<?xml", 5) == 0);
  return found;
}

/* Whether a document that is not well-formed ends before its root does. */
static gboolean
breaks_off (const char *text, gsize length)
{
  static const char *const ENDS[] = { "</rss", "</feed", "</rdf:RDF", "</RDF", "</channel" };
  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    if (g_strrstr_len (text, length, ENDS[i]))
      return FALSE;
  return TRUE;
}

static AttEdition *
read_xml (const char *text, gsize length, const char *base)
{
  g_autoptr (AttEdition) edition = att_edition_new ();
  static const AttXmlReader READER = { att_element_kind, take_element };
  Intake intake = { .edition = edition, .base = base };
  g_autoptr (AttXml) doc = att_xml_read (text, length, &READER, &intake);
  if (doc == NULL) {   /* once more from the beginning, with patience */
    att_edition_unref (edition);
    edition = att_edition_new ();
    edition->well_formed = FALSE;
    edition->cut_off = breaks_off (text, length);
    intake = (Intake) { .edition = edition, .base = base };
    doc = att_xml_read_bent (text, length, &READER, &intake);
  }
  const AttXmlNode *root = intake.root ? intake.root : doc ? find_root (att_xml_top (doc)->first, 0) : NULL;
  if (root == NULL)
    return NULL;
  gboolean is_feed = att_xml_is (root, "feed") ? att_atom_read (root, base, edition) : att_rss_read (root, base, edition);
  return is_feed ? g_steal_pointer (&edition) : NULL;
}

static gsize
count (const char *text, gsize length, char wanted)
{
  gsize n = 0;
  for (gsize i = 0; i < length; i++)
    n += text[i] == wanted;
  return n;
}

AttEdition *
att_feed_parse (GBytes *bytes, const char *type, const char *base, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  gsize length, text_length;
  const char *data = g_bytes_get_data (bytes, &length);
  if (length == 0) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED, _("The answer was empty. Try the address in a browser."));
    return NULL;
  }

  g_autofree char *http = att_charset_of_type (type);
  g_autofree char *declared = att_charset_declared (data, length);
  g_autofree char *owned = NULL;
  const char *text = att_charset_view (data, length, http, declared, &owned, &text_length);
  gboolean early, nul = memchr (data, '\0', length) && g_ascii_isprint (data[0]) && length > 1 && data[1];   /* a wide encoding has them too */
  const char *start = find_start (text, text_length, &early);
  gsize rest = text_length - (start - text);

  if (rest > 0 && *start == '{' && count (start, rest, '{') > MAX_OBJECTS) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_TOO_LARGE, _("It lists more things than a news feed may (%d). Nothing of it was read."), MAX_OBJECTS);
    return NULL;
  }
  AttEdition *edition = rest > 0 && *start == '{' ? att_jsonfeed_read (start, rest, base) : read_xml (start, rest, base);
  if (edition == NULL) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED, _("This is not a news feed: no RSS, Atom or JSON Feed was found in it."));
    return NULL;
  }
  edition->well_formed &= !early && !nul;
  att_feed_identify (edition);
  return edition;
}
