/* date.c: the dates people write in feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/date.h"

#include <string.h>

typedef struct {
  int year, month, day, hour, minute, second;
  int offset;             /* seconds east of Greenwich */
  gboolean has_time, has_zone;
} Parts;

static gint64
days_from_civil (int y, int m, int d)   /* Howard Hinnant, "chrono-compatible low-level date algorithms" */
{
  y -= m <= 2;
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  guint yoe = (guint) (y - era * 400);
  guint doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  guint doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + (gint64) doe - 719468;
}

static gboolean
to_seconds (const Parts *p, gint64 *out)
{
  if (p->month < 1 || p->month > 12 || p->day < 1 || p->day > 31 || p->hour > 24 || p->minute > 59 || p->second > 60)
    return FALSE;
  *out = days_from_civil (p->year, p->month, p->day) * 86400 + p->hour * 3600 + p->minute * 60 + p->second - p->offset;
  return *out >= days_from_civil (2, 1, 1) * 86400 && *out < days_from_civil (10000, 1, 1) * 86400;   /* the year 1 is what some programs write for none, and RFC 3339 has four digits */
}

static gboolean
digits (const char **p, guint min, guint max, int *value)
{
  const char *q = *p;
  int v = 0;
  guint n = 0;
  while (n < max && g_ascii_isdigit (*q)) {
    v = v * 10 + (*q++ - '0');
    n++;
  }
  if (n < min)
    return FALSE;
  *p = q;
  *value = v;
  return TRUE;
}

