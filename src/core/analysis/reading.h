/* reading.h: an article cut into words, sentences and paragraphs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the title and the text. Every later step of analysis reads these arrays and never the bytes again.
 * Words are folded (lower case, no accents, no possessive 's) and known by their hash; a hyphen parts words, dots in
 * an acronym do not. Offsets are bytes of the zone the word stands in. Linear in the text; no state is shared.
 */
#pragma once

#include "press/span.h"

#include <string.h>

G_BEGIN_DECLS

typedef enum {
  ATT_WORD_TITLE      = 1 << 0,   /* Begins with a capital */
  ATT_WORD_CAPS       = 1 << 1,   /* ALL CAPITALS, two letters or more */
  ATT_WORD_START      = 1 << 2,   /* first of its sentence: its capital tells nothing */
  ATT_WORD_BREAK      = 1 << 3,   /* punctuation stands before it: no phrase runs across */
  ATT_WORD_POSSESSIVE = 1 << 4,   /* 's was taken off */
  ATT_WORD_NUMBER     = 1 << 5,
  ATT_WORD_INITIAL    = 1 << 6,   /* one letter and a dot */
  ATT_WORD_COMMA      = 1 << 7,   /* the punctuation before it is a comma */
  ATT_WORD_CASELESS   = 1 << 10,  /* in a script that has no capitals: any word may be a name */
  ATT_WORD_INNER      = 1 << 9,   /* an ideograph inside a word: no phrase begins or ends before it */
  ATT_WORD_QUOTED     = 1 << 8,   /* between quotation marks; set by the quote finder */
} AttWordFlags;

typedef struct {
  guint32 start, end;   /* in the zone; end is before a possessive */
  guint32 hash;         /* of the folded word; see att_reading_hash */
  guint32 sentence;     /* index into sentences */
  guint16 flags;
} AttWord;

typedef struct {
  guint32 zone, start, end;       /* bytes */
  guint32 first_word, n_words;
  guint32 paragraph;              /* from 1 in the text; the title is 0 */
  gboolean skipped;               /* promotion, embedded post, heading of them */
  gboolean heading;               /* a short line without a full stop */
} AttSentence;

typedef struct {
  const char *zones[2];           /* title and text; not owned */
  GArray *words;                  /* of AttWord, title first */
  GArray *sentences;              /* of AttSentence */
} AttReading;

AttReading *att_reading_new  (const char *title, const char *text);   /* both must outlive it */
void        att_reading_free (AttReading *self);

guint32 att_reading_hash (const char *folded, gsize length);

/* The sentence behind the paragraph a sentence stands in, and the word there; may be one past the last. */
guint   att_reading_paragraph_end (const AttReading *self, guint sentence, guint *word);

/* The first word of the text, not the title, at or behind a byte; may be one past the last. */
guint   att_reading_word_at (const AttReading *self, guint32 byte);

/* The folded words of a phrase, as a reading of it would have them. Returns an array of AttWord over phrase. */
GArray *att_reading_words_of (const char *phrase);

static inline const AttWord *
att_reading_word (const AttReading *self, guint i)
{
  return &g_array_index (self->words, AttWord, i);
}

static inline gboolean
att_word_is_capital (const AttWord *word)
{
  return (word->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS)) != 0;
}

static inline const AttSentence *
att_reading_sentence_of (const AttReading *self, guint word)
{
  return &g_array_index (self->sentences, AttSentence, att_reading_word (self, word)->sentence);
}

static inline guint
att_reading_paragraph_of (const AttReading *self, guint word)
{
  return att_reading_sentence_of (self, word)->paragraph;
}

/* Whether a word is this one, folded. */
static inline gboolean
att_reading_is (const AttReading *self, guint word, const char *folded)
{
  return att_reading_word (self, word)->hash == att_reading_hash (folded, strlen (folded));
}

/* Whether it is any of these; NULL ends them. */
static inline gboolean
att_reading_is_any (const AttReading *self, guint word, const char *const *folded)
{
  for (; *folded; folded++)
    if (att_reading_is (self, word, *folded))
      return TRUE;
  return FALSE;
}

static inline const char *
att_reading_zone_of (const AttReading *self, guint word)
{
  return self->zones[att_reading_sentence_of (self, word)->zone];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttReading, att_reading_free)

G_END_DECLS
