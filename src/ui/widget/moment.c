/* moment.c: a point in time as a person says it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/moment.h"

#include <glib/gi18n.h>

char *
att_moment_short (gint64 seconds, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (seconds), today = g_date_time_new_from_unix_local (now);
  if (then == NULL || today == NULL)
    return g_strdup ("");
  gboolean same_year = g_date_time_get_year (then) == g_date_time_get_year (today);
  if (same_year && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (today))
    return g_date_time_format (then, _("%H:%M"));
  if (now - seconds < 6 * 86400 && now > seconds)
    return g_date_time_format (then, _("%a %H:%M"));
  /* xgettext:no-c-format */
  const char *day = _("%-d %b");
  /* xgettext:no-c-format */
  const char *year = _("%-d %b %Y");
  return g_date_time_format (then, same_year ? day : year);
}

char *
att_moment_long (gint64 seconds)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (seconds);
  /* xgettext:no-c-format */
  const char *whole = _("%-d %B %Y, %H:%M");
  return then ? g_date_time_format (then, whole) : g_strdup ("");
}

char *
att_moment_beside (const char *source, gint64 seconds)
{
  g_autofree char *when = att_moment_long (seconds);
  return g_strdup_printf ("\u2068%s\u2069 · \u2068%s\u2069", source, when);
}
