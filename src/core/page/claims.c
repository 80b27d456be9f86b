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

#define MAX_SITE 28          /* letters of what may be an outlet behind a dash */


double
att_claims_alike (const char *a, const char *b)
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

/* Whether a part of a title is the outlet's name, as the page gives it or as its address has it. */
static gboolean
is_site (const AttMetadata *self, const char *part)
{
  if (self->site && att_claims_alike (part, self->site) >= 0.5)
    return TRUE;
  g_autofree char *host = att_url_host (self->url), *low = g_ascii_strdown (part, -1);
  GString *letters = g_string_new (NULL);
  for (const char *p = low; *p; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (letters, *p);
  gboolean same = host && letters->len >= 4 && strstr (host, letters->str);
  g_string_free (letters, TRUE);
  return same;
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
    gboolean site = is_site (self, tail), leads = is_site (self, head);
    if (leads && !site)
      return g_strdup (tail);
    gboolean bar_like = strpbrk (BARS[i], "|:") || g_utf8_strlen (tail, -1) <= MAX_SITE;   /* a dash may be the headline's own */
    if (site || (bar_like && g_utf8_strlen (head, -1) > 2 * g_utf8_strlen (tail, -1)) || (strchr (BARS[i], '|') && g_utf8_strlen (head, -1) > 25))
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
      double same = att_claims_alike (heading, plain);
      if (same > most && !(self->site && att_claims_alike (heading, self->site) > 0.8)) {
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

/* "...+02:00": minutes east of Greenwich; 0 where a date says nothing of it. */
static int
zone_of (const char *date)
{
  gsize n = strlen (date);
  int hours, minutes;
  for (guint back = 5; back <= 6 && back < n; back++) {
    const char *p = date + n - back;
    if ((*p == '+' || *p == '-') && g_ascii_isdigit (p[-1]) && n > 15 && sscanf (p + 1, back == 5 ? "%2d%2d" : "%2d:%2d", &hours, &minutes) == 2 && hours < 15)
      return (*p == '-' ? -1 : 1) * (hours * 60 + minutes);
  }
  return 0;
}

/* The clock by which it was the address's day; the one given where no clock makes it so. */
static int
zone_by_address (gint64 date, int zone, const char *address)
{
  gint64 midnight;
  if (!att_date_parse (address, &midnight) || ABS (date + zone * 60 - midnight - 43200) > 2 * 86400)
    return zone;
  for (int step = 0; step <= 12; step++)
    for (int sign = -1; sign <= 1; sign += 2) {
      gint64 local = date + (zone + sign * step * 60) * 60;
      if (local >= midnight && local < midnight + 86400)
        return zone + sign * step * 60;
    }
  return zone;
}

static void
choose_date (const AttMetadata *self, const char *visible, AttPage *page)
{
  g_autofree char *address = date_in_address (self->url);
  const char *said[] = { self->linked->date, self->date, self->item_date, self->marked_time, address, self->time, visible };
  for (guint i = 0; i < G_N_ELEMENTS (said); i++) {
    gint64 date;
    if (said[i] == NULL || !att_date_parse (said[i], &date) || date == 0)
      continue;
    page->published = date;
    page->zone = address ? zone_by_address (date, zone_of (said[i]), address) : zone_of (said[i]);
    return;
  }
}

void
att_metadata_fill (AttMetadata *self, const char *visible_date, AttPage *page)
{
  page->title = choose_title (self);
  choose_date (self, visible_date, page);
  page->url = att_url_resolve (self->base, self->canonical ? self->canonical : self->og_url ? self->og_url : self->url);
  page->lead_image = att_url_resolve (self->base, self->image ? self->image : self->linked->image);
  page->next = att_url_resolve (self->base, self->next);
  page->feeds = g_ptr_array_ref (self->feeds);
}
