/* source-menu.c: what can be done with a feed, a folder or a monitor.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/feeds/source-menu.h"

#include "filter/syntax.h"
#include "ui/widget/menu.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct { const char *label, *action; } MenuItem;

typedef struct { const char *label, *mode; } Choice;

/* A submenu of which one is chosen: the state of one action of the window is the row's number and its mode, "12:always". */
static void
append_choices (GActionMap *window, GMenu *menu, const char *title, const char *action, gint64 id, int mode, const Choice *choices, guint n)
{
  g_autoptr (GMenu) submenu = g_menu_new ();
  GAction *chosen = g_action_map_lookup_action (window, action);
  g_autofree char *name = g_strconcat ("win.", action, NULL), *state = g_strdup_printf ("%" G_GINT64_FORMAT ":%d", id, mode);
  for (guint i = 0; i < n; i++) {
    g_autofree char *target = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", id, choices[i].mode);
    att_menu_append (submenu, choices[i].label, name, g_variant_new_string (target));
  }
  if (chosen)
    g_simple_action_set_state (G_SIMPLE_ACTION (chosen), g_variant_new_string (state));
  g_menu_append_submenu (menu, title, G_MENU_MODEL (submenu));
}

/* Whether its stories are fetched whole. */
static void
append_pages (GActionMap *window, GMenu *menu, const AttFeed *feed)
{
  const Choice modes[] = { { _("Where It Only Announces"), "-1" }, { _("Always"), "2" }, { _("When I Open One"), "1" }, { _("Never"), "0" } };
  append_choices (window, menu, _("Fetch Whole Stories"), "pages", feed->id, feed->pages, modes, G_N_ELEMENTS (modes));
}

static void
append_alerts (GActionMap *window, GMenu *menu, const AttMonitor *monitor)
{
  const Choice alerts[] = { { _("Never"), "0" }, { _("When All Before Was Read"), "1" }, { _("Whenever Something Comes"), "2" }, { _("When There Is More Than Usual"), "3" } };
  const Choice sensitivities[] = { { _("Only Much More"), "0" }, { _("Clearly More"), "1" }, { _("A Little More"), "2" } };
  const Choice outlets[] = { { _("One Outlet"), "1" }, { _("Two Outlets"), "2" }, { _("Three Outlets"), "3" }, { _("Five Outlets"), "5" } };
  append_choices (window, menu, _("Notify Me"), "alert", monitor->id, monitor->alert, alerts, G_N_ELEMENTS (alerts));
  if (monitor->alert != ATT_ALERT_BURST)
    return;
  append_choices (window, menu, _("More Than Usual Is"), "sensitivity", monitor->id, monitor->sensitivity, sensitivities, G_N_ELEMENTS (sensitivities));
  append_choices (window, menu, _("From at Least"), "outlets", monitor->id, monitor->outlets, outlets, G_N_ELEMENTS (outlets));
}

static void
append_folder (GMenu *menu, const char *folder, gboolean folded)
{
  att_menu_append (menu, folded ? _("Unfold") : _("Fold"), "win.fold-folder", g_variant_new_string (folder));
  att_menu_append (menu, _("Rename…"), "win.rename-folder", g_variant_new_string (folder));
  if (strchr (folder, '/'))
    att_menu_append (menu, _("Move to the Top"), "win.drop-folder", g_variant_new ("(ss)", folder, ""));
}

/* Every folder there is: whether the feed stands in it too. */
static void
append_shelves (AttSourceModel *model, GMenu *menu, const AttFeed *feed)
{
  g_autoptr (GMenu) submenu = g_menu_new ();
  GListModel *sources = att_source_model_get_list (model);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (AttSource) source = g_list_model_get_item (sources, i);
    const char *folder = att_source_get_kind (source) == ATT_SOURCE_FOLDER ? att_source_get_name (source) : NULL;
    if (folder == NULL || strcmp (folder, feed->folder) == 0)
      continue;
    gboolean on = feed->shelves && g_strv_contains ((const char *const *) feed->shelves, folder);
    g_autofree char *label = g_strdup_printf (on ? _("Not in %s") : "%s", folder);
    att_menu_append_name (submenu, label, "win.shelve-feed", g_variant_new ("(xsb)", feed->id, folder, !on));
  }
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)))
    g_menu_append_submenu (menu, _("Also In"), G_MENU_MODEL (submenu));
}

