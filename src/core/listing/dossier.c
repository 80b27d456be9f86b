/* dossier.c: what one window is looking at: a filter, what it brought, and the article that is open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/dossier.h"

#include <string.h>

#define PAUSE 600   /* milliseconds between two looks at what has arrived */

struct _AttDossier {
  GObject          parent_instance;
  AttStore        *store;
  gulong           follows;
  AttFilter       *filter;
  AttCoverage     *coverage, *waiting;   /* waiting: newer, not shown yet */
  AttArticleModel *articles;
  AttFacetModel   *themes, *actors;
  AttSourceModel  *sources;
  AttArticle      *article;
  GHashTable      *images;               /* of the article: address → GBytes */
  GCancellable    *question, *opening;
  AttHistory      *history;
  guint            n_waiting, n_hidden, pause;   /* pause: a timer, until arrivals are asked for again */
  gint64           asked;                /* when they were, microseconds */
  gboolean         busy, held, unanswered;   /* unanswered: another filter, or other languages, were asked for */
  char            *trouble;
};

G_DEFINE_FINAL_TYPE (AttDossier, att_dossier, G_TYPE_OBJECT)

enum { PROP_0, PROP_FILTER, PROP_COVERAGE, PROP_ARTICLES, PROP_ARTICLE, PROP_BUSY, PROP_N_WAITING, PROP_TROUBLE, PROP_IMAGES, PROP_N_HIDDEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
notify (AttDossier *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Cancels the question under way and returns the cancellable of the next. */
static GCancellable *
replace (GCancellable **question)
{
  g_cancellable_cancel (*question);
  g_clear_object (question);
  return *question = g_cancellable_new ();
}

static void
set_hidden (AttDossier *self, guint n)
{
  if (self->n_hidden == n)
    return;
  self->n_hidden = n;
  notify (self, PROP_N_HIDDEN);
}

static void
show (AttDossier *self, AttCoverage *coverage)
{
  g_clear_pointer (&self->coverage, att_coverage_unref);
  g_clear_pointer (&self->waiting, att_coverage_unref);
  self->coverage = coverage;
  g_clear_object (&self->articles);
  self->articles = att_article_model_new (self->store, coverage);
  if (!coverage->partial) {   /* its counts would mean nothing */
    att_facet_model_update (self->themes, coverage, self->filter);
    att_facet_model_update (self->actors, coverage, self->filter);
  }
  self->n_waiting = 0;
  notify (self, PROP_N_WAITING);
  set_hidden (self, 0);
  notify (self, PROP_COVERAGE);
  notify (self, PROP_ARTICLES);
}

static void
set_busy (AttDossier *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  notify (self, PROP_BUSY);
}

void
att_dossier_set_trouble (AttDossier *self, const char *text)
{
  g_free (self->trouble);
  self->trouble = g_strdup (text);
  notify (self, PROP_TROUBLE);
}

/* No story came, but some may be about something else now: all is counted anew. The list stays as it is, and the reader undisturbed; where stories
 * left it or belong there again, that is seen once nobody reads, or when it is asked for. Takes coverage. */
static void
recount (AttDossier *self, AttCoverage *coverage)
{
  gboolean same = coverage->n_ids == self->coverage->n_ids && memcmp (coverage->ids, self->coverage->ids, coverage->n_ids * sizeof *coverage->ids) == 0;
  att_facet_model_update (self->themes, coverage, self->filter);
  att_facet_model_update (self->actors, coverage, self->filter);
  g_clear_pointer (&self->waiting, att_coverage_unref);   /* what waited may be gone again */
  AttCoverage **place = same ? &self->coverage : &self->waiting;
  g_clear_pointer (place, att_coverage_unref);
  *place = coverage;
  self->n_waiting = coverage->n_more;
  notify (self, PROP_N_WAITING);
  if (same)
    notify (self, PROP_COVERAGE);
}

static void
hidden_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttDossier) self = data;
  g_autoptr (AttCoverage) coverage = att_store_finish (ATT_STORE (source), result, NULL);
  if (coverage)   /* else a newer question is under way, or this one has been told as trouble */
    set_hidden (self, coverage->n_ids);
}

