/* test-reader.c: the story, its evidence, and who said what.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE   /* memmem */
#include "config.h"
#include "fixture.h"

#include "ui/reader/illustrations.h"
#include "ui/reader/marks.h"
#include "ui/reader/print.h"
#include "ui/reader/chip.h"
#include "ui/reader/find-bar.h"
#include "ui/reader/reader.h"
#include "ui/reader/statements.h"

#include <glib/gstdio.h>
#include <string.h>

#define WORDS "The envoys met in Port Selby on Tuesday, for the first time since the autumn, and spoke for three hours about the harbour dues, which have not risen for a decade. Nobody signed anything, and nobody had expected that somebody would; the ministry said that the talks had been useful and would go on in May, in the same room, with the same people and the same view of the northern mole. "

static gboolean
has_article (gpointer dossier)
{
  return att_dossier_get_article (dossier) != NULL;
}

static void
test_story (Fixture *f, gconstpointer data)
{
  GtkWidget *reader = g_object_new (ATT_TYPE_READER, NULL);
  fixture_show (f, reader);
  GtkWidget *stack = fixture_find (reader, GTK_TYPE_STACK, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "none");
  fixture_filter (f, "topic:taiwan");
  att_dossier_open (f->dossier, att_dossier_get_coverage (f->dossier)->ids[0]);
  fixture_wait (has_article, f->dossier);
  const AttArticle *article = att_dossier_get_article (f->dossier);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "article");
  g_assert_nonnull (fixture_find (reader, GTK_TYPE_LABEL, article->title));
  GtkWidget *chip = fixture_find (reader, GTK_TYPE_BUTTON, "Taiwan");
  g_assert_nonnull (chip);

  /* the chip goes to the words that made it, one after the other, those of the title too */
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find (reader, GTK_TYPE_TEXT_VIEW, NULL)));
  GtkTextTag *evidence = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "evidence");
  GtkWidget *title = fixture_find (reader, GTK_TYPE_LABEL, article->title);
  const AttMention *mention = att_chip_get_mention (chip);
  guint titles = 0;
  int from, to, last = -1;
  g_assert_cmpuint (mention->evidence->len, >, 1);
  for (guint i = 0; i < mention->evidence->len; i++) {
    GtkTextIter start, end;
    g_signal_emit_by_name (chip, "clicked");
    if (gtk_label_get_selection_bounds (GTK_LABEL (title), &from, &to)) {
      titles++;
      continue;
    }
    g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
    g_assert_true (gtk_text_iter_has_tag (&start, evidence));
    g_assert_cmpint (gtk_text_iter_get_offset (&start), !=, last);
    last = gtk_text_iter_get_offset (&start);
  }
  g_assert_cmpuint (titles, >, 0);
}

static guint
n_found (GtkTextBuffer *buffer)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "found");
  GtkTextIter at;
  guint n = 0;
  gtk_text_buffer_get_start_iter (buffer, &at);
  while (gtk_text_iter_forward_to_tag_toggle (&at, tag))
    n += gtk_text_iter_starts_tag (&at, tag);
  return n;
}

/* A reader in the window, with the first story about Taiwan in it. */
static GtkWidget *
open_story (Fixture *f)
{
  GtkWidget *reader = g_object_new (ATT_TYPE_READER, NULL);
  fixture_show (f, reader);
  fixture_filter (f, "topic:taiwan");
  att_dossier_open (f->dossier, att_dossier_get_coverage (f->dossier)->ids[0]);
  fixture_wait (has_article, f->dossier);
  return reader;
}

/* What was looked for stays in sight when the story is set anew, larger or with a mark less. */
static void
test_found (Fixture *f, gconstpointer data)
{
  GtkWidget *reader = open_story (f);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find (reader, GTK_TYPE_TEXT_VIEW, NULL)));
  att_reader_find (ATT_READER (reader));
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (fixture_find (reader, ATT_TYPE_FIND_BAR, NULL), GTK_TYPE_SEARCH_ENTRY, NULL)), "the");
  fixture_settle ();
  g_assert_cmpuint (n_found (buffer), >, 1);
  g_object_set (reader, "zoom", 150, NULL);
  g_object_notify (G_OBJECT (f->dossier), "article");
  fixture_settle ();
  g_assert_cmpuint (n_found (buffer), >, 1);
}

