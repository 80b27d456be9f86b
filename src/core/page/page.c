/* page.c: an article's web page → its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/page.h"

#include "base/charset.h"
#include "base/error.h"
#include "base/html.h"
#include "base/text.h"
#include "base/tongue.h"
#include "page/block-model.h"
#include "page/byline.h"
#include "page/compose.h"
#include "page/form.h"
#include "page/metadata.h"
#include "page/shingles.h"
#include "page/visible-date.h"
#include "page/wall.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GLANCE 1000          /* bytes looked at to know English */
#define MAX_HEAD 4           /* blocks */
#define MAX_DATELINE 10      /* words that name the author */
#define MAX_DATE 7           /* words of a date and a time */
#define MIN_BODY 400         /* bytes of an articleBody that may take the place of what the page shows */

static void
clear (gpointer data)
{
  AttPage *self = data;
  g_free (self->title);
  g_free (self->byline);
  g_free (self->language);
  g_free (self->url);
  g_free (self->lead_image);
  g_free (self->next);
  g_free (self->text);
  g_free (self->shapes);
  g_free (self->html);
  g_ptr_array_unref (self->feeds);
  g_ptr_array_unref (self->pictures);
}

void
att_page_unref (AttPage *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
is_same (const AttLayout *layout, const AttBlock *block, const char *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  att_words_append (words, text ? text : "", text ? strlen (text) : 0);
  return words->len && block->n_tokens == words->len && memcmp (&g_array_index (layout->tokens, guint32, block->token), words->data, words->len * sizeof (guint32)) == 0;
}

/* "By Ada Quill", "4 March 2026, 14:20". */
static gboolean
is_dateline (const AttLayout *layout, const AttBlock *block, const char *byline)
{
  const char *text = layout->text->str + block->start;
  char day[11];
  if (block->n_tokens > MAX_DATELINE)
    return FALSE;
  g_autofree char *line = g_strndup (text, block->length);
  return (byline && strstr (line, byline)) || (block->n_tokens <= MAX_DATE && att_visible_date_in (text, block->length, FALSE, day));
}

/* The headline, who wrote it and when are shown above the article, not in it. */
static void
drop_head (const AttLayout *layout, guint8 *chosen, const AttPage *page)
{
  for (guint i = 0, n = 0; i < layout->blocks->len && n < MAX_HEAD; i++) {
    const AttBlock *block = att_layout_block (layout, i);
    if (!chosen[i])
      continue;
    if (!is_same (layout, block, page->title) && !is_dateline (layout, block, page->byline))
      return;
    chosen[i] = FALSE;
    n++;
  }
}

/* Pages that a script fills: their text is only in what they tell machines. */
static void
take_body (AttPage *self, const char *body)
{
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);
  GString *text = g_string_new (NULL), *html = g_string_new (NULL);
  for (guint i = 0; lines[i]; i++) {
    g_autofree char *line = att_text_squeeze (lines[i]);
    g_autofree char *safe = att_text_escape (line);
    if (*line == '\0')
      continue;
    g_string_append_printf (text, "%s%s", text->len ? "\n\n" : "", line);
    g_string_append_printf (html, "<p>%s</p>", safe);
  }
  g_free (self->text);
  g_free (self->html);
  g_clear_pointer (&self->shapes, g_free);
  g_ptr_array_set_size (self->pictures, 0);
  self->text = g_string_free (text, FALSE);
  self->html = g_string_free (html, FALSE);
}

/* Small words of English among the first of a text: no need to look closer. */
static gboolean
is_plainly_english (const char *text)
{
  static const char *const WORDS[] = { " the ", " of ", " and ", " to " };
  g_autofree char *start = g_strndup (text, GLANCE);
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    for (const char *p = start; (p = strstr (p, WORDS[i])); p++)
      n++;
  return n >= 6;
}

/* What the page declares, unless it declares nothing, or English, which many templates do, over something else. */
static char *
choose_language (const AttMetadata *meta, const char *text)
{
  const char *declared = meta->lang && g_ascii_isalpha (*meta->lang) && !strchr (meta->lang, '=') ? meta->lang : meta->locale ? meta->locale : meta->linked->language;
  gboolean doubtful = declared == NULL || (g_ascii_strncasecmp (declared, "en", 2) == 0 && strlen (text) > 300 && !is_plainly_english (text));
  const char *read = doubtful ? att_tongue_of (text, strlen (text)) : NULL;
  if (read && (declared == NULL || strcmp (read, "en") != 0))
    return g_strdup (read);
  return g_strdup (declared);
}

/* A document, a sound, a film: what its server calls so, or what begins as one (whatwg.org, "MIME Sniffing" §6). NULL: a page, as far as that tells. */
static const char *
other_kind (const char *type, const char *data, gsize length)
{
  static const char *const PAGES[] = { "text/", "application/xhtml", "application/xml", "application/octet-stream" };
  gboolean page = type == NULL || *type == '\0' || strstr (type, "+xml") != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    page |= type && g_ascii_strncasecmp (type, PAGES[i], strlen (PAGES[i])) == 0;
  if (!page)
    return type;
  return length >= 5 && memcmp (data, "%PDF-", 5) == 0 ? "application/pdf" : NULL;
}

AttPage *
att_page_read (GBytes *bytes, const char *type, const char *url, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *kind = other_kind (type, data, length);
  if (kind) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED, _("This is no web page, but %s. Open it in a browser."), kind);
    return NULL;
  }
  g_autofree char *http = att_charset_of_type (type);
  g_autofree char *declared = data ? att_charset_declared (data, length) : NULL;
  g_autofree char *html = att_charset_decode (data ? data : "", length, http, declared, NULL);
  g_autoptr (AttHtml) doc = att_html_parse (html, strlen (html), FALSE);
  if (doc == NULL) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED, _("The page is too large or too deeply nested to be read."));
    return NULL;
  }
  AttPage *self = g_atomic_rc_box_new0 (AttPage);
  g_autoptr (AttMetadata) meta = att_metadata_new (doc->root, url);
  g_autoptr (AttLayout) layout = att_layout_new (doc->root);
  AttClaims claims = att_metadata_claims (meta);
  g_autofree guint8 *chosen = att_blocks_choose (att_block_model_get (), layout, &claims);
  gboolean american = meta->lang == NULL || g_ascii_strcasecmp (meta->lang, "en") == 0 || g_ascii_strcasecmp (meta->lang, "en-US") == 0;
  g_autofree char *visible = att_visible_date_of (layout, chosen, american);
  att_metadata_fill (meta, visible, self);
  self->byline = att_byline_choose (meta, layout);
  drop_head (layout, chosen, self);
  self->text = att_compose_text (layout, chosen);
  self->shapes = att_compose_shapes (layout, chosen);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) att_picture_free);
  self->html = att_compose_html (layout, chosen, meta->base, self->pictures);
  if (claims.body && strlen (claims.body) >= MIN_BODY && strlen (self->text) * 3 < strlen (claims.body))
    take_body (self, claims.body);
  self->language = choose_language (meta, self->text);
  self->wall = att_wall_of (meta, layout, self->text);
  self->form = att_form_of (meta, layout, chosen, self->pictures->len);
  return self;
}
