/* xml.c: XML read safely and in one pass, as a small tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/xml.h"

#include "base/arena.h"
#include "base/xml-repair.h"

#include <libxml/parser.h>
#include <string.h>

#define MAX_TEXT (8 * 1024 * 1024)   /* of one element; an article has some 10 kB */
#define MAX_ENTITY 4096
#define MAX_KINDS 32
#define PIECE (16 * 1024)
/* The text has been decoded: what its declaration says of the encoding is history. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC)

struct _AttXml {
  xmlParserCtxt *parser;     /* kept for its dictionary: names are its */
  AttArena      *arena;
  GArray        *marks;      /* of AttArenaMark: where each open element began */
  AttXmlNode     top, *open; /* open: the innermost, or &top */
  char          *growing;    /* the text of open->last, while it is the arena's last piece */
  gsize          room;
  gboolean       after_return;   /* a piece of CDATA ended in CR */
  gboolean       cut;        /* the text has broken off */
  GHashTable    *entities;   /* name → xmlEntity, made to look predefined so that libxml2 never expands one */
  AttXmlReader   reader;
  gpointer       data;
  struct { const char *space, *prefix; guint kind; } kinds[MAX_KINDS];   /* the dictionary's strings, so that pointers tell them apart */
  guint          n_kinds;
};

static void
add_child (AttXml *self, AttXmlNode *child)
{
  child->parent = self->open;
  child->prev = self->open->last;
  if (self->open->last)
    self->open->last->next = child;
  else
    self->open->first = child;
  self->open->last = child;
}

/* Gives back what the last text was promised and did not need. */
static void
settle_text (AttXml *self)
{
  if (self->growing)
    att_arena_shrink (self->arena, self->growing, self->open->last->length + 1);
  self->growing = NULL;
}

static void
take_text (gpointer data, const xmlChar *text, int length)
{
  AttXml *self = data;
  AttXmlNode *run = self->open->last;
  if (self->open == &self->top || length <= 0)
    return;
  if (self->growing == NULL) {
    run = att_arena_new0 (self->arena, AttXmlNode);
    add_child (self, run);
    self->room = MAX ((gsize) length + 1, 256);
    self->growing = att_arena_take (self->arena, self->room);
  }
  if (run->length + length > MAX_TEXT)
    return;
  if (run->length + length + 1 > self->room) {
    gsize room = MAX (self->room * 2, run->length + length + 1);
    self->growing = att_arena_grow (self->arena, self->growing, run->length, room);
    self->room = room;
  }
  memcpy (self->growing + run->length, text, length);
  run->length += length;
  self->growing[run->length] = '\0';
  run->text = self->growing;
}

/* A CDATA section, piece by piece. Line ends are to be one LF everywhere (XML 1.0 §2.11); here libxml2 leaves that to us. */
static void
take_cdata (gpointer data, const xmlChar *text, int length)
{
  AttXml *self = data;
  const xmlChar *p = text, *end = text + length;
  if (self->after_return && p < end && *p == '\n')
    p++;
  self->after_return = length > 0 && end[-1] == '\r';
  while (p < end) {
    const xmlChar *line = memchr (p, '\r', end - p);
    take_text (self, p, (line ? line : end) - p);
    if (line == NULL)
      break;
    take_text (self, (const xmlChar *) "\n", 1);
    p = line + (line + 1 < end && line[1] == '\n' ? 2 : 1);
  }
}

/* libxml2 resolves an attribute's references but for the ampersand's, which it leaves as &#38; (XML 1.0 §4.4). */
static const char *
attribute_value (AttXml *self, const char *from, const char *end)
{
  char *value = att_arena_take (self->arena, end - from + 1), *to = value;
  for (const char *p = from; p < end;) {
    if (*p == '&' && end - p >= 5 && memcmp (p, "&#38;", 5) == 0) {
      *to++ = '&';
      p += 5;
    } else
      *to++ = *p++;
  }
  *to = '\0';
  return value;
}

