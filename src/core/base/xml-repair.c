/* xml-repair.c: what people write, made into what XML allows.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/xml-repair.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define NAME_CHARS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:"

typedef struct {
  const char *at, *end;
  GString    *out;
  GPtrArray  *open;        /* of char *: the tags open here, innermost last */
  GHashTable *n_open;      /* how many of each name */
  GHashTable *declared;    /* entities of the internal subset */
} Repair;

static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

gunichar
att_xml_html_entity (const char *name, gsize length)
{
  g_autofree char *copy = g_strndup (name, length);
  const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) copy);
  return entity ? entity->value : strcmp (copy, "apos") == 0 ? '\'' : 0;
}

static gboolean
is_own (const char *name, gsize n)
{
  static const char *const OWN[] = { "amp", "lt", "gt", "quot", "apos" };
  for (guint i = 0; i < G_N_ELEMENTS (OWN); i++)
    if (strlen (OWN[i]) == n && memcmp (name, OWN[i], n) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_numeric_reference (const char *p)
{
  gboolean hex = p[1] == 'x';
  const char *q = p + (hex ? 2 : 1);
  guint64 value = g_ascii_strtoull (q, NULL, hex ? 16 : 10);
  const char *digits = q;
  while (hex ? g_ascii_isxdigit (*q) : g_ascii_isdigit (*q))
    q++;
  return q > digits && *q == ';' && is_xml_char (value);
}

/* At an ampersand. */
static void
take_reference (Repair *r)
{
  const char *name = r->at + 1;
  gsize n = strspn (name, NAME_CHARS);
  r->at++;
  if (*name == '#' ? is_numeric_reference (name) : name[n] == ';' && is_own (name, n)) {
    g_string_append_c (r->out, '&');
    return;
  }
  g_autofree char *key = g_strndup (name, n);
  if (n > 0 && name[n] == ';' && g_hash_table_contains (r->declared, key)) {
    g_string_append_c (r->out, '&');
    return;
  }
  gunichar c = n > 0 && name[n] == ';' ? att_xml_html_entity (name, n) : 0;
  if (c) {
    g_string_append_printf (r->out, "&#%u;", c);
    r->at = name + n + 1;
  } else
    g_string_append (r->out, "&amp;");
}

/* Copies what XML allows of [at, to). */
static void
copy (Repair *r, const char *to)
{
  for (; r->at < to; r->at = g_utf8_next_char (r->at))
    if (is_xml_char (g_utf8_get_char (r->at)))
      g_string_append_len (r->out, r->at, g_utf8_next_char (r->at) - r->at);
}

/* The '>' of a tag, not one within a quoted attribute; NULL: the tag never ends. */
static const char *
tag_end (const char *p, const char *end)
{
  char quote = 0;
  for (; p < end; p++) {
    if (quote)
      quote = *p == quote ? 0 : quote;
    else if ((*p == '"' || *p == '\'') && p[-1] == '=')
      quote = *p;
    else if (*p == '>')
      return p;
    else if (*p == '<')
      return NULL;
  }
  return NULL;
}

static void
count_open (Repair *r, const char *name, int by)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (r->n_open, name)) + by;
  g_hash_table_replace (r->n_open, g_strdup (name), GUINT_TO_POINTER (n));
}

/* Takes the name. */
static void
open_tag (Repair *r, char *name)
{
  count_open (r, name, 1);
  g_ptr_array_add (r->open, name);
}

static void
close_innermost (Repair *r)
{
  const char *name = g_ptr_array_index (r->open, r->open->len - 1);
  g_string_append_printf (r->out, "</%s>", name);
  count_open (r, name, -1);
  g_ptr_array_remove_index (r->open, r->open->len - 1);
}

static void
take_end_tag (Repair *r, const char *close)
{
  gsize n = strspn (r->at + 2, NAME_CHARS);
  g_autofree char *name = g_strndup (r->at + 2, n);
  guint depth = g_hash_table_lookup (r->n_open, name) ? r->open->len : 0;   /* nothing need be looked through for what nothing opened */
  while (depth > 0 && strcmp (g_ptr_array_index (r->open, depth - 1), name) != 0)
    depth--;
  r->at = close + 1;
  while (depth > 0 && r->open->len >= depth)   /* nothing opened it: dropped */
    close_innermost (r);
}

/* "Growth < 2%" in an attribute: XML wants it as a reference. */
static void
take_angle (Repair *r)
{
  g_string_append (r->out, "&lt;");
  r->at++;
}

