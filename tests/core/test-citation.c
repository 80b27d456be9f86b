/* test-citation.c: where words come from, in three formats.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/citation.h"

static const AttCited CITED = { "Talks [resume] in the_port", "The Wire & Co", "Ann Arbour", "https://wire.example/a?b=1_2", 1768480800 };

static void
check (AttCitationFormat format, const AttCited *cited, const char *expected)
{
  g_autofree char *text = att_citation_of_article (cited, format);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_article (void)
{
  const AttCited bare = { .title = "Talks" };
  check (ATT_CITATION_PLAIN, &CITED, "Ann Arbour, “Talks [resume] in the_port”, The Wire & Co, 15 January 2026, https://wire.example/a?b=1_2");
  check (ATT_CITATION_MARKDOWN, &CITED, "Ann Arbour, [Talks \\[resume\\] in the\\_port](<https://wire.example/a?b=1_2>), *The Wire & Co*, 15 January 2026");
  check (ATT_CITATION_BIBTEX, &CITED, "@online{thewireco2026talks,\n  author = {Ann Arbour},\n  title = {Talks [resume] in the\\_port},\n  organization = {The Wire \\& Co},\n  date = {2026-01-15},\n"
                                      "  url = {https://wire.example/a?b=1_2}\n}\n");
  check (ATT_CITATION_PLAIN, &bare, "“Talks”");
  check (ATT_CITATION_MARKDOWN, &bare, "Talks");
  check (ATT_CITATION_BIBTEX, &bare, "@online{talks,\n  title = {Talks}\n}\n");
}

static void
test_quote (void)
{
  const AttCited cited = { "Talks", "The Wire", NULL, NULL, 0 };
  g_autofree char *plain = att_citation_of_quote ("We will go on.", "Wang Yi", FALSE, &cited, ATT_CITATION_PLAIN);
  g_autofree char *markdown = att_citation_of_quote ("*We* will", NULL, FALSE, &cited, ATT_CITATION_MARKDOWN);
  g_autofree char *reported = att_citation_of_quote ("they would go on", "Wang Yi", TRUE, &cited, ATT_CITATION_PLAIN);
  g_assert_cmpstr (plain, ==, "“We will go on.”\n— Wang Yi, in: “Talks”, The Wire\n");
  g_assert_cmpstr (markdown, ==, "> “\\*We\\* will”\n> — Talks, *The Wire*\n");
  g_assert_cmpstr (reported, ==, "they would go on\n— Wang Yi, in: “Talks”, The Wire\n");
}

/* An address that is no web page is no link. */
static void
test_unsafe (void)
{
  const AttCited cited = { "Talks", NULL, NULL, "javascript:alert(1)", 0 };
  g_autofree char *markdown = att_citation_of_article (&cited, ATT_CITATION_MARKDOWN);
  g_assert_cmpstr (markdown, ==, "Talks");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/article", test_article);
  g_test_add_func ("/citation/quote", test_quote);
  g_test_add_func ("/citation/unsafe", test_unsafe);
  return g_test_run ();
}
