/* analyse.c: article → topics, actors and quotations.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/analyse.h"

#include "analysis/voice.h"

void
att_analyse_tapped (const AttLexicon *lexicon, AttArticle *article, const AttTap *tap)
{
  g_return_if_fail (lexicon != NULL && article != NULL);

  g_clear_pointer (&article->mentions, g_ptr_array_unref);
  g_clear_pointer (&article->quotes, g_ptr_array_unref);
  article->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
  article->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_quote_free);

  g_clear_pointer (&article->events, g_ptr_array_unref);
  article->events = g_ptr_array_new_with_free_func ((GDestroyNotify) att_event_free);

  g_autoptr (AttScan) scan = att_scan_new (lexicon, article->title, article->text, article->published);
  scan->tap = tap;
  att_zone_mark (scan);
  if (article->language == NULL)
    article->language = g_strdup (scan->language);
  if (!scan->names_only)
    att_topics_find (scan, article->mentions);
  att_actors_find (scan, article->mentions);
  att_quotes_find (scan, article->quotes);
  if (scan->names_only)
    return;
  att_events_find (scan, article->events);
  g_autoptr (AttVoices) voices = att_voices_new (scan, article->quotes);
  att_speakers_find (scan, voices, article->quotes);
  att_statements_find (voices, article->quotes);
}

void
att_analyse (const AttLexicon *lexicon, AttArticle *article)
{
  att_analyse_tapped (lexicon, article, NULL);
}
