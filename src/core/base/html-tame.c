/* html-tame.c: safe HTML and text in one pass, for markup that needs no repair.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nine descriptions in ten are a few paragraphs with links, every tag closed in its turn. For those the whole of HTML's
 * tree construction (WHATWG HTML §13.2.6) comes down to a stack of open tags: a block ends the paragraph it stands in, an
 * item the item before it. Whatever would need more than that (a tag closed over another, a table, an unknown word) is
 * not tame and goes the way through gumbo. tests/core/test-html.c holds the two ways to the same answer, byte for byte. */

#include "config.h"
#include "base/html-private.h"

#include "base/text.h"
#include "base/xml-repair.h"

#include <string.h>

/* IMPLIED: ends by itself where what it stands in ends. CITES: may say where its words are from. */
enum { KEPT = 1, BLOCK = 2, VOID = 4, HEADING = 8, IMPLIED = 16, CITES = 32 };

typedef struct { const char *name; guint length, traits; char shape; } Tag;   /* shape: what paragraphs in it are, see press/article.h; 0: what those around are */

#define TAG(name, traits) SHAPED (name, traits, 0)
#define SHAPED(name, traits, shape) { name, sizeof name - 1, traits, shape }
static const Tag TAGS[] = {
  TAG ("p", KEPT | BLOCK | IMPLIED), TAG ("a", KEPT), TAG ("br", KEPT | VOID), TAG ("img", KEPT | VOID), TAG ("div", KEPT | BLOCK), TAG ("span", KEPT),
  TAG ("strong", KEPT), TAG ("em", KEPT), TAG ("b", KEPT), TAG ("i", KEPT), SHAPED ("li", KEPT | BLOCK | IMPLIED, 'l'),
  TAG ("ul", KEPT | BLOCK), TAG ("ol", KEPT | BLOCK), SHAPED ("blockquote", KEPT | BLOCK | CITES, 'q'), TAG ("figure", KEPT | BLOCK), SHAPED ("figcaption", KEPT | BLOCK, 'f'),
  SHAPED ("h1", KEPT | BLOCK | HEADING, 'h'), SHAPED ("h2", KEPT | BLOCK | HEADING, 'h'), SHAPED ("h3", KEPT | BLOCK | HEADING, 'h'), SHAPED ("h4", KEPT | BLOCK | HEADING, 'h'),
  SHAPED ("h5", KEPT | BLOCK | HEADING, 'h'), SHAPED ("h6", KEPT | BLOCK | HEADING, 'h'), TAG ("hr", KEPT | BLOCK | VOID), TAG ("u", KEPT), TAG ("s", KEPT),
  TAG ("small", KEPT), TAG ("big", KEPT), TAG ("tt", KEPT), TAG ("strike", KEPT), TAG ("code", KEPT),
  TAG ("font", 0), TAG ("sub", KEPT), TAG ("q", KEPT | CITES), TAG ("cite", KEPT), TAG ("abbr", KEPT), TAG ("acronym", KEPT),
  TAG ("del", KEPT | CITES), TAG ("ins", KEPT | CITES), TAG ("kbd", KEPT), TAG ("samp", KEPT), TAG ("var", KEPT), TAG ("mark", KEPT), TAG ("time", 0),
  TAG ("center", KEPT | BLOCK), TAG ("address", KEPT | BLOCK), TAG ("section", BLOCK), TAG ("article", BLOCK), TAG ("header", BLOCK), TAG ("footer", BLOCK),
  TAG ("aside", BLOCK), TAG ("nav", BLOCK), SHAPED ("pre", KEPT | BLOCK, 'c'),
};

typedef struct { const char *at; gsize length; } Piece;   /* at NULL: none */
enum { HREF, SRC, ALT, WIDTH, HEIGHT, CITE, N_WANTED };
static const char *const WANTED[N_WANTED] = { "href", "src", "alt", "width", "height", "cite" };

#define MAX_OPEN 64

typedef struct {
  const char *at, *base;
  GString    *out;
  AttFlow    *flow;
  const Tag  *open[MAX_OPEN];
  char        around[MAX_OPEN];   /* of each: what paragraphs outside it are */
  guint       n_open;
} Tame;

