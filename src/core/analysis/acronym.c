/* acronym.c: what an acronym stands for in this article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/voice.h"

#include <string.h>

#define MIN_INITIALS 3
#define MAX_INITIALS 6

/* Runs of capitalised words by their initials, of and the and for aside: hash to the first word, plus one. Of a run that
 * is spelled twice the first counts. */
static GHashTable *
list_initials (const AttVoices *self)
{
  const AttReading *reading = self->scan->reading;
  GHashTable *all = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < reading->words->len; i++) {
    char initials[MAX_INITIALS];
    guint sentence = att_reading_word (reading, i)->sentence;
    for (guint k = i, n = 0; k < reading->words->len && n < MAX_INITIALS && att_reading_word (reading, k)->sentence == sentence; k++) {
      const AttWord *w = att_reading_word (reading, k);
      if (k > i && w->flags & ATT_WORD_BREAK)
        break;
      if (!(w->flags & ATT_WORD_TITLE)) {
        if (k > i && self->scan->cues[k] & (ATT_CUE_PREPOSITION | ATT_CUE_DETERMINER | ATT_CUE_AND))
          continue;
        break;
      }
      initials[n++] = g_ascii_tolower (att_reading_zone_of (reading, k)[w->start]);
      gpointer key = GUINT_TO_POINTER (att_reading_hash (initials, n));
      if (n >= MIN_INITIALS && !g_hash_table_contains (all, key))
        g_hash_table_insert (all, key, GUINT_TO_POINTER (i + 1));
    }
  }
  return all;
}

/* "The FTC", elsewhere "the Federal Trade Commission". */
static char *
by_initials (const AttVoices *self, const AttWord *acronym)
{
  guint left = acronym->end - acronym->start;
  if (left < MIN_INITIALS || left > MAX_INITIALS)
    return NULL;
  if (self->scan->initials == NULL)
    self->scan->initials = list_initials (self);
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->scan->initials, GUINT_TO_POINTER (acronym->hash)));
  if (first == 0)
    return NULL;
  guint last = first - 1;
  for (guint k = last; left > 0; k++)
    if (att_reading_word (self->scan->reading, k)->flags & ATT_WORD_TITLE) {
      last = k;
      left--;
    }
  AttVoice whole = { ATT_VOICE_CAPITALS, first - 1, last + 2 - first, first - 1, ATT_NOBODY, ATT_NOBODY };
  return att_voices_written (self, &whole);
}

/* "FNDC", once written "National Front for the Defence of the Constitution (FNDC)": the words before the bracket whose
 * initials it has. */
char *
att_voices_spelled_out (const AttVoices *self, const AttVoice *voice)
{
  const AttReading *reading = self->scan->reading;
  const AttWord *w = att_reading_word (reading, voice->word);
  if (voice->n_words != 1 || !(w->flags & ATT_WORD_CAPS))
    return NULL;
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->scan->acronyms, GUINT_TO_POINTER (w->hash)));
  if (at == 0)
    return by_initials (self, w);
  const char *zone = att_reading_zone_of (reading, at);
  const AttWord *short_form = att_reading_word (reading, at);
  guint first = at, limit = att_reading_sentence_of (reading, at)->first_word;
  for (guint k = short_form->end; k > short_form->start; k--) {   /* initials, last first */
    guint back = first, n_caps = limit < first ? att_reading_word (reading, first - 1)->end - att_reading_word (reading, first - 1)->start : 0;
    if (n_caps > 1 && k - short_form->start >= n_caps && att_reading_word (reading, first - 1)->flags & ATT_WORD_CAPS
        && strncmp (zone + att_reading_word (reading, first - 1)->start, zone + k - n_caps, n_caps) == 0) {   /* "UK Health Security Agency (UKHSA)" */
      first--;
      k -= n_caps - 1;
      continue;
    }
    while (back > limit && first - back < 3 && g_ascii_toupper (zone[att_reading_word (reading, back - 1)->start]) != zone[k - 1])
      back--;
    if (back == limit || first - back >= 3)
      return NULL;
    first = back - 1;
  }
  return g_strndup (zone + att_reading_word (reading, first)->start, att_reading_word (reading, at - 1)->end - att_reading_word (reading, first)->start);
}
