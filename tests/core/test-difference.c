/* test-difference.c: what changed between two wordings.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "press/difference.h"

#include <string.h>

/* "The talks [-ended-] {+went on+} on Tuesday." */
static char *
marked (const char *earlier, const char *later, const GArray *pieces)
{
  static const char *const OPEN[] = { "", "[-", "{+" }, *const CLOSE[] = { "", "-]", "+}" };
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < pieces->len; i++) {
    const AttPiece *piece = &g_array_index (pieces, AttPiece, i);
    const char *text = piece->kind == ATT_PIECE_GONE ? earlier : later;
    g_string_append (out, OPEN[piece->kind]);
    g_string_append_len (out, text + piece->start, piece->end - piece->start);
    g_string_append (out, CLOSE[piece->kind]);
  }
  return g_string_free (out, FALSE);
}

static void
test_words (void)
{
  static const struct { const char *earlier, *later, *marked; guint sentences; } CASES[] = {
    { "The talks ended.", "The talks ended.", "The talks ended.", 0 },
    { "The talks ended on Tuesday. Nobody signed.", "The talks went on on Tuesday. Nobody signed.", "The talks [-ended -]{+went on +}on Tuesday. Nobody signed.", 1 },
    { "One. Two. Three.", "One. Three.", "One. [-Two. -]Three.", 1 },
    { "One. Three.", "One. Two and a half. Two. Three.", "One. {+Two and a half. Two. +}Three.", 2 },
    { "He said no to all of it. He left.", "He said yes to none of it. He stayed.", "He said [-no -]{+yes +}to [-all -]{+none +}of it. He [-left.-]{+stayed.+}", 2 },
    { "A long word of his was gone and one came late.", "A word of his was gone and one more came late.", "A [-long -]word of his was gone and one {+more +}came late.", 1 },
    { "", "New.", "{+New.+}", 1 },
    { "Old.", "", "[-Old.-]", 1 },
    { "外交部说没有。他走了。", "外交部说有。他走了。", "外交部说[-没-]有。他走了。", 1 },
    { "A gone one. Kept here.\n\nEnd of it.", "Kept here.\n\nAn added one. End of it.", "[-A gone one. -]Kept here.\n\n{+An added one. +}End of it.", 2 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (GArray) pieces = att_difference (CASES[i].earlier, CASES[i].later);
    g_autofree char *text = marked (CASES[i].earlier, CASES[i].later, pieces);
    g_assert_cmpstr (text, ==, CASES[i].marked);
    g_assert_cmpuint (att_difference_sentences (pieces, CASES[i].earlier, CASES[i].later), ==, CASES[i].sentences);
  }
}

static char *
random_text (guint n)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%c%s", 'a' + g_test_rand_int_range (0, 6), g_test_rand_int_range (0, 5) ? " " : ". ");
  return g_string_free (out, FALSE);
}

/* Whatever the texts: without what is new it is the earlier one, without what is gone the later. */
static void
test_any (void)
{
  for (guint round = 0; round < 400; round++) {
    g_autofree char *earlier = random_text (g_test_rand_int_range (0, 60)), *later = random_text (g_test_rand_int_range (0, 60));
    g_autoptr (GArray) pieces = att_difference (earlier, later);
    g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);
    for (guint i = 0; i < pieces->len; i++) {
      const AttPiece *piece = &g_array_index (pieces, AttPiece, i);
      const char *text = piece->kind == ATT_PIECE_GONE ? earlier : later;
      if (piece->kind != ATT_PIECE_NEW)
        g_string_append_len (a, text + piece->start, piece->end - piece->start);
      if (piece->kind != ATT_PIECE_GONE)
        g_string_append_len (b, text + piece->start, piece->end - piece->start);
    }
    g_assert_cmpstr (b->str, ==, later);
    g_strdelimit (a->str, " ", '_');   /* how much white space stands behind a word is no difference */
    g_autofree char *plain = g_strdelimit (g_strdup (earlier), " ", '_');
    g_assert_cmpstr (a->str, ==, plain);
    guint n = att_difference_sentences (pieces, earlier, later);
    g_assert_true ((n == 0) == (strcmp (earlier, later) == 0));
  }
}

/* Texts with nothing in common, and far too many words. */
static void
test_rewritten (void)
{
  GString *earlier = g_string_new (NULL), *later = g_string_new (NULL);
  for (guint i = 0; i < 50000; i++) {
    g_string_append_printf (earlier, "old%u ", i);
    g_string_append_printf (later, "new%u ", i);
  }
  g_autoptr (GArray) pieces = att_difference (earlier->str, later->str);
  g_assert_cmpuint (pieces->len, ==, 2);
  g_string_free (earlier, TRUE);
  g_string_free (later, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/words", test_words);
  g_test_add_func ("/difference/any", test_any);
  g_test_add_func ("/difference/rewritten", test_rewritten);
  return g_test_run ();
}
