/* test-dossier.c: what a window is over: asked, held, marked and taken back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "../answers.h"
#include "stories.h"

#include "filter/syntax.h"

static guint n_changed;

static void
count_cb (void)
{
  n_changed++;
}

static void
test_dossier (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 100);
  g_assert_cmpuint (att_dossier_get_coverage (dossier)->n_ids, ==, 100);

  /* a newer question drops the older one's answer */
  n_changed = 0;
  g_signal_connect (dossier, "notify::coverage", G_CALLBACK (count_cb), NULL);
  att_dossier_take_filter (dossier, att_filter_parse ("topic:even", NULL));
  att_dossier_take_filter (dossier, att_filter_parse ("topic:odd", NULL));
  stories_wait (stories_are_covered, dossier);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (att_dossier_get_coverage (dossier)->n_ids, ==, 50);
  GListModel *themes = att_facet_model_get_list (att_dossier_get_themes (dossier));
  g_autoptr (AttFacet) odd = g_list_model_get_item (themes, 1);   /* under its heading */
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 2);   /* what the filter leaves nothing of folds away */
  g_assert_cmpuint (att_facet_get_count (odd), ==, 50);
  g_assert_cmpint (att_facet_get_sense (odd), ==, ATT_SENSE_MUST);
  stories_wait_for_end (dossier);
}

static gboolean
is_waiting (gpointer dossier)
{
  guint n;
  g_object_get (dossier, "n-waiting", &n, NULL);
  return n > 0;
}

static gboolean
has_105 (gpointer dossier)
{
  return att_dossier_get_coverage (dossier)->n_ids == 105;
}

/* Arrivals wait while the window holds the page, and come when asked for. */
static void
test_arrivals (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 100);
  att_dossier_set_held (dossier, TRUE);
  stories_add (f, 100, 105);
  stories_wait (is_waiting, dossier);
  g_assert_cmpuint (att_dossier_get_n_new (dossier), ==, 5);
  g_assert_cmpuint (att_dossier_get_coverage (dossier)->n_ids, ==, 100);
  att_dossier_show_waiting (dossier);
  g_assert_true (has_105 (dossier));
  g_assert_false (is_waiting (dossier));
  stories_wait (stories_are_covered, dossier);
  stories_wait_for_end (dossier);
}

static gboolean
none_unread (gpointer dossier)
{
  return stories_are_covered (dossier) && att_dossier_get_coverage (dossier)->n_ids == 0;
}

static gboolean
all_unread (gpointer dossier)
{
  return stories_are_covered (dossier) && att_dossier_get_coverage (dossier)->n_ids == 10;
}

static gboolean
one_unread (gpointer dossier)
{
  return stories_are_covered (dossier) && att_dossier_get_coverage (dossier)->n_ids == 1;
}

/* What waits has not been seen by anybody: marking all as read leaves it alone, and so does marking what is older. */
static void
test_mark_shown (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 100);
  att_dossier_set_held (dossier, TRUE);
  stories_add (f, 100, 105);
  stories_wait (is_waiting, dossier);
  att_dossier_mark_all (dossier);
  att_dossier_mark_older (dossier, G_MAXINT64);
  g_assert_cmpuint (answers_number (f->store, "SELECT count(*) FROM entry WHERE flags & 1 = 0"), ==, 5);
  stories_wait_for_end (dossier);
}

/* A feed's own menu means all of it, and nothing else, whatever is shown. */
static void
test_mark_place (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 100);
  g_autoptr (AttFilter) other = att_filter_parse ("feed:https://other.example/", NULL), place = att_filter_parse ("feed:https://one.example/", NULL);
  att_dossier_take_filter (dossier, att_filter_parse ("nothingofthekind", NULL));
  att_dossier_mark_place (dossier, other);
  g_assert_cmpuint (answers_number (f->store, "SELECT count(*) FROM entry WHERE flags & 1 = 0"), ==, 100);
  att_dossier_mark_place (dossier, place);
  g_assert_cmpuint (answers_number (f->store, "SELECT count(*) FROM entry WHERE flags & 1 = 0"), ==, 0);
  stories_wait_for_end (dossier);
}

