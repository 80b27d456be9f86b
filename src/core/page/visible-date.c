/* visible-date.c: the date a page shows beside its headline.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/visible-date.h"

#include <string.h>

#define MAX_WORDS 25         /* of a block that may be a dateline */
#define REACH 25             /* blocks from the headline */

/* The beginnings of months' names, folded to small ASCII letters where that is how they are written; the longer first. */
static const struct { const char *name; guint month; } MONTHS[] = {
  { "jan", 1 }, { "jän", 1 }, { "ene", 1 }, { "gen", 1 }, { "sty", 1 }, { "led", 1 }, { "oca", 1 }, { "янв", 1 },
  { "feb", 2 }, { "fév", 2 }, { "fev", 2 }, { "lut", 2 }, { "úno", 2 }, { "şub", 2 }, { "фев", 2 },
  { "mar", 3 }, { "mär", 3 }, { "maa", 3 }, { "mrt", 3 }, { "bře", 3 }, { "мар", 3 },
  { "apr", 4 }, { "avr", 4 }, { "abr", 4 }, { "kwi", 4 }, { "dub", 4 }, { "nis", 4 }, { "апр", 4 },
  { "may", 5 }, { "mai", 5 }, { "maj", 5 }, { "mei", 5 }, { "mag", 5 }, { "kvě", 5 }, { "мая", 5 }, { "май", 5 },
  { "june", 6 }, { "juni", 6 }, { "juin", 6 }, { "jun", 6 }, { "giu", 6 }, { "cze", 6 }, { "haz", 6 }, { "июн", 6 },
  { "july", 7 }, { "juli", 7 }, { "juil", 7 }, { "jul", 7 }, { "lug", 7 }, { "lip", 7 }, { "tem", 7 }, { "июл", 7 },
  { "aug", 8 }, { "aoû", 8 }, { "aou", 8 }, { "ago", 8 }, { "sie", 8 }, { "srp", 8 }, { "ağu", 8 }, { "авг", 8 },
  { "sep", 9 }, { "set", 9 }, { "wrz", 9 }, { "zář", 9 }, { "eyl", 9 }, { "сен", 9 },
  { "oct", 10 }, { "okt", 10 }, { "ott", 10 }, { "out", 10 }, { "paź", 10 }, { "říj", 10 }, { "eki", 10 }, { "окт", 10 },
  { "nov", 11 }, { "lis", 11 }, { "kas", 11 }, { "ноя", 11 },
  { "dec", 12 }, { "dez", 12 }, { "déc", 12 }, { "dic", 12 }, { "gru", 12 }, { "pro", 12 }, { "ara", 12 }, { "дек", 12 },
};

typedef struct { guint number, digits, month; char before; } Part;   /* one of number and month; before: what parts it from the last */

guint
att_visible_month (const char *word, gsize length)
{
  g_autofree char *low = g_utf8_strdown (word, length);
  for (guint i = 0; i < G_N_ELEMENTS (MONTHS); i++)
    if (g_str_has_prefix (low, MONTHS[i].name) && strlen (low) < 13)
      return MONTHS[i].month;
  return 0;
}

static gboolean
is_small_word (const char *word, gsize length)
{
  static const char *const WORDS[] = { "de", "del", "of", "st", "nd", "rd", "th", "er", "the", "den", "le", "el", "di", "a", "ª", "º" };
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (length == strlen (WORDS[i]) && g_ascii_strncasecmp (word, WORDS[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
take_day (guint year, guint month, guint day, char out[11])
{
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  g_snprintf (out, 11, "%04u-%02u-%02u", year, month, day);
  return TRUE;
}

/* Three parts in a row that make a day. */
static gboolean
read_parts (const Part *p, gboolean month_first, char out[11])
{
  if (p[0].digits == 4 && p[1].digits && p[2].digits)
    return take_day (p[0].number, p[1].number, p[2].number, out);
  if (p[0].digits && p[0].digits <= 2 && p[1].month && p[2].digits == 4)
    return take_day (p[2].number, p[1].month, p[0].number, out);
  if (p[0].month && p[1].digits && p[1].digits <= 2 && p[2].digits == 4)
    return take_day (p[2].number, p[0].month, p[1].number, out);
  gboolean figures = p[0].digits && p[0].digits <= 2 && p[1].digits && p[1].digits <= 2 && (p[2].digits == 4 || (p[2].digits == 2 && p[1].before == '.' && p[2].before == '.'));
  if (!figures || (p[1].before != '.' && p[1].before != '/' && p[1].before != '-') || p[1].before != p[2].before)
    return FALSE;
  gboolean american = p[1].number > 12 || (p[0].number <= 12 && month_first && p[1].before == '/');
  guint year = p[2].digits == 2 ? 2000 + p[2].number : p[2].number;
  return american ? take_day (year, p[0].number, p[1].number, out) : take_day (year, p[1].number, p[0].number, out);
}

gboolean
att_visible_date_in (const char *text, gsize length, gboolean month_first, char day[11])
{
  Part parts[3] = { 0 };
  char before = ' ';
  for (const char *p = text, *end = text + length; p < end;) {
    const char *start = p;
    Part part = { 0 };
    if (g_ascii_isdigit (*p)) {
      for (; p < end && g_ascii_isdigit (*p); p++)
        part.number = part.digits < 5 ? part.number * 10 + (*p - '0') : 0;
      part.digits = MIN (p - start, 5);
    } else if (g_ascii_isalpha (*p) || (guchar) *p >= 0x80) {
      while (p < end && (g_ascii_isalpha (*p) || (guchar) *p >= 0x80))
        p++;
      gboolean figure = strncmp (start, "年", 3) == 0 || strncmp (start, "月", 3) == 0;   /* 2020年2月3日 */
      p = figure ? start + 3 : p;
      part.month = figure ? 0 : att_visible_month (start, p - start);
      if (figure || (part.month == 0 && is_small_word (start, p - start)))
        continue;
    } else {
      before = *p == ' ' && strchr ("./-", before) && before != '\0' ? before : *p;
      p++;
      continue;
    }
    part.before = before;
    before = ' ';
    parts[0] = parts[1];
    parts[1] = parts[2];
    parts[2] = part;
    if (read_parts (parts, month_first, day))
      return TRUE;
  }
  return FALSE;
}

char *
att_visible_date_of (const AttLayout *layout, const guint8 *chosen, gboolean month_first)
{
  guint n = layout->blocks->len, begin = 0, nearest = G_MAXUINT;
  char best[11] = "";
  while (begin < n && !chosen[begin])
    begin++;
  guint heading = layout->heading != G_MAXUINT32 && layout->heading <= begin + REACH ? layout->heading : begin;
  for (guint i = 0; i < n; i++) {
    const AttBlock *block = att_layout_block (layout, i);
    guint away = i >= MIN (heading, begin) && i <= MAX (heading, begin) ? 0 : MIN (ABS ((gint64) i - heading), ABS ((gint64) i - begin));
    char day[11];
    if (away > REACH || away >= nearest || (block->n_tokens > MAX_WORDS && i != begin))
      continue;
    if (!att_visible_date_in (layout->text->str + block->start, MIN (block->length, 200), month_first, day))
      continue;
    nearest = away;
    strcpy (best, day);
  }
  return *best ? g_strdup (best) : NULL;
}