static guint
kind_of (AttXml *self, const char *space, const char *prefix)
{
  if (self->reader.kind_of == NULL)
    return 0;
  for (guint i = 0; i < self->n_kinds; i++)
    if (self->kinds[i].space == space && self->kinds[i].prefix == prefix)
      return self->kinds[i].kind;
  guint kind = self->reader.kind_of (space, prefix);
  if (self->n_kinds < MAX_KINDS) {
    self->kinds[self->n_kinds].space = space;
    self->kinds[self->n_kinds].prefix = prefix;
    self->kinds[self->n_kinds++].kind = kind;
  }
  return kind;
}

static void
take_start (gpointer data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int n_spaces, const xmlChar **spaces,
            int n_attributes, int n_default, const xmlChar **attributes)
{
  AttXml *self = data;
  settle_text (self);
  AttArenaMark mark = att_arena_mark (self->arena);
  g_array_append_val (self->marks, mark);
  AttXmlNode *node = att_arena_new0 (self->arena, AttXmlNode);
  node->name = (const char *) name;
  node->prefix = (const char *) prefix;
  node->space = space && *space ? (const char *) space : NULL;
  node->kind = kind_of (self, node->space, node->prefix);
  if (n_attributes > 0) {
    AttXmlAttribute *list = att_arena_take (self->arena, n_attributes * sizeof *list);
    for (int i = 0; i < n_attributes; i++) {   /* five each: name, prefix, namespace, value, its end */
      const xmlChar **a = attributes + 5 * i;
      list[i] = (AttXmlAttribute) { (const char *) a[0], (const char *) a[1], attribute_value (self, (const char *) a[3], (const char *) a[4]) };
    }
    node->attributes = list;
    node->n_attributes = n_attributes;
  }
  add_child (self, node);
  self->open = node;
}

static void
drop_last (AttXml *self, AttArenaMark mark)
{
  AttXmlNode *parent = self->open, *before = parent->last->prev;
  if (before)
    before->next = NULL;
  else
    parent->first = NULL;
  parent->last = before;
  att_arena_release (self->arena, mark);
}

static void
take_end (gpointer data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
  AttXml *self = data;
  AttXmlNode *node = self->open;
  if (node == &self->top)
    return;
  settle_text (self);
  AttArenaMark mark = g_array_index (self->marks, AttArenaMark, self->marks->len - 1);
  g_array_set_size (self->marks, self->marks->len - 1);
  self->open = node->parent;
  node->cut = self->cut;
  if (self->reader.done && self->reader.done (node, self->data))
    drop_last (self, mark);
}

/* Left by the repair where the text broke off: what is still open was never closed. */
static void
take_instruction (gpointer data, const xmlChar *target, const xmlChar *words)
{
  AttXml *self = data;
  self->cut |= strcmp ((const char *) target, ATT_XML_CUT) == 0;
}

static void
entity_free (gpointer data)
{
  xmlEntity *entity = data;
  g_free ((char *) entity->name);
  g_free (entity->content);
  g_free (entity);
}

static xmlEntity *
add_entity (AttXml *self, const char *name, const char *content)
{
  xmlEntity *entity = g_new0 (xmlEntity, 1);
  entity->type = XML_ENTITY_DECL;
  entity->etype = XML_INTERNAL_PREDEFINED_ENTITY;
  entity->name = (xmlChar *) g_strdup (name);
  entity->content = entity->orig = (xmlChar *) g_strdup (content);
  entity->length = strlen (content);
  g_hash_table_replace (self->entities, (char *) entity->name, entity);
  return entity;
}

/* Only plain text: markup and nesting are where the bombs are. The first declaration binds (XML 1.0 §4.2). */
static void
take_entity (gpointer data, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id, xmlChar *content)
{
  AttXml *self = data;
  const char *text = (const char *) content;
  gboolean plain = type == XML_INTERNAL_GENERAL_ENTITY && text && strlen (text) < MAX_ENTITY && !strpbrk (text, "&<");
  if (type != XML_INTERNAL_PARAMETER_ENTITY && type != XML_EXTERNAL_PARAMETER_ENTITY && !g_hash_table_contains (self->entities, name))
    add_entity (self, (const char *) name, plain ? text : "");
}

