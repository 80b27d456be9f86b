/* site.h: a real server on loopback that is kind, broken, slow and lying.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each address answers is in site.c. It runs on the default main context.
 */
#pragma once

#include <libsoup/soup.h>

typedef struct {
  SoupServer *server;
  char       *base;   /* "http://127.0.0.1:PORT" */
  guint       n_requests, n_conditional;
  guint       n_well, n_sick;   /* of those for /paged, behind so many requests so many fail */
} Site;

void site_start (Site *self);
void site_stop  (Site *self);
