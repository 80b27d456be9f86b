/* bus.c: what other programs may ask of Attaché over the session bus.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/bus.h"

#include "filter/syntax.h"

#define MOST 1000   /* stories of one answer */

static const char XML[] =
  "<node><interface name='" ATT_APP_ID "'>"
  "<method name='AddFeed'><arg name='address' type='s' direction='in'/></method>"
  "<method name='Refresh'/>"
  "<method name='Search'><arg name='filter' type='s' direction='in'/><arg name='limit' type='u' direction='in'/>"
  "<arg name='stories' type='a(xsssx)' direction='out'/></method>"   /* id, title, outlet, address, seconds since 1970 */
  "<method name='Present'><arg name='filter' type='s' direction='in'/></method>"
  "</interface></node>";

static guint registration;

/* A search under way; the program stays until it is answered. */
typedef struct { AttApplication *application; GDBusMethodInvocation *invocation; guint limit; } Search;

static void
search_free (Search *search)
{
  g_application_release (G_APPLICATION (search->application));
  g_object_unref (search->application);
  g_free (search);
}

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = att_store_finish (ATT_STORE (source), result, &error);
  if (error)
    g_dbus_method_invocation_take_error (search->invocation, error);
  else {
    GVariantBuilder stories;
    g_variant_builder_init (&stories, G_VARIANT_TYPE ("a(xsssx)"));
    for (guint i = 0; i < rows->len; i++) {
      const AttHeadline *row = rows->pdata[i];
      g_variant_builder_add (&stories, "(xsssx)", row->id, row->title, row->source ? row->source : "", row->url ? row->url : "", row->published);
    }
    g_dbus_method_invocation_return_value (search->invocation, g_variant_new ("(a(xsssx))", &stories));
  }
  search_free (search);
}

static void
covered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = data;
  GError *error = NULL;
  g_autoptr (AttCoverage) coverage = att_store_finish (ATT_STORE (source), result, &error);
  if (error) {
    g_dbus_method_invocation_take_error (search->invocation, error);
    search_free (search);
    return;
  }
  att_store_rows_async (ATT_STORE (source), coverage->ids, MIN (search->limit, coverage->n_ids), NULL, rows_cb, search);
}

static void
search (AttApplication *application, AttDesk *desk, const char *text, guint limit, GDBusMethodInvocation *invocation)
{
  GError *error = NULL;
  g_autoptr (AttFilter) filter = att_filter_parse (text, &error);
  if (filter == NULL) {
    g_dbus_method_invocation_take_error (invocation, error);
    return;
  }
  Search *one = g_new (Search, 1);
  *one = (Search) { g_object_ref (application), invocation, MIN (limit, MOST) };
  g_application_hold (G_APPLICATION (application));
  att_store_cover_async (att_desk_get_store (desk), filter, NULL, NULL, covered_cb, one);
}

static void
present (AttApplication *application, const char *text, GDBusMethodInvocation *invocation)
{
  GError *error = NULL;
  AttFilter *filter = *text ? att_filter_parse (text, &error) : NULL;
  if (error) {
    g_dbus_method_invocation_take_error (invocation, error);
    return;
  }
  AttWindow *window = att_application_present (application);
  if (window && filter)
    att_window_show_stories (window, filter);
  g_clear_pointer (&filter, att_filter_unref);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
add_feed (AttApplication *application, const char *address, GDBusMethodInvocation *invocation)
{
  AttWindow *window = att_application_present (application);
  if (window)
    att_window_add_feed (window, address);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
call (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  AttApplication *application = data;
  const char *text = "";
  guint limit = 0;
  GError *error = NULL;
  if (g_str_equal (method, "Search"))
    g_variant_get (parameters, "(&su)", &text, &limit);
  else if (!g_str_equal (method, "Refresh"))
    g_variant_get (parameters, "(&s)", &text);
  AttDesk *desk = att_application_get_desk (application, &error);
  if (desk == NULL)
    g_dbus_method_invocation_take_error (invocation, error);
  else if (g_str_equal (method, "Search"))
    search (application, desk, text, limit, invocation);
  else if (g_str_equal (method, "Present"))
    present (application, text, invocation);
  else if (g_str_equal (method, "AddFeed"))
    add_feed (application, text, invocation);
  else {
    att_desk_refresh (desk, FALSE);
    g_dbus_method_invocation_return_value (invocation, NULL);
  }
}

gboolean
att_bus_register (AttApplication *application, GDBusConnection *connection, const char *path, GError **error)
{
  static const GDBusInterfaceVTable TABLE = { .method_call = call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (XML, error);
  registration = node ? g_dbus_connection_register_object (connection, path, node->interfaces[0], &TABLE, application, NULL, error) : 0;
  return registration != 0;
}

void
att_bus_unregister (GDBusConnection *connection)
{
  if (registration)
    g_dbus_connection_unregister_object (connection, registration);
  registration = 0;
}
