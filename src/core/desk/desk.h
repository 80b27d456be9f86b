/* desk.h: the newsroom: feeds fetched, read, marked and stored.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only room that knows fetch, feed, analysis and store at once. Bytes come in on the main loop, are read and
 * analysed on a pool of threads, and are written on the store's own thread. Main thread only.
 *
 * Signal "subscribed" (GArray of gint64): feeds that are new. Signal "progress": n_done or n_all changed. Signal "finished": a round is over; troubles() has what went wrong. Signal
 * "sealed": somebody sealed the desk from elsewhere, or unsealed it. Signal "marking": how far what is stored has been analysed anew, see get_marking.
 */
#pragma once

#include "analysis/lexicon.h"
#include "fetch/fetcher.h"
#include "press/feed.h"
#include "store/store.h"

G_BEGIN_DECLS

#define ATT_TYPE_DESK (att_desk_get_type ())
G_DECLARE_FINAL_TYPE (AttDesk, att_desk, ATT, DESK, GObject)

/* One feed found at an address; frozen. */
typedef struct {
  char *url, *title;
  char *newest;        /* the title of its newest article, or NULL */
  guint n_articles;
  double per_week;     /* articles, over what it carries; 0 unknown */
  gboolean subscribed;
} AttFoundFeed;

/* One feed's failure in the last round. */
typedef struct { gint64 feed; char *label; GError *error; } AttTrouble;

/* profile: the folder of the store, made if need be. */
AttDesk  *att_desk_open  (const char *profile, GError **error);
void      att_desk_close (AttDesk *self);

AttStore *att_desk_get_store (AttDesk *self);
const char *att_desk_get_path   (AttDesk *self);   /* of the store's file */
AttFetcher *att_desk_get_fetcher (AttDesk *self);
const char *att_desk_get_images (AttDesk *self);   /* the folder they are kept in */
const AttLexicon *att_desk_get_lexicon (AttDesk *self);
const char *att_desk_get_tables (AttDesk *self);   /* the folder of a person's own tables of the lexicon */

/* Whether anything goes out: see outside.h. Sealing takes effect at once; FALSE with error: it would not last. */
gboolean att_desk_is_sealed (AttDesk *self);
gboolean att_desk_seal      (AttDesk *self, gboolean sealed, GError **error);

/* Another lexicon from now on, taken over: everything stored is marked anew by it, in the background. */
void att_desk_take_lexicon (AttDesk *self, AttLexicon *lexicon);
void att_desk_mark_again  (AttDesk *self);   /* the same by the lexicon there is */
void att_desk_get_marking  (AttDesk *self, guint *n_done, guint *n_all);

/* Something that was wished for and nobody waits for failed: told by the signal "failed" (const char *, a sentence). */
void att_desk_fail (AttDesk *self, const GError *error);

/* Closing the desk waits until nobody holds it; the store is open until then. From the thread that opened it. */
void att_desk_hold (AttDesk *self, gboolean hold);

/* Seconds between two turns of a well feed; the timer runs from start on. */
void att_desk_set_interval (AttDesk *self, gint64 seconds);
void att_desk_start        (AttDesk *self);
gboolean att_desk_is_free_to_ask (AttDesk *self);   /* whether what follows a round may go out: a person asked for it, or the network costs nothing */
void att_desk_set_metered  (AttDesk *self, gboolean allowed);   /* whether the timer asks over a network paid by the byte; not unless told so */
void att_desk_tick         (AttDesk *self);                     /* what the timer does every minute: a round of those due (due.h) */

/* A round: the feeds that are due, or all of them but those gone for good. A round under way goes on. */
void att_desk_refresh      (AttDesk *self, gboolean all);
void att_desk_refresh_feed (AttDesk *self, gint64 feed);
void att_desk_cancel       (AttDesk *self);
gboolean   att_desk_is_busy     (AttDesk *self);
void       att_desk_get_progress (AttDesk *self, guint *n_done, guint *n_all);
GPtrArray *att_desk_get_troubles (AttDesk *self);   /* of AttTrouble *, of the last round */

/* What feeds there are at an address, a page or a site's name: an array of AttFoundFeed *, best first. */
void       att_desk_find_async  (AttDesk *self, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *att_desk_find_finish (AttDesk *self, GAsyncResult *result, GError **error);

/* Subscribes, then gives the new feeds their first turn. finish returns how many are new; an OPML file is taken whole or not at all. */
void att_desk_subscribe_async  (AttDesk *self, GPtrArray *feeds, GAsyncReadyCallback callback, gpointer user_data);
void att_desk_import_async     (AttDesk *self, GBytes *opml, GAsyncReadyCallback callback, gpointer user_data);
int  att_desk_subscribe_finish (AttDesk *self, GAsyncResult *result, GError **error);   /* -1 on error */
void att_desk_take_feeds       (AttDesk *self, const GArray *ids);   /* intake.c's: these are new */
void att_desk_sample_async     (AttDesk *self, GAsyncReadyCallback callback, gpointer user_data);   /* the sample desk; no network */

/* An image somebody asked to see, through the same fetcher as the feeds, kept for the next time (see images.h). */
void    att_desk_image_async  (AttDesk *self, const char *url, GAsyncReadyCallback callback, gpointer user_data);
GBytes *att_desk_image_finish (AttDesk *self, GAsyncResult *result, GError **error);

void    att_desk_export_async  (AttDesk *self, GAsyncReadyCallback callback, gpointer user_data);   /* → GBytes, OPML 2.0 */
GBytes *att_desk_export_finish (AttDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
