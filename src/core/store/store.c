/* store.c: the desk's memory, asked and told without waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/store.h"

#include "base/date.h"
#include "base/worker.h"
#include "store/monitors.h"

#include <string.h>

#define GLANCE 256           /* articles: some screens of them */

struct _AttStore {
  GObject      parent_instance;
  AttDatabase *write_db, *read_db, *count_db;
  AttWorker   *writer, *reader, *counter;
  AttColumns  *columns;    /* the counter's */
  char       **languages;  /* the person reads; none: all */
};

G_DEFINE_FINAL_TYPE (AttStore, att_store, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct {
  AttAskFunc func;
  gpointer data;
  GDestroyNotify free_data, free_answer;
  AttDatabase *db;
  AttChange *change;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;
  if (job->free_data)
    job->free_data (job->data);
  g_clear_pointer (&job->change, att_change_unref);
  g_free (job);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  att_database_set_cancel (job->db, cancellable);
  gpointer answer = job->func (job->db, job->data, job->change, &error);
  att_database_set_cancel (job->db, NULL);
  if (error) {
    if (answer && job->free_answer)
      job->free_answer (answer);
    g_task_return_error (task, error);
  } else
    g_task_return_pointer (task, answer, job->free_answer);
}

static GTask *
make_task (AttStore *self, AttDatabase *db, AttAskFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_answer,
           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  *job = (Job) { func, data, free_data, free_answer, db, NULL };
  g_task_set_task_data (task, job, job_free);
  return task;
}

void
att_store_ask_async (AttStore *self, AttAskFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_answer,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (ATT_IS_STORE (self) && self->reader != NULL);
  g_autoptr (GTask) task = make_task (self, self->read_db, func, data, free_data, free_answer, cancellable, callback, user_data);
  att_worker_push (self->reader, task, run);
}

void
att_store_count_async (AttStore *self, AttAskFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_answer,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (ATT_IS_STORE (self) && self->counter != NULL);
  g_autoptr (GTask) task = make_task (self, self->count_db, func, data, free_data, free_answer, cancellable, callback, user_data);
  att_worker_push (self->counter, task, run);
}

/* Tells the desk before it tells whoever asked: the list is on its way when the caller says "done". */
static void
told_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->change->added->len || job->change->touched->len || job->change->feeds)
    g_signal_emit (source, signals[CHANGED], 0, job->change);
  if (error)
    g_task_return_error (outer, error);
  else
    g_task_return_pointer (outer, answer, job->free_answer);
}

void
att_store_tell_async (AttStore *self, AttAskFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_answer,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (ATT_IS_STORE (self) && self->writer != NULL);
  GTask *outer = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) task = make_task (self, self->write_db, func, data, free_data, free_answer, NULL, told_cb, outer);
  ((Job *) g_task_get_task_data (task))->change = att_change_new ();
  att_worker_push (self->writer, task, run);
}

