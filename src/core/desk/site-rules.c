/* site-rules.c: what sites ask to be left alone, for as long as that counts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/site-rules.h"

#include "base/date.h"
#include "base/error.h"
#include "fetch/robots.h"

#define RULES_HOLD 86400     /* seconds */
#define OUT_OF_REACH 3600

/* text: NULL: it could not be had. */
typedef struct { char *text; gint64 until; } Rules;

struct _AttSiteRules { GHashTable *by_host; };   /* → Rules * */

static void
rules_free (gpointer data)
{
  g_free (((Rules *) data)->text);
  g_free (data);
}

AttSiteRules *
att_site_rules_new (void)
{
  AttSiteRules *self = g_new (AttSiteRules, 1);
  self->by_host = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, rules_free);
  return self;
}

void
att_site_rules_free (AttSiteRules *self)
{
  g_hash_table_unref (self->by_host);
  g_free (self);
}

/* A refusal for good, which no server that is busy or out of reach gives. */
static gboolean
has_none (const GError *error)
{
  return g_error_matches (error, ATT_ERROR, ATT_ERROR_NOT_FOUND) || g_error_matches (error, ATT_ERROR, ATT_ERROR_GONE) || g_error_matches (error, ATT_ERROR, ATT_ERROR_LOGIN)
         || g_error_matches (error, ATT_ERROR, ATT_ERROR_HTTP);
}

void
att_site_rules_take (AttSiteRules *self, const char *host, const AttAnswer *answer, const GError *error)
{
  Rules *rules = g_new0 (Rules, 1);
  gsize length = 0;
  const char *bytes = answer && answer->bytes ? g_bytes_get_data (answer->bytes, &length) : NULL;
  rules->text = answer || has_none (error) ? g_strndup (bytes ? bytes : "", length) : NULL;
  rules->until = att_date_now () + (rules->text ? RULES_HOLD : OUT_OF_REACH);
  g_hash_table_replace (self->by_host, g_strdup (host), rules);
}

AttLeave
att_site_rules_ask (const AttSiteRules *self, const char *host, const char *path, gint64 *until)
{
  const Rules *rules = g_hash_table_lookup (self->by_host, host);
  if (rules == NULL || att_date_now () >= rules->until)
    return ATT_LEAVE_UNKNOWN;
  *until = rules->until;
  return rules->text == NULL ? ATT_LEAVE_PUT_OFF : att_robots_allow (rules->text, path) ? ATT_LEAVE_GIVEN : ATT_LEAVE_REFUSED;
}
