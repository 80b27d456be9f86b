/* trouble.c: what is wrong with a feed, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/trouble.h"

#include "base/date.h"
#include "base/error.h"
#include "ui/widget/moment.h"

#include <glib/gi18n.h>

/* What the person can do about this kind of failure; what it is, its own words say. */
static const char *
advise (const AttFeed *feed)
{
  switch (feed->trouble) {
    case ATT_ERROR_GONE:       return _("Unsubscribe, or look for its new address on the site.");
    case ATT_ERROR_NOT_A_FEED: return _("Open the site and look for its feed.");
    case ATT_ERROR_LOGIN:      return _("Sign in with the name and password its outlet gave you; the keyring keeps them.");
    default:                   return _("If it stays so, look whether its address has changed.");
  }
}

char *
att_trouble_tell (const AttFeed *feed)
{
  g_autofree char *since = feed->failing_since ? att_moment_long (feed->failing_since) : g_strdup ("–"), *next = feed->due ? att_moment_short (feed->due, att_date_now ()) : g_strdup ("–");
  g_autofree char *times = g_strdup_printf (_("Since %s. Next try: %s."), since, next);
  return g_strdup_printf ("%s%s%s\n%s", feed->trouble_text ? feed->trouble_text : "", feed->trouble_text ? "\n" : "", times, advise (feed));
}
