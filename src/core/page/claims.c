/* claims.c: which of a page's claims of itself to believe.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/metadata.h"

#include "base/date.h"
#include "base/html.h"
#include "base/text.h"
#include "base/url.h"
#include "page/shingles.h"

#include <stdio.h>
#include <string.h>

#define MAX_NAMES 160        /* bytes of a byline */

/* How many of a's words b has, of the longer one's: 1 for the same words. */
static double
alike (const char *a, const char *b)
{
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (guint32)), y = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint same = 0;
  att_words_append (x, a, strlen (a));
  att_words_append (y, b, strlen (b));
  for (guint i = 0; i < x->len; i++)
    for (guint k = 0; k < y->len; k++)
      if (g_array_index (x, guint32, i) == g_array_index (y, guint32, k)) {
        same++;
        break;
      }
  return MAX (x->len, y->len) ? (double) same / MAX (x->len, y->len) : 0;
}

/* "Headline | Outlet", "Outlet: Headline": the longest part between bars, where it is most of it or a heading says the same. */
static char *
without_site (const AttMetadata *self, const char *title)
{
  static const char *const BARS[] = { " | ", " – ", " — ", " - ", " « ", " » ", " :: ", " · ", " • ", "|" };
  for (guint i = 0; i < G_N_ELEMENTS (BARS); i++) {
    const char *bar = g_strrstr (title, BARS[i]);
    if (bar == NULL)
      continue;
    g_autofree char *head = g_strndup (title, bar - title);
    const char *tail = bar + strlen (BARS[i]);
    g_strchomp (head);
    gboolean site = self->site && alike (tail, self->site) >= 0.5;
    gboolean leads = self->site && alike (head, self->site) >= 0.5;
    if (leads && !site)
      return g_strdup (tail);
    if (site || g_utf8_strlen (head, -1) > 25 || g_utf8_strlen (head, -1) > 2 * g_utf8_strlen (tail, -1))
      return site ? without_site (self, head) : g_steal_pointer (&head);
  }
  return g_strdup (title);
}

/* The heading the page shows, where what it says in its head agrees; else what it says. */
static char *
choose_title (const AttMetadata *self)
{
  const char *said[] = { self->linked->headline, self->og_title, self->title };
  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    g_autofree char *plain = said[i] ? without_site (self, said[i]) : NULL;
    const char *best = NULL;
    double most = 0.5;
    for (guint k = 0; plain && k < self->headings->len; k++) {
      const char *heading = g_ptr_array_index (self->headings, k);
      double same = alike (heading, plain);
      if (same > most && !(self->site && alike (heading, self->site) > 0.8)) {
        most = same;
        best = heading;
      }
    }
    if (best)
      return g_strdup (best);
  }
  const char *title = self->og_title ? self->og_title : self->linked->headline ? self->linked->headline : self->title;
  if (title)
    return without_site (self, title);
  return self->headings->len ? g_strdup (g_ptr_array_index (self->headings, 0)) : NULL;
}

/* "By Jane Doe and John Roe, Reuters" without "By". */
static char *
plain_name (const char *text)
{
  static const char *const BEFORE[] = { "by ", "von ", "par ", "por ", "di ", "door ", "written by ", "posted by ", "published by ", "author: ", "authors: ", "autor: ", "reported by ", "story by ", "words by ", "af ", "av ", "przez ", "text: ", "by: ", "um ", "автор: " };
  g_autofree char *line = att_text_squeeze (text);
  const char *start = line;
  for (gboolean more = TRUE; more;) {
    more = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (BEFORE) && !more; i++)
      if (g_ascii_strncasecmp (start, BEFORE[i], strlen (BEFORE[i])) == 0) {
        start += strlen (BEFORE[i]);
        more = TRUE;
      }
  }
  char *cut = strstr (start, " | ");
  return cut ? g_strndup (start, cut - start) : g_strdup (start);
}

static gboolean
is_person (const AttMetadata *self, const char *name)
{
  static const char *const NOBODY[] = { "admin", "administrator", "editor", "staff", "webmaster", "redaktion", "redacción", "author", "unknown", "n/a", "none", "null", "guest", NULL };
  if (!att_text_has (name) || strlen (name) > MAX_NAMES || strstr (name, "://") || strchr (name, '@'))
    return FALSE;
  for (guint i = 0; NOBODY[i]; i++)
    if (g_ascii_strcasecmp (name, NOBODY[i]) == 0)
      return FALSE;
  return !(self->site && alike (name, self->site) > 0.9);
}

static char *
choose_byline (const AttMetadata *self)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < self->linked->authors->len; i++) {
    g_autofree char *name = plain_name (g_ptr_array_index (self->linked->authors, i));
    if (is_person (self, name) && !strstr (out->str, name))
      g_string_append_printf (out, "%s%s", out->len ? ", " : "", name);
  }
  if (out->len)
    return g_string_free (out, FALSE);
  g_string_free (out, TRUE);
  const char *said[] = { self->author, self->item_author, self->byline };
  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    g_autofree char *name = said[i] ? plain_name (said[i]) : NULL;
    if (name && is_person (self, name))
      return g_steal_pointer (&name);
  }
  return NULL;
}

/* ".../2019/10/16/..." */
static char *
date_in_address (const char *url)
{
  for (const char *p = url ? strchr (url, '/') : NULL; p; p = strchr (p + 1, '/')) {
    guint year = 0, month = 0, day = 0;
    int used = 0;
    if (sscanf (p, "/%4u/%2u/%2u/%n", &year, &month, &day, &used) == 3 && used > 0 && year > 1990 && year < 2100 && month - 1 < 12 && day - 1 < 31)
      return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  }
  return NULL;
}

static gint64
choose_date (const AttMetadata *self)
{
  g_autofree char *address = date_in_address (self->url);
  const char *said[] = { self->linked->date, self->date, self->item_date, self->time, address };
  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    gint64 date;
    if (said[i] && att_date_parse (said[i], &date) && date != 0)
      return date;
  }
  return 0;
}

void
att_metadata_fill (AttMetadata *self, AttPage *page)
{
  page->title = choose_title (self);
  page->byline = choose_byline (self);
  page->published = choose_date (self);
  page->language = g_strdup (self->lang ? self->lang : self->locale ? self->locale : self->linked->language);
  page->url = att_url_resolve (self->url, self->canonical ? self->canonical : self->og_url ? self->og_url : self->url);
  page->lead_image = att_url_resolve (self->url, self->image ? self->image : self->linked->image);
  page->next = att_url_resolve (self->url, self->next);
  page->feeds = g_ptr_array_ref (self->feeds);
}
