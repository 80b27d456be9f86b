/* difference.c: what changed between two wordings, word by word.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/difference.h"

#include <string.h>

#define MAX_EDITS 1000       /* words gone and new, between what both begin and end with */

typedef struct { guint start, end; guint64 hash; } Word;

/* A script written without spaces: every letter of it is a word. */
static gboolean
stands_alone (gunichar c)
{
  return g_unichar_iswide (c);
}

/* Words with the white space behind them, so that they cover the text. */
static GArray *
words_of (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  for (const char *p = text; *p;) {
    const char *start = p;
    Word word = { .start = p - text, .hash = 5381 };
    while (*p && !g_unichar_isspace (g_utf8_get_char (p))) {
      gboolean alone = stands_alone (g_utf8_get_char (p));
      if (alone && p > start)
        break;
      const char *next = g_utf8_next_char (p);
      for (; p < next; p++)
        word.hash = word.hash * 33 + (guchar) *p;
      if (alone)
        break;
    }
    while (*p && g_unichar_isspace (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    word.end = p - text;
    g_array_append_val (words, word);
  }
  return words;
}

typedef struct {
  GArray *old, *new;     /* of Word */
  GArray *pieces;
} Comparison;

static gboolean
is_same (const Comparison *c, guint i, guint k)
{
  const Word *a = &g_array_index (c->old, Word, i), *b = &g_array_index (c->new, Word, k);
  return a->hash == b->hash;
}

static void
add (Comparison *c, AttPieceKind kind, guint first, guint end)
{
  if (first == end)
    return;
  const GArray *words = kind == ATT_PIECE_GONE ? c->old : c->new;
  AttPiece piece = { kind, g_array_index (words, Word, first).start, g_array_index (words, Word, end - 1).end };
  AttPiece *last = c->pieces->len ? &g_array_index (c->pieces, AttPiece, c->pieces->len - 1) : NULL;
  if (last && last->kind == kind && last->end == piece.start)
    last->end = piece.end;
  else
    g_array_append_val (c->pieces, piece);
}

/* The furthest rows of each number of edits; NULL in the end: too many. At d edits, diagonals -d to d in steps of two. */
static GPtrArray *
trace_edits (const Comparison *c, guint from, guint n_old, guint n_new)
{
  g_autoptr (GPtrArray) trace = g_ptr_array_new_with_free_func (g_free);
  g_autofree int *far = g_new0 (int, 2 * MAX_EDITS + 3);
  int *v = far + MAX_EDITS + 1;
  for (int d = 0; d <= MAX_EDITS; d++) {
    g_ptr_array_add (trace, g_memdup2 (v - d - 1, (2 * d + 3) * sizeof *v));
    for (int k = -d; k <= d; k += 2) {
      int x = k == -d || (k != d && v[k - 1] < v[k + 1]) ? v[k + 1] : v[k - 1] + 1, y = x - k;
      while (x < (int) n_old && y < (int) n_new && x >= 0 && y >= 0 && is_same (c, from + x, from + y))
        x++, y++;
      v[k] = x;
      if (x >= (int) n_old && y >= (int) n_new)
        return g_steal_pointer (&trace);
    }
  }
  return NULL;
}

/* Walks the trace back; steps are what each word of the way is, the last one first. */
static GArray *
walk_back (const GPtrArray *trace, int x, int y)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (AttPieceKind));
  for (int d = trace->len - 1; d >= 0; d--) {
    const int *v = (const int *) g_ptr_array_index (trace, d) + d + 1;
    int k = x - y;
    int from = k == -d || (k != d && v[k - 1] < v[k + 1]) ? k + 1 : k - 1;
    int x0 = d > 0 ? v[from] : 0, y0 = d > 0 ? x0 - from : 0;
    AttPieceKind step = ATT_PIECE_SAME;
    for (int n = MIN (x - x0 - (d > 0 && from == k - 1), y - y0 - (d > 0 && from == k + 1)); n > 0; n--)
      g_array_append_val (steps, step);
    if (d > 0) {
      step = from == k + 1 ? ATT_PIECE_NEW : ATT_PIECE_GONE;
      g_array_append_val (steps, step);
    }
    x = x0;
    y = y0;
  }
  return steps;
}

/* What is gone stands before what is new, however the steps mix them. */
static void
add_steps (Comparison *c, const GArray *steps, guint from)
{
  guint x = from, y = from;
  for (guint i = steps->len; i > 0;) {
    guint gone = 0, new = 0;
    for (; i > 0 && g_array_index (steps, AttPieceKind, i - 1) != ATT_PIECE_SAME; i--)
      *(g_array_index (steps, AttPieceKind, i - 1) == ATT_PIECE_GONE ? &gone : &new) += 1;
    add (c, ATT_PIECE_GONE, x, x + gone);
    add (c, ATT_PIECE_NEW, y, y + new);
    x += gone;
    y += new;
    guint same = 0;
    for (; i > 0 && g_array_index (steps, AttPieceKind, i - 1) == ATT_PIECE_SAME; i--)
      same++;
    add (c, ATT_PIECE_SAME, y, y + same);
    x += same;
    y += same;
  }
}

