/* test-reader.c: the story, its evidence, and who said what.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "ui/reader/marks.h"
#include "ui/reader/reader.h"

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

  /* the chip goes to the words that made it */
  GtkTextView *view = GTK_TEXT_VIEW (fixture_find (reader, GTK_TYPE_TEXT_VIEW, NULL));
  GtkTextIter start, end;
  g_signal_emit_by_name (chip, "clicked");
  g_assert_true (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &start, &end));
  GtkTextTag *evidence = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (view)), "evidence");
  g_assert_true (gtk_text_iter_has_tag (&start, evidence));
}

static gpointer
change_headline (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  att_database_run (db, error, "INSERT INTO version (article, n, seen, title, text) VALUES (?, 0, 1768477200, 'What it said at first', 'Words.')", "i", *(gint64 *) data);
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

/* A story whose outlet changed it says so, and what its headline was. */
static void
test_changed (Fixture *f, gconstpointer data)
{
  GtkWidget *reader = g_object_new (ATT_TYPE_READER, NULL);
  fixture_show (f, reader);
  gint64 id = att_dossier_get_coverage (f->dossier)->ids[0];
  gboolean done = FALSE;
  att_store_tell_async (att_desk_get_store (f->desk), change_headline, g_memdup2 (&id, sizeof id), g_free, NULL, changed_cb, &done);
  fixture_wait (is_true, &done);
  att_dossier_open (f->dossier, id);
  fixture_wait (has_article, f->dossier);
  GtkLabel *place = GTK_LABEL (gtk_widget_get_next_sibling (fixture_find (reader, GTK_TYPE_LABEL, att_dossier_get_article (f->dossier)->title)));
  g_assert_nonnull (strstr (gtk_label_get_text (place), "What it said at first"));
}

static gboolean
has_picture (gpointer picture)
{
  return gtk_widget_get_visible (picture);
}

/* An image that came is shown; what is none is not; another story takes it away. */
static void
test_image (Fixture *f, gconstpointer data)
{
  GtkWidget *reader = g_object_new (ATT_TYPE_READER, NULL);
  fixture_show (f, reader);
  att_dossier_open (f->dossier, att_dossier_get_coverage (f->dossier)->ids[0]);
  fixture_wait (has_article, f->dossier);
  GtkWidget *picture = fixture_find (reader, GTK_TYPE_PICTURE, NULL);
  const guchar pixels[16] = { 255, 0, 0, 255 };
  g_autoptr (GBytes) raw = g_bytes_new (pixels, sizeof pixels), noise = g_bytes_new_static ("no image", 8);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (2, 2, GDK_MEMORY_R8G8B8A8, raw, 8);
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (texture);
  gint64 id = att_dossier_get_article (f->dossier)->id;
  att_dossier_set_image (f->dossier, id + 1, png);   /* of a story that is not open any more */
  g_assert_null (att_dossier_get_image (f->dossier));
  att_dossier_set_image (f->dossier, id, noise);
  att_dossier_set_image (f->dossier, id, png);
  fixture_wait (has_picture, picture);
  att_dossier_open (f->dossier, 0);
  g_assert_false (gtk_widget_get_visible (picture));
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
  att_marks_show (buffer, article, FALSE);
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
  att_marks_show (buffer, article, FALSE);
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
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add ("/reader/story", Fixture, NULL, fixture_set_up, test_story, fixture_tear_down);
  g_test_add ("/reader/changed", Fixture, NULL, fixture_set_up, test_changed, fixture_tear_down);
  g_test_add ("/reader/image", Fixture, NULL, fixture_set_up, test_image, fixture_tear_down);
  g_test_add_func ("/reader/right-to-left", test_right_to_left);
  g_test_add_func ("/reader/shapes", test_shapes);
  return g_test_run ();
}
