/* key.c: which article of a feed is which.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/key.h"

#include "base/text.h"
#include "base/url.h"

#include <string.h>

#define SPEAKING_TITLE 24   /* bytes; "Press briefing" is everybody's */

/* What one item might be known by, as digests; 0: not by that. */
typedef enum { GUID, URL, TITLE, N_MARKS } Mark;
typedef struct { guint64 of[N_MARKS]; } Marks;

/* Of one kind of mark: who had each first, and which several had. What they hold stands in an array of Marks. */
typedef struct { GHashTable *owners, *shared; } Register;

/* The digest of an address without what changes between two sights of it. A link that leads to the site and not to an
 * article says nothing of which article it is: 0. */
static guint64
digest_url (const char *url, guint64 site, GString *scratch)
{
  if (url == NULL)
    return 0;
  g_string_truncate (scratch, 0);
  att_url_append_identity (scratch, url);
  guint64 digest = att_text_digest (scratch->str);
  return digest == site || !strpbrk (scratch->str, "/?") ? 0 : digest;
}

static guint64
digest_title (const AttArticle *a)
{
  if (a->title == NULL || strlen (a->title) < SPEAKING_TITLE || a->published == 0)
    return 0;
  return att_text_digest (a->title) ^ ((guint64) (a->published / 60) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}

/* Behind the '#' of an id that is an address; NULL: there is nothing. */
static const char *
fragment_of (const char *guid)
{
  const char *mark = att_text_has (guid) && att_url_is_http (guid) ? strchr (guid, '#') : NULL;
  return mark && mark[1] ? mark + 1 : NULL;
}

/* "#2" may count how often an article was changed, and may number what is told on one page: then each has a title of its own. */
static gboolean
is_numbered (const char *guid)
{
  const char *fragment = fragment_of (guid);
  return fragment && fragment[strspn (fragment, "0123456789")] == '\0';
}

static guint64
digest_guid (const char *guid, GString *scratch)
{
  if (!att_text_has (guid))
    return 0;
  if (!att_url_is_http (guid))
    return att_text_digest (guid);
  g_string_truncate (scratch, 0);   /* an id that is an address varies as addresses do ... */
  att_url_append_identity (scratch, guid);
  if (fragment_of (guid) && !is_numbered (guid))   /* ... but "#post-12", "#!/12" tell apart what is on one page */
    g_string_append (scratch, strchr (guid, '#'));
  return att_text_digest (scratch->str);
}

/* Notes that a mark belongs to an item that is otherwise known as other. */
static void
note (Register *reg, const guint64 *mark, const guint64 *other)
{
  if (*mark == 0)
    return;
  const guint64 *first = g_hash_table_lookup (reg->owners, mark);
  if (first == NULL)
    g_hash_table_insert (reg->owners, (gpointer) mark, (gpointer) other);
  else if (*first != *other)
    g_hash_table_add (reg->shared, (gpointer) mark);
}

/* The mark, if it tells the item apart; else 0. */
static guint64
telling (const Register *reg, const guint64 *mark)
{
  return *mark && !g_hash_table_contains (reg->shared, mark) ? *mark : 0;
}

static void
add_key (AttArticle *a, guint64 key)
{
  for (guint i = 0; i < a->n_keys; i++)
    if (a->keys[i] == key)
      return;
  if (key != 0 && a->n_keys < ATT_KEYS)
    a->keys[a->n_keys++] = key;
}

/* The last resort: nothing but words. */
static guint64
digest_words (const AttArticle *a)
{
  g_autofree char *folded = att_text_fold (att_text_has (a->title) ? a->title : a->text ? a->text : "");
  return att_text_digest (folded);
}

/* Its id and its address, each of which it shares with others: together they may be its own. */
static guint64
digest_both (const AttArticle *a, const Marks *m)
{
  guint64 guid = is_numbered (a->guid) ? att_text_digest (a->guid) : m->of[GUID];
  return m->of[GUID] && m->of[URL] ? guid * 31 + m->of[URL] : 0;
}

/* What is told at an address: of a page without ids one story comes after the other, and which are told in one edition is chance. 0: its id tells. */
static guint64
digest_told (const AttArticle *a, const Marks *m)
{
  guint64 page = is_numbered (a->guid) ? m->of[GUID] : att_text_has (a->guid) ? 0 : m->of[URL];
  return page ? page * 31 + digest_words (a) : 0;
}

static void
set_keys (AttArticle *a, const Marks *m, const Register registers[N_MARKS])
{
  a->n_keys = 0;
  add_key (a, digest_told (a, m));
  guint before = a->n_keys;
  add_key (a, telling (&registers[GUID], &m->of[GUID]));
  add_key (a, telling (&registers[URL], &m->of[URL]));
  if (a->n_keys == before)
    add_key (a, digest_both (a, m));
  if (a->n_keys > before)
    add_key (a, telling (&registers[TITLE], &m->of[TITLE]));
  else
    add_key (a, digest_words (a));
}

void
att_feed_identify (AttEdition *edition)
{
  g_return_if_fail (edition != NULL);

  g_autoptr (GString) scratch = g_string_new (NULL);
  guint64 site = digest_guid (edition->link, scratch);
  guint n = edition->articles->len;
  Marks *marks = g_new (Marks, n);
  g_autofree guint64 *heads = g_new (guint64, n + 1);   /* digests of titles, however short */
  g_autofree guint64 *names = g_new (guint64, 2 * n + 1);   /* what the id and the address of each are known with */
  Register registers[N_MARKS];
  for (guint k = 0; k < N_MARKS; k++)
    registers[k] = (Register) { g_hash_table_new (g_int64_hash, g_int64_equal), g_hash_table_new (g_int64_hash, g_int64_equal) };
  for (guint i = 0; i < n; i++) {
    const AttArticle *a = g_ptr_array_index (edition->articles, i);
    guint64 *of = marks[i].of;
    of[GUID] = digest_guid (a->guid, scratch);
    of[URL] = digest_url (a->url, site, scratch);
    of[TITLE] = digest_title (a);
    heads[i] = att_text_digest (a->title ? a->title : "");
    guint64 head = is_numbered (a->guid) ? heads[i] : 0;
    names[2 * i] = of[URL] ^ head;
    names[2 * i + 1] = of[GUID] ? of[GUID] ^ head : heads[i];   /* without an id, the same page under another title is another item */
    note (&registers[GUID], &of[GUID], &names[2 * i]);
    note (&registers[URL], &of[URL], &names[2 * i + 1]);
    note (&registers[TITLE], &of[TITLE], of[GUID] ? &of[GUID] : &of[URL]);
  }
  for (guint i = 0; i < n; i++)
    set_keys (g_ptr_array_index (edition->articles, i), &marks[i], registers);
  for (guint k = 0; k < N_MARKS; k++) {
    g_hash_table_unref (registers[k].owners);
    g_hash_table_unref (registers[k].shared);
  }
  g_free (marks);
}
