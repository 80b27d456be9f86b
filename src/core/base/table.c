/* table.c: tab-separated tables a person can read and edit.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/table.h"

#include "base/text.h"

#include <string.h>

#define MAX_CELLS 32     /* of a row */
#define MAX_FORMS 4096   /* of one pattern: more is a slip of the pen */

/* Cuts a line into its cells, in its own place. */
static guint
split_line (char *line, char **cells)
{
  guint n = 0;
  for (char *cell = line; cell && n < MAX_CELLS;) {
    char *tab = strchr (cell, '\t');
    if (tab)
      *tab = '\0';
    cells[n++] = g_strstrip (cell);
    cell = tab ? tab + 1 : NULL;
  }
  return n;
}

void
att_table_read (GBytes *bytes, guint n_wanted, AttTableFunc func, gpointer data)
{
  gsize length;
  const char *raw = g_bytes_get_data (bytes, &length);
  g_autofree char *text = att_text_valid (raw ? raw : "", length);
  char *cells[MAX_CELLS + 1], empty[] = "";
  guint line = 1;
  for (char *start = text; start; line++) {
    char *end = strchr (start, '\n'), *row = start;
    if (end)
      *end = '\0';
    start = end ? end + 1 : NULL;
    g_strchomp (row);
    if (*row == '\0' || *row == '#')
      continue;
    guint n = split_line (row, cells);
    while (n < MIN (n_wanted, MAX_CELLS))
      cells[n++] = empty;
    cells[n] = NULL;
    func (cells, line, data);
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
    g_autoptr (GString) head = g_string_new (done);
    g_string_append_len (head, rest, open - rest);
    g_string_append (head, ways[i] ? ways[i] : "");
    expand (head->str, close + 1, out);
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
