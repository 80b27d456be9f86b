/* voice.h: everybody in an article who might be speaking: names, pronouns, roles and groups.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A voice is a place in the text outside quotations; its name is the full name of whoever it means: by name, by the
 * role the article gave somebody, by the office somebody held at the article's date, or, for a pronoun, by who was
 * the subject last. One article, one thread.
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

#define ATT_NOBODY G_MAXUINT

typedef struct {
  guint word, n_words;
  guint core;             /* its first word without a role before it */
  guint actor;            /* ATT_NOBODY: a role or group, known by its words */
  guint role;             /* the word of its role; ATT_NOBODY: none */
  gboolean pronoun;
} AttVoice;

typedef struct {
  AttScan *scan;
  GArray  *voices;        /* of AttVoice, in the order of the words */
  guint8  *quoted;        /* whether a word stands inside a quotation */
} AttVoices;

AttVoices *att_voices_new  (AttScan *scan, const GPtrArray *quotes);
void       att_voices_free (AttVoices *self);

guint    att_voices_first     (const AttVoices *self, guint from, guint to);   /* index, or ATT_NOBODY */
gboolean att_voices_is_object (const AttVoices *self, const AttVoice *voice, guint from);   /* a preposition governs it */
gboolean att_voices_is_word   (const AttVoices *self, guint word, const char *const *list);

/* Whom a voice means; last: who spoke before, for pronouns, or NULL. NULL: nobody for sure. Owned by the caller. */
char    *att_voices_name      (const AttVoices *self, guint voice, const char *last);

static inline const AttVoice *
att_voices_get (const AttVoices *self, guint i)
{
  return &g_array_index (self->voices, AttVoice, i);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttVoices, att_voices_free)

G_END_DECLS