/* A story that is marked anew under the reader's eyes keeps the words that are selected in it. */
static void
test_selection (Fixture *f, gconstpointer data)
{
  GtkWidget *reader = open_story (f);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find (reader, GTK_TYPE_TEXT_VIEW, NULL)));
  GtkTextIter start, end;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 10);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 30);
  gtk_text_buffer_select_range (buffer, &end, &start);
  g_object_notify (G_OBJECT (f->dossier), "article");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 10);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 30);
}

static gpointer
run_script (AttDatabase *db, gpointer script, AttChange *change, GError **error)
{
  att_database_script (db, script, error);
  return NULL;
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_null (att_store_finish (ATT_STORE (source), result, NULL));
  *(gboolean *) done = TRUE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

/* Opens the first story, after a change to its rows; "%" in the script is its number. */
static GtkWidget *
open_changed (Fixture *f, const char *script)
{
  GtkWidget *reader = g_object_new (ATT_TYPE_READER, NULL);
  fixture_show (f, reader);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, att_dossier_get_coverage (f->dossier)->ids[0]);
  g_auto (GStrv) parts = g_strsplit (script, "%", -1);
  gboolean done = FALSE;
  att_store_tell_async (att_desk_get_store (f->desk), run_script, g_strjoinv (number, parts), g_free, NULL, changed_cb, &done);
  fixture_wait (is_true, &done);
  att_dossier_open (f->dossier, att_dossier_get_coverage (f->dossier)->ids[0]);
  fixture_wait (has_article, f->dossier);
  return reader;
}

static gboolean
says (GtkWidget *root, const char *words)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

/* The outlet by the name the list gives it, and whence that took the story. */
static void
test_origin (Fixture *f, gconstpointer data)
{
  GtkWidget *reader = open_changed (f, "UPDATE article SET source='Harbour Agency', byline='Ann Arbour' WHERE id=%");
  const AttFeed *feed = att_source_model_find_feed (att_dossier_get_sources (f->dossier), att_dossier_get_article (f->dossier)->feed);
  g_autofree char *words = g_strdup_printf ("  ·  \u2068%s\u2069  ·  \u2068Harbour Agency\u2069  ·  \u2068Ann Arbour\u2069", att_feed_label (feed));
  g_assert_true (says (reader, words));
}

static GtkTextBuffer *
buffer_of (GtkWidget *reader)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find (reader, GTK_TYPE_TEXT_VIEW, NULL)));
}

static char *
text_of (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_slice (buffer, &start, &end, FALSE);
}

/* A story whose outlet changed it says when and how much, and shows it word by word. */
static void
test_changed (Fixture *f, gconstpointer data)
{
  GtkWidget *reader = open_changed (f, "INSERT INTO version (article, n, seen, title, text) SELECT %, 0, 1768477200, 'What it said at first', replace(text, ' the ', ' a ') || ' Gone.' FROM body WHERE article=%;"
                                       "UPDATE article SET seen=1768480800 WHERE id=%");
  const AttArticle *article = att_dossier_get_article (f->dossier);
  const char *place = gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (fixture_find (reader, GTK_TYPE_LABEL, article->title))));
  g_assert_nonnull (strstr (place, "Edited 15 January 2026"));
  g_assert_nonnull (strstr (place, ": headline and "));
  GtkWidget *button = fixture_find (reader, GTK_TYPE_TOGGLE_BUTTON, "Show What Changed");
  g_assert_true (gtk_widget_get_visible (button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_autofree char *shown = text_of (buffer_of (reader));
  g_assert_true (g_str_has_prefix (shown, "What it said at first"));
  g_assert_nonnull (strstr (shown, "a the "));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  g_autofree char *again = text_of (buffer_of (reader));
  g_assert_cmpstr (again, ==, article->text);
}

/* A line of a wide window is one the eye finds its way back from; larger letters have a wider column. */
static void
test_measure (Fixture *f, gconstpointer data)
{
  GtkWidget *reader = open_changed (f, "UPDATE body SET text='" WORDS WORDS WORDS WORDS "' WHERE article=%");
  static const int ZOOMS[] = { 100, 130 };
  for (guint i = 0; i < G_N_ELEMENTS (ZOOMS); i++) {
    g_object_set (reader, "zoom", ZOOMS[i], NULL);
    GtkTextView *view = GTK_TEXT_VIEW (fixture_find (reader, GTK_TYPE_TEXT_VIEW, NULL));
    gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (reader)), 1800, 700);
    gtk_test_widget_wait_for_draw (reader);
    fixture_settle ();
    GtkTextIter at;
    guint n_lines = 0;
    gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &at);
    while (gtk_text_view_forward_display_line (view, &at))
      n_lines++;
    int letters = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) / (n_lines + 1);
    g_test_message ("%d letters a line at %d %%, %d wide of %d", letters, ZOOMS[i], gtk_widget_get_width (GTK_WIDGET (view)), gtk_widget_get_width (reader));
    g_assert_cmpint (letters, >=, 58);   /* the last words of a line and of all lines count as full ones */
    g_assert_cmpint (letters, <=, 75);
  }
}

