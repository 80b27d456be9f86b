/* topic-panel.c: what the stories under the filter are about, who is in them, and who is quoted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/topics/topic-panel.h"

#include "listing/actor-finder.h"
#include "ui/topics/facet-row.h"
#include "ui/topics/heading-row.h"
#include "ui/topics/quote-list.h"
#include "ui/widget/menu.h"
#include "ui/widget/row-menu.h"
#include "ui/widget/topic-label.h"
#include "ui/platform/platform.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AttTopicPanel {
  GtkBox          parent_instance;
  GtkStack       *stack;
  GtkListBox     *topics, *actors;
  GtkEditable    *find;
  GtkDropDown    *period;
  GtkRevealer    *any_revealer;
  GtkCheckButton *any;
  AttQuoteList   *quotes;
  GtkLabel       *no_topics, *no_actors;
  GtkButton      *more;
  AttDossier     *dossier;
  AttActorFinder *finder;
  gboolean        following;   /* the filter is being shown, not changed */
};

G_DEFINE_FINAL_TYPE (AttTopicPanel, att_topic_panel, GTK_TYPE_BOX)

enum { PROP_0, PROP_DOSSIER, PROP_PAGE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const gint64 PERIODS[] = { 86400, 7 * 86400, 30 * 86400, 0 };

static void
turn (AttTopicPanel *self, AttFacetRow *row, AttSense wanted)
{
  AttFacet *facet = att_facet_row_get_facet (row);
  AttSense sense = att_facet_get_sense (facet) != ATT_SENSE_OFF ? ATT_SENSE_OFF : wanted;
  if (wanted == ATT_SENSE_MUST_NOT && att_facet_get_sense (facet) == ATT_SENSE_MUST)
    sense = ATT_SENSE_MUST_NOT;
  att_dossier_take_filter (self->dossier, att_filter_with_topic (att_dossier_get_filter (self->dossier), att_facet_get_kind (facet),
                                                                 att_facet_get_name (facet), sense));
}

static void
activated_cb (GtkListBox *box, GtkListBoxRow *row, AttTopicPanel *self)
{
  if (ATT_IS_HEADING_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.fold-heading", "s", att_heading_get_key (att_heading_row_get_heading (ATT_HEADING_ROW (row))));
  else
    turn (self, ATT_FACET_ROW (row), ATT_SENSE_MUST);
}

/* Before the list box takes a click for an activation: with Ctrl or Shift it means the opposite. */
static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, AttTopicPanel *self)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (box), y);
  if (!ATT_IS_FACET_ROW (row) || !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  turn (self, ATT_FACET_ROW (row), ATT_SENSE_MUST_NOT);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, AttTopicPanel *self)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *row = gtk_widget_get_focus_child (box);
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
  if (!enter || !ATT_IS_FACET_ROW (row) || !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return FALSE;
  turn (self, ATT_FACET_ROW (row), ATT_SENSE_MUST_NOT);
  return TRUE;
}

static void
append_moves (GMenu *menu, const char *action, const char *key)
{
  att_menu_append (menu, _("Move Up"), action, g_variant_new ("(si)", key, -1));
  att_menu_append (menu, _("Move Down"), action, g_variant_new ("(si)", key, 1));
}

static GMenuModel *
make_heading_menu (AttTopicPanel *self, AttHeading *heading)
{
  GMenu *menu = g_menu_new ();
  const char *key = att_heading_get_key (heading);
  att_menu_append (menu, att_heading_is_folded (heading) ? _("Unfold") : _("Fold"), "win.fold-heading", g_variant_new_string (key));
  if (att_heading_get_kind (heading) == ATT_TOPIC_THEME) {
    append_moves (menu, "win.move-heading", key);
    if (att_facet_model_n_hidden (att_dossier_get_themes (self->dossier)))
      att_menu_append (menu, _("Show Hidden Topics"), "win.show-hidden-topics", NULL);
  }
  return G_MENU_MODEL (menu);
}