static xmlEntity *
find_entity (gpointer data, const xmlChar *name)
{
  AttXml *self = data;
  xmlEntity *entity = g_hash_table_lookup (self->entities, name);
  /* one the document leaves to a DTD we do not fetch is HTML's */
  gunichar c = entity == NULL && self->parser->hasExternalSubset ? att_xml_html_entity ((const char *) name, strlen ((const char *) name)) : 0;
  if (c == 0)
    return entity;
  char text[8] = "";
  g_unichar_to_utf8 (c, text);
  return add_entity (self, (const char *) name, text);
}

/* libxml2 tells some things whatever its options say; nobody at a desk can do anything with them. */
static void
ignore (void *data, xmlErrorPtr error)
{
}

static AttXml *
xml_new (gboolean lenient, const AttXmlReader *reader, gpointer data)
{
  static gsize ready;
  if (g_once_init_enter (&ready)) {   /* libxml2's own first time is not safe in two threads at once */
    xmlInitParser ();
    g_once_init_leave (&ready, 1);
  }
  AttXml *self = g_new0 (AttXml, 1);
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC, .startElementNs = take_start, .endElementNs = take_end, .characters = take_text,
                        .ignorableWhitespace = take_text, .cdataBlock = take_cdata, .processingInstruction = take_instruction, .entityDecl = take_entity, .getEntity = find_entity,
                        .serror = (xmlStructuredErrorFunc) ignore };
  self->arena = att_arena_new ();
  self->marks = g_array_new (FALSE, FALSE, sizeof (AttArenaMark));
  self->top.name = "";
  self->open = &self->top;
  self->entities = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entity_free);
  if (reader)
    self->reader = *reader;
  self->data = data;
  self->parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  if (self->parser == NULL)
    g_error ("no memory left to read XML");   /* as GLib does wherever memory ends */
  xmlCtxtUseOptions (self->parser, OPTIONS | (lenient ? XML_PARSE_RECOVER : 0));
  return self;
}

static AttXml *
read_text (const char *text, gsize length, gboolean lenient, const AttXmlReader *reader, gpointer data)
{
  g_autoptr (AttXml) self = xml_new (lenient, reader, data);
  for (gsize at = 0; at < length && (lenient || self->parser->wellFormed); at += PIECE)
    xmlParseChunk (self->parser, text + at, MIN (PIECE, length - at), FALSE);
  xmlParseChunk (self->parser, "", 0, TRUE);
  if (!lenient && !self->parser->wellFormed)
    return NULL;
  self->cut |= self->open != &self->top;   /* recovery leaves open what was never closed */
  while (self->open != &self->top)
    take_end (self, NULL, NULL, NULL);
  return self->top.first || self->reader.done ? g_steal_pointer (&self) : NULL;
}

AttXml *
att_xml_read (const char *text, gsize length, const AttXmlReader *reader, gpointer data)
{
  g_return_val_if_fail (text != NULL, NULL);

  return length <= G_MAXINT / 2 ? read_text (text, length, FALSE, reader, data) : NULL;
}

AttXml *
att_xml_read_bent (const char *text, gsize length, const AttXmlReader *reader, gpointer data)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (length > G_MAXINT / 2)
    return NULL;
  g_autofree char *repaired = att_xml_repair (text, length);
  return read_text (repaired, strlen (repaired), TRUE, reader, data);
}

const AttXmlNode *
att_xml_top (const AttXml *self)
{
  return &self->top;
}

void
att_xml_free (AttXml *self)
{
  if (self == NULL)
    return;
  if (self->parser->myDoc)
    xmlFreeDoc (self->parser->myDoc);   /* libxml2 makes one of its own where entities are declared */
  xmlFreeParserCtxt (self->parser);
  g_hash_table_unref (self->entities);
  g_array_unref (self->marks);
  att_arena_free (self->arena);
  g_free (self);
}
