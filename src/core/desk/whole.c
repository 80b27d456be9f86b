/* whole.c: an article put together from its pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/whole.h"

#include "analysis/analyse.h"
#include "base/date.h"
#include "base/text.h"
#include "base/url.h"
#include "desk/promotion.h"
#include "page/page.h"

#include <string.h>

#define MAX_PARTS 6          /* pages of one article */
#define MIN_TEXT 200         /* bytes of a page that may stand for an article */
#define MIN_TELLING 5        /* letters of a word that tells what a title is about */
#define MAX_NUMBER 24        /* bytes by which the address of one part differs from the next one's */
#define BESIDE 30            /* articles of the same feed to know promotion by */

struct _AttWhole {
  AttLexicon *lexicon;
  AttArticle *article;                /* as it is stored; later as its pages have it */
  GPtrArray  *beside, *mended;        /* of AttArticle *: others of its feed; those that lost promotion */
  GHashTable *promotion;              /* what is known to be its outlet's, as paragraphs */
  gboolean    again;                  /* what is stored came from the page */
  AttAnswer  *answer;                 /* the page to read */
  GString    *text, *shapes;          /* of the pages read so far */
  GPtrArray  *pictures;
  char       *next, *language, *image, *etag, *modified;
  guint       n_parts;
  AttPageWall wall;
  AttForm     form;
  gboolean    better;
};

gpointer
att_whole_ask (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const AttPageWish *wish = data;
  AttArticle *article = att_articles_read (db, wish->article, error);
  g_autoptr (GPtrArray) beside = article ? att_pages_beside (db, wish->article, BESIDE, error) : NULL;
  g_autoptr (GHashTable) promotion = beside ? att_pages_promotion (db, wish->article, error) : NULL;
  if (promotion == NULL) {
    g_clear_pointer (&article, att_article_unref);
    return NULL;
  }
  AttWhole *self = g_new0 (AttWhole, 1);
  *self = (AttWhole) { .article = article, .beside = g_steal_pointer (&beside), .promotion = g_steal_pointer (&promotion), .again = wish->again, .text = g_string_new (NULL), .shapes = g_string_new (NULL),
                       .pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) att_picture_free), .mended = g_ptr_array_new_with_free_func ((GDestroyNotify) att_article_unref) };
  return self;
}

void
att_whole_free (AttWhole *self)
{
  g_clear_pointer (&self->lexicon, att_lexicon_unref);
  att_article_unref (self->article);
  g_ptr_array_unref (self->beside);
  g_hash_table_unref (self->promotion);
  g_ptr_array_unref (self->mended);
  g_clear_pointer (&self->answer, att_answer_unref);
  g_string_free (self->text, TRUE);
  g_string_free (self->shapes, TRUE);
  g_ptr_array_unref (self->pictures);
  g_free (self->next);
  g_free (self->language);
  g_free (self->image);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self);
}

/* The last number in the end of an address; 0: there is none. */
static guint
number_in (const char *rest)
{
  const char *p = rest + strlen (rest);
  while (p > rest && !g_ascii_isdigit (p[-1]))
    p--;
  while (p > rest && g_ascii_isdigit (p[-1]))
    p--;
  return g_ascii_isdigit (*p) ? (guint) g_ascii_strtoull (p, NULL, 10) : 0;
}

/* Where a page says its article goes on, if that is its part of that number, under the same address, and not the next article: that has another
 * number as well, "/archives/124" behind "/archives/123". */
static char *
next_part (const AttPage *page, const char *url, guint part)
{
  gsize n = strcspn (url, "?#");
  while (n > 0 && (url[n - 1] == '/' || (part > 2 && g_ascii_isdigit (url[n - 1]))))
    n--;
  gboolean same = page->next && n > strlen ("https://") && strncmp (page->next, url, n) == 0 && strcmp (page->next, url) != 0;
  const char *rest = same ? page->next + n : NULL;
  return rest && strlen (rest) < MAX_NUMBER && number_in (rest) == part && (part > 2 || !g_ascii_isdigit (*rest)) ? g_strdup (page->next) : NULL;
}

static void
take_first (AttWhole *self, const AttPage *page)
{
  self->language = g_strdup (page->language);
  self->image = g_strdup (page->lead_image);
  self->etag = g_strdup (self->answer->etag);
  self->modified = g_strdup (self->answer->modified);
  self->form = page->form;
}

static void
add_part (AttWhole *self, const AttPage *page)
{
  guint before = self->shapes->len;
  if (self->n_parts == 0)
    take_first (self, page);
  for (guint i = 0; i < page->pictures->len; i++) {
    const AttPicture *picture = g_ptr_array_index (page->pictures, i);
    att_pictures_add (self->pictures, before + picture->paragraph, picture->url, picture->alt);
  }
  g_string_append_printf (self->text, "%s%s", self->text->len ? "\n\n" : "", page->text);
  g_string_append (self->shapes, page->shapes ? page->shapes : "");
  self->next = ++self->n_parts < MAX_PARTS ? next_part (page, self->answer->url, self->n_parts + 1) : NULL;
  self->wall = MAX (self->wall, page->wall);
}

