/* test-html.c: safe HTML, whichever way it is made.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/html-private.h"

#include "safe-html.h"

#include <string.h>

/* Pieces of what feeds carry and of what they should not, in any order. */
static const char *const PIECES[] = {
  "<p>", "</p>", "<p class=\"x\">", "<div>", "</div>", "<br>", "<br/>", "<BR />", "<hr>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<b>", "</b>",
  "<strong>", "</strong>", "<em>", "</em>", "<i>", "</i>", "<span style='a'>", "</span>", "<font color=red>", "</font>", "<h2>", "</h2>", "<h3>", "</h3>",
  "<a href=\"https://e.org/a?x=1&amp;utm_source=f\">", "<a href='/rel?a=1&b=2'>", "<a href=q name=\"n\">", "<a href='javascript:x()'>", "<a href=\"java\tscript:x()\">", "</a>",
  "<img src=\"i.png\" alt=\"A &quot;B&quot; &copy=1\">", "<img src=x width=1 height=1>", "<img alt=only>", "<img>", "<blockquote cite='/c'>", "</blockquote>",
  "<figure>", "</figure>", "<figcaption>", "</figcaption>", "<q cite=c>", "</q>", "<sup>", "</sup>", "<section>", "</section>", "<center>", "</center>", "<pre>\n", "<pre>", "</pre>", "</img>", "</hr>", "</br>",
  "<script>x<y</script>", "<style>p{}</style>", "<iframe src=z>f</iframe>", "<table><tr><td>", "</table>", "<td>", "<form><input>", "<svg><p>", "<dl><dt>", "<dd>",
  "<!-- c -->", "<!--->", "<!-- -- -->", "<!doctype html>", "<?x?>", "<![CDATA[x]]>", "</>", "</ p>", "< 3", "<3", "<é>", "<p/>", "<a/>", "<p a=1 a=2/>", "<p a", "<p a=\"", "<u title='>'>", "</u>",
  "&amp;", "&lt;b&gt;", "&nbsp;", "&copy", "&copy;", "&hellip;", "&lang;", "&notit;", "&bogus;", "&", "& ", "&#39;", "&#x2019;", "&#146;", "&#0;", "&#xD800;", "&#99999999999;", "&#;", "&#x;", "&AMP", "&;",
  "words and more", " ", "  ", "\n", "\n\n", "\t", "\r\n", "\f", "\"quoted\"", "it’s — “so”", "\302\240", "\342\200\203", "\343\200\200", "\302\222", "\001", "\177", "\357\277\276", "中文", "עברית", ">", "a > b", "'",
};

static char *
make_markup (GRand *rand)
{
  GString *out = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 1, 14), kinds = g_rand_int_range (rand, 0, 3) ? 64 : G_N_ELEMENTS (PIECES);   /* mostly of the tamer half */
  for (guint i = 0; i < n; i++) {
    g_string_append (out, PIECES[g_rand_int_range (rand, 0, kinds)]);
    if (g_rand_boolean (rand))
      g_string_append (out, "word ");
  }
  return g_string_free (out, FALSE);
}

static void
make_nested (GRand *rand, GString *out, guint depth)
{
  static const char *const TAGS[] = { "p", "div", "b", "i", "em", "strong", "a href='u'", "span", "blockquote", "ul", "li", "h2", "figure", "u", "article", "sub" };
  for (guint n = g_rand_int_range (rand, 0, 4); n > 0; n--) {
    const char *tag = TAGS[g_rand_int_range (rand, 0, G_N_ELEMENTS (TAGS))];
    g_string_append (out, g_rand_int_range (rand, 0, 8) ? "words, " : PIECES[g_rand_int_range (rand, 0, G_N_ELEMENTS (PIECES))]);
    if (depth < 5) {
      g_string_append_printf (out, "<%s>", tag);
      make_nested (rand, out, depth + 1);
      if (g_rand_int_range (rand, 0, 12))
        g_string_append_printf (out, "</%.*s>", (int) strcspn (tag, " "), tag);
    }
  }
}

