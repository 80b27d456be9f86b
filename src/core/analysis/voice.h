/* voice.h: everybody in an article who might be speaking: names, pronouns, roles, groups and documents.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A voice is a place in the text; its name is the full name of whoever it means: by name, by the role the article gave
 * somebody, by the office somebody held at the article's date, or, for a pronoun, by who was the subject last. Verbs of
 * speech know their subjects among the voices. One article, one thread.
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

#define ATT_NOBODY G_MAXUINT

/* CAPITALS: what no table lists, known by its words alone. */
typedef enum { ATT_VOICE_PERSON, ATT_VOICE_BODY, ATT_VOICE_STATE, ATT_VOICE_ROLE, ATT_VOICE_CAPITALS, ATT_VOICE_PRONOUN, ATT_VOICE_DOCUMENT } AttVoiceKind;

typedef struct {
  AttVoiceKind kind;
  guint word, n_words;
  guint core;             /* its first word without a role before it */
  guint actor;            /* ATT_NOBODY: known by its words */
  guint role;             /* the word of its role; ATT_NOBODY: none */
  guint n_core;           /* words of its name, where a role stands behind it; 0: all from core on */
  gboolean object;        /* a preposition or a verb like "told" governs it */
} AttVoice;

/* How a verb hangs on its subject, surest first. */
typedef enum {
  ATT_LINK_NONE,
  ATT_LINK_BESIDE,        /* X said; X also said; was told by X; X, who said */
  ATT_LINK_PARENTHESIS,   /* X, a professor of Y, said; X, who ..., said */
  ATT_LINK_INVERTED,      /* said X */
  ATT_LINK_PARTICIPLE,    /* X did something, saying */
  ATT_LINK_CLAUSE,        /* X did something and said */
  ATT_LINK_ACCORDING,     /* according to X */
  ATT_N_LINKS
} AttLink;

typedef struct { guint word, subject; AttLink link; guint told; } AttVerb;   /* of speech; subject: index of a voice; told: of a passive verb, who was told */

/* Somebody who may have spoken: of each name there is one, so they are told apart by their addresses. actor: ATT_NOBODY where none has that name. */
typedef struct _AttIdentity { const char *name; guint actor; } AttIdentity;

typedef struct {
  AttScan *scan;
  GArray  *voices;        /* of AttVoice, in the order of the words */
  GArray  *verbs;         /* of AttVerb, in the order of the words; none inside quotations */
  guint8  *quoted;        /* of each word: whether it stands inside a quotation */
  guint32 *first;         /* of each actor, the word where it is named first in the text */
  struct _AttIdentities *identities;   /* identity.c's */
  GHashTable *referents;  /* voices that name nobody, to whom they may mean: referent.c's */
} AttVoices;

AttVoices *att_voices_new  (AttScan *scan, const GPtrArray *quotes);
void       att_voices_free (AttVoices *self);

guint    att_voices_from      (const AttVoices *self, guint word);   /* index of the first voice at or after a word; may be one past the last */
guint    att_voices_begin     (const AttVoices *self, const AttVoice *voice);   /* its first word, or "the" before it */
guint    att_voices_verb_from (const AttVoices *self, guint word);   /* the same of verbs */

/* Whom a voice means; last: who spoke before, or NULL. NULL: nobody for sure. Owned by the caller. */
char    *att_voices_name      (const AttVoices *self, guint voice, const char *last);

/* identity.c: the same, remembered; with nobody before; and whom its words name, taken as they stand. NULL: nobody for sure; owned by self. */
const AttIdentity *att_voices_meant  (const AttVoices *self, guint voice, const AttIdentity *last);
const AttIdentity *att_voices_known  (const AttVoices *self, guint voice);
const AttIdentity *att_voices_itself (const AttVoices *self, guint voice);
gboolean           att_voices_is_asked (const AttVoices *self, guint voice);   /* whether att_voices_known was asked of it before */
void               att_voices_identify (AttVoices *self, gboolean begin);      /* voice.c's: before the first question, and behind the last */

/* Of "it" and "they", the last body, state, role or group before that nothing governs, else any; ATT_NOBODY: there is none. */
guint    att_voices_before     (const AttVoices *self, guint voice);

char    *att_voices_written    (const AttVoices *self, const AttVoice *voice);   /* as the article has it, without "the" */

/* object.c: notes of each voice whether something governs it. */
void     att_voices_note_objects (AttVoices *self);

/* verb.c: fills in verbs. */
void     att_voices_list_verbs (AttVoices *self);

/* document.c: whoever made it, by its own words, by what was said of it before, or by who spoke last; failing all, itself. Owned by the caller. */
char    *att_voices_name_document (const AttVoices *self, guint voice, const char *last);

/* acronym.c: "National Front for the Defence of the Constitution" of the voice FNDC; NULL: the article never spells it out. */
char    *att_voices_spelled_out (const AttVoices *self, const AttVoice *voice);

/* speaker.c: who said each quotation. */
void     att_speakers_find    (AttScan *scan, const AttVoices *self, GPtrArray *quotes);

/* statement-finder.c: speech without quotation marks, put among the quotes by place. */
void     att_statements_find  (const AttVoices *self, GPtrArray *quotes);

static inline const AttVoice *
att_voices_get (const AttVoices *self, guint i)
{
  return &g_array_index (self->voices, AttVoice, i);
}

static inline guint
att_voice_end (const AttVoice *voice)
{
  return voice->word + voice->n_words;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttVoices, att_voices_free)

G_END_DECLS