/* What the pages say, as an article of the same number. */
static AttArticle *
put_together (AttWhole *self)
{
  AttArticle *article = att_article_new ();
  article->id = self->article->id;
  article->published = self->article->published;
  article->title = g_strdup (self->article->title);
  article->language = g_strdup (self->language);
  article->text = g_strdup (self->text->str);
  article->shapes = self->shapes->len ? g_strdup (self->shapes->str) : NULL;
  article->pictures = g_ptr_array_ref (self->pictures);
  article->image = g_strdup (self->image);
  article->form = self->form;
  return article;
}

/* A first look must bring more than the feed did. A later one anything else, but not the little that a wall or a mishap leaves. */
static gboolean
is_better (const AttWhole *self, const AttArticle *now)
{
  gsize n = now->text ? strlen (now->text) : 0, before = self->article->text ? strlen (self->article->text) : 0;
  if (n < MIN_TEXT)
    return FALSE;
  if (!self->again)
    return n > before;
  return n * 2 > before && g_strcmp0 (now->text, self->article->text) != 0 && (self->wall == ATT_WALL_NONE || n > before);
}

static void
judge (AttWhole *self, AttArticle *article)
{
  att_analyse (self->lexicon, article);
  for (guint i = 0; i < self->mended->len; i++)
    att_analyse (self->lexicon, g_ptr_array_index (self->mended, i));
}

static void
finish (AttWhole *self)
{
  AttArticle *now = put_together (self);
  g_ptr_array_unref (self->mended);
  self->mended = att_promotion_remove (now, self->beside, self->promotion);
  self->better = is_better (self, now);
  if (!self->better) {
    g_ptr_array_set_size (self->mended, 0);
    att_article_unref (now);
    return;
  }
  judge (self, now);
  att_article_unref (self->article);
  self->article = now;
}

/* Led to a site's front page: where the story is no more, and where it wants a consent first. What stands there is another thing. */
static gboolean
is_misled (const AttAnswer *answer)
{
  const char *asked = strstr (answer->asked, "://"), *given = strstr (answer->url, "://");
  const char *from = asked ? strchr (asked + 3, '/') : NULL, *to = given ? strchr (given + 3, '/') : NULL;
  gboolean front = given && (to == NULL || to[1] == '\0' || to[1] == '#');
  return front && from && from[1] != '\0' && from[1] != '#' && strcmp (answer->asked, answer->url) != 0;
}

/* The last two parts of an address's host, which is what changes where somebody else answers. */
static char *
site_of (const char *url)
{
  g_autofree char *host = att_url_host (url);
  guint dots = 0;
  gsize n = host ? strlen (host) : 0;
  while (n > 0 && (host[n - 1] != '.' || ++dots < 2))
    n--;
  return g_strdup (host ? host + n : "");
}

/* Whether half of a title's longer words stand on a page. */
static gboolean
tells_of (const AttPage *page, const char *title)
{
  g_autofree char *whole = g_strdup_printf ("%s %s", page->title ? page->title : "", page->text), *words = att_text_fold (whole), *asked = att_text_fold (title ? title : "");
  g_auto (GStrv) tokens = g_str_tokenize_and_fold (asked, NULL, NULL);
  guint n = 0, found = 0;
  for (guint i = 0; tokens[i]; i++)
    if (g_utf8_strlen (tokens[i], -1) >= MIN_TELLING) {
      n++;
      found += strstr (words, tokens[i]) != NULL;
    }
  return found * 2 >= n;
}

/* Another site that speaks of something else: it asks for a consent, or for a name and a password. */
static gboolean
is_detour (const AttWhole *self, const AttPage *page)
{
  g_autofree char *asked = site_of (self->answer->asked), *given = site_of (self->answer->url);
  return strcmp (asked, given) != 0 && !tells_of (page, self->article->title);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AttWhole *self = data;
  g_clear_pointer (&self->next, g_free);
  g_autoptr (GBytes) bytes = self->answer && self->answer->bytes ? g_bytes_ref (self->answer->bytes) : NULL;
  AttPage *page = bytes && !is_misled (self->answer) ? att_page_read (bytes, self->answer->type, self->answer->url, NULL) : NULL;
  if (page && *page->text && !is_detour (self, page))
    add_part (self, page);
  g_clear_pointer (&page, att_page_unref);
  if (self->next == NULL)
    finish (self);
  g_task_return_boolean (task, TRUE);
}

static void
take_lexicon (AttWhole *self, const AttLexicon *lexicon)
{
  AttLexicon *taken = att_lexicon_ref ((AttLexicon *) lexicon);
  g_clear_pointer (&self->lexicon, att_lexicon_unref);
  self->lexicon = taken;
}

static void
judge_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AttWhole *self = data;
  judge (self, self->article);
  g_task_return_boolean (task, TRUE);
}

gboolean
att_whole_is_judged_by (const AttWhole *self, const AttLexicon *lexicon)
{
  return self->lexicon == lexicon;
}

void
att_whole_judge_async (AttWhole *self, const AttLexicon *lexicon, GAsyncReadyCallback callback, gpointer user_data)
{
  take_lexicon (self, lexicon);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, judge_in_thread);
}

void
att_whole_read_async (AttWhole *self, const AttLexicon *lexicon, AttAnswer *answer, GAsyncReadyCallback callback, gpointer user_data)
{
  take_lexicon (self, lexicon);
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
  AttPageLook look = { self->article, self->wall, self->etag, self->modified };
  if (att_pages_write (db, &look, att_date_now (), change, error) && att_pages_learn (db, self->article->id, self->promotion, error))
    att_pages_mend (db, self->mended, change, error);
  return NULL;
}
