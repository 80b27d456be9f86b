/* table.c: tab-separated tables a person can read and edit.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/table.h"

#include "base/text.h"

#include <string.h>

#define MAX_FORMS 4096   /* of one pattern: more is a slip of the pen */

void
att_table_read (GBytes *bytes, guint n_wanted, AttTableFunc func, gpointer data)
{
  gsize length;
  const char *raw = g_bytes_get_data (bytes, &length);
  g_autofree char *text = att_text_valid (raw ? raw : "", length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    g_strchomp (lines[i]);
    if (lines[i][0] == '\0' || lines[i][0] == '#')
      continue;
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
    for (guint k = 0; cells[k]; k++)
      g_strv_builder_add (builder, g_strstrip (cells[k]));
    for (guint k = g_strv_length (cells); k < n_wanted; k++)
      g_strv_builder_add (builder, "");
    g_auto (GStrv) whole = g_strv_builder_end (builder);
    func (whole, i + 1, data);
  }
}

static void
expand (const char *done, const char *rest, GPtrArray *out)
{
  const char *open = strchr (rest, '{'), *close = open ? strchr (open, '}') : NULL;
  if (close == NULL || out->len >= MAX_FORMS) {
    g_ptr_array_add (out, g_strconcat (done, rest, NULL));
    return;
  }
  g_autofree char *inside = g_strndup (open + 1, close - open - 1);
  g_auto (GStrv) ways = g_strsplit (inside, ",", -1);
  for (guint i = 0; ways[i] || i == 0; i++) {
    g_autofree char *head = g_strdup_printf ("%s%.*s%s", done, (int) (open - rest), rest, ways[i] ? ways[i] : "");
    expand (head, close + 1, out);
    if (ways[i] == NULL)
      break;
  }
}

char **
att_table_expand (const char *pattern)
{
  GPtrArray *out = g_ptr_array_new ();
  expand ("", pattern, out);
  g_ptr_array_add (out, NULL);
  return (char **) g_ptr_array_free (out, FALSE);
}
