/* actors.c: what a person decides of an actor.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/actors.h"

#include "base/date.h"
#include "store/actors.h"
#include "store/corrections.h"

#include <string.h>

typedef enum { STRIKE, UNSTRIKE, UNMERGE, RENAME } Deed;

typedef struct { Deed deed; AttTopicKind kind; char *name, *label; } Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;
  g_free (wish->name);
  g_free (wish->label);
  g_free (wish);
}

static gpointer
fulfil (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Wish *wish = data;
  switch (wish->deed) {
    case STRIKE:   return att_actors_strike (db, wish->kind, wish->name, att_date_now (), change, error) ? g_strdup ("") : NULL;
    case UNSTRIKE: return att_actors_unstrike (db, wish->kind, wish->name, error) ? g_strdup ("") : NULL;
    case UNMERGE:  return att_corrections_unmerge (db, wish->kind, wish->name, error) ? g_strdup ("") : NULL;
    default:       return att_actors_rename (db, wish->kind, wish->name, wish->label, change, error);
  }
}

static void
fulfilled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  char *before = att_store_finish (ATT_STORE (source), result, &error);
  gboolean again = GPOINTER_TO_INT (g_task_get_task_data (task));
  AttDesk *desk = g_task_get_source_object (task);
  if (before && again)
    att_desk_mark_again (desk);
  if (before)
    g_task_return_pointer (task, before, g_free);
  else
    g_task_return_error (task, error);
  att_desk_hold (desk, FALSE);
}

static void
tell (AttDesk *desk, Deed deed, AttTopicKind kind, const char *name, const char *label, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (desk, NULL, callback, user_data);
  Wish *wish = g_new (Wish, 1);
  *wish = (Wish) { deed, kind, g_strdup (name), g_strdup (label) };
  g_task_set_task_data (task, GINT_TO_POINTER (deed == UNSTRIKE || deed == UNMERGE), NULL);
  att_desk_hold (desk, TRUE);   /* what is to be marked anew is noted before it closes */
  att_store_tell_async (att_desk_get_store (desk), fulfil, wish, wish_free, g_free, fulfilled_cb, task);
}

void
att_desk_strike_actor_async (AttDesk *self, AttTopicKind kind, const char *name, GAsyncReadyCallback callback, gpointer user_data)
{
  tell (self, STRIKE, kind, name, NULL, callback, user_data);
}

void
att_desk_unstrike_actor_async (AttDesk *self, AttTopicKind kind, const char *name, GAsyncReadyCallback callback, gpointer user_data)
{
  tell (self, UNSTRIKE, kind, name, NULL, callback, user_data);
}

void
att_desk_unmerge_actor_async (AttDesk *self, AttTopicKind kind, const char *name, GAsyncReadyCallback callback, gpointer user_data)
{
  tell (self, UNMERGE, kind, name, NULL, callback, user_data);
}

void
att_desk_rename_actor_async (AttDesk *self, AttTopicKind kind, const char *name, const char *label, GAsyncReadyCallback callback, gpointer user_data)
{
  tell (self, RENAME, kind, name, label, callback, user_data);
}

char *
att_desk_actor_finish (AttDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static char *
month_of (gint64 moment)
{
  g_autoptr (GDateTime) date = moment ? g_date_time_new_from_unix_utc (moment) : NULL;
  return date ? g_date_time_format (date, "%B %Y") : g_strdup ("");
}

static const char *
name_of_state (const AttLexicon *lexicon, const char *code)
{
  for (guint i = 0; i < lexicon->states->len; i++)
    if (strcmp (g_array_index (lexicon->states, AttState, i).code, code) == 0)
      return g_array_index (lexicon->states, AttState, i).label;
  return code;
}

char *
att_desk_offices (AttDesk *self, const char *name)
{
  const AttLexicon *lexicon = att_desk_get_lexicon (self);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < lexicon->persons->len; i++) {
    const AttPerson *person = &g_array_index (lexicon->persons, AttPerson, i);
    if (person->office == NULL || *person->office == '\0' || strcmp (person->name, name) != 0)
      continue;
    g_autofree char *from = month_of (person->from), *to = month_of (person->to);
    g_autofree char *office = g_strdup (person->office);
    *office = g_ascii_toupper (*office);
    g_string_append_printf (out, "%s%s", out->len ? "\n" : "", office);
    if (person->of && *person->of)
      g_string_append_printf (out, ", %s", name_of_state (lexicon, person->of));
    if (person->from || person->to)
      g_string_append_printf (out, ", %s – %s", from, to);
  }
  return g_string_free (out, FALSE);
}