/* Where the way without a tree takes markup at all, it gives what the tree gives. */
static void
assert_same (const char *html, guint *n_tame)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GString) letters = g_string_new (NULL);
  AttFlow flow;
  att_flow_init (&flow, 0);
  flow.shapes = letters;
  gboolean tame = att_html_tame (html, "https://base.example/d/", out, &flow);
  g_autofree char *clean = g_string_free (out, FALSE), *text = att_flow_end (&flow), *shapes = att_words_shapes (letters->str);
  if (!tame)
    return;
  ++*n_tame;
  g_autoptr (AttHtml) doc = att_html_parse (html, strlen (html), TRUE);
  g_autofree char *tree_clean = att_html_node_clean (doc->root, "https://base.example/d/");
  g_auto (AttWords) tree = att_html_node_words (doc->root);
  if (strcmp (clean, tree_clean) != 0 || strcmp (text, tree.text) != 0 || g_strcmp0 (shapes, tree.shapes) != 0)
    g_test_message ("of: %s", html);
  g_assert_cmpstr (clean, ==, tree_clean);
  g_assert_cmpstr (text, ==, tree.text);
  g_assert_cmpstr (shapes, ==, tree.shapes);
}

static void
test_two_ways (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_tame = 0;
  for (guint i = 0; i < 60000; i++) {
    g_autofree char *html = make_markup (rand);
    assert_same (html, &n_tame);
    g_autoptr (GString) nested = g_string_new (NULL);
    make_nested (rand, nested, 0);
    assert_same (nested->str, &n_tame);
  }
  g_test_message ("%u of 120000 tame", n_tame);
  g_assert_cmpuint (n_tame, >, 20000);
}

/* Whatever comes in, only the small block set goes out: through either way, and again when it is cleaned twice. */
static void
test_nothing_else (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  for (guint i = 0; i < 30000; i++) {
    g_autofree char *html = make_markup (rand), *clean = att_html_clean (html, "https://base.example/d/", NULL), *again = att_html_clean (clean, NULL, NULL);
    att_assert_safe_html (clean);
    att_assert_safe_html (again);
  }
}

/* Hundreds of cells and options whose ends are left out, as minifiers write them, are flat. */
static void
test_left_out (void)
{
  GString *html = g_string_new ("<p>Before.</p><select>");
  for (guint i = 0; i < 600; i++)
    g_string_append (html, "<option value=1>Land");
  g_string_append (html, "</select><table>");
  for (guint i = 0; i < 300; i++)
    g_string_append (html, "<tr><td>1<td>2");
  g_string_append (html, "</table><p>Behind.</p>");
  g_autoptr (AttHtml) doc = att_html_parse (html->str, html->len, FALSE);
  g_assert_nonnull (doc);
  g_autofree char *text = att_html_node_text (doc->root);
  g_assert_true (g_str_has_suffix (text, "Behind."));
  g_string_free (html, TRUE);
}