static const Tag *
tag_named (const char *name, gsize length)
{
  char first = *name | 0x20;   /* it is a letter */
  for (guint i = 0; i < G_N_ELEMENTS (TAGS); i++)
    if (TAGS[i].length == length && TAGS[i].name[0] == first && g_ascii_strncasecmp (TAGS[i].name, name, length) == 0)
      return &TAGS[i];
  return NULL;
}

static const Tag *
innermost (const Tame *t)
{
  return t->n_open > 0 ? t->open[t->n_open - 1] : NULL;
}

static gboolean
is (const Tag *tag, const char *name)
{
  return tag && tag->name[0] == name[0] && strcmp (tag->name, name) == 0;
}

static gboolean
is_open (const Tame *t, const char *name)
{
  for (guint i = 0; i < t->n_open; i++)
    if (is (t->open[i], name))
      return TRUE;
  return FALSE;
}

static void
close_innermost (Tame *t)
{
  const Tag *tag = t->open[--t->n_open];
  if (tag->traits & KEPT) {
    att_text_put (t->out, "</", 2);
    att_text_put (t->out, tag->name, tag->length);
    g_string_append_c (t->out, '>');
  }
  if (tag->traits & BLOCK)
    att_flow_block (t->flow);
  t->flow->shape = t->around[t->n_open];
}

static gboolean
is_ordinary (gunichar c)   /* what HTML's tokenizer takes as it is written */
{
  return (c >= 0x20 || c == '\t' || c == '\n') && !(c >= 0x7F && c < 0xA0) && !(c >= 0xD800 && c < 0xE000) && !(c >= 0xFDD0 && c <= 0xFDEF)
         && (c & 0xFFFE) != 0xFFFE && c <= 0x10FFFF;
}

/* At an ampersand: the character it stands for, written to buffer, and how many bytes of it. 0: not tame. */
static guint
take_reference (const char **at, gboolean in_attribute, char buffer[8])
{
  const char *name = *at + 1, *end = name;
  gunichar c = 0;
  if (*name == '#') {
    gboolean hex = name[1] == 'x' || name[1] == 'X';
    const char *digits = name + (hex ? 2 : 1);
    end = digits;
    while (hex ? g_ascii_isxdigit (*end) : g_ascii_isdigit (*end))
      end++;
    guint64 value = end - digits <= 8 ? g_ascii_strtoull (digits, NULL, hex ? 16 : 10) : 0;
    c = value <= 0x10FFFF ? value : 0;
  } else {
    while (g_ascii_isalnum (*end))
      end++;
    if (end == name || (in_attribute && *end == '=')) {   /* an ampersand and no more: "A & B", "?a=1&b=2" */
      buffer[0] = '&';
      *at = name;
      return 1;
    }
    if (!g_str_has_prefix (name, "lang;") && !g_str_has_prefix (name, "rang;"))   /* HTML 5 changed these two */
      c = att_xml_html_entity (name, end - name);
  }
  if (*end != ';' || c == 0 || !is_ordinary (c))
    return 0;
  *at = end + 1;
  return g_unichar_to_utf8 (c, buffer);
}

/* Bytes that are letters to everybody are 0; the others end a run, or may. 2: may begin a character HTML's tokenizer would
 * not take as it is written. */
static const guint8 STOPS[256] = {
  [0x00] = 1, ['\t'] = 1, ['\n'] = 1, [' '] = 1, ['<'] = 1, ['&'] = 1, ['>'] = 1, ['"'] = 1, [0xE1 ... 0xE3] = 1,
  [0x01 ... 0x08] = 2, [0x0B ... 0x1F] = 2, [0x7F] = 2, [0xC2] = 2, [0xEF ... 0xFF] = 2,
};

static gboolean
is_ordinary_at (const char *p)
{
  return STOPS[(guchar) *p] != 2 || is_ordinary (g_utf8_get_char (p));
}

/* The end of what both markup and text take as it stands: letters with single spaces between them. */
static const char *
end_of_run (const char *run)
{
  const char *p = run;
  while (STOPS[(guchar) *p] == 0 || (*p == ' ' && p > run && STOPS[(guchar) p[1]] == 0))
    p++;
  return p;
}

/* One character that is no part of a run. */
static gboolean
take_character (Tame *t)
{
  if (*t->at == '&') {
    char buffer[8] = "";
    guint n = take_reference (&t->at, FALSE, buffer);
    att_text_append_escaped (t->out, buffer, n);
    att_flow_text (t->flow, buffer, n);
    return n > 0;
  }
  if (!is_ordinary_at (t->at))
    return FALSE;
  gsize n = g_utf8_next_char (t->at) - t->at;
  att_text_append_escaped (t->out, t->at, n);
  att_flow_text (t->flow, t->at, n);
  t->at += n;
  return TRUE;
}

