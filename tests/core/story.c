/* story.c: short texts of our own, read as the program reads articles.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "story.h"

#include <string.h>

static AttLexicon *lexicon;

AttLexicon *
story_lexicon (void)
{
  if (lexicon == NULL)
    lexicon = att_lexicon_new (NULL, NULL);
  g_assert_nonnull (lexicon);
  return lexicon;
}

void
story_end (void)
{
  g_clear_pointer (&lexicon, att_lexicon_unref);
}

AttArticle *
story_read (const char *title, const char *text)
{
  return story_read_at (title, text, 1714089600);
}

AttArticle *
story_read_at (const char *title, const char *text, gint64 published)
{
  AttArticle *article = att_article_new ();
  article->title = g_strdup (title);
  article->text = g_strdup (text);
  article->published = published;
  att_analyse (story_lexicon (), article);
  return article;
}

const AttMention *
story_find (const AttArticle *article, AttTopicKind kind, const char *name)
{
  for (guint i = 0; i < article->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (article->mentions, i);
    if (mention->kind == kind && strcmp (mention->name, name) == 0)
      return mention;
  }
  return NULL;
}
