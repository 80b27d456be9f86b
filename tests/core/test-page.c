/* test-page.c: web pages → their article, and what sites ask to be left alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/error.h"
#include "fetch/robots.h"
#include "page/page.h"
#include "page/visible-date.h"

#include "safe-html.h"

#include <string.h>

static AttPage *
read_page (const char *html, const char *url)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  AttPage *page = att_page_read (bytes, NULL, url, &error);
  g_assert_no_error (error);
  att_assert_safe_html (page->html);
  return page;
}

#define PARAGRAPHS "<p>The envoys met in Port Selby on Tuesday, for the first time since the autumn, and spoke for three hours about the harbour.</p>" \
  "<p>“We have <b>not</b> agreed,” said one of them, “but we have not <a href='/q'>quarrelled</a> either, which is more than last time.”</p>" \
  "<h2>What is at stake</h2><ul><li>The harbour dues, which have not risen for a decade</li><li>The lighthouse on the northern mole</li></ul>" \
  "<blockquote><p>The dues are a tax on every ship that calls here, the pilots wrote in a letter to the ministry.</p></blockquote>"

#define PAGE "<html lang=en-GB><head><title>Envoys meet in Port Selby | The Selby Post</title><meta property=og:site_name content='The Selby Post'>" \
  "<link rel=canonical href=/2026/03/04/envoys><link rel=alternate type=application/rss+xml href=/feed><link rel=next href=?page=2></head>" \
  "<body><nav class=menu><ul><li><a href=/a>World</a></li><li><a href=/b>Economy</a></li></ul></nav><div class=cookie-banner><p>We use cookies to improve our site, and so do our partners.</p></div>" \
  "<main><article class=article-body><h1>Envoys meet in Port Selby</h1><p class=byline>By Ada Quill and John Roe</p>" PARAGRAPHS \
  "<figure><img src=/p.jpg width=600 alt='The harbour'></figure><p>They will meet again in May, in the same room, said the ministry, which did not say what about.</p></article>" \
  "<aside class=related><h2>Read more</h2><p><a href=/c>Another story altogether, about something else</a></p></aside>" \
  "<section id=comments><h2>Comments</h2><p>First! I do not believe a word of it, and never did, and neither does my sister.</p></section></main>" \
  "<footer class=site-footer><p>© The Selby Post. All rights reserved, as they were last year.</p></footer></body></html>"

static void
test_article (void)
{
  g_autoptr (AttPage) page = read_page (PAGE, "https://selby.example/2026/03/04/envoys?utm_source=x");
  g_assert_true (g_str_has_prefix (page->text, "The envoys met in Port Selby"));
  g_assert_nonnull (strstr (page->text, "What is at stake\n\nThe harbour dues"));
  g_assert_nonnull (strstr (page->text, "They will meet again in May"));
  static const char *const NOT_OURS[] = { "World", "cookies", "Another story", "First!", "All rights", "By Ada" };
  for (guint i = 0; i < G_N_ELEMENTS (NOT_OURS); i++)
    g_assert_null (strstr (page->text, NOT_OURS[i]));
  static const char *const SHAPES[] = { "<h2>What is at stake</h2>", "<li>The lighthouse", "<blockquote><p>The dues", "<strong>not</strong>", "href=\"https://selby.example/q\"", "<img src=\"https://selby.example/p.jpg\"" };
  for (guint i = 0; i < G_N_ELEMENTS (SHAPES); i++)
    g_assert_nonnull (strstr (page->html, SHAPES[i]));
  g_assert_cmpstr (page->title, ==, "Envoys meet in Port Selby");
  g_assert_cmpstr (page->byline, ==, "Ada Quill and John Roe");
  g_assert_cmpstr (page->language, ==, "en-GB");
  g_assert_cmpstr (page->url, ==, "https://selby.example/2026/03/04/envoys");
  g_assert_cmpstr (page->next, ==, "https://selby.example/2026/03/04/envoys?page=2");
  g_assert_cmpint (page->published, ==, 1772582400);   /* the address has it */
  g_assert_cmpuint (page->feeds->len, ==, 1);
  g_assert_cmpint (page->wall, ==, ATT_WALL_NONE);
  g_assert_cmpstr (page->shapes, ==, "pphllqp");
  g_assert_cmpint (page->form, ==, ATT_FORM_ARTICLE);
  g_assert_cmpuint (page->pictures->len, ==, 1);
  const AttPicture *picture = g_ptr_array_index (page->pictures, 0);
  g_assert_cmpstr (picture->url, ==, "https://selby.example/p.jpg");
  g_assert_cmpstr (picture->alt, ==, "The harbour");
  g_assert_cmpuint (picture->paragraph, ==, 6);   /* before "They will meet again" */
}

