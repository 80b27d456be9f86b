/* event-words.c: what states did to each other, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/event-words.h"

#include "ui/widget/country.h"

#include <glib/gi18n.h>

static const char *
type_words (AttEventType type)
{
  switch (type) {
    case ATT_EVENT_AGREE: return _("agreement");
    case ATT_EVENT_CONSULT: return _("talks");
    case ATT_EVENT_SUPPORT: return _("support");
    case ATT_EVENT_CONCEDE: return _("concession");
    case ATT_EVENT_COOPERATE: return _("cooperation");
    case ATT_EVENT_AID: return _("aid");
    case ATT_EVENT_RETREAT: return _("withdrawal or easing");
    case ATT_EVENT_REQUEST: return _("demand");
    case ATT_EVENT_ACCUSE: return _("accusation");
    case ATT_EVENT_REJECT: return _("rejection");
    case ATT_EVENT_THREATEN: return _("threat");
    case ATT_EVENT_PROTEST: return _("protest");
    case ATT_EVENT_SANCTION: return _("sanctions");
    case ATT_EVENT_MOBILIZE: return _("show of force");
    case ATT_EVENT_COERCE: return _("coercion");
    default: return _("attack");
  }
}

char *
att_event_words (const AttEvent *event)
{
  g_autofree char *actor = att_country_name (event->actor), *recipient = att_country_name (event->recipient);   /* a body goes by its name */
  g_autofree char *what = g_strdup_printf (event->mutual ? _("%s and %s: %s") : _("%s → %s: %s"), actor, recipient, type_words (event->type));
  switch (event->aspect) {
    case ATT_ASPECT_ANNOUNCED: return g_strdup_printf (_("%s (announced)"), what);
    case ATT_ASPECT_NEGATED: return g_strdup_printf (_("%s (denied, or did not happen)"), what);
    case ATT_ASPECT_HYPOTHETICAL: return g_strdup_printf (_("%s (possible)"), what);
    default: return g_steal_pointer (&what);
  }
}