/* At the '=' of an attribute whose value follows bare: quotes are put round it. */
static void
take_bare_value (Repair *r, const char *close)
{
  const char *end = r->at + 1;
  while (end < close && !g_ascii_isspace (*end) && *end != '"' && *end != '\'' && *end != '<')
    end++;
  if (end == close && end[-1] == '/')   /* <a href=x/>: the slash ends the tag */
    end--;
  g_string_append (r->out, "=\"");
  for (r->at++; r->at < end;)
    if (*r->at == '&')
      take_reference (r);
    else if (*r->at == '<')
      take_angle (r);
    else
      copy (r, MIN (g_utf8_next_char (r->at), end));
  g_string_append_c (r->out, '"');
}

static void
take_start_tag (Repair *r, const char *close)
{
  gsize n = strspn (r->at + 1, NAME_CHARS);
  char quote = 0;
  if (close[-1] != '/' && n > 0)
    open_tag (r, g_strndup (r->at + 1, n));
  while (r->at < close) {   /* attributes may hold references */
    char c = *r->at;
    if (c == '&') {
      take_reference (r);
      continue;
    }
    if (quote && c == '<') {
      take_angle (r);
      continue;
    }
    if (quote == 0 && c == '=' && r->at + 1 < close && !strchr ("\"' \t\r\n", r->at[1])) {
      take_bare_value (r, close);
      continue;
    }
    if (quote ? c == quote : c == '"' || c == '\'')
      quote = quote ? 0 : c;
    copy (r, MIN (g_utf8_next_char (r->at), close));
  }
  copy (r, close + 1);
}

/* At a '<'. */
static void
take_markup (Repair *r)
{
  const char *p = r->at;
  if (g_str_has_prefix (p, "<![CDATA[")) {
    const char *close = strstr (p, "]]>");
    copy (r, close ? close + 3 : r->end);
    if (close == NULL)
      g_string_append (r->out, "]]>");
  } else if (g_str_has_prefix (p, "<!--")) {
    const char *close = strstr (p + 4, "-->");
    r->at = close ? close + 3 : p + 4;
  } else if (g_str_has_prefix (p, "<?")) {
    const char *close = strstr (p, "?>");
    if (r->out->len == 0 && close && g_str_has_prefix (p, "<?xml"))
      copy (r, close + 2);
    else
      r->at = close ? close + 2 : p + 2;
  } else if (g_str_has_prefix (p, "<!")) {   /* a document type, with or without a subset */
    const char *bracket = strchr (p, '['), *close = strchr (p, '>');
    if (bracket && close && bracket < close)
      close = strstr (bracket, "]>") ? strstr (bracket, "]>") + 1 : close;
    copy (r, close ? close + 1 : r->end);
  } else {
    gboolean end_tag = p[1] == '/';
    gboolean name = g_ascii_isalpha (p[end_tag ? 2 : 1]) || p[end_tag ? 2 : 1] == '_' || (guchar) p[end_tag ? 2 : 1] >= 0x80;
    const char *close = name ? tag_end (p + 1, r->end) : NULL;
    if (close && end_tag)
      take_end_tag (r, close);
    else if (close)
      take_start_tag (r, close);
    else {
      g_string_append (r->out, "&lt;");
      r->at++;
    }
  }
}

static GHashTable *
declared_entities (const char *text)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const char *p = text; (p = strstr (p, "<!ENTITY")) != NULL;) {
    p += 8;
    p += strspn (p, " \t\r\n");
    gsize n = strcspn (p, " \t\r\n");
    g_hash_table_add (names, g_strndup (p, n));
  }
  return names;
}

char *
att_xml_repair (const char *text, gsize length)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *whole = g_strndup (text, length);   /* the looking ahead below stops at its NUL */
  text = whole;
  length = strlen (whole);
  g_autoptr (GHashTable) declared = declared_entities (text);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) n_open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *start = strchr (text, '<');
  Repair r = { start ? start : text + length, text + length, g_string_sized_new (length + length / 16 + 16), open, n_open, declared };
  while (r.at < r.end) {
    if (*r.at == '<')
      take_markup (&r);
    else if (*r.at == '&')
      take_reference (&r);
    else
      copy (&r, g_utf8_next_char (r.at));
  }
  if (open->len > 0)
    g_string_append (r.out, "<?" ATT_XML_CUT "?>");
  while (open->len > 0)
    close_innermost (&r);
  return g_string_free (r.out, FALSE);
}
