/* key.c: which article of a feed is which.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/key.h"

#include "base/text.h"
#include "base/url.h"

#include <string.h>

#define SPEAKING_TITLE 24   /* bytes; "Press briefing" is everybody's */

/* What one item might be known by; any may be NULL. */
typedef enum { GUID, URL, TITLE, N_MARKS } Mark;
typedef struct { char *of[N_MARKS]; } Marks;

/* Of one kind of mark: who had each first, and which several had. The strings are the Marks'. */
typedef struct { GHashTable *owners, *shared; } Register;

/* A link that leads to the site and not to an article says nothing of which article it is. */
static char *
telling_url (const char *url, const char *site)
{
  if (url == NULL)
    return NULL;
  char *identity = att_url_identity (url);
  if ((site && strcmp (identity, site) == 0) || !strpbrk (identity, "/?"))
    g_clear_pointer (&identity, g_free);
  return identity;
}

static char *
telling_title (const AttArticle *a)
{
  if (!att_text_has (a->title) || strlen (a->title) < SPEAKING_TITLE || a->published == 0)
    return NULL;
  g_autofree char *folded = att_text_fold (a->title);
  return g_strdup_printf ("title:%s@%" G_GINT64_FORMAT, folded, a->published / 60);
}

static Marks
marks_of (const AttArticle *a, const char *site)
{
  Marks marks = { { NULL, telling_url (a->url, site), telling_title (a) } };
  if (att_text_has (a->guid))   /* an id that is an address varies as addresses do */
    marks.of[GUID] = att_url_is_http (a->guid) ? att_url_identity (a->guid) : g_strdup (a->guid);
  return marks;
}

/* Notes that mark belongs to an item that is otherwise known as other. */
static void
note (Register *reg, const char *mark, const char *other)
{
  if (mark == NULL)
    return;
  gpointer first;
  if (!g_hash_table_lookup_extended (reg->owners, mark, NULL, &first))
    g_hash_table_insert (reg->owners, (gpointer) mark, (gpointer) other);
  else if (g_strcmp0 (first, other) != 0)
    g_hash_table_add (reg->shared, (gpointer) mark);
}

/* The mark, if it tells the item apart. */
static const char *
telling (const Register *reg, const char *mark)
{
  return mark && !g_hash_table_contains (reg->shared, mark) ? mark : NULL;
}

static void
add_key (AttArticle *a, char *key)
{
  if (a->key == NULL) {
    a->key = key;
    return;
  }
  if (strcmp (a->key, key) == 0) {
    g_free (key);
    return;
  }
  if (a->other_keys == NULL)
    a->other_keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (a->other_keys, key);
}

/* The last resort: nothing but words. */
static char *
key_of_words (const AttArticle *a)
{
  if (att_text_has (a->title)) {
    g_autofree char *folded = att_text_fold (a->title);
    return g_strconcat ("title:", folded, NULL);
  }
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, a->text ? a->text : "", -1);
  return g_strconcat ("text:", digest, NULL);
}

static void
set_keys (AttArticle *a, const Marks *m, const Register registers[N_MARKS])
{
  const char *guid = telling (&registers[GUID], m->of[GUID]), *url = telling (&registers[URL], m->of[URL]), *title = telling (&registers[TITLE], m->of[TITLE]);
  g_clear_pointer (&a->key, g_free);
  g_clear_pointer (&a->other_keys, g_ptr_array_unref);
  if (guid)
    add_key (a, g_strdup (guid));
  if (url)
    add_key (a, g_strdup (url));
  if (a->key == NULL && m->of[GUID] && m->of[URL])   /* each is shared; together they may be one item's */
    add_key (a, g_strconcat (m->of[GUID], " ", m->of[URL], NULL));
  if (a->key && title)
    add_key (a, g_strdup (title));
  if (a->key == NULL)
    add_key (a, key_of_words (a));
}

void
att_feed_identify (AttEdition *edition)
{
  g_return_if_fail (edition != NULL);

  g_autofree char *site = edition->link ? att_url_identity (edition->link) : NULL;
  guint n = edition->articles->len;
  Marks *marks = g_new (Marks, n);
  Register registers[N_MARKS];
  for (guint k = 0; k < N_MARKS; k++)
    registers[k] = (Register) { g_hash_table_new (g_str_hash, g_str_equal), g_hash_table_new (g_str_hash, g_str_equal) };
  for (guint i = 0; i < n; i++) {
    marks[i] = marks_of (g_ptr_array_index (edition->articles, i), site);
    char *const *of = marks[i].of;
    note (&registers[GUID], of[GUID], of[URL]);
    note (&registers[URL], of[URL], of[GUID]);
    note (&registers[TITLE], of[TITLE], of[GUID] ? of[GUID] : of[URL]);
  }
  for (guint i = 0; i < n; i++)
    set_keys (g_ptr_array_index (edition->articles, i), &marks[i], registers);
  for (guint k = 0; k < N_MARKS; k++) {
    g_hash_table_unref (registers[k].owners);
    g_hash_table_unref (registers[k].shared);
    for (guint i = 0; i < n; i++)
      g_free (marks[i].of[k]);
  }
  g_free (marks);
}
