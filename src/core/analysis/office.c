/* office.c: who of the table of office-holders is meant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/office.h"

#include "base/text.h"

#include <string.h>

#define YEAR ((gint64) 365 * 86400)

gboolean
att_office_is_held (const AttPerson *person, gint64 date)
{
  return date == 0 || ((person->from == 0 || person->from <= date) && (person->to == 0 || date <= person->to));
}

/* Somebody is called so before, and for a while after. */
static gboolean
was_in_office (const AttPerson *person, gint64 date)
{
  if (date == 0)
    return TRUE;
  return (person->from == 0 || person->from - YEAR <= date) && (person->to == 0 || date <= person->to + 2 * YEAR);
}

const AttPerson *
att_office_holder (const AttScan *self, guint32 hash)
{
  const AttPerson *found = NULL;
  gboolean doubtful = FALSE;
  const AttVocable *known = att_vocabulary_get (self->lexicon->vocabulary, hash);
  guint32 at = known ? known->value : 0;
  for (const AttEntry *entry; at; at = entry->next ? at + 1 : 0) {
    entry = &g_array_index (self->lexicon->entries, AttEntry, at - 1);
    if (entry->kind != ATT_ENTRY_FAMILY)
      continue;
    const AttPerson *person = &g_array_index (self->lexicon->persons, AttPerson, entry->index);
    if (!was_in_office (person, self->date))
      continue;
    if (found && strcmp (found->name, person->name) != 0 && found->rank == person->rank)
      doubtful = TRUE;
    else if (found == NULL || person->rank > found->rank) {
      doubtful = FALSE;
      found = person;
    }
  }
  return doubtful ? NULL : found;
}

const AttPerson *
att_office_holder_named (const AttScan *self, guint label, guint word)
{
  const AttVocable *known = att_vocabulary_get (self->lexicon->vocabulary, att_reading_word (self->reading, word)->hash);
  guint32 at = known ? known->value : 0;
  const char *zone = att_reading_zone_of (self->reading, label);
  g_autofree char *written = g_strndup (zone + att_reading_word (self->reading, label)->start, att_reading_word (self->reading, word)->start - att_reading_word (self->reading, label)->start);
  g_autofree char *office = g_strchomp (att_text_fold (written));
  for (const AttEntry *entry; at; at = entry->next ? at + 1 : 0) {
    entry = &g_array_index (self->lexicon->entries, AttEntry, at - 1);
    const AttPerson *person = entry->kind == ATT_ENTRY_FAMILY ? &g_array_index (self->lexicon->persons, AttPerson, entry->index) : NULL;
    if (person && *office && strcmp (person->office, office) == 0 && att_office_is_held (person, self->date))
      return person;
  }
  return NULL;
}