gpointer
att_store_finish (AttStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

AttStore *
att_store_open (const char *path, GError **error)
{
  g_autoptr (AttDatabase) write_db = att_database_open (path, ATT_DATABASE_WRITE, error);
  g_autoptr (AttDatabase) read_db = write_db ? att_database_open (path, ATT_DATABASE_READ, error) : NULL;
  g_autoptr (AttDatabase) count_db = read_db ? att_database_open (path, ATT_DATABASE_READ, error) : NULL;
  if (count_db == NULL)
    return NULL;
  AttStore *self = g_object_new (ATT_TYPE_STORE, NULL);
  att_database_hand_over (write_db);
  att_database_hand_over (read_db);
  att_database_hand_over (count_db);
  self->write_db = g_steal_pointer (&write_db);
  self->read_db = g_steal_pointer (&read_db);
  self->count_db = g_steal_pointer (&count_db);
  self->columns = att_columns_new ();
  self->writer = att_worker_new ("store-writer");
  self->reader = att_worker_new ("store-reader");
  self->counter = att_worker_new ("store-counter");
  return self;
}

gboolean
att_store_is_open (AttStore *self)
{
  return self->reader != NULL;
}

void
att_store_close (AttStore *self)
{
  if (self->reader) {   /* nobody waits for these answers any more */
    att_database_interrupt (self->read_db);
    att_database_interrupt (self->count_db);
  }
  g_clear_pointer (&self->writer, att_worker_join);
  g_clear_pointer (&self->reader, att_worker_join);
  g_clear_pointer (&self->counter, att_worker_join);
  g_clear_pointer (&self->read_db, att_database_close);
  g_clear_pointer (&self->count_db, att_database_close);
  g_clear_pointer (&self->write_db, att_database_close);   /* last: only who may write can put the log into the store and take it away */
  g_clear_pointer (&self->columns, att_columns_free);
}

typedef struct { AttColumns *columns; AttFilter *filter; AttCoverage *shown; char *words; } Cover;

static void
cover_free (gpointer data)
{
  att_filter_unref (((Cover *) data)->filter);
  g_clear_pointer (&((Cover *) data)->shown, att_coverage_unref);
  g_free (((Cover *) data)->words);
  g_free (data);
}

static gpointer
cover (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Cover *cover = data;
  AttCoverage *coverage = att_coverage_find (db, cover->columns, cover->filter, cover->words, att_date_now (), error);
  if (coverage && cover->shown)
    att_coverage_count_new (cover->shown, coverage);
  return coverage;
}

void
att_store_cover_async (AttStore *self, const AttFilter *filter, AttCoverage *shown, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Cover question = { self->columns, att_filter_ref ((AttFilter *) filter), shown ? att_coverage_ref (shown) : NULL, NULL };
  att_store_count_async (self, cover, g_memdup2 (&question, sizeof question), cover_free, (GDestroyNotify) att_coverage_unref, cancellable, callback, user_data);
}

void
att_store_find_actors_async (AttStore *self, const AttFilter *filter, const char *words, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Cover question = { self->columns, att_filter_ref ((AttFilter *) filter), NULL, g_strdup (words) };
  att_store_count_async (self, cover, g_memdup2 (&question, sizeof question), cover_free, (GDestroyNotify) att_coverage_unref, cancellable, callback, user_data);
}

static gpointer
glance (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_coverage_glance (db, data, att_date_now (), GLANCE, error);
}

void
att_store_glance_async (AttStore *self, const AttFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  att_store_ask_async (self, glance, att_filter_ref ((AttFilter *) filter), (GDestroyNotify) att_filter_unref, (GDestroyNotify) att_coverage_unref,
                       cancellable, callback, user_data);
}

typedef struct { AttFilter *filter; guint days; AttColumns *columns; } TrendWish;

static void
trend_wish_free (gpointer data)
{
  att_filter_unref (((TrendWish *) data)->filter);
  g_free (data);
}

static gpointer
read_trends (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const TrendWish *wish = data;
  return att_trends_read (db, wish->columns, wish->filter, wish->days, att_date_now (), error);
}

void
att_store_trends_async (AttStore *self, const AttFilter *filter, guint days, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  TrendWish *wish = g_new (TrendWish, 1);
  *wish = (TrendWish) { att_filter_ref ((AttFilter *) filter), days, self->columns };
  att_store_count_async (self, read_trends, wish, trend_wish_free, (GDestroyNotify) att_trends_unref, cancellable, callback, user_data);
}

static gpointer
read_rows (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  GArray *ids = data;
  return att_rows_read (db, (gint64 *) ids->data, ids->len, error);
}

void
att_store_rows_async (AttStore *self, const gint64 *ids, guint n, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (copy, ids, n);
  att_store_ask_async (self, read_rows, copy, (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

static gpointer
read_article (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_articles_read (db, *(gint64 *) data, error);
}

void
att_store_article_async (AttStore *self, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  att_store_ask_async (self, read_article, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) att_article_unref, cancellable, callback, user_data);
}

/* What is counted of what a person reads. */
typedef struct { AttColumns *columns; char **languages; } Counted;

static void
counted_free (gpointer data)
{
  g_strfreev (((Counted *) data)->languages);
  g_free (data);
}

static void
count_readable (AttStore *self, AttAskFunc func, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Counted *counted = g_new (Counted, 1);
  *counted = (Counted) { self->columns, g_strdupv (self->languages) };
  att_store_count_async (self, func, counted, counted_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

static gpointer
list_feeds (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Counted *counted = data;
  return att_feeds_list (db, counted->columns, (const char *const *) counted->languages, error);
}

void
att_store_feeds_async (AttStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  count_readable (self, list_feeds, cancellable, callback, user_data);
}

static gpointer
list_monitors (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Counted *counted = data;
  return att_monitors_list (db, counted->columns, (const char *const *) counted->languages, att_date_now (), error);
}

void
att_store_monitors_async (AttStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  count_readable (self, list_monitors, cancellable, callback, user_data);
}

static gpointer
list_news (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Counted *counted = data;
  return att_monitors_news (db, counted->columns, (const char *const *) counted->languages, att_date_now (), error);
}

void
att_store_news_async (AttStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  count_readable (self, list_news, NULL, callback, user_data);
}

void
att_store_set_languages (AttStore *self, const char *const *languages)
{
  static const char *const ALL[] = { NULL };
  languages = languages ? languages : ALL;
  if (g_strv_equal ((const char *const *) self->languages, languages))
    return;
  g_strfreev (self->languages);
  self->languages = g_strdupv ((char **) languages);
  g_autoptr (AttChange) change = att_change_new ();
  change->feeds = change->anew = TRUE;
  g_signal_emit (self, signals[CHANGED], 0, change);
}

const char *const *
att_store_get_languages (AttStore *self)
{
  return (const char *const *) self->languages;
}

typedef struct { GArray *ids; AttFilter *filter; gint64 before; guint set, clear; } Mark;

static void
mark_free (gpointer data)
{
  Mark *mark = data;
  g_clear_pointer (&mark->ids, g_array_unref);
  g_clear_pointer (&mark->filter, att_filter_unref);
  g_free (mark);
}

static gpointer
write_mark (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  Mark *mark = data;
  GArray *was = NULL;
  if (att_flags_set (db, mark->ids, mark->filter, mark->before, mark->set, mark->clear, &was, error))
    change->feeds = was->len > 0;   /* unread counts */
  return was;
}

void
att_store_mark_async (AttStore *self, const GArray *ids, const AttFilter *filter, gint64 before, guint set, guint clear, GAsyncReadyCallback callback, gpointer user_data)
{
  Mark *mark = g_new0 (Mark, 1);
  *mark = (Mark) { ids ? g_array_copy ((GArray *) ids) : NULL, filter ? att_filter_ref ((AttFilter *) filter) : NULL, before, set, clear };
  att_store_tell_async (self, write_mark, mark, mark_free, (GDestroyNotify) g_array_unref, callback, user_data);
}

static gpointer
restore (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  change->feeds = change->found = att_flags_restore (db, data, error);
  return NULL;
}

void
att_store_restore_async (AttStore *self, GArray *was, GAsyncReadyCallback callback, gpointer user_data)
{
  att_store_tell_async (self, restore, g_array_ref (was), (GDestroyNotify) g_array_unref, NULL, callback, user_data);
}

static void
att_store_dispose (GObject *object)
{
  att_store_close (ATT_STORE (object));
  G_OBJECT_CLASS (att_store_parent_class)->dispose (object);
}

static void
att_store_finalize (GObject *object)
{
  g_strfreev (ATT_STORE (object)->languages);
  G_OBJECT_CLASS (att_store_parent_class)->finalize (object);
}

static void
att_store_class_init (AttStoreClass *class)
{
  G_OBJECT_CLASS (class)->dispose = att_store_dispose;
  G_OBJECT_CLASS (class)->finalize = att_store_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
att_store_init (AttStore *self)
{
  self->languages = g_new0 (char *, 1);
}