/* Nothing to show: perhaps only for the languages the person reads. */
static void
count_hidden (AttDossier *self)
{
  const char *const *languages = att_store_get_languages (self->store);
  if (self->coverage->n_ids == 0 && languages && *languages && !att_filter_asks_language (self->filter))
    att_store_cover_async (self->store, self->filter, NULL, replace (&self->question), hidden_cb, g_object_ref (self));
}

static void
covered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttDossier) self = data;
  g_autoptr (GError) error = NULL;
  AttCoverage *coverage = att_store_finish (ATT_STORE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;   /* a newer question is under way */
  set_busy (self, self->pause != 0);
  if (coverage == NULL) {
    att_dossier_set_trouble (self, error->message);
    return;
  }
  gboolean arrivals = !self->unanswered;
  self->unanswered = FALSE;
  if (!arrivals || !self->held || self->coverage == NULL || self->coverage->partial || self->coverage->n_ids == 0) {
    show (self, coverage);
    count_hidden (self);
  } else if (coverage->n_new == 0)
    recount (self, coverage);
  else {
    g_clear_pointer (&self->waiting, att_coverage_unref);
    self->waiting = coverage;
    self->n_waiting = coverage->n_new + coverage->n_more;
    notify (self, PROP_N_WAITING);
  }
}

/* It may come after the whole, when nobody waits for it. */
static void
glanced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *weak = data;
  g_autoptr (AttDossier) self = g_weak_ref_get (weak);
  g_autoptr (AttCoverage) coverage = att_store_finish (ATT_STORE (source), result, NULL);
  g_weak_ref_clear (weak);
  if (coverage == NULL || self == NULL || self->coverage)
    return;
  gboolean whole = !coverage->partial;
  if (whole) {
    g_cancellable_cancel (self->question);
    self->unanswered = FALSE;
    set_busy (self, self->pause != 0);
  }
  show (self, g_steal_pointer (&coverage));
  if (whole)
    count_hidden (self);
}

gboolean
att_dossier_is_answered (AttDossier *self)
{
  return !self->unanswered;
}

/* The first answer of a window counts everything; until then there is something to read. What arrives before a filter's answer comes with it. */
static void
ask (AttDossier *self, gboolean arrivals)
{
  arrivals = arrivals && !self->unanswered;
  self->unanswered = !arrivals;
  set_busy (self, TRUE);
  GCancellable *cancellable = replace (&self->question);
  g_autoptr (AttFilter) filter = att_dossier_get_readable (self);
  if (self->coverage == NULL) {
    GWeakRef *weak = g_new (GWeakRef, 1);
    g_weak_ref_init (weak, self);
    att_store_glance_async (self->store, filter, cancellable, glanced_cb, weak);
  }
  att_store_cover_async (self->store, filter, arrivals ? self->coverage : NULL, cancellable, covered_cb, g_object_ref (self));
}

static void
set_article (AttDossier *self, AttArticle *article)
{
  gboolean another = self->article == NULL || article == NULL || self->article->id != article->id;
  g_clear_pointer (&self->article, att_article_unref);
  self->article = article;
  notify (self, PROP_ARTICLE);
  if (!another)
    return;
  g_hash_table_remove_all (self->images);
  notify (self, PROP_IMAGES);
}

/* Gone meanwhile, or another one is open: nothing to tell. */
static void
reread_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttDossier) self = data;
  g_autoptr (AttArticle) article = att_store_finish (ATT_STORE (source), result, NULL);
  if (article && self->article && self->article->id == article->id)
    set_article (self, g_steal_pointer (&article));
}