static gboolean
has_picture (gpointer picture)
{
  return gtk_widget_get_visible (picture);
}

static GBytes *
red_picture (void)
{
  guchar pixels[16 * 16 * 4];
  memset (pixels, 255, sizeof pixels);
  g_autoptr (GBytes) raw = g_bytes_new (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (16, 16, GDK_MEMORY_R8G8B8A8, raw, 64);
  return gdk_texture_save_to_png_bytes (texture);
}

/* An image that came is shown; what is none is not; another story takes it away. */
static void
test_image (Fixture *f, gconstpointer data)
{
  GtkWidget *reader = open_changed (f, "UPDATE article SET image='https://wire.example/lead.png' WHERE id=%");
  GtkWidget *picture = fixture_find (reader, GTK_TYPE_PICTURE, NULL);
  g_autoptr (GBytes) noise = g_bytes_new_static ("this is no image at all", 23), png = red_picture ();
  const char *url = att_dossier_get_article (f->dossier)->image;
  gint64 id = att_dossier_get_article (f->dossier)->id;
  att_dossier_add_image (f->dossier, id + 1, url, png);   /* of a story that is not open any more */
  g_assert_null (att_dossier_get_image (f->dossier, url));
  att_dossier_add_image (f->dossier, id, "https://wire.example/noise", noise);
  att_dossier_add_image (f->dossier, id, url, png);
  fixture_wait (has_picture, picture);
  att_dossier_open (f->dossier, 0);
  g_assert_false (gtk_widget_get_visible (picture));
}

static gboolean
has_two (gpointer buffer)
{
  g_autofree char *text = text_of (buffer);
  const char *first = strstr (text, "\xef\xbf\xbc");
  return first && strstr (first + 3, "\xef\xbf\xbc");
}

/* Pictures stand before their paragraphs, and the evidence is still where it was. */
static void
test_pictures (Fixture *f, gconstpointer data)
{
  GtkWidget *reader = open_changed (f, "INSERT INTO page (article, state, pictures) VALUES (%, 1, '0' || char(9) || 'https://wire.example/1.png' || char(9) || char(10) || '1' || char(9) || 'https://wire.example/2.png' || char(9))");
  const AttArticle *article = att_dossier_get_article (f->dossier);
  g_autoptr (GBytes) png = red_picture ();
  g_assert_cmpuint (article->pictures->len, ==, 2);
  att_dossier_add_image (f->dossier, article->id, "https://wire.example/2.png", png);
  att_dossier_add_image (f->dossier, article->id, "https://wire.example/1.png", png);
  GtkTextBuffer *buffer = buffer_of (reader);
  fixture_wait (has_two, buffer);
  for (guint32 byte = 0; article->text[byte]; byte++) {
    if ((article->text[byte] & 0xc0) == 0x80)
      continue;
    AttSpan span = { .zone = ATT_ZONE_TEXT, .start = byte, .end = g_utf8_next_char (article->text + byte) - article->text };
    GtkTextIter start, end;
    g_assert_true (att_marks_find (buffer, article, &span, &start, &end));
    g_assert_cmpuint (gtk_text_iter_get_char (&start), ==, g_utf8_get_char (article->text + byte));
    g_assert_cmpuint (att_marks_byte (buffer, article, &start), ==, byte);
  }
}

/* A picture of a million by a million in a hundred bytes is not unpacked. */
static void
test_bomb (void)
{
  static const guchar HEAD[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 6, 0, 0, 0, 0x7a, 0xd4, 0x1e, 0x46, 0, 0, 0, 0, 'I', 'E', 'N', 'D' };
  g_autoptr (AttIllustrations) illustrations = att_illustrations_new ();
  g_autoptr (GBytes) bomb = g_bytes_new_static (HEAD, sizeof HEAD), png = red_picture ();
  att_illustrations_add (illustrations, "https://wire.example/bomb.png", bomb);
  att_illustrations_add (illustrations, "https://wire.example/red.png", png);
  while (att_illustrations_get (illustrations, "https://wire.example/red.png") == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
  g_assert_null (att_illustrations_get (illustrations, "https://wire.example/bomb.png"));
}

static guint
count_marks (const char *bytes, gsize length)
{
  guint n = 0;
  for (gsize i = 0; i + 12 < length; i++)
    n += memcmp (bytes + i, "/Type /Page", 11) == 0 && bytes[i + 11] != 's';
  return n;
}

/* Newer programs that write PDF compress the list of pages with other objects (ISO 32000 §7.5.7). */
static guint
count_pages (const char *bytes, gsize length)
{
  guint n = count_marks (bytes, length);
  const char *end = bytes + length;
  for (const char *at = bytes; (at = memmem (at, end - at, "stream\n", 7)) && at + 7 < end; at += 7) {
    g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    static char out[1 << 20];
    gsize n_read, n_written;
    if (g_converter_convert (G_CONVERTER (inflate), at + 7, end - at - 7, out, sizeof out, G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL) != G_CONVERTER_ERROR)
      n += count_marks (out, n_written);
  }
  return n;
}

/* A long story has several pages, and its words can be found in the file. */
static void
test_pdf (Fixture *f, gconstpointer data)
{
  open_changed (f, "UPDATE body SET text='" WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS "' WHERE article=%");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "attache-story.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (att_print_to_pdf (NULL, att_dossier_get_article (f->dossier), path, &error));
  g_assert_no_error (error);
  char *bytes;
  gsize length;
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (length > 2000 && g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpuint (count_pages (bytes, length), >=, 2);
  g_unlink (path);
  g_free (bytes);
}

static void
test_right_to_left (void)
{
  g_autoptr (AttArticle) article = att_article_new ();
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  article->title = g_strdup ("عنوان");
  article->text = g_strdup ("قال الوزير «المحادثات بناءة» اليوم");
  article->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_quote_free);
  AttSpan span = { .zone = ATT_ZONE_TEXT, .start = 22, .end = 53 };
  g_ptr_array_add (article->quotes, att_quote_new (ATT_QUOTE_MIXED, span, "المحادثات بناءة"));
  att_marks_show (buffer, article, FALSE, NULL, 0);
  GtkTextIter start, end;
  g_assert_true (att_marks_find (buffer, article, &span, &start, &end));
  g_autofree char *words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_autofree char *why = att_marks_explain (article, 30);
  g_assert_nonnull (why);
  g_autofree char *nothing = att_marks_explain (article, 0);
  g_assert_null (nothing);
}

/* What a page set as a heading and a list is told apart from its paragraphs, whatever is marked besides. */
static void
test_shapes (void)
{
  g_autoptr (AttArticle) article = att_article_new ();
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  article->title = g_strdup ("Dues");
  article->text = g_strdup ("Erst ein Absatz.\n\nÜberschrift\n\nein Punkt\n\nnoch ein Absatz");
  article->shapes = g_strdup ("phl");   /* the last paragraph is not known */
  att_marks_show (buffer, article, FALSE, NULL, 0);
  static const struct { int offset; const char *tag; } CASES[] = { { 3, NULL }, { 20, "shape-h" }, { 33, "shape-l" }, { 44, NULL } };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    GtkTextIter at;
    gtk_text_buffer_get_iter_at_offset (buffer, &at, CASES[i].offset);
    g_autoptr (GSList) tags = gtk_text_iter_get_tags (&at);
    g_autofree char *name = NULL;
    if (tags)
      g_object_get (tags->data, "name", &name, NULL);
    g_assert_cmpstr (name, ==, CASES[i].tag);
  }
  GtkTextIter from, to;   /* an item has a bullet, which is none of the text's letters */
  gtk_text_buffer_get_iter_at_offset (buffer, &from, 31);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, 36);
  g_autofree char *item = gtk_text_buffer_get_slice (buffer, &from, &to, TRUE);
  g_assert_cmpstr (item, ==, "•\tein");
  const char *point = strstr (article->text, "ein Punkt");
  g_assert_cmpuint (att_marks_byte (buffer, article, &from), ==, point - article->text);
  AttSpan span = { .zone = ATT_ZONE_TEXT, .start = point - article->text, .end = point + 3 - article->text };
  g_assert_true (att_marks_find (buffer, article, &span, &from, &to));
  g_assert_cmpint (gtk_text_iter_get_offset (&from), ==, 33);
  g_assert_cmpint (gtk_text_iter_get_offset (&to), ==, 36);
}

