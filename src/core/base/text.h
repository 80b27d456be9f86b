/* text.h: UTF-8 text, cleaned, folded and shortened.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions; any thread. Everything returned is valid UTF-8 and owned by the caller.
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

char    *att_text_valid     (const char *text, gssize length);   /* ill-formed parts and U+0000 become U+FFFD */
char    *att_text_squeeze   (const char *text);                  /* one line: runs of white space become one space, ends trimmed, nothing hidden */
gsize    att_text_hidden_at (const char *p);                     /* the length of a control character, of one that turns what follows around (UAX 9, the explicit ones; UTR 36 §2.6), of a soft hyphen or a joiner; 0: it is none */
char    *att_text_fold      (const char *text);                  /* lower case, no accents: what two spellings share */
char    *att_text_shorten   (const char *text, guint max_chars); /* cut at a word, with an ellipsis */
char    *att_text_modern    (const char *text);                  /* U+0080 to U+009F are the letters Windows has at these places; NULL: there are none */
char    *att_text_escape    (const char *text);                  /* as HTML text: & < > " */
void     att_text_append_escaped (GString *out, const char *text, gssize length);   /* the same, added to out; length -1: to its NUL */
guint64  att_text_digest    (const char *text);                  /* FNV-1a, 64 bits: the same on every machine; two of 10,000 texts meet once in some 10^11 such sets */
gboolean att_text_is_utf8   (const char *bytes, gsize length);   /* well-formed and without U+0000; what is ASCII costs next to nothing */
gboolean att_text_is_rtl    (const char *text);                  /* whether its first strong letter runs right to left */
gunichar att_text_fold_char (gunichar c);                        /* one letter folded; 0 for a combining mark */
gboolean att_text_begins    (const char *text, const char *prefix);   /* it, or one of its words, however both are written; the empty prefix begins all */
gboolean att_text_has       (const char *text);                  /* not NULL and not only white space */

/* g_string_append_len without its questions, where there is room: text must not be of out itself. */
static inline void
att_text_put (GString *out, const char *text, gsize length)
{
  if (G_UNLIKELY (length >= out->allocated_len - out->len)) {
    g_string_append_len (out, text, length);
    return;
  }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

/* How many bytes the white space at text has: Unicode's, and the invisible U+200B and U+FEFF; 0 where there is none. */
static inline gsize
att_text_space_at (const char *text)
{
  const guchar *b = (const guchar *) text;
  if (b[0] < 0x80)
    return b[0] == ' ' || (b[0] >= '\t' && b[0] <= '\r');
  switch (b[0]) {
    case 0xC2: return b[1] == 0xA0 || b[1] == 0x85 ? 2 : 0;
    case 0xE1: return b[1] == 0x9A && b[2] == 0x80 ? 3 : 0;
    case 0xE2: return (b[1] == 0x80 && (b[2] <= 0x8B || b[2] == 0xA8 || b[2] == 0xA9 || b[2] == 0xAF)) || (b[1] == 0x81 && b[2] == 0x9F) ? 3 : 0;
    case 0xE3: return b[1] == 0x80 && b[2] == 0x80 ? 3 : 0;
    case 0xEF: return b[1] == 0xBB && b[2] == 0xBF ? 3 : 0;
    default: return 0;
  }
}

/* Whether an index of words has any of it; a dash or an ampersand is none. */
gboolean att_text_has_word (const char *text);

/* Whether it is asked for as a word and is none: "€", an emoji. */
gboolean att_text_is_unsearchable (const char *text);

G_END_DECLS
