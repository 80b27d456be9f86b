/* traits.c: what can be said of each block of a page.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/traits.h"

#include "page/shingles.h"

#include <math.h>
#include <string.h>

#define N_AROUND 4
#define N_SHARES 6

/* What is the same for all blocks of a page. */
typedef struct {
  const AttLayout *layout;
  AttShingles *title, *summary, *body;
  guint home, half;         /* the box most prose lends its weight to; the smallest one with half of it */
  guint *last, *next;       /* blocks to the nearest prose */
  GHashTable *seen;         /* hash of a block's words, to its number plus one */
  guint titles, articles;   /* first headings and article elements so far */
  guint article, heading;   /* the article element a block is in; the box around the first heading with prose in it */
  GHashTable *classes;      /* words of a box to the prose of such boxes */
} Survey;

static double
squash (double value, double full)
{
  return MIN (log1p (value) / log1p (full), 1);
}

static double
share (double part, double whole)
{
  return whole > 0 ? part / whole : 0;
}

static const char *
text_of (const AttLayout *layout, const AttBlock *block)
{
  return layout->text->str + block->start;
}

/* Every prose lends its length to the box around its own and half of it to the next: where most meets is its home. */
static guint
find_home (const AttLayout *layout)
{
  g_autofree double *weights = g_new0 (double, layout->boxes->len);
  guint home = 0;
  for (guint i = 0; i < layout->blocks->len; i++) {
    const AttBlock *block = att_layout_block (layout, i);
    guint around = att_layout_box (layout, block->box)->parent, further = att_layout_box (layout, around)->parent;
    if (!block->prose || att_layout_box (layout, block->box)->marks & (ATT_BOX_NAV | ATT_BOX_FOOTER | ATT_BOX_ASIDE))
      continue;
    weights[around] += block->length;
    weights[further] += block->length / 2.0;
    home = weights[around] > weights[home] ? around : home;
    home = weights[further] > weights[home] ? further : home;
  }
  return home;
}

/* The smallest box with half of the page's prose. */
static guint
find_half (const AttLayout *layout)
{
  guint half = 0;
  for (guint i = 1; i < layout->boxes->len; i++)
    if (att_layout_box (layout, i)->parent == half && att_layout_box (layout, i)->prose * 2 > att_layout_box (layout, 0)->prose)
      half = i;
  return half;
}

static const guint32 *
tokens_of (const AttLayout *layout, const AttBlock *block)
{
  return &g_array_index (layout->tokens, guint32, block->token);
}

static guint32
words_hash (const AttLayout *layout, const AttBlock *block)
{
  guint32 hash = 7;
  for (guint i = 0; i < block->n_tokens; i++)
    hash = hash * 31 + tokens_of (layout, block)[i];
  return hash | 1;
}

static guint32
class_of (const AttLayout *layout, const AttBlock *block)
{
  const AttBox *box = att_layout_box (layout, block->box);
  const AttBox *around = att_layout_box (layout, box->parent);
  guint32 hash = around->node->v.element.tag * 64 + box->node->v.element.tag;
  for (guint i = 0; i < box->n_words; i++)
    hash = hash * 31 + g_array_index (layout->words, guint32, box->word + i);
  for (guint i = 0; i < around->n_words; i++)
    hash = hash * 31 + g_array_index (layout->words, guint32, around->word + i);
  return hash | 1;
}

static void
count_classes (Survey *s)
{
  for (guint i = 0; i < s->layout->blocks->len; i++) {
    const AttBlock *block = att_layout_block (s->layout, i);
    if (!block->prose)
      continue;
    gpointer key = GUINT_TO_POINTER (class_of (s->layout, block));
    g_hash_table_insert (s->classes, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (s->classes, key)) + block->length));
  }
}