/* What can be done with a topic or an actor beside filtering by it. */
static GMenuModel *
make_menu (AttFacet *facet)
{
  GMenu *menu = g_menu_new ();
  AttTopicKind kind = att_facet_get_kind (facet);
  const char *name = att_facet_get_name (facet);
  if (kind == ATT_TOPIC_THEME) {
    att_menu_append (menu, _("Open Topic"), "win.open-topic", g_variant_new_string (name));
    att_menu_append (menu, _("New Topic…"), "win.new-topic", g_variant_new_string (""));
    append_moves (menu, "win.move-topic", name);
    att_menu_append (menu, _("Hide from Panel"), "win.hide-topic", g_variant_new ("(ss)", name, att_facet_get_label (facet)));
    return G_MENU_MODEL (menu);
  }
  att_menu_append (menu, _("What They Said"), "win.open-actor", g_variant_new ("(iss)", kind, name, ""));
  att_menu_append (menu, _("Rename…"), "win.rename-actor", g_variant_new ("(is)", kind, name));
  att_menu_append (menu, _("Same as…"), "win.merge-actor", g_variant_new ("(is)", kind, name));
  att_menu_append (menu, _("This Is Nobody"), "win.strike-actor", g_variant_new ("(is)", kind, name));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_row_menu (GtkListBoxRow *row, gpointer self)
{
  return ATT_IS_HEADING_ROW (row) ? make_heading_menu (self, att_heading_row_get_heading (ATT_HEADING_ROW (row))) : make_menu (att_facet_row_get_facet (ATT_FACET_ROW (row)));
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return ATT_IS_HEADING (item) ? att_heading_row_new (item) : att_facet_row_new (item);
}

static void
set_up_list (AttTopicPanel *self, GtkListBox *box)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (box), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (box), keys);
  att_row_menu_add (box, make_row_menu, self);
  g_signal_connect (box, "row-activated", G_CALLBACK (activated_cb), self);
}

static void
find_changed (AttTopicPanel *self)
{
  const char *text = gtk_editable_get_text (self->find);
  att_facet_model_find (att_dossier_get_themes (self->dossier), text);
  att_actor_finder_find (self->finder, text);
  att_quote_list_find (self->quotes, text);
  gtk_label_set_text (self->no_topics, *text ? _("No match. Clear the field above to see all.") : _("No topics in these stories"));
  gtk_label_set_text (self->no_actors, *text ? _("No match. Clear the field above to see all.") : _("Nobody is named in these stories"));
}

/* The first that is no heading, or NULL. */
static GtkWidget *
first_facet (GtkListBox *box)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box)); row; row = gtk_widget_get_next_sibling (row))
    if (ATT_IS_FACET_ROW (row))
      return row;
  return NULL;
}

/* The keyboard goes on in what is left. */
static void
enter_list (AttTopicPanel *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);
  GtkListBox *box = strcmp (page, "topics") == 0 ? self->topics : strcmp (page, "actors") == 0 ? self->actors : NULL;
  GtkWidget *row = box ? first_facet (box) : NULL;
  if (row)
    gtk_widget_grab_focus (row);
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
find_entered (AttTopicPanel *self)
{
  find_changed (self);
  enter_list (self);
}

/* The arrow leads into the list below, as Enter does. */
static gboolean
find_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, AttTopicPanel *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return FALSE;
  enter_list (self);
  return TRUE;
}

static void
find_stopped (AttTopicPanel *self)
{
  gtk_editable_set_text (self->find, "");
}

static void
period_changed (AttTopicPanel *self)
{
  guint at = gtk_drop_down_get_selected (self->period);
  if (self->following || self->dossier == NULL || at >= G_N_ELEMENTS (PERIODS))
    return;
  att_dossier_take_filter (self->dossier, att_filter_with_period (att_dossier_get_filter (self->dossier), PERIODS[at]));
}

static void
any_toggled (AttTopicPanel *self)
{
  if (self->following || self->dossier == NULL)
    return;
  att_dossier_take_filter (self->dossier, att_filter_with_any (att_dossier_get_filter (self->dossier), gtk_check_button_get_active (self->any)));
}

/* Days that were picked or typed are none of the periods, and have an item of their own as long as they are asked for. */
static void
show_period (AttTopicPanel *self, const AttFilter *filter)
{
  GtkStringList *items = GTK_STRING_LIST (gtk_drop_down_get_model (self->period));
  guint at = 0, n = g_list_model_get_n_items (G_LIST_MODEL (items));
  while (at < G_N_ELEMENTS (PERIODS) && (PERIODS[at] != filter->period || filter->since || filter->before))
    at++;
  if (at == n)
    gtk_string_list_append (items, _("Other days"));
  gtk_drop_down_set_selected (self->period, at);
  if (at < G_N_ELEMENTS (PERIODS) && n > G_N_ELEMENTS (PERIODS))
    gtk_string_list_remove (items, G_N_ELEMENTS (PERIODS));
}

static void
show_filter (AttTopicPanel *self)
{
  const AttFilter *filter = att_dossier_get_filter (self->dossier);
  self->following = TRUE;
  show_period (self, filter);
  gtk_revealer_set_reveal_child (self->any_revealer, att_filter_n_must (filter) > 1);
  gtk_check_button_set_active (self->any, filter->any_topic);
  self->following = FALSE;
}

