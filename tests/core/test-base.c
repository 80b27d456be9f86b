/* test-base.c: text, addresses, encodings, HTML and tables.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/charset.h"
#include "base/html.h"
#include "base/table.h"
#include "base/text.h"
#include "base/tongue.h"
#include "base/url.h"
#include "base/xml.h"

#include <string.h>

static void
test_text (void)
{
  g_autofree char *valid = att_text_valid ("a\xff" "b", -1), *squeezed = att_text_squeeze ("  a \n\t b\302\240c "), *folded = att_text_fold ("Türkiye Łódź’s");
  g_autofree char *cut = att_text_shorten ("one two three four", 9), *escaped = att_text_escape ("<a & \"b\">");
  g_assert_cmpstr (valid, ==, "a\357\277\275b");
  g_assert_cmpstr (squeezed, ==, "a b c");
  g_autofree char *seen = att_text_squeeze ("a\x01\x7f\u202eb\u2066c\u2069 \u202a \u200fد\u2014");
  g_assert_cmpstr (seen, ==, "abc \u200fد\u2014");
  g_assert_cmpstr (folded, ==, "turkiye lodz's");
  g_assert_cmpstr (cut, ==, "one two…");
  g_assert_cmpstr (escaped, ==, "&lt;a &amp; &quot;b&quot;&gt;");
  g_assert_true (att_text_is_rtl ("«وزير الخارجية"));
  g_assert_false (att_text_is_rtl ("12 Minister"));
}

static void
test_url (void)
{
  static const struct { const char *typed, *url; } TYPED[] = {
    { "example.org", "https://example.org" }, { " https://example.org/a b ", "https://example.org/a%20b" }, { "feed://example.org/f", "https://example.org/f" },
    { "feed:http://example.org/f", "http://example.org/f" }, { "HTTP://example.org/F", "http://example.org/F" }, { "Https://example.org/f", "https://example.org/f" },
    { "https://Example.ORG:443/F?A=b#rss", "https://example.org/F?A=b" }, { "http://Me:Pa@Example.org:80", "http://Me:Pa@example.org" }, { "http://example.org:8080/f", "http://example.org:8080/f" }, { "/tmp/a.xml", "file:///tmp/a.xml" }, { "javascript:alert(1)", NULL }, { "just words", NULL }, { "", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (TYPED); i++) {
    g_autofree char *url = att_url_from_text (TYPED[i].typed);
    g_assert_cmpstr (url, ==, TYPED[i].url);
  }
  g_autofree char *a = att_url_identity ("http://www.Example.org/news/1/?utm_source=x&id=2#top"), *b = att_url_identity ("https://example.org/news/1?id=2");
  g_assert_cmpstr (a, ==, b);
  g_autofree char *relative = att_url_resolve ("https://example.org/a/b", "../c?d=1");
  g_assert_cmpstr (relative, ==, "https://example.org/c?d=1");
  g_autofree char *plain = att_url_without_trackers ("https://e.org/?a=1&fbclid=9&b=2#x");
  g_assert_cmpstr (plain, ==, "https://e.org/?a=1&b=2#x");
  g_autofree char *no_login = att_url_resolve (NULL, "https://bank.example@evil.example/a@b?c@d");
  g_assert_cmpstr (no_login, ==, "https://evil.example/a@b?c@d");
  g_autofree char *turned = att_url_resolve (NULL, "https://elp\u202emaxe.example/\u2066a");
  g_assert_cmpstr (turned, ==, "https://elpmaxe.example/a");
  g_assert_false (att_url_is_safe ("java\tscript:alert(1)"));
  g_assert_true (att_url_is_safe ("../relative"));
}

static void
test_logins (void)
{
  static const struct { const char *url, *bare, *user, *password; } CASES[] = {
    { "https://me:pa%20ss@e.org:8443/f?x=@", "https://e.org:8443/f?x=@", "me", "pa ss" }, { "https://token@e.org/f", "https://e.org/f", "token", "" },
    { "http://a@b:c@e.org", "http://e.org", "a@b", "c" }, { "https://:pw@e.org/", "https://e.org/", "", "pw" }, { "https://me:100%@e.org/", "https://e.org/", "me", "100%" },
    { "https://e.org/@envoy", "https://e.org/@envoy", NULL, NULL }, { "mailto:a@e.org", "mailto:a@e.org", NULL, NULL }, { "", "", NULL, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *user = NULL, *password = NULL, *bare = att_url_without_login (CASES[i].url, &user, &password);
    g_assert_cmpstr (bare, ==, CASES[i].bare);
    g_assert_cmpstr (user, ==, CASES[i].user);
    g_assert_cmpstr (password, ==, CASES[i].password);
  }
}

static void
test_charset (void)
{
  static const struct { const char *bytes, *http, *declared, *text; } CASES[] = {
    { "caf\xe9", NULL, "iso-8859-1", "café" }, { "caf\xc3\xa9", "utf-8", "iso-8859-1", "café" }, { "\xef\xbb\xbf" "caf\xc3\xa9", "windows-1251", NULL, "café" },
    { "\xcc\xee\xf1\xea\xe2\xe0", "windows-1251", NULL, "Москва" }, { "\x93quoted\x94", NULL, "iso-8859-1", "“quoted”" }, { "plain", NULL, "utf-16", "plain" },
    { "\x8c\xf8\x8e\xa1", NULL, "shift_jis", "効種" }, { "caf\xe9", NULL, "no-such-thing", "café" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *text = att_charset_decode (CASES[i].bytes, strlen (CASES[i].bytes), CASES[i].http, CASES[i].declared, NULL);
    if (i != 6)
      g_assert_cmpstr (text, ==, CASES[i].text);
    g_assert_true (g_utf8_validate (text, -1, NULL));
  }
  g_autofree char *type = att_charset_of_type ("text/xml; charset=\"KOI8-R\""), *xml = att_charset_declared ("<?xml version='1.0' encoding='Big5'?>", 38);
  g_assert_cmpstr (type, ==, "koi8-r");
  g_assert_cmpstr (xml, ==, "big5");
}

static void
test_html (void)
{
  g_autofree char *unseen = att_html_text ("<b><p>four \342\200\252 letters of Ge&shy;ne&shy;va</b>");
  g_assert_cmpstr (unseen, ==, "four letters of Geneva");   /* what nobody sees stands between two blanks, and they are one */
  g_autofree char *text = att_html_text ("<p>One&nbsp;two</p><script>evil()</script><ul><li>A<li>B</ul>");
  g_assert_cmpstr (text, ==, "One two\n\nA\n\nB");
  g_autofree char *line = att_html_line ("AT&amp;T <b>says</b>\n no");
  g_assert_cmpstr (line, ==, "AT&T says no");
  g_autofree char *clean = att_html_clean ("<p onclick='x()'>a <a href='/b?utm_source=z' style='x'>link</a><img src='p.gif' width=1 height=1>"
                                           "<img src=q.png alt=Q><iframe src=z></iframe><a href='javascript:x()'>bad</a></p>", "https://e.org/d/", NULL);
  g_assert_cmpstr (clean, ==, "<p>a <a href=\"https://e.org/b\">link</a><img src=\"https://e.org/d/q.png\" alt=\"Q\"><a>bad</a></p>");
}