/* The innermost box around the first heading that has prose besides. */
static guint
box_of_heading (const AttLayout *layout)
{
  if (layout->heading == G_MAXUINT32)
    return G_MAXUINT;
  guint at = att_layout_block (layout, layout->heading)->box;
  while (at != 0 && att_layout_box (layout, at)->prose * 8 < att_layout_box (layout, 0)->prose)
    at = att_layout_box (layout, at)->parent;
  return at;
}

static void
survey_start (Survey *s, const AttLayout *layout, const AttClaims *claims)
{
  guint n = layout->blocks->len;
  *s = (Survey) { layout, att_shingles_new (claims->title), att_shingles_new (claims->summary), att_shingles_new (claims->body), find_home (layout), find_half (layout),
                  g_new0 (guint, n + 1), g_new0 (guint, n + 1), g_hash_table_new (NULL, NULL),
                  0, 0, G_MAXUINT, box_of_heading (layout), g_hash_table_new (NULL, NULL) };
  count_classes (s);
  guint away = 100;
  for (guint i = 0; i < n; i++) {
    s->last[i] = away;
    away = att_layout_block (layout, i)->prose ? 0 : away + 1;
  }
  away = 100;
  for (guint i = n; i > 0; i--) {
    s->next[i - 1] = away;
    away = att_layout_block (layout, i - 1)->prose ? 0 : away + 1;
  }
}

static void
survey_end (Survey *s)
{
  g_hash_table_unref (s->title);
  g_hash_table_unref (s->summary);
  g_hash_table_unref (s->body);
  g_hash_table_unref (s->seen);
  g_hash_table_unref (s->classes);
  g_free (s->last);
  g_free (s->next);
}

static void
tell_articles (Survey *s, const AttBlock *block, float *row)
{
  const AttLayout *layout = s->layout;
  guint article = G_MAXUINT;
  gboolean with = FALSE;
  for (guint at = block->box; at != 0; at = att_layout_box (layout, at)->parent) {
    if (att_layout_box (layout, at)->node->v.element.tag == GUMBO_TAG_ARTICLE)
      article = at;
    with |= at == s->heading;
  }
  if (article != G_MAXUINT && article != s->article)
    s->articles++;
  s->article = article != G_MAXUINT ? article : s->article;
  s->titles += att_layout_box (layout, block->box)->node->v.element.tag == GUMBO_TAG_H1;
  row[ATT_TRAIT_TITLES] = MIN (s->titles, 4) / 4.0;
  row[ATT_TRAIT_ARTICLE_NUMBER] = article != G_MAXUINT ? squash (s->articles, 10) : 0;
  row[ATT_TRAIT_WITH_HEADING] = with;
  row[ATT_TRAIT_SAME_CLASS] = share (GPOINTER_TO_UINT (g_hash_table_lookup (s->classes, GUINT_TO_POINTER (class_of (layout, block)))), att_layout_box (layout, 0)->prose);
}

