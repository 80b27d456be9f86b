/* contacts.c: attachectl contacts: whether anything goes out, and which hosts were ever asked.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "desk/desk.h"
#include "store/contacts.h"

static int
seal (const char *profile, gboolean sealed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = att_session_profile (profile);
  g_autoptr (AttDesk) desk = att_desk_open (folder, &error);
  return desk && att_desk_seal (desk, sealed, &error) ? ATT_EXIT_DONE : att_verb_fail (&att_verb_contacts, error);
}

static int
run (int argc, char **argv)
{
  g_autofree char *profile = NULL;
  gboolean close = FALSE, open = FALSE;
  g_autoptr (GError) error = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "seal", 0, 0, G_OPTION_ARG_NONE, &close, "From now on nothing goes out", NULL },
    { "unseal", 0, 0, G_OPTION_ARG_NONE, &open, "Feeds and pages are fetched again", NULL },
    { 0 },
  };
  if (!att_verb_options (&att_verb_contacts, &argc, &argv, entries, &status))
    return status;
  if (close || open)
    return seal (profile, close);
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
  g_autoptr (GPtrArray) contacts = db ? att_contacts_list (db, &error) : NULL;
  if (contacts == NULL)
    return att_verb_fail (&att_verb_contacts, error);
  for (guint i = 0; i < contacts->len; i++) {
    const AttContact *contact = g_ptr_array_index (contacts, i);
    g_autoptr (JsonBuilder) b = json_builder_new ();
    json_builder_begin_object (b);
    att_json_text (b, "host", contact->host);
    att_json_number (b, "requests", contact->requests);
    att_json_date (b, "first", contact->first);
    att_json_date (b, "last", contact->last);
    json_builder_end_object (b);
    att_verb_print_json (b, FALSE);
  }
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_contacts = { "contacts", "[--seal | --unseal]", "Print every host that was ever asked for anything, or seal the desk.", run };