/* What is shown is of an earlier filter: all of the one that is asked for is meant. */
static void
test_mark_unanswered (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 100);
  att_dossier_take_filter (dossier, att_filter_parse ("nothingofthekind", NULL));
  stories_wait (none_unread, dossier);
  att_dossier_take_filter (dossier, att_filter_everything ());
  att_dossier_mark_all (dossier);
  g_assert_cmpuint (answers_number (f->store, "SELECT count(*) FROM entry WHERE flags & 1 = 0"), ==, 0);
  stories_wait_for_end (dossier);
}

/* What was read under a filter for what is unread is offered again when that is taken back; where nothing is shown, it is shown. */
static void
test_undo_shows (Stories *f, gconstpointer data)
{
  for (guint left = 0; left < 2; left++) {
    AttDossier *dossier = left ? att_dossier_new (f->store) : stories_dossier (f, 10);
    att_dossier_take_filter (dossier, att_filter_everything ());
    stories_wait (stories_are_covered, dossier);
    att_dossier_mark_rows (dossier, 0, 10 - left);
    g_assert_cmpuint (answers_number (f->store, "SELECT count(*) FROM entry WHERE flags & 1 = 0"), ==, left);
    att_dossier_take_filter (dossier, att_filter_parse ("is:unread", NULL));
    stories_wait (left ? one_unread : none_unread, dossier);
    att_dossier_set_held (dossier, TRUE);
    att_history_undo (att_dossier_get_history (dossier), 0);
    stories_wait (left ? is_waiting : all_unread, dossier);
    g_assert_cmpuint (att_dossier_get_n_new (dossier), ==, 0);   /* nothing of it has come */
    att_dossier_set_held (dossier, FALSE);   /* and nobody need ask for it who reads nothing */
    g_assert_true (all_unread (dossier));
    stories_wait_for_end (dossier);
  }
}

/* Nor is what was there all along and matches again, unseen. */
static void
test_mark_matching (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 10);
  att_dossier_mark_rows (dossier, 0, 9);
  g_assert_cmpuint (answers_number (f->store, "SELECT count(*) FROM entry WHERE flags & 1 = 0"), ==, 1);
  att_dossier_take_filter (dossier, att_filter_parse ("is:unread", NULL));
  stories_wait (one_unread, dossier);
  att_dossier_set_held (dossier, TRUE);
  att_history_undo (att_dossier_get_history (dossier), 0);
  stories_wait (is_waiting, dossier);
  att_dossier_mark_all (dossier);
  g_assert_cmpuint (answers_number (f->store, "SELECT count(*) FROM entry WHERE flags & 1 = 0"), ==, 9);
  stories_wait_for_end (dossier);
}

static gboolean
is_at_rest (gpointer dossier)
{
  gboolean busy;
  g_object_get (dossier, "busy", &busy, NULL);
  return !busy;
}

/* Stories that come before a filter has its answer do not take it away, though the list is held. */
static void
test_filter_and_arrivals (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 100);
  att_dossier_set_held (dossier, TRUE);
  g_autoptr (AttChange) change = att_change_new ();
  gint64 id = att_dossier_get_coverage (dossier)->ids[0];
  g_array_append_val (change->touched, id);
  att_dossier_take_filter (dossier, att_filter_parse ("topic:odd", NULL));
  g_signal_emit_by_name (f->store, "changed", change);
  stories_wait (is_at_rest, dossier);
  g_assert_cmpuint (att_dossier_get_coverage (dossier)->n_ids, ==, 50);
  stories_wait_for_end (dossier);
}

static gboolean
can_undo (gpointer dossier)
{
  return att_history_can_undo (att_dossier_get_history (dossier));
}