static void
ignore_cb (const AttSpan *span, gpointer data)
{
}

static void
add_quote (AttArticle *article, AttQuoteKind kind, guint start, guint end, const char *speaker)
{
  g_autofree char *words = g_strndup (article->text + start, end - start);
  AttQuote *quote = att_quote_new (kind, (AttSpan) { .zone = ATT_ZONE_TEXT, .start = start, .end = end }, words);
  quote->speaker = g_strdup (speaker);
  g_ptr_array_add (article->quotes, quote);
}

/* Words in quotation marks within what somebody is said to have said are read once; those of somebody else are not theirs. */
static void
test_statements (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_autoptr (AttArticle) article = att_article_new ();
  article->text = g_strdup ("He said Tallinn would take “firm measures” at once, she said “maybe”.");
  article->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_quote_free);
  add_quote (article, ATT_QUOTE_INDIRECT, 8, 53, "He");
  add_quote (article, ATT_QUOTE_MIXED, 30, 43, "He");
  add_quote (article, ATT_QUOTE_MIXED, 31, 35, "She");
  att_statements_show (GTK_BOX (box), article, ignore_cb, NULL);
  g_assert_cmpuint (fixture_count (box, GTK_TYPE_BUTTON), ==, 2);
  g_assert_true (says (box, "would take") && says (box, "She"));
  g_object_unref (box);
}

