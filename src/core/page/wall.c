/* wall.c: what stands between a page and its article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/wall.h"

#include <string.h>

#define WHOLE 2500           /* bytes: so much is an article even where the page says it is locked */
#define LITTLE 200           /* bytes: less is no article */

static gboolean
says (const char *low, const char *const *phrases)
{
  for (guint i = 0; phrases[i]; i++)
    if (strstr (low, phrases[i]))
      return TRUE;
  return FALSE;
}

AttPageWall
att_wall_of (const AttMetadata *meta, const AttLayout *layout, const char *text)
{
  static const char *const PAY[] = { "subscribe to continue", "subscribe to read", "already a subscriber", "for subscribers only", "subscribers only", "to continue reading", "jetzt weiterlesen", "mit abo", "abonnieren sie",
                                     "réservé aux abonnés", "article réservé", "contenido exclusivo para suscriptores", "suscríbete para", "per continuare a leggere", NULL };
  static const char *const CONSENT[] = { "we value your privacy", "before you continue", "we and our partners", "accept all cookies", "cookies akzeptieren", "wir und unsere partner", "nous et nos partenaires", "manage your privacy", "zustimmen und weiter", NULL };
  static const char *const SCRIPT[] = { "enable javascript", "javascript is disabled", "javascript is required", "turn on javascript", "javascript aktivieren", "activer javascript", "activar javascript", NULL };
  gsize n = strlen (text);
  g_autofree char *low = n < WHOLE ? g_utf8_strdown (layout->text->str, -1) : NULL;
  if (low && n < WHOLE && (meta->linked->locked || (n < 4 * LITTLE && says (low, PAY))))
    return ATT_WALL_PAY;
  if (low == NULL || n >= LITTLE)
    return ATT_WALL_NONE;
  if (says (low, CONSENT))
    return ATT_WALL_CONSENT;
  return says (low, SCRIPT) || layout->text->len < LITTLE ? ATT_WALL_SCRIPT : ATT_WALL_NONE;
}