static void
append_items (GMenu *menu, const MenuItem *items, guint n, gint64 id)
{
  for (guint i = 0; i < n; i++)
    att_menu_append (menu, items[i].label, items[i].action, g_variant_new_int64 (id));
}

/* A part of the menu, behind a line; the menu's own. */
static GMenu *
add_section (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return section;
}

/* folder: the one it stands in here. What takes all its stories out of sight has a part for itself. */
static void
append_feed (GActionMap *window, AttSourceModel *sources, GMenu *menu, const AttFeed *feed, const char *folder)
{
  const MenuItem visits[] = { { _("Refresh"), "win.refresh-feed" }, { _("Open Site"), "win.open-site" }, { _("Copy Address"), "win.copy-address" } };
  const MenuItem settings[] = { { _("Settings…"), "win.feed-settings" }, { _("Sign In…"), "win.sign-in" } }, end = { _("Unsubscribe"), "win.unsubscribe" };
  append_items (add_section (menu), visits, G_N_ELEMENTS (visits), feed->id);
  GMenu *order = add_section (menu);
  att_menu_append (order, _("Move to Folder…"), "win.new-folder", g_variant_new ("(xs)", feed->id, folder));
  append_shelves (sources, order, feed);
  GMenu *ways = add_section (menu);
  append_pages (window, ways, feed);
  append_items (ways, settings, G_N_ELEMENTS (settings), feed->id);
  append_items (add_section (menu), &end, 1, feed->id);
}

static void
append_monitor (GActionMap *window, GMenu *menu, const AttMonitor *monitor)
{
  const MenuItem items[] = { { _("Rename…"), "win.rename-monitor" }, { _("Duplicate"), "win.duplicate-monitor" }, { _("Move Up"), "win.raise-monitor" }, { _("Move Down"), "win.lower-monitor" },
                             { _("Watch the Present Filter Instead"), "win.retarget-monitor" } }, end = { _("Delete"), "win.delete-monitor" };
  append_alerts (window, add_section (menu), monitor);
  append_items (add_section (menu), items, G_N_ELEMENTS (items), monitor->id);
  append_items (add_section (menu), &end, 1, monitor->id);
}

static void
append_read (GMenu *menu, AttSource *source)
{
  g_autoptr (AttFilter) all = att_filter_everything (), place = att_source_narrow (source, all);
  g_autofree char *text = att_filter_format (place);
  if (*text)   /* a monitor whose filter means nothing now is not all there is */
    att_menu_append (add_section (menu), _("Mark All as R_ead"), "win.mark-place-read", g_variant_new_string (text));
}

GMenuModel *
att_source_menu_new (AttSource *source, AttSourceModel *sources, gboolean folded, GActionMap *window)
{
  const AttFeed *feed = att_source_get_feed (source);
  const AttMonitor *monitor = att_source_get_monitor (source);
  const char *folder = att_source_get_kind (source) == ATT_SOURCE_FOLDER ? att_source_get_name (source) : NULL;
  if (feed == NULL && monitor == NULL && folder == NULL)
    return NULL;
  GMenu *menu = g_menu_new ();
  append_read (menu, source);
  if (folder)
    append_folder (add_section (menu), folder, folded);
  else if (monitor)
    append_monitor (window, menu, monitor);
  else
    append_feed (window, sources, menu, feed, att_source_get_name (source));
  return G_MENU_MODEL (menu);
}
