/* site-desk.h: a desk in a profile of its own, and a site on loopback that it may ask.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk/desk.h"
#include "site.h"

typedef struct {
  Site     site;
  char    *profile;
  AttDesk *desk;
} SiteDesk;

void          site_desk_set_up    (SiteDesk *f, gconstpointer data);
void          site_desk_tear_down (SiteDesk *f, gconstpointer data);

/* What was asked with this callback; the caller owns it. One thing at a time. */
void          site_desk_cb        (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *site_desk_wait      (void);

gint64        site_desk_subscribe (SiteDesk *f, const char *const *paths);   /* how many of them are new */
void          site_desk_sample    (SiteDesk *f);                             /* the sample sources, read */
