/* capitals.c: names no table lists, by their capitals.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/capitals.h"

#define MAX_RUN 6            /* words in capitals side by side */
#define MAX_NAME 14          /* of a whole name */
#define MAX_BRACKETED 6      /* of one in brackets */

/* "Court", "Service": what a name that goes on behind a preposition is the name of. */
static gboolean
is_head (const AttScan *scan, guint word)
{
  return att_scan_is_capital (scan, word) && scan->cues[word] & (ATT_CUE_GROUP | ATT_CUE_HEAD);
}

/* "Princeton professor", "Ministry of Fisheries official": whether what a name goes before is a role it only tells the place of. */
static gboolean
qualifies (const AttScan *scan, guint after, guint end)
{
  const guint64 stop = ATT_CUE_SAY | ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_AND | ATT_CUE_PERSON;
  for (guint k = after; k < end && k < after + 2 && !att_scan_is_broken (scan, k) && !(scan->cues[k] & stop); k++)
    if (scan->cues[k] & (ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_DOCUMENT) && !att_scan_is_capital (scan, k))
      return TRUE;
  return FALSE;
}

/* How many words in capitals stand side by side from here on. */
static guint
run_from (const AttScan *scan, guint word, guint end)
{
  guint n = 0;
  while (word + n < end && n < MAX_RUN && att_scan_is_capital (scan, word + n) && (n == 0 || !att_scan_is_broken (scan, word + n)) && !(scan->cues[word + n] & (ATT_CUE_PERSON | ATT_CUE_ADVERB)))
    n++;
  return n;
}

/* A small word between two parts of a name: of, for, on. */
static gboolean
ties (const AttScan *scan, guint word)
{
  return !att_scan_is_capital (scan, word) && !att_scan_is_broken (scan, word)
         && (scan->cues[word] & ATT_CUE_OF || att_reading_is (scan->reading, word, "for") || att_reading_is (scan->reading, word, "on"));
}

/* "9th Circuit" */
static gboolean
is_numbered (const AttScan *scan, guint word, guint end)
{
  const AttWord *w = att_reading_word (scan->reading, word);
  return g_ascii_isdigit (att_reading_zone_of (scan->reading, word)[w->start]) && w->end - w->start <= 4 && word + 1 < end && att_scan_is_capital (scan, word + 1) && !att_scan_is_broken (scan, word + 1);
}

guint
att_capitals_go_on (const AttScan *scan, guint head, guint end)
{
  guint after = head + 1, last = MIN (end, head + MAX_NAME);
  if (!is_head (scan, head) || att_reading_word (scan->reading, head)->flags & ATT_WORD_POSSESSIVE)
    return after;
  while (after + 1 < last && (ties (scan, after) || (after > head + 1 && scan->cues[after] & ATT_CUE_AND && !att_scan_is_broken (scan, after)))) {
    guint next = after + 1;
    if (next + 1 < last && att_reading_is (scan->reading, next, "the") && !att_scan_is_broken (scan, next))
      next++;
    if (next + 1 < last && is_numbered (scan, next, last))
      next++;
    guint n = att_scan_is_broken (scan, next) ? 0 : run_from (scan, next, last);
    if (n == 0)
      break;
    after = next + n;
  }
  return qualifies (scan, after, end) ? 0 : after;
}

/* "Food and Drug Administration": where a run of capitals that names nobody is half of a name. */
static guint
other_half (const AttScan *scan, guint word, guint n, guint end)
{
  guint and = word + n;
  for (guint k = word; k < and; k++)
    if (scan->cues[k] & (ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_HEAD | ATT_CUE_STATE | ATT_CUE_BODY) || att_reading_word (scan->reading, k)->flags & (ATT_WORD_CAPS | ATT_WORD_POSSESSIVE))
      return n;
  if (and + 2 >= end || att_scan_is_broken (scan, and) || !(scan->cues[and] & ATT_CUE_AND) || att_scan_is_broken (scan, and + 1))
    return n;
  guint more = run_from (scan, and + 1, end);
  return more > 1 && is_head (scan, and + more) ? n + 1 + more : n;
}

/* "28 September", "in May", "June 2019": a month and not somebody called so. */
static gboolean
is_dated (const AttScan *scan, guint word, guint end)
{
  gboolean after = word + 1 < end && att_reading_word (scan->reading, word + 1)->flags & ATT_WORD_NUMBER;
  guint first = att_reading_sentence_of (scan->reading, word)->first_word;
  return after || (word > first && (att_reading_word (scan->reading, word - 1)->flags & ATT_WORD_NUMBER || scan->cues[word - 1] & ATT_CUE_PREPOSITION));
}

guint
att_capitals_from (const AttScan *scan, guint word, guint end)
{
  const AttWord *w = att_reading_word (scan->reading, word);
  if (!att_scan_is_capital (scan, word) || scan->cues[word] & (ATT_CUE_DETERMINER | ATT_CUE_PREPOSITION | ATT_CUE_HONORIFIC | ATT_CUE_CLAUSE | ATT_CUE_ADVERB | ATT_CUE_PRONOUN))
    return 0;
  guint n = run_from (scan, word, end);
  if (n == 0 || w->flags & ATT_WORD_NUMBER || w->end - w->start <= 1)
    return 0;
  n = other_half (scan, word, n, end);
  guint whole = att_capitals_go_on (scan, word + n - 1, end);
  if (whole == 0)
    return 0;
  n = whole - word;
  if (n == 1 && scan->cues[word] & ATT_CUE_MONTH && att_scan_is_capital (scan, word) && is_dated (scan, word, end))
    return 0;
  gboolean speaks = word + n < end && scan->cues[word + n] & ATT_CUE_SAY && !att_scan_is_broken (scan, word + n);
  if (qualifies (scan, word + n, end))
    return 0;
  return n > 1 || !(w->flags & ATT_WORD_START) || w->flags & ATT_WORD_CAPS || speaks ? n : 0;
}

guint
att_capitals_bracketed (const AttScan *scan, guint word, guint end)
{
  const char *zone = att_reading_zone_of (scan->reading, word);
  guint start = att_reading_word (scan->reading, word)->start, first = att_reading_sentence_of (scan->reading, word)->first_word;
  if (word == first || start == 0 || zone[start - 1] != '(' || !(att_scan_is_capital (scan, word - 1) || scan->cues[word - 1] & (ATT_CUE_ROLE | ATT_CUE_GROUP)))
    return 0;
  for (guint i = word; i < end && i < word + MAX_BRACKETED && att_scan_is_capital (scan, i); i++)
    if (zone[att_reading_word (scan->reading, i)->end] == ')')
      return i + 1 - word;
  return 0;
}

gboolean
att_capitals_have_noun (const AttScan *scan, guint word, guint end)
{
  if (word >= end || att_scan_is_capital (scan, word) || !(scan->cues[word] & ATT_CUE_GROUP))
    return FALSE;
  const char *zone = att_reading_zone_of (scan->reading, word);
  guint start = att_reading_word (scan->reading, word)->start;
  return start >= 2 && zone[start - 1] == ' ' && zone[start - 2] == ')';
}
