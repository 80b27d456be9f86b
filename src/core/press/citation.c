/* citation.c: where words come from, written so that they can be passed on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/citation.h"

#include "base/url.h"

#include <string.h>

/* The day as it was in UTC: a citation means the same wherever it is read. */
static char *
day_of (gint64 published, const char *format)
{
  g_autoptr (GDateTime) date = published ? g_date_time_new_from_unix_utc (published) : NULL;
  return date ? g_date_time_format (date, format) : NULL;
}

static void
append (GString *out, const char *joint, const char *text)
{
  if (text && *text)
    g_string_append_printf (out, "%s%s", out->len ? joint : "", text);
}

/* Letters that mean something in the format, made to mean themselves. */
static char *
escape (const char *text, const char *special)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text ? text : ""; *p; p++) {
    if (strchr (special, *p))
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p == '\n' ? ' ' : *p);
  }
  return g_string_free (out, FALSE);
}

#define MARKDOWN "\\`*_{}[]<>#|"

static char *
plain (const AttCited *cited)
{
  g_autofree char *day = day_of (cited->published, "%-d %B %Y");
  g_autofree char *title = g_strdup_printf ("“%s”", cited->title ? cited->title : "");
  GString *out = g_string_new (NULL);
  append (out, "", cited->byline);
  append (out, ", ", title);
  append (out, ", ", cited->outlet);
  append (out, ", ", day);
  append (out, ", ", cited->url);
  return g_string_free (out, FALSE);
}

static char *
markdown (const AttCited *cited)
{
  g_autofree char *day = day_of (cited->published, "%-d %B %Y"), *title = escape (cited->title, MARKDOWN), *outlet = escape (cited->outlet, MARKDOWN), *byline = escape (cited->byline, MARKDOWN);
  g_autofree char *link = att_url_is_http (cited->url) ? g_strdup_printf ("[%s](<%s>)", title, cited->url) : g_strdup (title);
  GString *out = g_string_new (NULL);
  append (out, "", byline);
  append (out, ", ", link);
  g_autofree char *slanted = *outlet ? g_strdup_printf ("*%s*", outlet) : NULL;
  append (out, ", ", slanted);
  append (out, ", ", day);
  return g_string_free (out, FALSE);
}

/* A key of outlet, year and the title's first long word: letters and digits only. */
static char *
key_of (const AttCited *cited)
{
  g_autofree char *year = day_of (cited->published, "%Y");
  g_auto (GStrv) words = g_strsplit (cited->title ? cited->title : "", " ", -1);
  g_autoptr (GString) key = g_string_new (NULL);
  const char *first = "";
  for (guint i = 0; words[i] && *first == '\0'; i++)
    first = strlen (words[i]) > 3 ? words[i] : "";
  const char *const parts[] = { cited->outlet ? cited->outlet : "", year ? year : "", first };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (const char *p = parts[i]; *p; p++)
      if (g_ascii_isalnum (*p))
        g_string_append_c (key, g_ascii_tolower (*p));
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static void
add_field (GString *out, const char *name, const char *value)
{
  g_autofree char *safe = escape (value, "\\{}&%$#_^~");
  if (*safe)
    g_string_append_printf (out, ",\n  %s = {%s}", name, safe);
}

static char *
bibtex (const AttCited *cited)
{
  g_autofree char *key = key_of (cited), *day = day_of (cited->published, "%Y-%m-%d");
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "@online{%s", *key ? key : "story");
  add_field (out, "author", cited->byline);
  add_field (out, "title", cited->title);
  add_field (out, "organization", cited->outlet);
  add_field (out, "date", day);
  if (att_url_is_http (cited->url))   /* biblatex reads an address as it stands */
    g_string_append_printf (out, ",\n  url = {%s}", cited->url);
  g_string_append (out, "\n}\n");
  return g_string_free (out, FALSE);
}

char *
att_citation_of_article (const AttCited *cited, AttCitationFormat format)
{
  return format == ATT_CITATION_BIBTEX ? bibtex (cited) : format == ATT_CITATION_MARKDOWN ? markdown (cited) : plain (cited);
}

char *
att_citation_of_quote (const char *words, const char *speaker, gboolean indirect, const AttCited *cited, AttCitationFormat format)
{
  g_autofree char *from = att_citation_of_article (cited, format == ATT_CITATION_BIBTEX ? ATT_CITATION_PLAIN : format);
  g_autofree char *quoted = g_strdup_printf (indirect ? "%s" : "“%s”", words);
  g_autofree char *safe = format == ATT_CITATION_MARKDOWN ? escape (quoted, MARKDOWN) : g_strdup (quoted), *who = format == ATT_CITATION_MARKDOWN ? escape (speaker, MARKDOWN) : g_strdup (speaker ? speaker : "");
  const char *mark = format == ATT_CITATION_MARKDOWN ? "> " : "";
  return *who ? g_strdup_printf ("%s%s\n%s— %s, in: %s\n", mark, safe, mark, who, from) : g_strdup_printf ("%s%s\n%s— %s\n", mark, safe, mark, from);
}