/* The article that is open has other words or marks now. */
static void
reread_article (AttDossier *self, const AttChange *change)
{
  for (guint i = 0; self->article && i < change->touched->len; i++)
    if (g_array_index (change->touched, gint64, i) == self->article->id) {
      att_store_article_async (self->store, self->article->id, NULL, reread_cb, g_object_ref (self));
      return;
    }
}

static gboolean
ask_again (gpointer data)
{
  AttDossier *self = data;
  self->pause = 0;
  self->asked = g_get_monotonic_time ();
  if (att_store_is_open (self->store))
    ask (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* A round brings hundreds of editions: the first is shown at once, those behind it together. */
static void
ask_for_arrivals (AttDossier *self)
{
  gint64 since = (g_get_monotonic_time () - self->asked) / 1000;
  if (self->pause)
    return;
  if (since >= PAUSE)
    ask_again (self);
  else {
    self->pause = g_timeout_add (PAUSE - since, ask_again, self);
    set_busy (self, TRUE);
  }
}

static void
changed_cb (AttStore *store, AttChange *change, gpointer data)
{
  AttDossier *self = data;
  if (!att_store_is_open (store))
    return;   /* the last writes of a desk that closes */
  reread_article (self, change);
  if ((change->touched->len || (change->feeds && change->added->len == 0)) && self->articles)   /* rows that stay show what they say by now */
    att_article_model_reread (self->articles);
  if (change->anew && self->question)   /* something was asked already */
    ask (self, FALSE);
  else if (change->added->len || change->touched->len || change->found)
    ask_for_arrivals (self);
}

AttDossier *
att_dossier_new (AttStore *store)
{
  AttDossier *self = g_object_new (ATT_TYPE_DOSSIER, NULL);
  self->store = g_object_ref (store);
  self->sources = att_source_model_new (store);
  self->follows = g_signal_connect (store, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

AttStore *
att_dossier_get_store (AttDossier *self)
{
  return self->store;
}

const AttFilter *
att_dossier_get_filter (AttDossier *self)
{
  return self->filter;
}

void
att_dossier_set_filter (AttDossier *self, AttFilter *filter)
{
  g_return_if_fail (ATT_IS_DOSSIER (self) && filter != NULL);
  AttFilter *old = self->filter;
  self->filter = att_filter_ref (filter);
  att_filter_unref (old);
  notify (self, PROP_FILTER);
  ask (self, FALSE);
}

void
att_dossier_take_filter (AttDossier *self, AttFilter *filter)
{
  att_dossier_set_filter (self, filter);
  att_filter_unref (filter);
}

const AttCoverage *
att_dossier_get_coverage (AttDossier *self)
{
  return self->coverage;
}

AttArticleModel *
att_dossier_get_articles (AttDossier *self)
{
  return self->articles;
}

AttFacetModel *
att_dossier_get_themes (AttDossier *self)
{
  return self->themes;
}

AttFacetModel *
att_dossier_get_actors (AttDossier *self)
{
  return self->actors;
}

AttSourceModel *
att_dossier_get_sources (AttDossier *self)
{
  return self->sources;
}

const AttArticle *
att_dossier_get_article (AttDossier *self)
{
  return self->article;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttDossier) self = data;
  g_autoptr (GError) error = NULL;
  AttArticle *article = att_store_finish (ATT_STORE (source), result, &error);
  if (article)
    set_article (self, article);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    att_dossier_set_trouble (self, error->message);
}

void
att_dossier_open (AttDossier *self, gint64 id)
{
  GCancellable *opening = replace (&self->opening);
  if (id == 0) {
    if (self->article)
      set_article (self, NULL);
    return;
  }
  if (self->article == NULL || self->article->id != id)
    att_store_article_async (self->store, id, opening, opened_cb, g_object_ref (self));
}

GBytes *
att_dossier_get_image (AttDossier *self, const char *url)
{
  return url ? g_hash_table_lookup (self->images, url) : NULL;
}

void
att_dossier_add_image (AttDossier *self, gint64 article, const char *url, GBytes *image)
{
  if (self->article == NULL || self->article->id != article)
    return;
  g_hash_table_insert (self->images, g_strdup (url), g_bytes_ref (image));
  notify (self, PROP_IMAGES);
}

void
att_dossier_set_held (AttDossier *self, gboolean held)
{
  self->held = held;
  if (!held && self->waiting && self->waiting->n_new == 0)   /* nobody need be told what became of stories they have seen */
    att_dossier_show_waiting (self);
}

guint
att_dossier_get_n_new (AttDossier *self)
{
  return self->waiting ? self->waiting->n_new : 0;
}

void
att_dossier_show_waiting (AttDossier *self)
{
  if (self->waiting)
    show (self, g_steal_pointer (&self->waiting));
}

AttHistory *
att_dossier_get_history (AttDossier *self)
{
  return self->history;
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AttDossier *self = ATT_DOSSIER (object);
  switch (id) {
    case PROP_FILTER:    g_value_set_pointer (value, self->filter); break;
    case PROP_COVERAGE:  g_value_set_pointer (value, self->coverage); break;
    case PROP_ARTICLES:  g_value_set_object (value, self->articles); break;
    case PROP_ARTICLE:   g_value_set_pointer (value, self->article); break;
    case PROP_IMAGES:    g_value_set_boxed (value, self->images); break;
    case PROP_BUSY:      g_value_set_boolean (value, self->busy); break;
    case PROP_N_WAITING: g_value_set_uint (value, self->n_waiting); break;
    case PROP_N_HIDDEN:  g_value_set_uint (value, self->n_hidden); break;
    case PROP_TROUBLE:   g_value_set_string (value, self->trouble); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
att_dossier_dispose (GObject *object)
{
  AttDossier *self = ATT_DOSSIER (object);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->question);
  g_cancellable_cancel (self->opening);
  if (self->store)
    g_clear_signal_handler (&self->follows, self->store);
  g_clear_object (&self->articles);
  g_clear_object (&self->themes);
  g_clear_object (&self->actors);
  g_clear_object (&self->sources);
  g_clear_object (&self->history);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (att_dossier_parent_class)->dispose (object);
}

static void
att_dossier_finalize (GObject *object)
{
  AttDossier *self = ATT_DOSSIER (object);
  g_clear_object (&self->question);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->filter, att_filter_unref);
  g_clear_pointer (&self->coverage, att_coverage_unref);
  g_clear_pointer (&self->waiting, att_coverage_unref);
  g_clear_pointer (&self->article, att_article_unref);
  g_hash_table_unref (self->images);
  g_free (self->trouble);
  G_OBJECT_CLASS (att_dossier_parent_class)->finalize (object);
}

static void
att_dossier_class_init (AttDossierClass *class)
{
  GObjectClass *object = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  object->get_property = get_property;
  object->dispose = att_dossier_dispose;
  object->finalize = att_dossier_finalize;
  properties[PROP_FILTER] = g_param_spec_pointer ("filter", NULL, NULL, flags);
  properties[PROP_COVERAGE] = g_param_spec_pointer ("coverage", NULL, NULL, flags);
  properties[PROP_ARTICLES] = g_param_spec_object ("articles", NULL, NULL, ATT_TYPE_ARTICLE_MODEL, flags);
  properties[PROP_ARTICLE] = g_param_spec_pointer ("article", NULL, NULL, flags);
  properties[PROP_IMAGES] = g_param_spec_boxed ("images", NULL, NULL, G_TYPE_HASH_TABLE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_N_WAITING] = g_param_spec_uint ("n-waiting", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_HIDDEN] = g_param_spec_uint ("n-hidden", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object, N_PROPS, properties);
}

static void
att_dossier_init (AttDossier *self)
{
  self->filter = att_filter_everything ();
  self->images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->themes = att_facet_model_new (TRUE);
  self->actors = att_facet_model_new (FALSE);
  self->history = att_history_new ();
}