/* Of a long transcript the first statements have rows, and the others when they are asked for. */
static void
test_many_statements (void)
{
  g_autoptr (AttArticle) article = att_article_new ();
  article->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_quote_free);
  for (guint i = 0; i < 450; i++)
    g_ptr_array_add (article->quotes, att_quote_new (ATT_QUOTE_DIRECT, (AttSpan) { .zone = ATT_ZONE_TEXT, .start = 10 * i, .end = 10 * i + 5 }, "Never."));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_object_ref_sink (box);
  att_statements_show (GTK_BOX (box), article, ignore_cb, NULL);
  g_assert_cmpuint (fixture_count (box, GTK_TYPE_BUTTON), ==, 201);
  g_signal_emit_by_name (fixture_find (box, GTK_TYPE_BUTTON, "Show 250 More"), "clicked");
  g_assert_cmpuint (fixture_count (box, GTK_TYPE_BUTTON), ==, 401);
  att_statements_show (GTK_BOX (box), article, ignore_cb, NULL);   /* read anew */
  g_assert_cmpuint (fixture_count (box, GTK_TYPE_BUTTON), ==, 401);
  g_signal_emit_by_name (fixture_find (box, GTK_TYPE_BUTTON, "Show 50 More"), "clicked");
  g_assert_cmpuint (fixture_count (box, GTK_TYPE_BUTTON), ==, 450);
  g_object_unref (box);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add ("/reader/story", Fixture, NULL, fixture_set_up, test_story, fixture_tear_down);
  g_test_add ("/reader/selection", Fixture, NULL, fixture_set_up, test_selection, fixture_tear_down);
  g_test_add ("/reader/found", Fixture, NULL, fixture_set_up, test_found, fixture_tear_down);
  g_test_add ("/reader/origin", Fixture, NULL, fixture_set_up, test_origin, fixture_tear_down);
  g_test_add ("/reader/changed", Fixture, NULL, fixture_set_up, test_changed, fixture_tear_down);
  g_test_add ("/reader/measure", Fixture, NULL, fixture_set_up, test_measure, fixture_tear_down);
  g_test_add ("/reader/pictures", Fixture, NULL, fixture_set_up, test_pictures, fixture_tear_down);
  g_test_add ("/reader/pdf", Fixture, NULL, fixture_set_up, test_pdf, fixture_tear_down);
  g_test_add_func ("/reader/bomb", test_bomb);
  g_test_add ("/reader/image", Fixture, NULL, fixture_set_up, test_image, fixture_tear_down);
  g_test_add_func ("/reader/right-to-left", test_right_to_left);
  g_test_add_func ("/reader/statements", test_statements);
  g_test_add_func ("/reader/many-statements", test_many_statements);
  g_test_add_func ("/reader/shapes", test_shapes);
  return g_test_run ();
}