GArray *
att_difference (const char *earlier, const char *later)
{
  Comparison c = { words_of (earlier ? earlier : ""), words_of (later ? later : ""), g_array_new (FALSE, FALSE, sizeof (AttPiece)) };
  guint head = 0, tail = 0, most = MIN (c.old->len, c.new->len);
  while (head < most && is_same (&c, head, head))
    head++;
  while (tail < most - head && is_same (&c, c.old->len - 1 - tail, c.new->len - 1 - tail))
    tail++;
  guint n_old = c.old->len - head - tail, n_new = c.new->len - head - tail;
  add (&c, ATT_PIECE_SAME, 0, head);
  g_autoptr (GPtrArray) trace = trace_edits (&c, head, n_old, n_new);
  if (trace) {
    g_autoptr (GArray) steps = walk_back (trace, n_old, n_new);
    add_steps (&c, steps, head);
  } else {
    add (&c, ATT_PIECE_GONE, head, head + n_old);
    add (&c, ATT_PIECE_NEW, head, head + n_new);
  }
  add (&c, ATT_PIECE_SAME, c.new->len - tail, c.new->len);
  g_array_unref (c.old);
  g_array_unref (c.new);
  return c.pieces;
}

/* Where each sentence ends, the white space behind it included; the text's own end is the last. */
static GArray *
sentences_of (const char *text)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint at = 0;
  while (text[at]) {
    gboolean over = g_str_has_prefix (text + at, "。") || text[at] == '\n' || (strchr (".!?", text[at]) && (text[at + 1] == '\0' || strchr (" \n\"')", text[at + 1]) || g_str_has_prefix (text + at + 1, "”")));
    at = g_utf8_next_char (text + at) - text;
    if (!over)
      continue;
    while (text[at] && (strchr (" \n\"')", text[at]) || g_str_has_prefix (text + at, "”")))
      at = g_utf8_next_char (text + at) - text;
    g_array_append_val (ends, at);
  }
  if (ends->len == 0 || g_array_index (ends, guint, ends->len - 1) < at)
    g_array_append_val (ends, at);
  return ends;
}

typedef struct {
  GArray *ends;
  guint at;              /* the sentence looked at */
  guint start, end;      /* bytes that changed */
  int last;             /* the last sentence that counted; -1 none */
} Side;

static guint
sentence_at (Side *side, guint byte)
{
  while (side->at + 1 < side->ends->len && g_array_index (side->ends, guint, side->at) <= byte)
    side->at++;
  return side->at;
}

/* Sentences with a change that did not count yet. */
static guint
count_touched (Side *side)
{
  if (side->start == side->end)
    return 0;
  int first = sentence_at (side, side->start), last = sentence_at (side, side->end - 1);
  guint n = last - MAX (first - 1, side->last);
  side->last = last;
  return n;
}

static gboolean
is_boundary (const Side *side, guint byte)
{
  for (guint i = 0; i < side->ends->len; i++)
    if (g_array_index (side->ends, guint, i) == byte)
      return TRUE;
  return byte == 0;
}

/* Words gone out of a sentence, or come into it: the sentence on the other side is the same one and counts no more. */
static void
pair (const Side *changed, Side *other)
{
  if (other->start == other->end && !(is_boundary (changed, changed->start) && is_boundary (changed, changed->end)))
    other->last = MAX (other->last, (int) sentence_at (other, other->start));
}

guint
att_difference_sentences (const GArray *pieces, const char *earlier, const char *later)
{
  Side old = { .ends = sentences_of (earlier ? earlier : ""), .last = -1 }, new = { .ends = sentences_of (later ? later : ""), .last = -1 };
  guint n = 0;
  for (guint i = 0; i < pieces->len; i++) {
    const AttPiece *piece = &g_array_index (pieces, AttPiece, i);
    if (piece->kind == ATT_PIECE_SAME) {   /* both go on behind it */
      old.end += piece->end - piece->start;
      new.end = piece->end;
      continue;
    }
    old.start = old.end;
    new.start = new.end;
    if (piece->kind == ATT_PIECE_GONE) {
      old.end = piece->end;
      if (i + 1 < pieces->len && piece[1].kind == ATT_PIECE_NEW)
        piece = &g_array_index (pieces, AttPiece, ++i);
    }
    if (piece->kind == ATT_PIECE_NEW)
      new.end = piece->end;
    guint n_old = count_touched (&old), n_new = count_touched (&new);
    n += MAX (n_old, n_new);
    pair (&old, &new);
    pair (&new, &old);
  }
  g_array_unref (old.ends);
  g_array_unref (new.ends);
  return n;
}
