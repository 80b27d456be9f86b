/* window-panel.c: the topic panel as the person arranges it: what is folded, hidden, and in which order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>

static AttArrangement *
read_arrangement (GSettings *settings)
{
  return att_arrangement_new (g_settings_get_strv (settings, "panel-headings"), g_settings_get_strv (settings, "panel-topics"), g_settings_get_strv (settings, "panel-folded"),
                              g_settings_get_strv (settings, "panel-hidden"));
}

static void
arrange (AttWindow *self)
{
  att_facet_model_arrange (att_dossier_get_themes (self->dossier), read_arrangement (self->settings));
  att_facet_model_arrange (att_dossier_get_actors (self->dossier), read_arrangement (self->settings));
}

/* What a setting was before, to be that again. */
typedef struct { AttWindow *window; const char *key; GStrv before; } Deed;

static void
deed_free (gpointer data)
{
  g_strfreev (((Deed *) data)->before);
  g_free (data);
}

static void
undo (gpointer data)
{
  const Deed *deed = data;
  g_settings_set_strv (deed->window->settings, deed->key, (const char *const *) deed->before);
  arrange (deed->window);
}

/* words NULL: nothing worth a word. */
static void
set (AttWindow *self, const char *key, const GStrv value, const char *words)
{
  if (words) {
    Deed *deed = g_new (Deed, 1);
    *deed = (Deed) { self, key, g_settings_get_strv (self->settings, key) };
    att_window_did (self, words, undo, deed, deed_free);
  }
  g_settings_set_strv (self->settings, key, (const char *const *) value);
  arrange (self);
}

static void
fold (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "panel-folded"), after = att_arrangement_turn (before, g_variant_get_string (parameter, NULL));
  set (self, "panel-folded", after, NULL);
}

static void
hide (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const char *name, *label;
  g_variant_get (parameter, "(&s&s)", &name, &label);
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "panel-hidden"), after = att_arrangement_turn (before, name);
  gboolean hidden = g_strv_contains ((const char *const *) before, name);   /* found or asked for, it is there all the same */
  g_autofree char *words = g_strdup_printf (hidden ? _("“%s” is in the panel again") : _("“%s” is hidden from the panel"), att_topic_shown (ATT_TOPIC_THEME, label));
  set (self, "panel-hidden", after, words);
}

static void
show_hidden (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set (data, "panel-hidden", (char *[]) { NULL }, _("All topics are in the panel again"));
}

static void
move_topic (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const char *name;
  int by;
  g_variant_get (parameter, "(&si)", &name, &by);
  g_auto (GStrv) order = att_facet_model_move_topic (att_dossier_get_themes (self->dossier), name, by);
  if (order)
    set (self, "panel-topics", order, _("Topic moved"));
}

static void
move_heading (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const char *key;
  int by;
  g_variant_get (parameter, "(&si)", &key, &by);
  g_auto (GStrv) order = att_facet_model_move_heading (att_dossier_get_themes (self->dossier), key, by);
  if (order)
    set (self, "panel-headings", order, _("Heading moved"));
}

static const GActionEntry ACTIONS[] = {
  { "fold-heading", fold, "s" }, { "hide-topic", hide, "(ss)" }, { "show-hidden-topics", show_hidden }, { "move-topic", move_topic, "(si)" }, { "move-heading", move_heading, "(si)" },
};

void
att_window_panel_install (AttWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  g_settings_bind (self->settings, "panel-page", self->topics_column, "page", G_SETTINGS_BIND_DEFAULT);
  arrange (self);
}