/* Up to the next tag. */
static gboolean
take_text (Tame *t)
{
  while (*t->at && *t->at != '<') {
    const char *end = end_of_run (t->at);
    if (end > t->at) {
      att_text_put (t->out, t->at, end - t->at);
      att_flow_run (t->flow, t->at, end - t->at);
      t->at = end;
    } else if (!take_character (t))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_same_name (const Piece *a, const Piece *b)
{
  return a->length == b->length && g_ascii_strncasecmp (a->at, b->at, a->length) == 0;
}

#define MAX_ATTRIBUTES 16

/* The attributes of a tag, and its end. One named twice is not tame: gumbo may take the value of the next for its. */
static gboolean
take_attributes (Tame *t, Piece wanted[N_WANTED])
{
  const char *p = t->at;
  Piece names[MAX_ATTRIBUTES];
  guint n_names = 0;
  for (;;) {
    const char *before = p;
    p += strspn (p, " \t\n");
    if (*p == '/' && p[1] == '>')
      p++;
    if (*p == '>') {
      t->at = p + 1;
      return TRUE;
    }
    if (p == before || !g_ascii_isalpha (*p))
      return FALSE;
    Piece name = { p, 0 }, value = { p, 0 };
    while (g_ascii_isalnum (*p) || *p == '-' || *p == '_' || *p == ':')
      p++;
    name.length = p - name.at;
    for (guint i = 0; i < n_names; i++)
      if (is_same_name (&names[i], &name))
        return FALSE;
    if (n_names == MAX_ATTRIBUTES)
      return FALSE;
    names[n_names++] = name;
    const char *after = p + strspn (p, " \t\n");
    if (*after == '=') {
      p = after + 1 + strspn (after + 1, " \t\n");
      char quote = *p == '"' || *p == '\'' ? *p++ : '\0';
      const char *end = quote ? strchr (p, quote) : p + strcspn (p, " \t\n>\"'<=`");
      if (end == NULL || (!quote && (end == p || !strchr (" \t\n>", *end) || *end == '\0')))
        return FALSE;
      value = (Piece) { p, end - p };
      for (; p < end; p++)
        if (!is_ordinary_at (p))
          return FALSE;
      p = quote ? end + 1 : end;
    } else if (*p != '>' && *p != '/' && after == p)
      return FALSE;
    for (guint i = 0; i < N_WANTED; i++)
      if (strlen (WANTED[i]) == name.length && g_ascii_strncasecmp (WANTED[i], name.at, name.length) == 0)
        wanted[i] = value;
  }
}

/* A value with its references resolved. FALSE: not tame. NULL where there is none. */
static gboolean
resolve (const Piece *piece, char **value)
{
  *value = piece->at ? g_strndup (piece->at, piece->length) : NULL;
  if (*value == NULL || !strchr (*value, '&'))
    return TRUE;
  g_autofree char *raw = g_steal_pointer (value);
  GString *out = g_string_sized_new (piece->length);
  for (const char *p = raw; *p;) {
    char buffer[8] = "";
    guint n = *p == '&' ? take_reference (&p, TRUE, buffer) : 0;
    if (n > 0)
      g_string_append_len (out, buffer, n);
    else if (*p == '&') {
      g_string_free (out, TRUE);
      return FALSE;
    } else
      g_string_append_c (out, *p++);
  }
  *value = g_string_free (out, FALSE);
  return TRUE;
}

/* Ends what the tag's beginning ends. FALSE: it would end more than the innermost. */
static gboolean
make_room (Tame *t, const Tag *tag)
{
  if ((tag->traits & BLOCK) && is_open (t, "p")) {
    if (!is (innermost (t), "p"))
      return FALSE;
    close_innermost (t);
  }
  if (is (tag, "li")) {
    if (is (innermost (t), "li"))
      close_innermost (t);
    return is (innermost (t), "ul") || is (innermost (t), "ol");
  }
  if ((tag->traits & HEADING) && innermost (t) && (innermost (t)->traits & HEADING))
    return FALSE;
  return !is (tag, "a") || !is_open (t, "a");
}

static gboolean
write_tag (Tame *t, const Tag *tag, const Piece wanted[N_WANTED])
{
  g_autofree char *href = NULL, *src = NULL, *alt = NULL, *width = NULL, *height = NULL, *cite = NULL;
  if (!resolve (&wanted[HREF], &href) || !resolve (&wanted[SRC], &src) || !resolve (&wanted[ALT], &alt) || !resolve (&wanted[WIDTH], &width)
      || !resolve (&wanted[HEIGHT], &height) || !resolve (&wanted[CITE], &cite))
    return FALSE;
  if (is (tag, "img") && (att_html_is_pixel (width, height) || !att_html_shows (src, alt)))
    return TRUE;
  g_string_append_c (t->out, '<');
  att_text_put (t->out, tag->name, tag->length);
  if (is (tag, "a"))
    att_html_append_link (t->out, "href", href, t->base);
  if (tag->traits & CITES)
    att_html_append_link (t->out, "cite", cite, t->base);
  if (is (tag, "img")) {
    att_html_append_link (t->out, "src", src, t->base);
    att_html_append_word (t->out, "alt", alt);
  }
  g_string_append_c (t->out, '>');
  return TRUE;
}

static gboolean
take_start (Tame *t, const Tag *tag)
{
  Piece wanted[N_WANTED] = { { NULL, 0 } };
  if (!take_attributes (t, wanted) || !make_room (t, tag))
    return FALSE;
  if ((tag->traits & KEPT) && !write_tag (t, tag, wanted))
    return FALSE;
  if (is (tag, "br"))
    att_flow_break (t->flow);
  else if (tag->traits & BLOCK)
    att_flow_block (t->flow);
  if (tag->traits & VOID)
    return TRUE;
  if (is (tag, "pre")) {   /* the line break behind it is not its text's, written out or as a reference */
    if (*t->at == '\n')
      t->at++;
    else if (*t->at == '&')
      return FALSE;
  }
  if (t->n_open == MAX_OPEN)
    return FALSE;
  t->around[t->n_open] = t->flow->shape;
  t->open[t->n_open++] = tag;
  t->flow->shape = tag->shape ? tag->shape : t->flow->shape;
  return TRUE;
}

static gboolean
take_end (Tame *t, const Tag *tag)
{
  if (*t->at != '>' || is (tag, "br"))
    return FALSE;
  t->at++;
  if (tag->traits & VOID)   /* nothing of the kind can be open: HTML passes over it */
    return TRUE;
  while ((tag->traits & BLOCK) && innermost (t) && innermost (t) != tag && (innermost (t)->traits & IMPLIED))
    close_innermost (t);
  if (innermost (t) != tag)
    return FALSE;
  close_innermost (t);
  return TRUE;
}

static gboolean
take_comment (Tame *t)
{
  if (!g_str_has_prefix (t->at, "<!--"))
    return FALSE;
  const char *inside = t->at + 4, *close = strstr (inside, "--");
  if (close == NULL || close[2] != '>' || *inside == '>' || g_str_has_prefix (inside, "->"))
    return FALSE;
  t->at = close + 3;
  return TRUE;
}

/* At a '<'. */
static gboolean
take_markup (Tame *t)
{
  gboolean end = t->at[1] == '/';
  const char *name = t->at + (end ? 2 : 1);
  if (!g_ascii_isalpha (*name)) {
    if (t->at[1] == '!')
      return take_comment (t);
    if (t->at[1] != ' ' && !g_ascii_isdigit (t->at[1]))
      return FALSE;
    g_string_append (t->out, "&lt;");   /* "a < b" opens no tag */
    att_flow_text (t->flow, "<", 1);
    t->at++;
    return TRUE;
  }
  gsize length = 0;
  while (g_ascii_isalnum (name[length]))
    length++;
  const Tag *tag = tag_named (name, length);
  if (tag == NULL || name[length] == '\0' || !strchr (" \t\n/>", name[length]))
    return FALSE;
  t->at = name + length;
  return end ? take_end (t, tag) : take_start (t, tag);
}

gboolean
att_html_tame (const char *html, const char *base, GString *out, AttFlow *flow)
{
  Tame t = { .at = html, .base = base, .out = out, .flow = flow };
  while (*t.at)
    if (!(*t.at == '<' ? take_markup (&t) : take_text (&t)))
      return FALSE;
  while (t.n_open > 0)
    close_innermost (&t);
  return TRUE;
}
