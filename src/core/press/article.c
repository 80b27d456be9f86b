/* article.c: one article, as a feed carried it and as analysis marked it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/article.h"

#include "base/html.h"
#include "base/text.h"

#include <string.h>

#define EXCERPT 240   /* characters */

static void
enclosure_free (gpointer data)
{
  AttEnclosure *enclosure = data;
  g_free (enclosure->url);
  g_free (enclosure->type);
  g_free (enclosure);
}

static void
source_mark_free (gpointer data)
{
  AttSourceMark *mark = data;
  g_free (mark->kind);
  g_free (mark->name);
  g_free (mark->who);
  g_free (mark);
}

AttArticle *
att_article_new (void)
{
  AttArticle *self = g_atomic_rc_box_new0 (AttArticle);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->enclosures = g_ptr_array_new_with_free_func (enclosure_free);
  return self;
}

AttArticle *
att_article_ref (AttArticle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AttArticle *self = data;
  g_free (self->guid);
  g_free (self->url);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->language);
  g_free (self->summary);
  g_free (self->content);
  g_free (self->text);
  g_free (self->shapes);
  g_free (self->excerpt);
  g_free (self->image);
  g_free (self->comments);
  g_free (self->source);
  g_free (self->source_url);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->enclosures);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_strfreev (self->labels);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
}

void
att_article_unref (AttArticle *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

void
att_article_add_enclosure (AttArticle *self, const char *url, const char *type, gint64 length)
{
  g_return_if_fail (url != NULL);

  for (guint i = 0; i < self->enclosures->len; i++)
    if (strcmp (((AttEnclosure *) g_ptr_array_index (self->enclosures, i))->url, url) == 0)
      return;
  AttEnclosure *enclosure = g_new (AttEnclosure, 1);
  *enclosure = (AttEnclosure) { g_strdup (url), g_strdup (type), length };
  g_ptr_array_add (self->enclosures, enclosure);
}

/* The first picture of safe HTML, which is our own writing and so has one form only. */
static char *
first_image (const char *html)
{
  const char *at = html ? strstr (html, "<img src=\"") : NULL;
  const char *end = at ? strchr (at + 10, '"') : NULL;
  g_autofree char *escaped = end ? g_strndup (at + 10, end - at - 10) : NULL;
  return escaped ? att_html_line (escaped) : NULL;
}

static char *
find_image (const AttArticle *self)
{
  for (guint i = 0; i < self->enclosures->len; i++) {
    const AttEnclosure *enclosure = g_ptr_array_index (self->enclosures, i);
    if (enclosure->type && g_str_has_prefix (enclosure->type, "image/"))
      return g_strdup (enclosure->url);
  }
  char *image = first_image (self->content);
  return image ? image : first_image (self->summary);
}

void
att_article_add_mark (AttArticle *self, const char *kind, const char *name, const char *who)
{
  if (!att_text_has (name))
    return;
  if (self->marks == NULL)
    self->marks = g_ptr_array_new_with_free_func (source_mark_free);
  AttSourceMark *mark = g_new (AttSourceMark, 1);
  *mark = (AttSourceMark) { g_strdup (kind), att_text_squeeze (name), att_text_has (who) ? att_text_squeeze (who) : NULL };
  g_ptr_array_add (self->marks, mark);
}

/* The beginning of text on one line. */
static char *
make_excerpt (const char *text)
{
  char line[4 * (EXCERPT + 2)], *to = line;
  guint n = 0;
  for (const char *p = text; p && *p && n <= EXCERPT; n++) {
    if (*p > ' ' && *p < 0x7F) {   /* most of it */
      *to++ = *p++;
      continue;
    }
    gsize space = att_text_space_at (p);
    if (space > 0) {
      *to++ = ' ';
      for (; (space = att_text_space_at (p)) > 0; p += space)
        ;
    } else
      for (const char *next = g_utf8_next_char (p); p < next;)
        *to++ = *p++;
  }
  *to = '\0';
  return n <= EXCERPT ? g_strdup (line) : att_text_shorten (line, EXCERPT);
}

void
att_article_set_text (AttArticle *self, AttWords *content_words, AttWords *summary_words)
{
  gsize a = content_words->text ? strlen (content_words->text) : 0, b = summary_words->text ? strlen (summary_words->text) : 0;
  if (self->image == NULL)
    self->image = find_image (self);
  g_free (self->excerpt);
  self->excerpt = make_excerpt (b > 0 ? summary_words->text : content_words->text);
  AttWords *longer = a >= b && a > 0 ? content_words : summary_words;
  g_free (self->text);
  g_free (self->shapes);
  self->text = longer->text ? g_steal_pointer (&longer->text) : g_strdup ("");
  self->shapes = g_steal_pointer (&longer->shapes);
  att_words_clear (content_words);
  att_words_clear (summary_words);
}
