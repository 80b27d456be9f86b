/* talks.h: three articles of one feed, "Talks in the port", in a store of their own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scratch.h"

#include "press/article.h"

#define NOW 1768480800

typedef struct {
  Scratch store;
  gint64  feed, article;   /* the first */
} Talks;

void        talks_set_up    (Talks *f, gconstpointer data);
void        talks_tear_down (Talks *f, gconstpointer data);
AttArticle *talks_article   (guint64 key, const char *title);   /* another such; the caller's */
guint       talks_count     (Talks *f, const char *text);       /* how many a filter finds, asked of the columns and of the database */
