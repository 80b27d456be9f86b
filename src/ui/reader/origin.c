/* origin.c: where a story comes from, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/origin.h"

#include "base/url.h"
#include "ui/widget/moment.h"

#include <glib/gi18n.h>

static void
add_line (GString *text, const char *line)
{
  if (line)
    g_string_append_printf (text, "%s%s", text->len ? "\n" : "", line);
}

char *
att_origin_describe (const AttArticle *article, const char *outlet, const char *changes)
{
  g_return_val_if_fail (article != NULL, NULL);

  g_autofree char *when = att_moment_long (article->published), *host = att_url_host (article->url);
  const char *known = outlet ? outlet : host;
  const char *const parts[] = { when, known, g_strcmp0 (article->source, known) ? article->source : NULL, article->byline };
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)   /* each runs its own way (UAX 9, isolates), and they stay in order */
    if (parts[i] && *parts[i])
      g_string_append_printf (text, "%s\u2068%s\u2069", text->len ? "  ·  " : "", parts[i]);
  add_line (text, article->partial ? _("Only a part of it is public. Open it in the browser to read on.") : NULL);
  add_line (text, article->form == ATT_FORM_LIVE ? _("A live report: what was there when its page was last fetched.") : NULL);
  add_line (text, article->form == ATT_FORM_GALLERY ? _("A gallery of pictures. Open it in the browser to see them all.") : NULL);
  add_line (text, changes);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
