/* logins.c: the feeds that let nobody in without a name and a password.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/logins.h"

#include "desk/shelving.h"

#include <string.h>

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttDesk) self = data;
  g_autoptr (GError) error = NULL;
  att_desk_hold (self, FALSE);
  if (!att_keyring_keep_finish (ATT_KEYRING (source), result, &error))
    att_desk_fail (self, error);
}

static void
keep (AttDesk *self, const char *url)
{
  att_desk_hold (self, TRUE);
  att_keyring_keep_async (att_fetcher_get_keyring (att_desk_get_fetcher (self)), url, kept_cb, g_object_ref (self));
}

void
att_desk_sign_in (AttDesk *self, gint64 feed, const char *url, const char *user, const char *password)
{
  att_keyring_learn (att_fetcher_get_keyring (att_desk_get_fetcher (self)), url, user, password);
  if (feed == 0)
    return;
  keep (self, url);
  att_desk_refresh_feed (self, feed);
}

void
att_desk_sign_out (AttDesk *self, const char *url)
{
  att_keyring_forget (att_fetcher_get_keyring (att_desk_get_fetcher (self)), url);
}

static gboolean
take (AttDesk *self, char **url)
{
  char *bare = *url ? att_keyring_take (att_fetcher_get_keyring (att_desk_get_fetcher (self)), *url) : NULL;
  gboolean changed = bare && strcmp (bare, *url) != 0;
  g_free (*url);
  *url = bare;
  return changed;
}

void
att_logins_take (AttDesk *self, GPtrArray *feeds)
{
  for (guint i = 0; i < feeds->len; i++) {
    AttFeed *feed = feeds->pdata[i];
    take (self, &feed->url);
    take (self, &feed->site);
    keep (self, feed->url);   /* perhaps learned while it was looked for */
  }
}

static void
feeds_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) feeds = att_store_finish (ATT_STORE (source), result, &error);
  att_desk_hold (self, FALSE);
  for (guint i = 0; feeds && i < feeds->len; i++) {
    const AttFeed *stored = feeds->pdata[i];
    g_autoptr (AttFeed) feed = strchr (stored->url, '@') ? att_feed_copy (stored) : NULL;
    if (feed && take (self, &feed->url))
      att_desk_describe_feed (self, feeds->pdata[i], feed, NULL, NULL);
  }
}

void
att_logins_mend (AttDesk *self)
{
  att_desk_hold (self, TRUE);
  att_store_feeds_async (att_desk_get_store (self), NULL, feeds_cb, g_object_ref (self));
}
