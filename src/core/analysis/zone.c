/* zone.c: what of an article is not the article: promotion, embedded posts, headings.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/scan.h"

#include "base/text.h"

#include <string.h>

#define MAX_POST 306   /* a post holds 280 characters; the address of its picture comes on top */

static gboolean
begins_with (const char *text, gsize n, const char *word)
{
  gsize k = strlen (word);
  return n >= k && g_ascii_strncasecmp (text, word, k) == 0;
}

/* A line that sends the reader elsewhere. */
static gboolean
is_promotion (const char *text, gsize n)
{
  static const char *const BEGINNINGS[] = {
    "read more", "also read", "read also", "read |", "read:", "related:", "related stories", "related articles", "watch:", "watch |", "listen:", "more:", "more on this",
    "see also", "recommended", "click here", "subscribe", "sign up", "advertisement", "follow us", "get the latest", "get our", "newsletter", "©", "copyright ",
    "all rights reserved", "with inputs from", "share this", "download the", "this story was originally", "just watched",
    "(reporting by", "(writing by", "(editing by", "(additional reporting",
    "lire aussi", "à lire aussi", "À lire aussi", "a lire aussi", "voir aussi", "à voir aussi", "À voir aussi", "ne pas manquer", "à ne pas manquer", "sur le même sujet", "lire la suite",
    "lesen sie auch", "lesen sie mehr", "mehr zum thema", "lee también", "lea también", "lee más", "te puede interesar", "más información:", "leia também", "leia mais",
    "Читайте также", "Смотрите также", "Читать далее", "Подписывайтесь", "czytaj także", "zobacz także", "相关阅读", "延伸阅读", "相关新闻", "اقرأ أيض", "إقرأ أيض",
  };
  while (n && (g_ascii_isspace (*text) || *text == '>' || *text == '*' || *text == '[')) {
    text++;
    n--;
  }
  if (n == 0 || n > 300)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (BEGINNINGS); i++)
    if (g_ascii_tolower (*text) == *BEGINNINGS[i] && begins_with (text, n, BEGINNINGS[i]))
      return TRUE;
  return begins_with (text, n, "reporting by") && g_strstr_len (text, n, "diting by");   /* credits of a wire */
}

/* "— Name (@handle) April 26, 2024": the last line of an embedded post. */
static gboolean
is_signature (const char *text, gsize n)
{
  const char *at = n <= 200 ? g_strstr_len (text, n, "(@") : NULL;
  if (at == NULL || at - text > 100)
    return FALSE;
  const char *close = memchr (at, ')', text + n - at);
  if (close == NULL)
    return FALSE;
  for (const char *p = at + 2; p < close; p++)
    if (!g_ascii_isalnum (*p) && *p != '_')
      return FALSE;
  return TRUE;
}

typedef struct { guint32 start, end; gboolean skipped, heading; } Paragraph;

static GArray *
list_paragraphs (const char *text)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Paragraph));
  for (const char *p = text; *p;) {
    const char *end = strstr (p, "\n\n");
    if (end == NULL)
      end = p + strlen (p);
    Paragraph one = { p - text, end - text, FALSE, FALSE };
    g_array_append_val (all, one);
    p = *end ? end + 2 : end;
  }
  return all;
}

/* The paragraphs of a post, back from its last line: as many as one post can hold. */
static void
skip_post (const char *text, GArray *all, guint last)
{
  gsize room = MAX_POST;
  for (guint i = last; i > 0; i--) {
    Paragraph *one = &g_array_index (all, Paragraph, i - 1);
    gsize n = g_utf8_strlen (text + one->start, one->end - one->start);
    if (n > room)
      return;
    one->skipped = TRUE;
    room -= n;
  }
}

static gboolean
is_heading (const char *text, gsize n)
{
  if (n == 0 || n > 90)
    return FALSE;
  char last = text[n - 1];
  if (strchr (".!?:;,\"'", last))
    return FALSE;
  static const char *const ENDS[] = { "…", "”", "—", "’", "“", "»", "」", "』", "。", "！", "？", "；", "：", "؟", "،", "؛", ")", "）" };
  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    if (g_str_has_suffix (text, ENDS[i]))
      return FALSE;
  return TRUE;
}

void
att_zone_mark (AttScan *self)
{
  const char *text = self->reading->zones[ATT_ZONE_TEXT];
  g_autoptr (GArray) all = list_paragraphs (text);
  gboolean has_posts = strstr (text, "(@") != NULL, has_pictures = strstr (text, "pic.twitter.com/") != NULL;
  for (guint i = 0; i < all->len; i++) {
    Paragraph *one = &g_array_index (all, Paragraph, i);
    const char *at = text + one->start;
    gsize n = one->end - one->start;
    g_autofree char *copy = n <= 90 ? g_strndup (at, n) : NULL;
    one->heading = all->len > 1 && copy && is_heading (copy, n);
    one->skipped |= is_promotion (at, n);
    if (has_posts && is_signature (at, n)) {
      one->skipped = TRUE;
      skip_post (text, all, i);
    } else if (has_pictures && n <= 2 * MAX_POST && g_strstr_len (at, n, "pic.twitter.com/"))   /* not an article in one piece */
      one->skipped = TRUE;
  }
  for (guint i = 0; i < self->reading->sentences->len; i++) {
    AttSentence *sentence = &g_array_index (self->reading->sentences, AttSentence, i);
    if (sentence->zone == ATT_ZONE_TITLE || sentence->paragraph == 0 || sentence->paragraph > all->len)
      continue;
    const Paragraph *one = &g_array_index (all, Paragraph, sentence->paragraph - 1);
    sentence->skipped = one->skipped;
    sentence->heading = one->heading;
  }
}