static void
test_linked_data (void)
{
  g_autoptr (AttPage) page = read_page ("<html><head><title>x</title><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ada Quill\"},"
    "{\"@type\":[\"NewsArticle\"],\"headline\":\"Dues &amp; duties\",\"author\":{\"@id\":\"#p\"},\"datePublished\":\"2026-03-04T22:10:00-05:00\",\"image\":[{\"url\":\"/i.jpg\"}],"
    "\"articleBody\":\"The pilots want lower dues, and the ministry wants higher ones, as they told each other in a long letter, and then in a longer one, which nobody answered before the end of the month, when the council met to hear what both sides had to say about the matter and to vote on it.\\nThe council heard them, and then it heard them again, and voted to hear them once more in the spring, by which time the harbour will have been dredged and the lighthouse painted, or so the mayor said on the steps of the town hall.\"}]}</script></head>"
    "<body><div id=app></div></body></html>", "https://selby.example/x");
  g_assert_cmpstr (page->title, ==, "Dues & duties");
  g_assert_cmpstr (page->byline, ==, "Ada Quill");
  g_assert_cmpint (page->published, ==, 1772680200);
  g_assert_cmpint (page->zone, ==, -300);   /* still the fourth where it was written */
  g_assert_cmpstr (page->lead_image, ==, "https://selby.example/i.jpg");
  g_assert_nonnull (strstr (page->text, "\n\nThe council heard them"));   /* what a script would have shown */
}

