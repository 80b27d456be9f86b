/* identity.c: who the voices are, each name once.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Around every quotation of a paragraph the same voices stand, and what a voice means depends on nothing but itself and on who spoke
 * before. So it is asked once, and everybody is known by an address. */

#include "config.h"
#include "analysis/voice.h"

#include <string.h>

/* What was found of one voice; NULL: not asked yet. */
typedef struct {
  const AttIdentity *known, *itself;
  const AttIdentity *last, *meant;   /* whom it meant when last had spoken before */
} Answers;

struct _AttIdentities {
  GHashTable *by_name;   /* to AttIdentity; a name is its own key */
  Answers    *answers;   /* of each voice */
};

typedef struct _AttIdentities Identities;

static const AttIdentity NOBODY = { "", ATT_NOBODY };

static void
identity_free (gpointer data)
{
  AttIdentity *identity = data;
  g_free ((char *) identity->name);
  g_free (identity);
}

void
att_voices_identify (AttVoices *self, gboolean begin)
{
  if (begin) {
    self->identities = g_new (Identities, 1);
    *self->identities = (Identities) { g_hash_table_new_full (g_str_hash, g_str_equal, NULL, identity_free), g_new0 (Answers, self->voices->len + 1) };
    return;
  }
  g_hash_table_unref (self->identities->by_name);
  g_free (self->identities->answers);
  g_free (self->identities);
}

/* Takes the name. */
static const AttIdentity *
identify (const AttVoices *self, char *name)
{
  if (name == NULL || *name == '\0') {
    g_free (name);
    return &NOBODY;
  }
  AttIdentity *identity = g_hash_table_lookup (self->identities->by_name, name);
  if (identity) {
    g_free (name);
    return identity;
  }
  identity = g_new (AttIdentity, 1);
  *identity = (AttIdentity) { name, att_scan_actor (self->scan, name) };
  g_hash_table_insert (self->identities->by_name, name, identity);
  return identity;
}

static const AttIdentity *
somebody (const AttIdentity *identity)
{
  return identity == &NOBODY ? NULL : identity;
}

const AttIdentity *
att_voices_known (const AttVoices *self, guint index)
{
  Answers *answers = &self->identities->answers[index];
  if (answers->known == NULL) {
    const AttIdentity *known = identify (self, att_voices_name (self, index, NULL));   /* which may ask for others */
    answers->known = known;
  }
  return somebody (answers->known);
}

gboolean
att_voices_is_asked (const AttVoices *self, guint index)
{
  return self->identities->answers[index].known != NULL;
}

const AttIdentity *
att_voices_meant (const AttVoices *self, guint index, const AttIdentity *last)
{
  Answers *answers = &self->identities->answers[index];
  if (att_voices_get (self, index)->actor != ATT_NOBODY)   /* whoever spoke last, it means the same */
    return att_voices_known (self, index);
  if (answers->meant == NULL || answers->last != last) {
    answers->meant = identify (self, att_voices_name (self, index, last ? last->name : NULL));
    answers->last = last;
  }
  return somebody (answers->meant);
}

const AttIdentity *
att_voices_itself (const AttVoices *self, guint index)
{
  Answers *answers = &self->identities->answers[index];
  if (answers->itself == NULL)
    answers->itself = identify (self, att_voices_written (self, att_voices_get (self, index)));
  return somebody (answers->itself);
}
