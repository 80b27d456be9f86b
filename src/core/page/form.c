/* form.c: whether a page tells an article, reports live, or shows pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/form.h"

#include <string.h>

#define POSTS 3              /* times of day that make a report of what a class calls one */
#define PICTURES 6           /* fewer are an illustrated article */

/* The page's own markup calls a part of it a live report. */
static gboolean
calls_itself_live (const AttLayout *layout)
{
  static const char *const NAMES[] = { "liveblog", "live-blog", "live_blog", "liveticker", "live-ticker", "live-updates", "LiveBlog" };
  for (guint i = 0; i < layout->boxes->len; i++) {
    const char *class = att_html_attribute (att_layout_box (layout, i)->node, "class");
    for (guint k = 0; class && k < G_N_ELEMENTS (NAMES); k++)
      if (strstr (class, NAMES[k]))
        return TRUE;
  }
  return FALSE;
}

/* "14:20", "2.20 pm", "14h20", "14:20 GMT": a block that is little more than a time of day. */
static gboolean
is_time_of_day (const char *text, gsize length)
{
  gsize n = 0;
  while (n < length && n < 3 && g_ascii_isdigit (text[n]))
    n++;
  return length <= 24 && (n == 1 || n == 2) && n + 2 < length && strchr (":.h", text[n]) && g_ascii_isdigit (text[n + 1]) && g_ascii_isdigit (text[n + 2])
         && (n + 3 == length || !g_ascii_isdigit (text[n + 3]));
}

static guint
count_posts (const AttLayout *layout)
{
  guint n = 0;
  for (guint i = 0; i < layout->blocks->len; i++) {
    const AttBlock *block = att_layout_block (layout, i);
    n += is_time_of_day (layout->text->str + block->start, block->length);
  }
  return n;
}

static guint
count_prose (const AttLayout *layout, const guint8 *chosen)
{
  guint n = 0;
  for (guint i = 0; i < layout->blocks->len; i++) {
    const AttBlock *block = att_layout_block (layout, i);
    n += chosen[i] && block->prose && !(att_layout_box (layout, block->box)->marks & (ATT_BOX_CAPTION | ATT_BOX_FIGURE));
  }
  return n;
}

AttForm
att_form_of (const AttMetadata *meta, const AttLayout *layout, const guint8 *chosen, guint n_pictures)
{
  if (meta->linked->live || (count_posts (layout) >= POSTS && calls_itself_live (layout)))
    return ATT_FORM_LIVE;
  if (meta->linked->gallery || (n_pictures >= PICTURES && count_prose (layout, chosen) < n_pictures))
    return ATT_FORM_GALLERY;
  return ATT_FORM_ARTICLE;
}
