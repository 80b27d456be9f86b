/* office.c: who of the table of office-holders is meant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/office.h"

#include "base/text.h"

#include <string.h>

#define YEAR ((gint64) 365 * 86400)
#define MAX_OFFICE 4   /* words */

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

/* The entries of a family name in the table: where to begin with next_of_family(). */
static guint32
family_entries (const AttScan *self, guint32 family)
{
  const AttVocable *known = att_vocabulary_get (self->lexicon->vocabulary, family);
  return known ? known->value : 0;
}

/* The next person of the family name, moving @at on; NULL at the end. */
static const AttPerson *
next_of_family (const AttScan *self, guint32 *at)
{
  while (*at) {
    const AttEntry *entry = &g_array_index (self->lexicon->entries, AttEntry, *at - 1);
    *at = entry->next ? *at + 1 : 0;
    if (entry->kind == ATT_ENTRY_FAMILY)
      return &g_array_index (self->lexicon->persons, AttPerson, entry->index);
  }
  return NULL;
}

const AttPerson *
att_office_holder (const AttScan *self, guint32 hash)
{
  const AttPerson *found = NULL;
  gboolean doubtful = FALSE;
  guint32 at = family_entries (self, hash);
  for (const AttPerson *person; (person = next_of_family (self, &at));) {
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
  guint32 at = family_entries (self, att_reading_word (self->reading, word)->hash);
  const char *zone = att_reading_zone_of (self->reading, label);
  g_autofree char *written = g_strndup (zone + att_reading_word (self->reading, label)->start, att_reading_word (self->reading, word)->start - att_reading_word (self->reading, label)->start);
  g_autofree char *office = g_strchomp (att_text_fold (written));
  for (const AttPerson *person; *office && (person = next_of_family (self, &at));)
    if (strcmp (person->office, office) == 0 && att_office_is_held (person, self->date))
      return person;
  return NULL;
}

/* Who of a family name held an office, folded, up to the article's day; NULL: nobody, or several. */
static const AttPerson *
held_by (const AttScan *self, const char *office, guint32 family)
{
  const AttPerson *found = NULL;
  guint32 at = family_entries (self, family);
  for (const AttPerson *person; (person = next_of_family (self, &at));) {
    if (strcmp (person->office, office) != 0 || (self->date && person->from > self->date))
      continue;
    if (found && strcmp (found->name, person->name) != 0)
      return NULL;
    found = person;
  }
  return found;
}

const AttPerson *
att_office_titled (const AttScan *self, guint word)
{
  const char *zone = att_reading_zone_of (self->reading, word);
  const AttWord *w = att_reading_word (self->reading, word);
  guint first = word;
  while (first > 0 && word - first < MAX_OFFICE && att_reading_word (self->reading, first - 1)->sentence == w->sentence && !att_scan_is_broken (self, first) && att_scan_is_capital (self, first - 1))
    first--;
  for (guint i = first; i < word; i++) {
    const AttWord *last = att_reading_word (self->reading, word - 1);
    guint start = att_reading_word (self->reading, i)->start;
    g_autofree char *written = g_strndup (zone + start, last->end - start), *office = att_text_fold (written);
    const AttPerson *found = held_by (self, office, w->hash);
    if (found)
      return found;
  }
  return NULL;
}

gboolean
att_office_is_shared (const AttScan *self, guint32 hash)
{
  const char *name = NULL;
  guint32 at = family_entries (self, hash);
  for (const AttPerson *person; (person = next_of_family (self, &at)); name = person->name)
    if (name && strcmp (name, person->name) != 0)
      return TRUE;
  return FALSE;
}

gboolean
att_office_is_relative (const AttScan *self, const AttPerson *titled, const char *name)
{
  gboolean relative = FALSE;
  for (guint i = 0; i < self->lexicon->persons->len; i++) {
    const AttPerson *person = &g_array_index (self->lexicon->persons, AttPerson, i);
    if (strcmp (person->name, name) != 0 || strcmp (person->family, titled->family) != 0)
      continue;
    if (strcmp (person->office, titled->office) == 0)
      return FALSE;
    relative = TRUE;
  }
  return relative;
}