static gboolean
ends_in (const char *text, gsize length, const char *const *marks)
{
  for (guint i = 0; marks[i]; i++) {
    gsize n = strlen (marks[i]);
    if (length >= n && memcmp (text + length - n, marks[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
tell_text (const AttLayout *layout, const AttBlock *block, float *row)
{
  static const char *const STOPS[] = { ".", "!", "?", "…", "。", ".”", ".\"", "?”", "!”", "”", "।", "।", "؟", "».", ".»", ")", ";", NULL }, *const COLONS[] = { ":", "：", NULL }, *const ASKS[] = { "?", "？", "»", "›", ">", "→", NULL };
  const char *text = text_of (layout, block);
  guint stops = 0, commas = 0, capitals = 0, digits = 0, upper = 0, letters = 0;
  for (guint i = 0; i < block->length; i++) {
    char c = text[i];
    gboolean first = i == 0 || text[i - 1] == ' ';
    stops += (c == '.' || c == '!' || c == '?') && (i + 1 == block->length || text[i + 1] == ' ');
    commas += c == ',';
    capitals += first && g_ascii_isupper (c);
    digits += g_ascii_isdigit (c);
    upper += g_ascii_isupper (c);
    letters += g_ascii_isalpha (c);
  }
  row[ATT_TRAIT_WORDS] = squash (block->words, 100);
  row[ATT_TRAIT_BYTES] = squash (block->length, 1000);
  row[ATT_TRAIT_LINKED] = share (block->linked, block->length);
  row[ATT_TRAIT_STOP] = ends_in (text, block->length, STOPS);
  row[ATT_TRAIT_STOPS] = squash (stops, 6);
  row[ATT_TRAIT_COMMAS] = squash (commas, 10);
  row[ATT_TRAIT_CAPITALS] = share (capitals, block->words);
  row[ATT_TRAIT_DIGITS] = share (digits, block->length);
  row[ATT_TRAIT_SMALL] = g_ascii_islower (*text);
  row[ATT_TRAIT_SHOUTS] = letters > 3 && upper * 10 > letters * 8;
  row[ATT_TRAIT_COLON] = ends_in (text, block->length, COLONS);
  row[ATT_TRAIT_ASKS] = ends_in (text, block->length, ASKS);
}

static void
tell_tag (const AttBox *box, float *row)
{
  switch (box->node->v.element.tag) {
    case GUMBO_TAG_P: row[ATT_TRAIT_P] = 1; break;
    case GUMBO_TAG_H1: row[ATT_TRAIT_H1] = 1; break;
    case GUMBO_TAG_H2: row[ATT_TRAIT_H2] = 1; break;
    case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: row[ATT_TRAIT_H3] = 1; break;
    case GUMBO_TAG_LI: case GUMBO_TAG_DD: case GUMBO_TAG_DT: row[ATT_TRAIT_LI] = 1; break;
    case GUMBO_TAG_TD: case GUMBO_TAG_TH: row[ATT_TRAIT_CELL] = 1; break;
    case GUMBO_TAG_DIV: case GUMBO_TAG_SECTION: case GUMBO_TAG_ARTICLE: row[ATT_TRAIT_DIV] = 1; break;
    case GUMBO_TAG_PRE: row[ATT_TRAIT_PRE] = 1; break;
    default: break;
  }
  for (guint i = 0; i < 16; i++)
    row[ATT_TRAIT_MARK + i] = (box->marks >> i) & 1;
}

static void
tell_around (const Survey *s, const AttBlock *block, float *row)
{
  const AttLayout *layout = s->layout;
  const AttBox *page = att_layout_box (layout, 0);
  guint at = block->box;
  row[ATT_TRAIT_SIBLINGS] = squash (att_layout_box (layout, att_layout_box (layout, at)->parent)->paragraphs, 30);
  gboolean home = at == s->home, half = at == s->half;
  guint up = 0, home_up = 0, half_up = 0;
  for (; at != 0; up++) {
    at = att_layout_box (layout, at)->parent;
    const AttBox *box = att_layout_box (layout, at);
    if (up < N_AROUND) {
      row[ATT_TRAIT_BOX_LINKED + up] = share (box->linked, box->bytes);
      row[ATT_TRAIT_BOX_PROSE + up] = share (box->prose, box->bytes);
    }
    if (up < N_SHARES)
      row[ATT_TRAIT_BOX_SHARE + up] = share (box->prose, page->prose);
    home_up = home ? home_up : up + 1;
    half_up = half ? half_up : up + 1;
    home |= at == s->home;
    half |= at == s->half;
  }
  row[ATT_TRAIT_HOME] = home;
  row[ATT_TRAIT_HOME_DISTANCE] = home ? squash (home_up, 10) : 1;
  row[ATT_TRAIT_HALF] = half;
  row[ATT_TRAIT_HALF_DISTANCE] = half ? squash (half_up, 10) : 1;
}

static void
tell_place (const Survey *s, guint i, float *row)
{
  const AttLayout *layout = s->layout;
  const AttBlock *block = att_layout_block (layout, i);
  row[ATT_TRAIT_DEPTH] = squash (att_layout_box (layout, block->box)->depth, 40);
  row[ATT_TRAIT_PLACE] = share (i, layout->blocks->len);
  row[ATT_TRAIT_BYTE_PLACE] = share (block->start, layout->text->len);
  row[ATT_TRAIT_N_BLOCKS] = squash (layout->blocks->len, 1000);
  row[ATT_TRAIT_PAGE_PROSE] = squash (att_layout_box (layout, 0)->prose, 50000);
  if (layout->heading != G_MAXUINT32) {
    row[ATT_TRAIT_BEFORE_HEADING] = i < layout->heading ? squash (layout->heading - i, 200) : 0;
    row[ATT_TRAIT_AFTER_HEADING] = i > layout->heading ? squash (i - layout->heading, 200) : 0;
  }
  static const int NEAR[] = { -1, 1, -2, 2 };
  for (guint k = 0; k < G_N_ELEMENTS (NEAR); k++) {
    gint64 at = (gint64) i + NEAR[k];
    if (at < 0 || at >= layout->blocks->len)
      continue;
    const AttBlock *other = att_layout_block (layout, at);
    row[ATT_TRAIT_NEAR + k * 3] = squash (other->words, 100);
    row[ATT_TRAIT_NEAR + k * 3 + 1] = share (other->linked, other->length);
    row[ATT_TRAIT_NEAR + k * 3 + 2] = att_layout_box (layout, other->box)->parent == att_layout_box (layout, block->box)->parent;
  }
  row[ATT_TRAIT_LAST_PROSE] = squash (s->last[i], 30);
  row[ATT_TRAIT_NEXT_PROSE] = squash (s->next[i], 30);
}

static void
tell_claims (Survey *s, guint i, const AttClaims *claims, float *rows)
{
  const AttBlock *block = att_layout_block (s->layout, i);
  const guint32 *tokens = tokens_of (s->layout, block);
  float *row = rows + (gsize) i * ATT_N_TRAITS;
  row[ATT_TRAIT_HAS_BODY] = claims->body != NULL;
  row[ATT_TRAIT_BODY] = claims->body ? att_shingles_share (s->body, tokens, block->n_tokens) : 0;
  row[ATT_TRAIT_TITLE] = att_shingles_share (s->title, tokens, block->n_tokens);
  row[ATT_TRAIT_SUMMARY] = att_shingles_share (s->summary, tokens, block->n_tokens);
  gpointer key = GUINT_TO_POINTER (words_hash (s->layout, block));
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (s->seen, key));
  if (before) {
    row[ATT_TRAIT_SEEN] = 1;
    rows[(gsize) (before - 1) * ATT_N_TRAITS + ATT_TRAIT_SEEN_LATER] = 1;
  } else
    g_hash_table_insert (s->seen, key, GUINT_TO_POINTER (i + 1));
}

float *
att_traits_new (const AttLayout *layout, const AttClaims *claims)
{
  Survey s;
  float *rows = g_new0 (float, (gsize) layout->blocks->len * ATT_N_TRAITS + 1);
  survey_start (&s, layout, claims);
  for (guint i = 0; i < layout->blocks->len; i++) {
    float *row = rows + (gsize) i * ATT_N_TRAITS;
    const AttBlock *block = att_layout_block (layout, i);
    tell_text (layout, block, row);
    tell_tag (att_layout_box (layout, block->box), row);
    tell_around (&s, block, row);
    tell_place (&s, i, row);
    tell_claims (&s, i, claims, rows);
    tell_articles (&s, block, row);
  }
  for (guint i = 0; i < layout->blocks->len; i++)
    rows[(gsize) i * ATT_N_TRAITS + ATT_TRAIT_ARTICLES] = squash (s.articles, 10);
  survey_end (&s);
  return rows;
}
