/* country.c: a country's name in the reader's language.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/country.h"

#include "base/table.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define DOMAIN "iso_3166-1"
#define NOWHERE "XX" "X"   /* of no country: the United Nations, say */

/* Where the standard's name is not the one people use, or ours is another. */
static const char *const STANDARD[][2] = {
  { "Russia", "Russian Federation" }, { "North Korea", "Korea, Democratic People's Republic of" }, { "South Korea", "Korea, Republic of" }, { "Iran", "Iran, Islamic Republic of" },
  { "Syria", "Syrian Arab Republic" }, { "Vietnam", "Viet Nam" }, { "Venezuela", "Venezuela, Bolivarian Republic of" }, { "Bolivia", "Bolivia, Plurinational State of" },
  { "Moldova", "Moldova, Republic of" }, { "Tanzania", "Tanzania, United Republic of" }, { "Palestine", "Palestine, State of" }, { "Laos", "Lao People's Democratic Republic" },
  { "Brunei", "Brunei Darussalam" }, { "DR Congo", "Congo, The Democratic Republic of the" }, { "Turkey", "Türkiye" }, { "Vatican", "Holy See (Vatican City State)" }, { "Ivory Coast", "Côte d'Ivoire" },
};

static GHashTable *names;   /* code → name */

static void
add_name (char **c, guint line, gpointer data)
{
  if (strcmp (c[1], "name") == 0 && !g_hash_table_contains (names, c[0]))   /* the first is the one that is shown */
    g_hash_table_insert (names, g_strdup (c[0]), g_strdup (c[2]));
}

const char *
att_country_translate (const char *english)
{
  bind_textdomain_codeset (DOMAIN, "UTF-8");
  const char *own = g_dgettext (DOMAIN, english);
  for (guint i = 0; own == english && i < G_N_ELEMENTS (STANDARD); i++)
    if (strcmp (english, STANDARD[i][0]) == 0) {
      const char *standard = g_dgettext (DOMAIN, STANDARD[i][1]);
      return standard == STANDARD[i][1] ? english : standard;
    }
  return own;
}

const char *
att_country_of_outlets (const char *english)
{
  return *english ? att_country_translate (english) : _("Country unknown");
}

char *
att_country_name (const char *code)
{
  if (names == NULL) {
    g_autoptr (GBytes) table = g_resources_lookup_data ("/org/attache/Attache/analysis/states.tsv", 0, NULL);
    names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    att_table_read (table, 5, add_name, NULL);
  }
  if (strcmp (code, NOWHERE) == 0)
    return g_strdup (_("International"));
  const char *name = g_hash_table_lookup (names, code);
  return g_strdup (name ? att_country_translate (name) : code);
}
