/* search-provider.c: the archive in the search of GNOME Shell.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/search-provider.h"

#include "base/date.h"
#include "filter/syntax.h"
#include "ui/widget/moment.h"

#include <string.h>

#define MOST 20   /* the shell shows a handful */

static const char XML[] =
  "<node><interface name='org.gnome.Shell.SearchProvider2'>"
  "<method name='GetInitialResultSet'><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetResultMetas'><arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
  "<method name='ActivateResult'><arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "<method name='LaunchSearch'><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "</interface></node>";

static guint registration;
static GCancellable *searching;

/* A question under way; the program stays until it is answered. */
typedef struct { AttApplication *application; GDBusMethodInvocation *invocation; } Question;

static Question *
question_new (AttApplication *application, GDBusMethodInvocation *invocation)
{
  Question *question = g_new (Question, 1);
  *question = (Question) { g_object_ref (application), invocation };
  g_application_hold (G_APPLICATION (application));
  return question;
}

static void
question_free (Question *question)
{
  g_application_release (G_APPLICATION (question->application));
  g_object_unref (question->application);
  g_free (question);
}

/* What was typed, as words to be found; operators of the search bar mean nothing here. NULL: no word. */
static AttFilter *
filter_of (GVariant *terms)
{
  GString *text = g_string_new (NULL);
  const char *term;
  GVariantIter iter;
  g_variant_iter_init (&iter, terms);
  while (g_variant_iter_next (&iter, "&s", &term)) {
    g_autofree char *plain = g_strdelimit (g_strdup (term), "\"", ' ');
    if (*g_strstrip (plain))
      g_string_append_printf (text, "\"%s\" ", plain);
  }
  if (text->len)   /* it is still being typed: its last word may go on */
    g_string_insert (text, text->len - 2, "*");
  AttFilter *filter = text->len ? att_filter_parse (text->str, NULL) : NULL;
  g_string_free (text, TRUE);
  return filter;
}

static void
glanced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (AttCoverage) coverage = att_store_finish (ATT_STORE (source), result, NULL);
  GVariantBuilder ids;
  g_variant_builder_init (&ids, G_VARIANT_TYPE ("as"));
  for (guint i = 0; coverage && i < MIN (coverage->n_ids, MOST); i++) {
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, coverage->ids[i]);
    g_variant_builder_add (&ids, "s", id);
  }
  g_dbus_method_invocation_return_value (question->invocation, g_variant_new ("(as)", &ids));   /* given up or failed: nothing was found */
  question_free (question);
}

static void
find (AttApplication *application, AttDesk *desk, GVariant *terms, GDBusMethodInvocation *invocation)
{
  g_autoptr (AttFilter) filter = filter_of (terms);
  g_cancellable_cancel (searching);
  g_clear_object (&searching);
  if (filter == NULL) {
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(as)", NULL));
    return;
  }
  searching = g_cancellable_new ();
  att_store_glance_async (att_desk_get_store (desk), filter, searching, glanced_cb, question_new (application, invocation));
}

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GPtrArray) rows = att_store_finish (ATT_STORE (source), result, NULL);
  g_autoptr (GIcon) icon = g_themed_icon_new (ATT_APP_ID);
  GVariantBuilder metas;
  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; rows && i < rows->len; i++) {
    const AttHeadline *row = rows->pdata[i];
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row->id), *when = att_moment_short (row->published, att_date_now ());
    g_autofree char *about = g_strdup_printf ("%s · %s", row->source ? row->source : "", when);
    g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
    g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (id));
    g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (row->title));
    g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (about));
    g_autoptr (GVariant) picture = g_icon_serialize (icon);
    g_variant_builder_add (&metas, "{sv}", "icon", picture);
    g_variant_builder_close (&metas);
  }
  g_dbus_method_invocation_return_value (question->invocation, g_variant_new ("(aa{sv})", &metas));
  question_free (question);
}

static void
describe (AttApplication *application, AttDesk *desk, GVariant *names, GDBusMethodInvocation *invocation)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *name;
  GVariantIter iter;
  g_variant_iter_init (&iter, names);
  while (g_variant_iter_next (&iter, "&s", &name) && ids->len < 10 * MOST) {
    gint64 id = g_ascii_strtoll (name, NULL, 10);
    g_array_append_val (ids, id);
  }
  att_store_rows_async (att_desk_get_store (desk), (const gint64 *) ids->data, ids->len, NULL, rows_cb, question_new (application, invocation));
}

static void
show (AttApplication *application, gint64 story, GVariant *terms)
{
  g_autoptr (AttFilter) filter = filter_of (terms);
  AttWindow *window = att_application_present (application);
  if (window && filter)
    att_window_show_stories (window, filter);
  if (window && story)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-story", "x", story);
}

static void
call (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  AttApplication *application = data;
  GError *error = NULL;
  AttDesk *desk = att_application_get_desk (application, &error);
  gboolean subsearch = g_str_equal (method, "GetSubsearchResultSet"), activate = g_str_equal (method, "ActivateResult");
  g_autoptr (GVariant) words = g_variant_get_child_value (parameters, subsearch || activate ? 1 : 0);
  if (desk == NULL)
    g_dbus_method_invocation_take_error (invocation, error);
  else if (subsearch || g_str_equal (method, "GetInitialResultSet"))
    find (application, desk, words, invocation);
  else if (g_str_equal (method, "GetResultMetas"))
    describe (application, desk, words, invocation);
  else {
    const char *id = "0";
    if (activate)
      g_variant_get_child (parameters, 0, "&s", &id);
    show (application, g_ascii_strtoll (id, NULL, 10), words);
    g_dbus_method_invocation_return_value (invocation, NULL);
  }
}

gboolean
att_search_provider_register (AttApplication *application, GDBusConnection *connection, const char *path, GError **error)
{
  static const GDBusInterfaceVTable TABLE = { .method_call = call };
  g_autofree char *below = g_strconcat (path, "/SearchProvider", NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (XML, error);
  registration = node ? g_dbus_connection_register_object (connection, below, node->interfaces[0], &TABLE, application, NULL, error) : 0;
  return registration != 0;
}

void
att_search_provider_unregister (GDBusConnection *connection)
{
  if (registration)
    g_dbus_connection_unregister_object (connection, registration);
  registration = 0;
  g_cancellable_cancel (searching);
  g_clear_object (&searching);
}