/* What would take gumbo minutes and gigabytes comes back at once, with its words. */
static void
test_hostile_html (void)
{
  g_autoptr (GString) deep = g_string_new (NULL), wide = g_string_new ("<p ");
  for (guint i = 0; i < 200000; i++)
    g_string_append (deep, "<div>");
  g_string_append (deep, "words");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (wide, "a%u=1 ", i);
  g_string_append (wide, ">words");
  g_autofree char *a = att_html_text (deep->str), *b = att_html_clean (wide->str, NULL, NULL);
  g_assert_cmpstr (a, ==, "words");
  g_assert_nonnull (strstr (b, "words"));
  g_autofree char *loose = g_strnfill (300000, '<'), *line = att_html_line (loose);   /* a title of what opens no tag */
  g_assert_cmpstr (line, ==, loose);
  g_autoptr (GString) frames = g_string_new (NULL);   /* frames that never end */
  for (guint i = 0; i < 300000; i++)
    g_string_append (frames, "<iframe ");
  g_autofree char *framed = att_html_clean (frames->str, NULL, NULL);
  g_assert_nonnull (framed);
  g_autoptr (GString) named = g_string_new ("<p ='a ");   /* an '=' that begins a name opens no value */
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (named, "a%u=1 ", i);
  g_string_append (named, "'>words");
  g_autofree char *c = att_html_clean (named->str, NULL, NULL);
  g_assert_nonnull (strstr (c, "words"));
}

/* What only looks deep or wide is read: a script comparing numbers, a query in an attribute. */
static void
test_heavy_html (void)
{
  g_autoptr (GString) page = g_string_new ("<p>Before</p><script>");
  for (guint i = 0; i < 2000; i++)
    g_string_append (page, "if(i<n)");
  g_string_append (page, "</script><div data-query='");
  for (guint i = 0; i < 2000; i++)
    g_string_append (page, "a=1&b>0;");
  g_string_append (page, "'><p onclick='x()'>After</p></div>");
  g_autofree char *clean = att_html_clean (page->str, NULL, NULL);
  g_assert_nonnull (strstr (clean, "<p>Before</p>"));
  g_assert_nonnull (strstr (clean, "<p>After</p>"));
  g_assert_null (strstr (clean, "i<n"));
}