/* Rows are made and kept in step only while their page is seen: two hundred actors change with every filter. */
static void
bind_page (AttTopicPanel *self)
{
  if (self->actors == NULL)   /* the panel goes */
    return;
  gboolean seen = self->dossier && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "actors") == 0;
  gtk_list_box_bind_model (self->actors, seen ? att_facet_model_get_list (att_dossier_get_actors (self->dossier)) : NULL, make_row, NULL, NULL);
}

static void
page_cb (AttTopicPanel *self)
{
  bind_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* One it does not have is let be: settings are written by hand, too. */
static void
show_page (AttTopicPanel *self, const char *name)
{
  if (name && gtk_stack_get_child_by_name (self->stack, name))
    gtk_stack_set_visible_child_name (self->stack, name);
}

/* The topics no story is about fold away behind a button. */
static void
show_more (AttTopicPanel *self)
{
  AttFacetModel *themes = att_dossier_get_themes (self->dossier);
  guint n;
  g_object_get (themes, "empty", &n, NULL);
  g_autofree char *label = att_facet_model_shows_all (themes) ? g_strdup (_("Show Fewer")) : g_strdup_printf (ngettext ("Show %u More", "Show %u More", n), n);
  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > 0);
}

static void
more_clicked (AttTopicPanel *self)
{
  AttFacetModel *themes = att_dossier_get_themes (self->dossier);
  att_facet_model_show_all (themes, !att_facet_model_shows_all (themes));
}

static void
set_dossier (AttTopicPanel *self, AttDossier *dossier)
{
  if (!g_set_object (&self->dossier, dossier) || self->dossier == NULL)
    return;
  self->finder = att_actor_finder_new (self->dossier);
  att_facet_model_set_shown (att_dossier_get_themes (self->dossier), att_topic_shown);
  att_facet_model_set_shown (att_dossier_get_actors (self->dossier), att_topic_shown);
  gtk_list_box_bind_model (self->topics, att_facet_model_get_list (att_dossier_get_themes (self->dossier)), make_row, NULL, NULL);
  g_signal_connect_object (att_dossier_get_themes (self->dossier), "notify::empty", G_CALLBACK (show_more), self, G_CONNECT_SWAPPED);
  show_more (self);
  bind_page (self);
  g_object_set (self->quotes, "dossier", self->dossier, NULL);
  g_signal_connect_object (self->dossier, "notify::filter", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);
  show_filter (self);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAGE)
    show_page (ATT_TOPIC_PANEL (object), g_value_get_string (value));
  else
    set_dossier (ATT_TOPIC_PANEL (object), g_value_get_object (value));
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AttTopicPanel *self = ATT_TOPIC_PANEL (object);
  if (id == PROP_PAGE)
    g_value_set_string (value, gtk_stack_get_visible_child_name (self->stack));
  else
    g_value_set_object (value, self->dossier);
}

static void
att_topic_panel_dispose (GObject *object)
{
  AttTopicPanel *self = ATT_TOPIC_PANEL (object);
  if (self->topics) {
    att_row_menu_remove (self->topics);
    att_row_menu_remove (self->actors);
  }
  gtk_widget_dispose_template (GTK_WIDGET (object), ATT_TYPE_TOPIC_PANEL);
  g_clear_object (&self->finder);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (att_topic_panel_parent_class)->dispose (object);
}

static void
att_topic_panel_class_init (AttTopicPanelClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_topic_panel_dispose;
  G_OBJECT_CLASS (class)->set_property = set_property;
  G_OBJECT_CLASS (class)->get_property = get_property;
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, ATT_TYPE_DOSSIER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "topics", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
  g_type_ensure (ATT_TYPE_QUOTE_LIST);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/topics/topic-panel.ui");
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, stack);
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, topics);
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, actors);
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, find);
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, period);
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, any_revealer);
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, any);
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, quotes);
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, no_topics);
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, no_actors);
  gtk_widget_class_bind_template_child (widget, AttTopicPanel, more);
  gtk_widget_class_bind_template_callback (widget, find_changed);
  gtk_widget_class_bind_template_callback (widget, find_entered);
  gtk_widget_class_bind_template_callback (widget, find_stopped);
  gtk_widget_class_bind_template_callback (widget, period_changed);
  gtk_widget_class_bind_template_callback (widget, any_toggled);
  gtk_widget_class_bind_template_callback (widget, more_clicked);
}

static void
att_topic_panel_init (AttTopicPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  att_platform_name_button (GTK_WIDGET (self->period), _("Period"));
  set_up_list (self, self->topics);
  set_up_list (self, self->actors);
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (find_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->find), keys);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
}
