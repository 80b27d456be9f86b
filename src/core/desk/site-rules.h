/* site-rules.h: what sites ask to be left alone, for as long as that counts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 9309: a robots.txt counts for a day (§2.4); a site that says it has none has none (§2.3.1.3); where it cannot be had, nothing of the
 * site is read until it can (§2.3.1.4). Main thread.
 */
#pragma once

#include "fetch/fetcher.h"

G_BEGIN_DECLS

typedef struct _AttSiteRules AttSiteRules;

typedef enum {
  ATT_LEAVE_UNKNOWN,       /* its robots.txt is to be asked for first */
  ATT_LEAVE_GIVEN,
  ATT_LEAVE_REFUSED,
  ATT_LEAVE_PUT_OFF,       /* it could not be had; *until: when it is to be asked for again, seconds since 1970 */
} AttLeave;

AttSiteRules *att_site_rules_new  (void);
void          att_site_rules_free (AttSiteRules *self);

/* What came of asking for a host's robots.txt: an answer, or, where that is NULL, error. */
void          att_site_rules_take (AttSiteRules *self, const char *host, const AttAnswer *answer, const GError *error);

/* path: "/news/1?x=2". */
AttLeave      att_site_rules_ask  (const AttSiteRules *self, const char *host, const char *path, gint64 *until);

G_END_DECLS