/* A line that ends with a sentence is a paragraph where the next begins another; a power of ten stays one. */
static void
test_lines (void)
{
  static const struct { const char *html, *text; } CASES[] = {
    { "<p>QUESTION: Will you go?<br>MR NORLING: I will.</p>", "QUESTION: Will you go?\n\nMR NORLING: I will." },
    { "<p>He said “no.”<br/>“Never again.”</p>", "He said “no.”\n\n“Never again.”" }, { "<p>Street 5<br>Torvik</p>", "Street 5 Torvik" }, { "<p>It rose to 5.<br>and fell</p>", "It rose to 5. and fell" },
    { "<p>他说不去。<br>她说去。</p>", "他说不去。\n\n她说去。" }, { "One<br><br>two", "One\n\ntwo" }, { "<p>10<sup>6</sup> euros<sup>a</sup></p>", "10⁶ eurosa" }, { "<br>.<br>", "." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_auto (AttWords) words = { NULL, NULL };
    g_autofree char *clean = att_html_clean (CASES[i].html, NULL, &words);
    const char *text = words.text;
    att_assert_safe_html (clean);
    g_assert_cmpstr (text, ==, CASES[i].text);
  }
}

/* Headings, items, quotations stay what they are, tamed or mended by a tree; where all is plain nothing need be said. */
static void
test_shapes (void)
{
  static const struct { const char *html, *text, *shapes; } CASES[] = {
    { "<h2>Demands</h2><p>They are:</p><ul><li>peace</li><li><p>bread</p></li></ul><p>No more.</p>", "Demands\n\nThey are:\n\npeace\n\nbread\n\nNo more.", "hpllp" },
    { "<blockquote><p>One.</p><ul><li>two</li></ul>three</blockquote>four", "One.\n\ntwo\n\nthree\n\nfour", "qlqp" },
    { "<p>Trade</p><table><tr><td>fish</td><td>5</td></tr><tr><td>salt</td><td>6</td></tr></table>", "Trade\n\nfish 5\n\nsalt 6", "ptt" },
    { "<figure><img src='https://a.example/a.png'><figcaption>The harbour</figcaption></figure><pre>a  b</pre>", "The harbour\n\na b", "fc" },
    { "<ul><li>One.<br>Two.</li></ul>", "One.\n\nTwo.", "ll" },
    { "<p>One.</p><p>Two.</p>", "One.\n\nTwo.", NULL }, { "", "", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_auto (AttWords) words = { NULL, NULL };
    g_free (att_html_clean (CASES[i].html, NULL, &words));
    g_test_message ("%s", CASES[i].html);
    g_assert_cmpstr (words.text, ==, CASES[i].text);
    g_assert_cmpstr (words.shapes, ==, CASES[i].shapes);
  }
}

/* What an enemy would write. */
static void
test_attacks (void)
{
  static const char *const ATTACKS[] = {
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<a href=\"jav&#x09;ascript:alert(1)\">x</a>", "<a href='&#1;javascript:x'>x</a>",
    "<a href=vbscript:x>", "<a href=\"data:text/html,<script>1</script>\">x</a>", "<math><a xlink:href=javascript:x>", "<p style=\"background:url(javascript:x)\">", "<base href=//evil>",
    "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=x>", "<object data=x>", "<embed src=x>", "<form action=javascript:x><button>", "<input onfocus=x autofocus>",
    "<iframe srcdoc='<script>1</script>'></iframe>", "<noscript><p title=\"</noscript><img src=x onerror=1>\">", "<template><script>1</script></template>", "<video src=x onerror=1>",
    "<a href=\"https://e.org/?utm_campaign=c&UTM_SOURCE=d&x=1\">", "<img src=https://e.org/p.gif width=1 height=1>", "<img srcset='x 1x' src=y>", "<body onload=x>", "<!--><script>1</script>-->",
    "<textarea><script>1</script></textarea>", "<style>@import 'x'</style>", "<frameset><frame src=x>", "<marquee onstart=x>", "<xmp><p></xmp><script>1</script>",
  };
  for (guint i = 0; i < G_N_ELEMENTS (ATTACKS); i++) {
    g_autofree char *clean = att_html_clean (ATTACKS[i], "https://base.example/", NULL);
    att_assert_safe_html (clean);
    g_assert_null (strstr (clean, "script:"));
    g_assert_null (strstr (clean, "utm_"));
    g_assert_null (strstr (clean, "p.gif"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/two-ways", test_two_ways);
  g_test_add_func ("/html/nothing-else", test_nothing_else);
  g_test_add_func ("/html/left-out", test_left_out);
  g_test_add_func ("/html/lines", test_lines);
  g_test_add_func ("/html/shapes", test_shapes);
  g_test_add_func ("/html/attacks", test_attacks);
  return g_test_run ();
}
