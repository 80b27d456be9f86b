/* scan.c: one article under analysis: its words, what was found in them, and who is who.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/scan.h"

static void
actor_clear (gpointer data)
{
  AttActor *actor = data;
  g_free (actor->name);
  g_free (actor->label);
}

static guint16
cue_of (const AttEntry *entry)
{
  switch (entry->kind) {
    case ATT_ENTRY_SAY: return ATT_CUE_SAY;
    case ATT_ENTRY_ROLE: return ATT_CUE_ROLE;
    case ATT_ENTRY_HONORIFIC: return ATT_CUE_HONORIFIC;
    case ATT_ENTRY_GIVEN_M: return ATT_CUE_GIVEN_M;
    case ATT_ENTRY_GIVEN_F: return ATT_CUE_GIVEN_F;
    case ATT_ENTRY_NOT_NAME: return ATT_CUE_NOT_NAME;
    case ATT_ENTRY_GROUP: return ATT_CUE_GROUP;
    case ATT_ENTRY_STATE: return entry->form == ATT_FORM_CAPITAL ? 0 : ATT_CUE_STATE;   /* towns are people's names too */
    case ATT_ENTRY_BODY: return ATT_CUE_BODY;
    default: return 0;
  }
}

/* What each word may be, and what acts in each sentence. */
static void
note_cues (AttScan *self)
{
  g_autofree guint *first_state = g_new0 (guint, self->reading->sentences->len + 1);   /* index plus one */
  for (guint i = 0; i < self->hits->len; i++) {
    const AttHit *hit = &g_array_index (self->hits, AttHit, i);
    const AttEntry *entry = att_lexicon_entry (self->lexicon, hit);
    guint sentence = att_reading_word (self->reading, hit->word)->sentence;
    guint16 cue = cue_of (entry);
    for (guint k = 0; cue && k < hit->n_words; k++)
      self->cues[hit->word + k] |= cue;
    if (entry->kind == ATT_ENTRY_ACT)
      self->classes[sentence] |= entry->index;
    if (entry->kind == ATT_ENTRY_STATE && !entry->ambiguous) {
      self->classes[sentence] |= ATT_CLASS_STATE;
      if (first_state[sentence] == 0)
        first_state[sentence] = entry->index + 1;
      else if (first_state[sentence] != entry->index + 1)
        self->classes[sentence] |= ATT_CLASS_FOREIGN;
    }
  }
}

AttScan *
att_scan_new (const AttLexicon *lexicon, const char *title, const char *text, gint64 date)
{
  AttScan *self = g_new0 (AttScan, 1);
  self->lexicon = lexicon;
  self->date = date;
  self->reading = att_reading_new (title, text);
  self->hits = att_lexicon_find (lexicon, self->reading);
  self->cues = g_new0 (guint16, self->reading->words->len + 1);
  self->classes = g_new0 (guint8, self->reading->sentences->len + 1);
  self->actors = g_array_new (FALSE, TRUE, sizeof (AttActor));
  g_array_set_clear_func (self->actors, actor_clear);
  self->names = g_array_new (FALSE, FALSE, sizeof (AttName));
  note_cues (self);
  return self;
}

void
att_scan_free (AttScan *self)
{
  if (self == NULL)
    return;
  att_reading_free (self->reading);
  g_array_unref (self->hits);
  g_free (self->cues);
  g_free (self->classes);
  g_array_unref (self->actors);
  g_array_unref (self->names);
  g_free (self);
}

AttSpan
att_scan_span (const AttScan *self, guint word, guint n_words)
{
  const AttWord *first = att_reading_word (self->reading, word), *last = att_reading_word (self->reading, word + n_words - 1);
  return (AttSpan) { att_reading_sentence_of (self->reading, word)->zone, first->start, last->end };
}