static void
test_walls (void)
{
  static const struct { const char *body; AttPageWall wall; } CASES[] = {
    { "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"isAccessibleForFree\":false}</script><article><h1>H</h1>"
      "<p>The first paragraph is for everybody, and it is a long one, so that it is taken for one.</p></article>", ATT_WALL_PAY },
    { "<div><p>We value your privacy</p><button>Accept all</button></div>", ATT_WALL_CONSENT },
    { "<div id=root></div><p>Please enable JavaScript to view this site, which is made of nothing else. It really is, you know, and always was.</p>", ATT_WALL_SCRIPT },
    { "<article>" PARAGRAPHS PARAGRAPHS "</article>", ATT_WALL_NONE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (AttPage) page = read_page (CASES[i].body, NULL);
    g_assert_cmpint (page->wall, ==, CASES[i].wall);
  }
}

#define POST(time) "<article class=post><time>" time "</time><p>The ministry says that the talks go on, and that nobody has left the room since noon, whatever the wires report.</p></article>"
#define SHOT(n) "<figure><img src=/" n ".jpg width=800><figcaption>The harbour of Port Selby at dawn, seen from the mole, number " n "</figcaption></figure>"

static void
test_forms (void)
{
  static const struct { const char *body; AttForm form; } CASES[] = {
    { "<main><h1>Talks: live</h1><div class=live-blog__posts>" POST ("14:20") POST ("13.05 GMT") POST ("9:30 am") "</div></main>", ATT_FORM_LIVE },
    { "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"H\"}</script><article>" PARAGRAPHS "</article>", ATT_FORM_LIVE },
    { "<main><h1>Posts</h1><div>" POST ("14:20") POST ("13.05 GMT") POST ("9:30 am") "</div></main>", ATT_FORM_ARTICLE },
    { "<article class=live-blog>" PARAGRAPHS "</article>", ATT_FORM_ARTICLE },
    { "<article><h1>The harbour in pictures</h1><p>Our photographer spent a week at the harbour of Port Selby, and came back with these six pictures of it.</p>"
      SHOT ("1") SHOT ("2") SHOT ("3") SHOT ("4") SHOT ("5") SHOT ("6") SHOT ("7") SHOT ("8") "</article>", ATT_FORM_GALLERY },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (AttPage) page = read_page (CASES[i].body, "https://selby.example/a");
    g_assert_cmpint (page->form, ==, CASES[i].form);
  }
}

/* Pictures that are loaded late, and addresses that start elsewhere than the page. */
static void
test_pictures (void)
{
  static const struct { const char *image, *url; } CASES[] = {
    { "<img src='fileadmin/p.jpg'>", "https://selby.example/fileadmin/p.jpg" },
    { "<img src='data:image/gif;base64,R0' data-lazy-src='https://s.example/lazy.jpg'>", "https://s.example/lazy.jpg" },
    { "<img src='/img/placeholder.gif' data-original='https://s.example/o.jpg'>", "https://s.example/o.jpg" },
    { "<img src='https://s.example/real.jpg' data-src='{width}.jpg'>", "https://s.example/real.jpg" },
    { "<img srcset='/small.jpg 480w, /large.jpg 960w'>", "https://selby.example/large.jpg" },
    { "<img src='data:image/gif;base64,R0' data-srcset='https://s.example/one.jpg'>", "https://s.example/one.jpg" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *html = g_strconcat ("<html><head><base href='https://selby.example/'></head><body><article><h1>Envoys meet</h1>" PARAGRAPHS "<figure>", CASES[i].image,
                                         "</figure><p>They will meet again in May, in the same room, said the ministry, which did not say what about.</p></article></body></html>", NULL);
    g_autoptr (AttPage) page = read_page (html, "https://selby.example/news/a.html");
    g_test_message ("%s", CASES[i].image);
    g_assert_cmpuint (page->pictures->len, ==, 1);
    g_assert_cmpstr (((AttPicture *) g_ptr_array_index (page->pictures, 0))->url, ==, CASES[i].url);
  }
}

static void
test_dates (void)
{
  static const struct { const char *text; gboolean american; const char *day; } CASES[] = {
    { "Mittwoch, 16. Oktober 2019, 14:20 Uhr", FALSE, "2019-10-16" }, { "le 3 février 2021", FALSE, "2021-02-03" }, { "3 de marzo de 2020", FALSE, "2020-03-03" }, { "March 4th, 2026", TRUE, "2026-03-04" },
    { "4 March 2026", FALSE, "2026-03-04" }, { "02.03.2020", FALSE, "2020-03-02" }, { "2/3/2020", TRUE, "2020-02-03" }, { "2/3/2020", FALSE, "2020-03-02" }, { "2020-02-03 10:00", FALSE, "2020-02-03" },
    { "2020年2月3日", FALSE, "2020-02-03" }, { "Chapter 3, page 2020", FALSE, NULL }, { "31.31.2020", FALSE, NULL }, { "in May 2020", FALSE, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    char day[11] = "";
    gboolean found = att_visible_date_in (CASES[i].text, strlen (CASES[i].text), CASES[i].american, day);
    g_assert_cmpstr (found ? day : NULL, ==, CASES[i].day);
  }
}

/* What is no page is none, whatever leads to it; and what is nested without end ends nothing. */
static void
test_no_page (void)
{
  static const struct { const char *type, *bytes; } OTHERS[] = { { "application/pdf", "<p>x</p>" }, { NULL, "%PDF-1.5 stream" }, { "audio/mpeg", "ID3" }, { "text/html", "%PDF-1.7" } };
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = g_bytes_new_static (OTHERS[i].bytes, strlen (OTHERS[i].bytes));
    g_assert_null (att_page_read (bytes, OTHERS[i].type, "https://selby.example/x", &error));
    g_assert_error (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED);
  }
  g_autofree char *brackets = g_strnfill (200000, '['), *html = g_strdup_printf ("<html><head><title>x</title><script type='application/ld+json'>%s</script></head><body><p>Words.</p></body></html>", brackets);
  g_autoptr (AttPage) page = read_page (html, "https://selby.example/x");
  g_assert_cmpstr (page->title, ==, "x");
}

/* RFC 9309. */
static void
test_robots (void)
{
  static const struct { const char *rules, *path; gboolean allow; } CASES[] = {
    { NULL, "/a", TRUE }, { "", "/a", TRUE }, { "User-agent: *\nDisallow: /", "/a", FALSE }, { "User-agent: *\nDisallow:", "/a", TRUE },
    { "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", TRUE }, { "User-agent: *\nDisallow: /a/b\nAllow: /a", "/a/b", FALSE }, { "User-agent: *\nAllow: /a\nDisallow: /a", "/a", TRUE },
    { "User-agent: Attache\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/a", TRUE }, { "user-agent: other\nuser-agent: attache\nDisallow: /x # ours\n", "/x1", FALSE },
    { "User-agent: other\nDisallow: /\nUser-agent: *\nDisallow: /b", "/a", TRUE }, { "User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", FALSE }, { "User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", TRUE },
    { "User-agent: *\nDisallow: /privé", "/priv%C3%A9/a", FALSE }, { "User-agent: *\nDisallow: /priv%c3%a9", "/privé", FALSE }, { "User-agent: *\nDisallow: /~ann", "/%7Eann/b", FALSE },
    { "User-agent: *\nDisallow: /a%2Fb", "/a/b", TRUE }, { "User-agent: *\nDisallow: /a%2fb", "/a%2Fb", FALSE },
    { "User-agent: *\nDisallow: /a*c*e", "/abcde", FALSE }, { "\xef\xbb\xbfUser-agent: *\nDisallow: /a", "/a", FALSE }, { "\xef\xbb\xbf<html>\n: :\nDisallow: /", "/a", TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    if (att_robots_allow (CASES[i].rules, CASES[i].path) != CASES[i].allow)
      g_error ("%s: %s", CASES[i].rules, CASES[i].path);
}

/* What is bent on taking for ever: it ends, and says so or gives what there is. */
static void
test_endless (void)
{
  static const struct { const char *piece; guint n; } CASES[] = { { "<div>", 200000 }, { "<p>word ", 200000 }, { "<a><b>", 100000 }, { "<table><td>", 50000 }, { "<li class='a b c d e f'>x", 100000 } };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (GString) html = g_string_new ("<body>");
    for (guint k = 0; k < CASES[i].n; k++)
      g_string_append (html, CASES[i].piece);
    g_autoptr (GBytes) bytes = g_bytes_new (html->str, html->len);
    g_autoptr (GError) error = NULL;
    g_autoptr (AttPage) page = att_page_read (bytes, NULL, NULL, &error);
    g_assert_true ((page == NULL) == (error != NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/article", test_article);
  g_test_add_func ("/page/linked-data", test_linked_data);
  g_test_add_func ("/page/walls", test_walls);
  g_test_add_func ("/page/forms", test_forms);
  g_test_add_func ("/page/pictures", test_pictures);
  g_test_add_func ("/page/dates", test_dates);
  g_test_add_func ("/page/no-page", test_no_page);
  g_test_add_func ("/page/robots", test_robots);
  g_test_add_func ("/page/endless", test_endless);
  return g_test_run ();
}
