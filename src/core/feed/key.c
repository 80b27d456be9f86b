/* key.c: which article of a feed is which.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/key.h"

#include "base/text.h"
#include "base/url.h"

char *
att_feed_key (const AttArticle *article)
{
  if (article->guid)   /* an id that is an address varies as addresses do */
    return att_url_is_http (article->guid) ? att_url_identity (article->guid) : g_strdup (article->guid);
  if (article->url)
    return att_url_identity (article->url);
  g_autofree char *title = att_text_fold (article->title ? article->title : "");
  if (*title)
    return g_strconcat ("title:", title, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, article->text ? article->text : "", -1);
  return g_strconcat ("text:", digest, NULL);
}
