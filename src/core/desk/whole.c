/* whole.c: an article put together from its pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/whole.h"

#include "analysis/analyse.h"
#include "base/date.h"
#include "page/page.h"
#include "store/pages.h"

#include <string.h>

#define MAX_PARTS 6          /* pages of one article */
#define MIN_TEXT 200         /* bytes of a page that may stand for an article */
#define MAX_NUMBER 24        /* bytes by which the address of one part differs from the next one's */

struct _AttWhole {
  AttLexicon *lexicon;
  AttArticle *article;
  AttAnswer  *answer;                 /* the page to read */
  GString    *text, *html, *shapes;   /* of the pages read so far */
  char       *next, *language;
  guint       n_parts;
  AttPageWall wall;
  gboolean    better;
};

AttWhole *
att_whole_new (const AttLexicon *lexicon, AttArticle *article)
{
  AttWhole *self = g_new0 (AttWhole, 1);
  *self = (AttWhole) { .lexicon = att_lexicon_ref ((AttLexicon *) lexicon), .article = article, .text = g_string_new (NULL), .html = g_string_new (NULL), .shapes = g_string_new (NULL) };
  return self;
}

void
att_whole_free (AttWhole *self)
{
  att_lexicon_unref (self->lexicon);
  att_article_unref (self->article);
  g_clear_pointer (&self->answer, att_answer_unref);
  g_string_free (self->text, TRUE);
  g_string_free (self->html, TRUE);
  g_string_free (self->shapes, TRUE);
  g_free (self->next);
  g_free (self->language);
  g_free (self);
}

/* Where a page says its article goes on, if that is the next part under the same address and not the next article. */
static char *
next_part (const AttPage *page, const char *url)
{
  gsize n = strcspn (url, "?#");
  while (n > 0 && (url[n - 1] == '/' || g_ascii_isdigit (url[n - 1])))
    n--;
  gboolean same = page->next && n > strlen ("https://") && strncmp (page->next, url, n) == 0 && strcmp (page->next, url) != 0;
  const char *rest = same ? page->next + n : NULL;
  return rest && strlen (rest) < MAX_NUMBER && strpbrk (rest, "23456789") ? g_strdup (page->next) : NULL;
}

static void
add_part (AttWhole *self, const AttPage *page)
{
  g_string_append_printf (self->text, "%s%s", self->text->len ? "\n\n" : "", page->text);
  g_string_append (self->html, page->html);
  g_string_append (self->shapes, page->shapes ? page->shapes : "");
  self->next = ++self->n_parts < MAX_PARTS ? next_part (page, self->answer->url) : NULL;
  self->wall = MAX (self->wall, page->wall);
  self->language = self->language ? self->language : g_strdup (page->language);
}

static void
analyse (AttWhole *self)
{
  AttArticle *article = att_article_new ();
  article->id = self->article->id;
  article->published = self->article->published;
  article->title = g_strdup (self->article->title);
  article->language = g_strdup (self->language);
  article->text = g_strdup (self->text->str);
  article->shapes = self->shapes->len ? g_strdup (self->shapes->str) : NULL;
  att_analyse (self->lexicon, article);
  att_article_unref (self->article);
  self->article = article;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AttWhole *self = data;
  g_clear_pointer (&self->next, g_free);
  g_autoptr (GBytes) bytes = self->answer && self->answer->bytes ? g_bytes_ref (self->answer->bytes) : NULL;
  AttPage *page = bytes ? att_page_read (bytes, self->answer->type, self->answer->url, NULL) : NULL;
  if (page && *page->text)
    add_part (self, page);
  g_clear_pointer (&page, att_page_unref);
  gsize now = self->article->text ? strlen (self->article->text) : 0;
  self->better = self->text->len >= MIN_TEXT && self->text->len > now;
  if (self->better && self->next == NULL)
    analyse (self);
  g_task_return_boolean (task, TRUE);
}

void
att_whole_read_async (AttWhole *self, AttAnswer *answer, GAsyncReadyCallback callback, gpointer user_data)
{
  g_clear_pointer (&self->answer, att_answer_unref);
  self->answer = answer;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, read_in_thread);
}

const char *
att_whole_next (const AttWhole *self)
{
  return self->next;
}

gboolean
att_whole_is_better (const AttWhole *self)
{
  return self->better;
}

gpointer
att_whole_write (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const AttWhole *self = data;
  att_pages_write (db, self->article, self->html->str, self->wall, att_date_now (), change, error);
  return NULL;
}
