/* transcript.c: who speaks in turn, "MR NORLING: …", "QUESTION: …", "Reuters: …".
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/transcript.h"

#include <string.h>

#define MAX_LABEL 7      /* words before the colon */
#define MIN_TURNS 2      /* of an article that is a transcript at all */

/* What stands between two words holds nothing but these. */
static gboolean
holds_only (const char *from, const char *to, const char *allowed)
{
  for (const char *p = from; p < to; p++)
    if (strchr (allowed, *p) == NULL)
      return FALSE;
  return TRUE;
}

/* Whether a colon stands behind a word, and a blank behind that: 10:30 and http://… are no labels. */
static gboolean
closes_label (const AttReading *reading, guint word)
{
  const char *zone = att_reading_zone_of (reading, word), *from = zone + att_reading_word (reading, word)->end, *to = zone + att_reading_word (reading, word + 1)->start;
  const char *wide = g_strstr_len (from, to - from, "：");   /* of Chinese */
  if (wide)
    return TRUE;
  const char *colon = memchr (from, ':', to - from);
  return colon && holds_only (from, colon, ". )") && g_ascii_isspace (colon[1]);
}

/* How many words from the head of a paragraph are a label; 0: none are. */
static guint
label_from (const AttScan *scan, guint word, guint end)
{
  const AttReading *reading = scan->reading;
  const AttWord *w = att_reading_word (reading, word);
  if (word + 1 < end && att_reading_is (reading, word, "q") && att_scan_is_capital (scan, word + 1) && !att_scan_is_broken (scan, word + 1) && w[1].start > w->end)
    return 1;   /* "Q    Mr. President": a column of its own */
  for (guint n = 1; n <= MAX_LABEL && word + n < end; n++) {
    guint last = word + n - 1;
    gboolean bracket = last > word && scan->cues[last] == 0 && !att_scan_is_capital (scan, last);   /* "(through an interpreter)" */
    if (!att_scan_is_capital (scan, last) && !(att_reading_word (reading, last)->flags & ATT_WORD_CASELESS) && !(scan->cues[last] & (ATT_CUE_OF | ATT_CUE_PARTICLE | ATT_CUE_AND)) && !bracket)
      return 0;
    if (closes_label (reading, last))
      return n;
    const char *zone = att_reading_zone_of (reading, last);
    if (!holds_only (zone + att_reading_word (reading, last)->end, zone + att_reading_word (reading, last + 1)->start, " .-()"))
      return 0;
  }
  return 0;
}

/* The press asks, and so does whoever is only called so. */
static gboolean
asks (const AttScan *scan, guint word, guint n)
{
  static const char *const ASKERS[] = { "q", "question", "reporter", "journalist", "moderator", "interviewer", "correspondent", "frage", "pregunta", "вопрос", "سؤال", NULL };
  guint name = att_scan_name_from (scan, word);
  const AttName *first = name < scan->names->len ? &g_array_index (scan->names, AttName, name) : NULL;
  if (first && first->word == word && g_array_index (scan->actors, AttActor, first->actor).press)
    return TRUE;
  static const char *const ALONE[] = { "press", "media", "host", NULL };   /* the press secretary answers */
  for (guint i = word; i < word + n; i++)
    if (att_reading_is_any (scan->reading, i, ASKERS))
      return TRUE;
  return n == 1 && att_reading_is_any (scan->reading, word, ALONE);
}

/* "Foreign Ministry Spokesperson", before a name: words of an office and of whose it is, or none; "Photo by" is no such thing. */
static gboolean
is_title (const AttScan *scan, guint from, guint to)
{
  const guint64 title = ATT_CUE_ROLE | ATT_CUE_HONORIFIC | ATT_CUE_GROUP | ATT_CUE_DETERMINER | ATT_CUE_OF | ATT_CUE_STATE | ATT_CUE_BODY | ATT_CUE_PERSON;
  for (guint i = from; i < to; i++)
    if (!(scan->cues[i] & title))
      return FALSE;
  return TRUE;
}