static const char *
skip_space (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

/* +hh:mm, -hhmm, +hh, +h:mm. */
static gboolean
read_offset (const char **at, int *offset)
{
  const char *p = *at;
  int sign = *p == '-' ? -1 : *p == '+' ? 1 : 0;
  int hours = 0, minutes = 0;
  if (sign == 0)
    return FALSE;
  p++;
  if (!digits (&p, 1, 2, &hours))
    return FALSE;
  if (*p == ':')
    p++;
  if (!digits (&p, 2, 2, &minutes))
    minutes = 0;
  if (hours > 15 || minutes > 59)
    return FALSE;
  *offset = sign * (hours * 3600 + minutes * 60);
  *at = p;
  return TRUE;
}

static const struct { const char *name; int minutes; } ZONES[] = {
  { "UTC", 0 }, { "UT", 0 }, { "GMT", 0 }, { "Z", 0 }, { "WET", 0 }, { "EST", -300 }, { "EDT", -240 }, { "ET", -300 }, { "CST", -360 }, { "CDT", -300 },
  { "CT", -360 }, { "MST", -420 }, { "MDT", -360 }, { "MT", -420 }, { "PST", -480 }, { "PDT", -420 }, { "PT", -480 }, { "AKST", -540 }, { "AKDT", -480 },
  { "HST", -600 }, { "AST", -240 }, { "ADT", -180 }, { "NST", -210 }, { "NDT", -150 }, { "BRT", -180 }, { "ART", -180 }, { "BST", 60 }, { "WEST", 60 }, { "CET", 60 },
  { "MET", 60 }, { "CEST", 120 }, { "MEST", 120 }, { "EET", 120 }, { "SAST", 120 }, { "EEST", 180 }, { "MSK", 180 }, { "MSD", 240 }, { "GST", 240 },
  { "PKT", 300 }, { "IST", 330 }, { "ICT", 420 }, { "WIB", 420 }, { "HKT", 480 }, { "SGT", 480 }, { "PHT", 480 }, { "AWST", 480 }, { "JST", 540 }, { "KST", 540 },
  { "ACST", 570 }, { "AEST", 600 }, { "AEDT", 660 }, { "NZST", 720 }, { "NZDT", 780 },
};

static gboolean
zone_named (const char *name, gsize n, int *offset)
{
  for (guint i = 0; i < G_N_ELEMENTS (ZONES); i++)
    if (strlen (ZONES[i].name) == n && g_ascii_strncasecmp (name, ZONES[i].name, n) == 0) {
      *offset = ZONES[i].minutes * 60;
      return TRUE;
    }
  if (n != 1 || !g_ascii_isalpha (*name))
    return FALSE;
  /* RFC 822 §5.2: the letters of the military zones, J left out. */
  char c = g_ascii_toupper (*name);
  if (c >= 'A' && c <= 'I') *offset = (c - 'A' + 1) * -3600;
  else if (c >= 'K' && c <= 'M') *offset = (c - 'K' + 10) * -3600;
  else if (c >= 'N' && c <= 'Y') *offset = (c - 'N' + 1) * 3600;
  else return FALSE;
  return TRUE;
}

static const char *
read_zone (const char *from, Parts *out)
{
  const char *p = skip_space (from), *start = p;
  if (*p == '(')
    p++;
  gsize n = 0;
  while (g_ascii_isalpha (p[n]))
    n++;
  int offset = 0;
  if (n > 0 && zone_named (p, n, &offset)) {
    out->offset = offset;
    out->has_zone = TRUE;
    p += n;
  }
  if (read_offset (&p, &offset)) {   /* "GMT+02:00" too */
    out->offset = offset;
    out->has_zone = TRUE;
  }
  return out->has_zone && p > start ? p : from;
}

/* "am", "p.m." */
static void
read_half (const char **at, int *hour)
{
  const char *p = skip_space (*at), half = g_ascii_tolower (*p);
  if (half != 'a' && half != 'p')
    return;
  p += p[1] == '.' ? 2 : 1;
  if (g_ascii_tolower (*p) != 'm' || g_ascii_isalpha (p[1]))
    return;
  *hour = *hour % 12 + (half == 'p' ? 12 : 0);
  *at = p + (p[1] == '.' ? 2 : 1);
}

/* h:mm[:ss[.frac]] [am|pm] [zone] */
static gboolean
read_time (const char **at, Parts *out)
{
  const char *p = *at;
  int h, m, s = 0;
  if (!digits (&p, 1, 2, &h) || *p != ':')
    return FALSE;
  p++;
  if (!digits (&p, 1, 2, &m))
    return FALSE;
  if (*p == ':') {
    p++;
    if (!digits (&p, 1, 2, &s))
      s = 0;
  }
  if (*p == '.' || *p == ',') {
    p++;
    while (g_ascii_isdigit (*p))
      p++;
  }
  read_half (&p, &h);
  out->hour = h;
  out->minute = m;
  out->second = MIN (s, 59);
  out->has_time = TRUE;
  *at = read_zone (p, out);
  return TRUE;
}

static void
day_of_year (int ordinal, Parts *out)
{
  static const int DAYS[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (out->year % 4 == 0 && out->year % 100 != 0) || out->year % 400 == 0;
  out->month = 1;
  while (out->month < 12 && ordinal > DAYS[out->month - 1] + (out->month == 2 && leap)) {
    ordinal -= DAYS[out->month - 1] + (out->month == 2 && leap);
    out->month++;
  }
  out->day = ordinal;
}

/* A letter, but for the T before a time. */
static gboolean
begins_word (const char *p)
{
  return (*p != 'T' || g_ascii_isalpha (p[1])) && g_unichar_isalpha (g_utf8_get_char (p));
}

/* ISO 8601: 2003-12-31, 2003-12, 2003, 20031231, 2003-335, with T or space and a time. */
static gboolean
read_iso (const char *text, Parts *out)
{
  const char *p = text;
  int rest;
  *out = (Parts) { .month = 1, .day = 1 };
  if (!digits (&p, 4, 4, &out->year))
    return FALSE;
  if (*p == '-' || *p == '/') {
    char mark = *p++;
    const char *q = p;
    if (mark == '-' && digits (&q, 3, 3, &rest) && !g_ascii_isdigit (*q)) {
      day_of_year (rest, out);
      p = q;
    } else {
      if (!digits (&p, 1, 2, &out->month))
        return FALSE;
      if (*p == mark) {
        p++;
        if (!digits (&p, 1, 2, &out->day))
          return FALSE;
      }
    }
  } else if (g_ascii_isdigit (*p)) {
    const char *q = p;
    if (digits (&q, 4, 4, &rest) && !g_ascii_isdigit (*q)) {
      out->month = rest / 100;
      out->day = rest % 100;
    } else if (q = p, digits (&q, 3, 3, &rest) && !g_ascii_isdigit (*q))
      day_of_year (rest, out);
    else if (q = p, digits (&q, 2, 2, &rest) && !g_ascii_isdigit (*q))
      out->month = rest;
    else
      return FALSE;
    p = q;
  } else if ((*p != '\0' && !g_ascii_isspace (*p) && *p != 'T') || begins_word (skip_space (p)))
    return FALSE;   /* "2026 March 15" */
  if (out->month < 1 || out->month > 12 || out->day < 1 || out->day > 31)
    return FALSE;

  while (*p == 'T' || *p == 't' || g_ascii_isspace (*p))
    p++;
  if (!read_time (&p, out) && g_ascii_isdigit (*p)) {   /* T10, T1002, T100203 */
    int h = 0, m = 0, s = 0;
    if (digits (&p, 2, 2, &h) && digits (&p, 2, 2, &m))
      digits (&p, 2, 2, &s);
    out->hour = h, out->minute = m, out->second = s;
    out->has_time = TRUE;
    read_zone (p, out);
  }
  return TRUE;
}

/* Month names of the languages whose feeds write them; three folded letters or a stem each. */
static const struct { const char *stem; int month; } MONTHS[] = {
  { "jan", 1 }, { "feb", 2 }, { "mar", 3 }, { "apr", 4 }, { "may", 5 }, { "jun", 6 }, { "jul", 7 }, { "aug", 8 }, { "sep", 9 }, { "oct", 10 }, { "nov", 11 }, { "dec", 12 },
  { "jän", 1 }, { "fév", 2 }, { "fev", 2 }, { "mär", 3 }, { "avr", 4 }, { "abr", 4 }, { "mai", 5 }, { "máj", 5 }, { "juin", 6 }, { "juil", 7 }, { "aoû", 8 }, { "aou", 8 }, { "ago", 8 },
  { "set", 9 }, { "okt", 10 }, { "out", 10 }, { "ott", 10 }, { "dez", 12 }, { "déc", 12 }, { "dic", 12 }, { "ene", 1 }, { "gen", 1 }, { "mag", 5 }, { "giu", 6 }, { "lug", 7 }, { "mei", 5 }, { "maj", 5 },
  { "янв", 1 }, { "фев", 2 }, { "мар", 3 }, { "апр", 4 }, { "май", 5 }, { "мая", 5 }, { "июн", 6 }, { "июл", 7 }, { "авг", 8 }, { "сен", 9 }, { "окт", 10 }, { "ноя", 11 }, { "дек", 12 },
  { "ιαν", 1 }, { "φεβ", 2 }, { "μάρ", 3 }, { "μαρ", 3 }, { "μαώ", 3 }, { "απρ", 4 }, { "μάι", 5 }, { "μαι", 5 }, { "μαϊ", 5 }, { "ιούν", 6 }, { "ιον", 6 }, { "ιουν", 6 }, { "ιούλ", 7 }, { "ιολ", 7 }, { "ιουλ", 7 },
  { "αύγ", 8 }, { "αυγ", 8 }, { "σεπ", 9 }, { "οκτ", 10 }, { "νοέ", 11 }, { "νοε", 11 }, { "δεκ", 12 },
  { "mrt", 3 }, { "maart", 3 }, { "des", 12 }, { "sty", 1 }, { "lut", 2 }, { "kwi", 4 }, { "cze", 6 }, { "lip", 7 }, { "sie", 8 }, { "wrz", 9 }, { "paź", 10 }, { "lis", 11 }, { "gru", 12 },
  { "січ", 1 }, { "лют", 2 }, { "бер", 3 }, { "кві", 4 }, { "тра", 5 }, { "чер", 6 }, { "лип", 7 }, { "серп", 8 }, { "вер", 9 }, { "жов", 10 }, { "лис", 11 }, { "гру", 12 },
  { "már", 3 }, { "ápr", 4 }, { "jún", 6 }, { "júl", 7 }, { "szep", 9 }, { "ősz", 9 },
  { "يناير", 1 }, { "فبراير", 2 }, { "مارس", 3 }, { "أبريل", 4 }, { "ابريل", 4 }, { "إبريل", 4 }, { "مايو", 5 }, { "يونيو", 6 }, { "يوليو", 7 }, { "أغسطس", 8 }, { "اغسطس", 8 }, { "سبتمبر", 9 }, { "أكتوبر", 10 }, { "اكتوبر", 10 },
  { "نوفمبر", 11 }, { "ديسمبر", 12 }, { "شباط", 2 }, { "آذار", 3 }, { "نيسان", 4 }, { "أيار", 5 }, { "حزيران", 6 }, { "تموز", 7 }, { "آب", 8 }, { "أيلول", 9 },
};

static int
month_named (const char *word)
{
  g_autofree char *low = g_utf8_strdown (word, -1);
  int found = 0;
  gsize best = 0;
  for (guint i = 0; i < G_N_ELEMENTS (MONTHS); i++) {
    gsize n = strlen (MONTHS[i].stem);
    if (n > best && g_str_has_prefix (low, MONTHS[i].stem)) {
      best = n;
      found = MONTHS[i].month;
    }
  }
  return found;
}

static int
full_year (int year, guint n_digits)
{
  if (n_digits >= 4)
    return year;
  return n_digits < 3 && year < 70 ? 2000 + year : 1900 + year;   /* RFC 5322 §4.3, with the Unix epoch as the turn: the year 102 is 2002 */
}

/* Everything written in words: day, month name, year in any order, a time somewhere. */
static gboolean
read_words (const char *text, Parts *out)
{
  *out = (Parts) { 0 };
  int numbers[3] = { 0 };
  guint widths[3] = { 0 }, n = 0, month_at = 0;
  for (const char *p = text; *p;) {
    const char *q = p;
    if (g_ascii_isdigit (*p)) {
      if (!out->has_time && read_time (&q, out)) {
        p = q;
        continue;
      }
      int value = 0;
      q = p;
      digits (&q, 1, 8, &value);
      if (n < 3) {
        widths[n] = q - p;
        numbers[n++] = value;
      }
      p = q;
    } else if (g_unichar_isalpha (g_utf8_get_char (p))) {
      while (*q && g_unichar_isalpha (g_utf8_get_char (q)))
        q = g_utf8_next_char (q);
      g_autofree char *word = g_strndup (p, q - p);
      gboolean tuesday = out->month == 3 && month_at == 0;   /* "mar, 13 ene", "mardi 13 janvier", "martes, enero 13" */
      int month = out->month && !tuesday ? 0 : month_named (word);
      if (month) {
        out->month = month;
        month_at = n;
      }
      p = q;
    } else if ((*p == '+' || *p == '-') && out->has_time && g_ascii_isdigit (p[1]) && n >= 2) {
      if (!out->has_zone)   /* "Thu Jan 15 11:40:00 2026 +0100" */
        read_zone (p, out);
      break;
    }
    else
      p = g_utf8_next_char (p);
  }

  if (out->month == 0 && n == 3) {   /* 12/31/2003, 31.12.2003, 2003.12.31 */
    if (widths[0] == 4) { out->year = numbers[0]; out->month = numbers[1]; out->day = numbers[2]; return TRUE; }
    gboolean dotted = strchr (text, '.') && !strchr (text, '/');
    int a = numbers[0], b = numbers[1];
    out->month = dotted || a > 12 ? b : a;
    out->day = dotted || a > 12 ? a : b;
    out->year = full_year (numbers[2], widths[2]);
    return out->month <= 12;
  }
  if (out->month == 0 || n < 1)
    return FALSE;
  if (n == 1) {
    out->day = widths[0] >= 3 ? 1 : numbers[0];
    out->year = widths[0] >= 3 ? full_year (numbers[0], widths[0]) : 0;
    return out->year > 0;
  }
  gboolean year_first = widths[0] == 4 || (numbers[0] > 31 && month_at > 0);
  out->year = year_first ? full_year (numbers[0], widths[0]) : full_year (numbers[1], widths[1]);
  out->day = year_first ? numbers[1] : numbers[0];
  return TRUE;
}

/* RFC 822 as RFC 2822 has it, written as it should be: "Thu, 15 Jan 2026 11:40:00 GMT". Most dates in feeds are. */
static gboolean
read_mail (const char *text, Parts *out)
{
  static const char MONTHS_SHORT[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const char *p = text;
  if (g_ascii_isalpha (p[0]) && g_ascii_isalpha (p[1]) && g_ascii_isalpha (p[2]) && p[3] == ',' && p[4] == ' ')
    p += 5;
  *out = (Parts) { 0 };
  if (!digits (&p, 1, 2, &out->day) || *p++ != ' ')
    return FALSE;
  for (int month = 1; month <= 12 && out->month == 0; month++)
    if (strncmp (p, MONTHS_SHORT + 3 * (month - 1), 3) == 0)
      out->month = month;
  if (out->month == 0 || p[3] != ' ')
    return FALSE;
  p += 4;
  return digits (&p, 4, 4, &out->year) && *p++ == ' ' && read_time (&p, out) && out->has_zone && *skip_space (p) == '\0';
}

gboolean
att_date_parse (const char *text, gint64 *seconds)
{
  g_return_val_if_fail (seconds != NULL, FALSE);

  if (text == NULL || strlen (text) > 200)
    return FALSE;
  const char *p = skip_space (text);
  Parts parts;
  if (read_mail (p, &parts) && to_seconds (&parts, seconds))
    return TRUE;
  if (read_iso (p, &parts) && to_seconds (&parts, seconds))
    return TRUE;
  return read_words (p, &parts) && to_seconds (&parts, seconds);
}

char *
att_date_write (GDateTime *time, const char *behind)
{
  g_autofree char *rest = time ? g_date_time_format (time, behind) : NULL;
  return rest ? g_strdup_printf ("%04d%s", g_date_time_get_year (time), rest) : NULL;
}

char *
att_date_format (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  return att_date_write (time, "-%m-%dT%H:%M:%SZ");
}

char *
att_date_here (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  return att_date_write (time, "-%m-%dT%H:%M");
}

gint64
att_date_day (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  gint64 local = time ? seconds + g_date_time_get_utc_offset (time) / G_USEC_PER_SEC : seconds;
  return local >= 0 ? local / 86400 : (local - 86399) / 86400;
}

static gint64 stopped;   /* atomic: 0, or where the clock stands */

void
att_date_stop (gint64 now)
{
  __atomic_store_n (&stopped, now, __ATOMIC_RELAXED);
}

gint64
att_date_now (void)
{
  gint64 now = __atomic_load_n (&stopped, __ATOMIC_RELAXED);
  return now ? now : g_get_real_time () / G_USEC_PER_SEC;
}
