/* store.h: the desk's memory, asked and told without waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three threads, each with its own connection: the writer, a reader, and a counter that keeps the columns (columns.h) and
 * answers filters; a question stops when it is cancelled.
 * Every answer comes back on the main context. Main thread only.
 *
 * Signal "changed" (AttChange *): after a write that changed what the desk shows.
 */
#pragma once

#include "press/feed.h"
#include "store/articles.h"
#include "store/coverage.h"
#include "store/feeds.h"
#include "store/rows.h"
#include "store/trends.h"

G_BEGIN_DECLS

#define ATT_TYPE_STORE (att_store_get_type ())
G_DECLARE_FINAL_TYPE (AttStore, att_store, ATT, STORE, GObject)

/* A question or a change, run on the thread it was given to. Returns its answer, or NULL with error set. */
typedef gpointer (*AttAskFunc) (AttDatabase *db, gpointer data, AttChange *change, GError **error);

AttStore *att_store_open  (const char *path, GError **error);   /* blocks while a store is made or migrated: at start only */
gboolean  att_store_is_open (AttStore *self);
void      att_store_close (AttStore *self);                     /* runs what is queued, ends the threads */

/* change is NULL for questions; free_answer frees an answer nobody fetched. Takes data. */
void     att_store_ask_async  (AttStore *self, AttAskFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_answer,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void     att_store_count_async (AttStore *self, AttAskFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_answer,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);   /* on the counter's thread */
void     att_store_tell_async (AttStore *self, AttAskFunc func, gpointer data, GDestroyNotify free_data, GDestroyNotify free_answer,
                               GAsyncReadyCallback callback, gpointer user_data);
gpointer att_store_finish     (AttStore *self, GAsyncResult *result, GError **error);

/* What the person reads, ISO 639-1, NULL behind the last: sources, monitors and what is new for them are counted in these languages and where
 * nobody can tell it; none, or NULL: all. */
void att_store_set_languages (AttStore *self, const char *const *languages);
const char *const *att_store_get_languages (AttStore *self);   /* owned by self, until they are set again */

/* The questions of every window. shown: what n_new is counted against, or NULL. A glance is the newest articles at once, while the whole is counted. */
void att_store_glance_async  (AttStore *self, const AttFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);   /* → AttCoverage */
void att_store_cover_async   (AttStore *self, const AttFilter *filter, AttCoverage *shown, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);   /* → AttCoverage */
void att_store_find_actors_async (AttStore *self, const AttFilter *filter, const char *words, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);   /* → AttCoverage, of the actors whose labels hold the words */
void att_store_rows_async    (AttStore *self, const gint64 *ids, guint n, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data); /* → GPtrArray of AttHeadline */
void att_store_article_async (AttStore *self, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);                  /* → AttArticle */
void att_store_feeds_async   (AttStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);                             /* → GPtrArray of AttFeed */

void att_store_monitors_async (AttStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);                            /* → GPtrArray of AttMonitor, counted */
void att_store_trends_async   (AttStore *self, const AttFilter *filter, guint days, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);   /* → AttTrends */
void att_store_news_async     (AttStore *self, GAsyncReadyCallback callback, gpointer user_data);                                                         /* → GPtrArray of AttMonitorNews */

/* → GArray of AttWas, for att_store_restore_async. Of the ids, or (NULL) of what the filter matches, what is older than a time, seconds since 1970; G_MAXINT64: all. */
void att_store_mark_async    (AttStore *self, const GArray *ids, const AttFilter *filter, gint64 before, guint set, guint clear, GAsyncReadyCallback callback, gpointer user_data);
void att_store_restore_async (AttStore *self, GArray *was, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