/* "THE PRESIDENT", "Foreign Ministry Spokesperson": nothing but an office. */
static gboolean
is_office (const AttScan *scan, guint from, guint to)
{
  const guint64 office = ATT_CUE_ROLE | ATT_CUE_HONORIFIC | ATT_CUE_GROUP;
  guint64 all = 0;
  for (guint i = from; i < to; i++) {
    if (!(scan->cues[i] & (office | ATT_CUE_DETERMINER | ATT_CUE_OF | ATT_CUE_STATE)))
      return FALSE;
    all |= scan->cues[i];
  }
  return all & ATT_CUE_ROLE && all & (ATT_CUE_OFFICIAL | ATT_CUE_SPOKES);   /* "Opponent:" has another meaning */
}

/* Whom a label names: somebody who was found, a name behind "Mr" or an office, or an office alone. FALSE: nobody. */
static gboolean
find_name (const AttScan *scan, AttTurn *turn)
{
  guint end = turn->word + turn->n_words;
  for (guint at = att_scan_name_from (scan, turn->word); at < scan->names->len; at++) {
    const AttName *name = &g_array_index (scan->names, AttName, at);
    if (name->word >= end)
      break;
    if (g_array_index (scan->actors, AttActor, name->actor).kind != ATT_TOPIC_PERSON || !is_title (scan, turn->word, name->word))
      continue;
    turn->actor = name->actor;
    return TRUE;
  }
  const guint64 no_name = ATT_CUE_ROLE | ATT_CUE_HONORIFIC | ATT_CUE_GROUP | ATT_CUE_STATE | ATT_CUE_BODY | ATT_CUE_OF | ATT_CUE_DETERMINER | ATT_CUE_DOCUMENT | ATT_CUE_SPEECH;
  turn->name = end;
  while (turn->name > turn->word && !(scan->cues[turn->name - 1] & no_name) && att_scan_is_capital (scan, turn->name - 1))
    turn->name--;
  if (turn->name < end)
    return turn->name > turn->word && scan->cues[turn->name - 1] & (ATT_CUE_HONORIFIC | ATT_CUE_ROLE);
  return is_office (scan, turn->word, end);
}

/* "JG:": somebody's turn, whoever that may be. */
static gboolean
is_in_capitals (const AttScan *scan, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (!(att_reading_word (scan->reading, i)->flags & ATT_WORD_CAPS))
      return FALSE;
  return TRUE;
}

static gboolean
read_turn (const AttScan *scan, guint word, guint end, AttTurn *turn)
{
  guint n = label_from (scan, word, end);
  *turn = (AttTurn) { .word = word, .n_words = n, .first = word + n, .end = end, .actor = G_MAXUINT };
  if (n == 0 || att_reading_word (scan->reading, turn->first)->flags & ATT_WORD_NUMBER)   /* "Norling: 33.15%" */
    return FALSE;
  const AttSentence *last = att_reading_sentence_of (scan->reading, end - 1);
  turn->asks = asks (scan, word, n);
  if (turn->asks || find_name (scan, turn))
    return TRUE;
  turn->unknown = TRUE;
  turn->asks = scan->reading->zones[ATT_ZONE_TEXT][last->end - 1] == '?' || is_in_capitals (scan, word, turn->first);
  return turn->asks;
}

void
att_transcript_find (AttScan *self)
{
  const GArray *sentences = self->reading->sentences;
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (AttTurn));
  guint n_asked = 0, n_said = 0;
  for (guint i = 0; i < sentences->len;) {
    const AttSentence *first = &g_array_index (sentences, AttSentence, i);
    AttTurn turn;
    guint end;
    i = att_reading_paragraph_end (self->reading, i, &end);
    if (first->zone == ATT_ZONE_TITLE || first->skipped || end == first->first_word || !read_turn (self, first->first_word, end, &turn))
      continue;
    n_asked += turn.asks && !turn.unknown;
    n_said += !turn.asks;
    g_array_append_val (turns, turn);
  }
  if (n_said > 0 && n_asked + n_said >= MIN_TURNS)
    self->turns = g_steal_pointer (&turns);
}