static void
test_xml_bomb (void)
{
  const char *bomb = "<!DOCTYPE b [<!ENTITY a \"1234567890\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                     "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]><b>x&e;y</b>";
  g_autoptr (AttXml) doc = att_xml_read (bomb, strlen (bomb), NULL, NULL);
  g_assert_nonnull (doc);
  g_autofree char *text = att_xml_text (att_xml_top (doc));
  g_assert_cmpint (strlen (text), <, 10000);
}

static void
test_table (void)
{
  g_auto (GStrv) forms = att_table_expand ("{arms,weapon} sale{,s} to {x,y}");
  g_assert_cmpuint (g_strv_length (forms), ==, 8);
  g_assert_cmpstr (forms[0], ==, "arms sale to x");
  g_assert_cmpstr (forms[7], ==, "weapon sales to y");
  g_auto (GStrv) plain = att_table_expand ("no braces");
  g_assert_cmpuint (g_strv_length (plain), ==, 1);
}

/* Small words and letters tell the common ones; none of their kin is taken for them. */
static void
test_tongue (void)
{
  static const struct { const char *language, *text; } CASES[] = {
    { "de", "Der Minister sagte am Montag, die Gespräche mit den Gesandten des Hafens seien noch nicht beendet und das Abkommen liege auf dem Tisch." },
    { "nl", "De minister zei maandag dat de gesprekken met de gezanten van de haven nog niet zijn beëindigd en dat het akkoord op tafel ligt." },
    { "da", "Ministeren sagde mandag, at samtalerne med havnens udsendinge endnu ikke er afsluttet, og at aftalen ligger på bordet." },
    { "fr", "Le ministre a déclaré lundi que les discussions avec les envoyés du port ne sont pas terminées et que l'accord est sur la table dans une salle." },
    { "it", "Il ministro ha detto lunedì che i colloqui con gli inviati del porto non sono ancora terminati e che l'accordo è sul tavolo della sala." },
    { "es", "El ministro dijo el lunes que las conversaciones con los enviados del puerto no han terminado y que una tregua fue lo acordado por su homólogo." },
    { "pt", "O ministro disse na segunda-feira que as conversas com os enviados do porto ainda não terminaram e que o acordo está sobre a mesa." },
    { "ca", "El ministre va dir dilluns que les converses amb els enviats del port encara no han acabat i que l'acord és damunt la taula del palau." },
    { "pl", "Minister powiedział w poniedziałek, że rozmowy z wysłannikami portu jeszcze się nie skończyły, a umowa leży na stole przed całą delegacją." },
    { "cs", "Ministr v pondělí řekl, že rozhovory s vyslanci přístavu ještě neskončily a dohoda leží na stole před celou delegací." },
    { "lt", "Ministras pirmadienį pasakė, kad derybos su uosto pasiuntiniais dar nesibaigė, o susitarimas guli ant stalo priešais visą delegaciją." },
    { "ru", "Министр заявил в понедельник, что переговоры с посланниками порта ещё не закончены, а соглашение лежит на столе." },
    { "uk", "Міністр заявив у понеділок, що переговори з посланцями порту ще не закінчені, а угода лежить на столі." },
    { "bg", "Министърът заяви в понеделник, че разговорите с пратениците на пристанището още не са приключили, а споразумението е на масата." },
  };
  const char *little = "Bulletin item 49: Iran talks on migration";   /* no Estonian */
  g_assert_null (att_tongue_of (little, strlen (little)));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_test_message ("%s", CASES[i].text);
    g_assert_cmpstr (att_tongue_of (CASES[i].text, strlen (CASES[i].text)), ==, CASES[i].language);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text", test_text);
  g_test_add_func ("/base/url", test_url);
  g_test_add_func ("/base/logins", test_logins);
  g_test_add_func ("/base/charset", test_charset);
  g_test_add_func ("/base/html", test_html);
  g_test_add_func ("/base/html/hostile", test_hostile_html);
  g_test_add_func ("/base/html/heavy", test_heavy_html);
  g_test_add_func ("/base/xml/bomb", test_xml_bomb);
  g_test_add_func ("/base/table", test_table);
  g_test_add_func ("/base/tongue", test_tongue);
  return g_test_run ();
}