/* The writer and the reader are two threads: asks until it is in. */
static void
ask_until (gboolean (*holds) (gpointer), AttDossier *dossier)
{
  att_dossier_take_filter (dossier, att_filter_parse ("is:unread", NULL));
  while (!holds (dossier)) {
    if (stories_are_covered (dossier))
      att_dossier_take_filter (dossier, att_filter_parse ("is:unread", NULL));
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
test_undo (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 10);
  att_dossier_mark_all (dossier);
  g_assert_true (can_undo (dossier));
  ask_until (none_unread, dossier);
  att_history_undo (att_dossier_get_history (dossier), 0);
  g_assert_false (can_undo (dossier));
  ask_until (all_unread, dossier);

  /* undone before the store has answered, and by its number */
  att_dossier_mark_rows (dossier, 2, 5);
  att_history_undo (att_dossier_get_history (dossier), 2);
  ask_until (all_unread, dossier);
  g_assert_false (att_history_undo (att_dossier_get_history (dossier), 2));
  stories_wait_for_end (dossier);
}

typedef struct { AttDossier *dossier; guint n; } Expected;

static gboolean
has_so_many (gpointer data)
{
  const Expected *expected = data;
  const AttCoverage *coverage = att_dossier_get_coverage (expected->dossier);
  return coverage && coverage->n_ids == expected->n;
}

static gboolean
fifty_unread (gpointer dossier)
{
  return stories_are_covered (dossier) && att_dossier_get_coverage (dossier)->n_ids == 50;
}

/* Who reads French sees what is French or what nobody can tell; what is asked for by its language is shown whoever reads it. */
static void
test_languages (Stories *f, gconstpointer data)
{
  stories_add (f, 0, 100);
  AttDossier *dossier = att_dossier_new (f->store);
  att_dossier_take_filter (dossier, att_filter_everything ());
  att_store_set_languages (f->store, (const char *const[]) { "fr", NULL });   /* before the answer is there */
  stories_wait (has_so_many, &(Expected) { dossier, 50 });
  att_dossier_mark_all (dossier);   /* what is hidden stays unread */
  att_store_set_languages (f->store, (const char *const[]) { "fr", "de", NULL });
  stories_wait (has_so_many, &(Expected) { dossier, 75 });
  att_dossier_take_filter (dossier, att_filter_parse ("lang:en", NULL));
  stories_wait (has_so_many, &(Expected) { dossier, 25 });
  att_store_set_languages (f->store, (const char *const[]) { NULL });
  ask_until (fifty_unread, dossier);
  stories_wait_for_end (dossier);
}

static gboolean
has_hidden (gpointer data)
{
  Expected *expected = data;
  guint n;
  g_object_get (expected->dossier, "n-hidden", &n, NULL);
  return n == expected->n;
}

/* Where nothing is readable, how much there would be in other languages; nothing of the kind where a language was asked for. */
static void
test_hidden (Stories *f, gconstpointer data)
{
  stories_add (f, 0, 100);
  AttDossier *dossier = att_dossier_new (f->store);
  att_store_set_languages (f->store, (const char *const[]) { "ja", NULL });
  att_dossier_take_filter (dossier, att_filter_parse ("topic:even", NULL));   /* French and English */
  stories_wait (has_so_many, &(Expected) { dossier, 0 });
  stories_wait (has_hidden, &(Expected) { dossier, 50 });
  att_dossier_take_filter (dossier, att_filter_parse ("topic:odd", NULL));   /* German, and what nobody can tell */
  stories_wait (has_so_many, &(Expected) { dossier, 25 });
  g_assert_true (has_hidden (&(Expected) { dossier, 0 }));
  att_dossier_take_filter (dossier, att_filter_parse ("topic:even lang:de", NULL));
  stories_wait (has_so_many, &(Expected) { dossier, 0 });
  att_dossier_take_filter (dossier, att_filter_parse ("topic:even", NULL));
  stories_wait (has_hidden, &(Expected) { dossier, 50 });   /* nothing was asked in between */
  att_store_set_languages (f->store, (const char *const[]) { "fr", NULL });
  stories_wait (has_so_many, &(Expected) { dossier, 25 });
  g_assert_true (has_hidden (&(Expected) { dossier, 0 }));
  att_store_set_languages (f->store, NULL);
  stories_wait_for_end (dossier);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Stories, NULL, stories_set_up, func, stories_tear_down)
  ADD ("/dossier/dossier", test_dossier);
  ADD ("/dossier/arrivals", test_arrivals);
  ADD ("/dossier/filter-and-arrivals", test_filter_and_arrivals);
  ADD ("/dossier/mark-shown", test_mark_shown);
  ADD ("/dossier/mark-matching", test_mark_matching);
  ADD ("/dossier/mark-unanswered", test_mark_unanswered);
  ADD ("/dossier/mark-place", test_mark_place);
  ADD ("/dossier/undo", test_undo);
  ADD ("/dossier/undo-shows", test_undo_shows);
  ADD ("/dossier/languages", test_languages);
  ADD ("/dossier/hidden", test_hidden);
  return g_test_run ();
}
