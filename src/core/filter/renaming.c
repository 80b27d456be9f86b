/* renaming.c: a filter that goes along when a feed or a folder is called otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/renaming.h"

#include "base/text.h"
#include "filter/tokens.h"

#include <string.h>

/* A name as a filter's text has it, folded: one line, its marks of quotation single ones. */
static char *
as_written (const char *name)
{
  g_autofree char *plain = att_tokens_plain (name), *line = att_text_squeeze (plain);
  return att_text_fold (line);
}

/* How many letters of a name are the old one's, where it is that or a folder inside it; 0: it is neither. Folding may change how many bytes
 * a letter has, never where the slashes are. */
static gsize
match (AttRenamed what, const char *name, const char *from)
{
  guint n_slashes = 0;
  gsize n = 0;
  for (const char *p = from; what == ATT_RENAMED_FOLDER && *p; p++)
    n_slashes += *p == '/';
  for (; name[n] && (what == ATT_RENAMED_FEED || name[n] != '/' || n_slashes-- > 0); n++)
    ;
  g_autofree char *head = g_strndup (name, n), *a = as_written (head), *b = as_written (from);
  return strcmp (a, b) == 0 ? n : 0;
}

/* FALSE: it is another's name. */
static gboolean
rename_value (char **value, AttRenamed what, const char *from, const char *to)
{
  gsize n = *value ? match (what, *value, from) : 0;
  if (n == 0)
    return FALSE;
  char *renamed = g_strconcat (to, *value + n, NULL);
  g_free (*value);
  *value = renamed;
  return TRUE;
}

static GPtrArray *
rename_alternatives (const AttFilterGroup *group, AttRenamed what, const char *from, const char *to, gboolean *any)
{
  GPtrArray *any_of = g_ptr_array_new_with_free_func ((GDestroyNotify) att_filter_unref);
  for (guint i = 0; i < group->any_of->len; i++) {
    AttFilter *one = g_ptr_array_index (group->any_of, i), *renamed = att_filter_with_renamed (one, what, from, to);
    *any |= renamed != NULL;
    g_ptr_array_add (any_of, renamed ? renamed : att_filter_ref (one));
  }
  return any_of;
}

AttFilter *
att_filter_with_renamed (const AttFilter *self, AttRenamed what, const char *from, const char *to)
{
  g_autoptr (AttFilter) copy = att_filter_copy (self);
  gboolean any = rename_value (what == ATT_RENAMED_FEED ? &copy->feed : &copy->folder, what, from, to);
  g_ptr_array_set_size (copy->groups, 0);
  for (guint i = 0; i < self->groups->len; i++) {
    const AttFilterGroup *group = g_ptr_array_index (self->groups, i);
    att_filter_add_group (copy, rename_alternatives (group, what, from, to, &any), group->never);
  }
  return any ? g_steal_pointer (&copy) : NULL;
}
