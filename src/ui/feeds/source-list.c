/* source-list.c: the side bar: all, unread, starred, folders and feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/feeds/source-list.h"

#include "ui/feeds/source-menu.h"
#include "ui/feeds/source-row.h"
#include "ui/widget/list-keys.h"
#include "ui/widget/menu.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AttSourceList {
  GtkBox              parent_instance;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkWidget          *menu;
  GtkFilter          *shown;     /* what no folded folder holds */
  GPtrArray          *rows;      /* those that are bound now */
  GStrv               folded;    /* folders */
  AttDossier         *dossier;
};

G_DEFINE_FINAL_TYPE (AttSourceList, att_source_list, GTK_TYPE_BOX)

enum { PROP_0, PROP_DOSSIER, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (ATT_TYPE_SOURCE_ROW, NULL));
}

static gboolean
is_folded (AttSourceList *self, AttSource *source)
{
  return att_source_get_kind (source) == ATT_SOURCE_FOLDER && g_strv_contains ((const char *const *) self->folded, att_source_get_name (source));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, AttSourceList *self)
{
  AttSourceRow *row = ATT_SOURCE_ROW (gtk_list_item_get_child (item));
  att_source_row_set_source (row, gtk_list_item_get_item (item));
  att_source_row_set_folded (row, is_folded (self, gtk_list_item_get_item (item)));
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, AttSourceList *self)
{
  g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (item));
  att_source_row_set_source (ATT_SOURCE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* A folded folder is shown, and nothing in it. */
static gboolean
is_shown (gpointer source, gpointer data)
{
  AttSourceList *self = data;
  const char *name = att_source_get_name (source);
  gboolean folder = att_source_get_kind (source) == ATT_SOURCE_FOLDER;
  for (guint i = 0; name && self->folded[i]; i++)
    if (att_source_is_inside (name, self->folded[i]) && !(folder && strcmp (name, self->folded[i]) == 0))
      return FALSE;
  return TRUE;
}

/* The source the filter is at; NULL: none. Owned by the caller. */
static AttSource *
find_place (AttSourceList *self)
{
  AttSourceModel *sources = att_dossier_get_sources (self->dossier);
  return g_list_model_get_item (att_source_model_get_list (sources), att_source_model_find_place (sources, att_dossier_get_filter (self->dossier)));
}

/* No row when words took over. */
static void
follow_filter (AttSourceList *self)
{
  g_autoptr (AttSource) place = find_place (self);
  guint at = 0, n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (; at < n; at++) {
    g_autoptr (AttSource) source = g_list_model_get_item (G_LIST_MODEL (self->selection), at);
    if (source == place)
      break;
  }
  gtk_single_selection_set_selected (self->selection, at < n ? at : GTK_INVALID_LIST_POSITION);
}

void
att_source_list_set_folded (AttSourceList *self, const char *const *folders)
{
  g_return_if_fail (ATT_IS_SOURCE_LIST (self) && folders != NULL);

  g_strfreev (self->folded);
  self->folded = g_strdupv ((char **) folders);
  gtk_filter_changed (self->shown, GTK_FILTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < self->rows->len; i++)
    att_source_row_set_folded (self->rows->pdata[i], is_folded (self, att_source_row_get_source (self->rows->pdata[i])));
  if (self->dossier)
    follow_filter (self);
}

static gboolean
fold (AttSourceList *self, AttSource *source)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.fold-folder", "s", att_source_get_name (source));
}

/* Whether the filter is just a monitor's. */
static gboolean
is_on_monitor (AttSourceList *self)
{
  g_autoptr (AttSource) source = find_place (self);
  return source && att_source_get_kind (source) == ATT_SOURCE_MONITOR;
}

/* Within what was asked for; but whoever leaves a monitor leaves its filter. */
static void
open_source (AttSourceList *self, AttSource *source)
{
  g_autoptr (AttFilter) all = att_filter_everything ();
  att_dossier_take_filter (self->dossier, att_source_narrow (source, is_on_monitor (self) ? all : att_dossier_get_filter (self->dossier)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-list", NULL);
}

static void
activated_cb (GtkListView *list, guint position, AttSourceList *self)
{
  g_autoptr (AttSource) source = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  open_source (self, source);
}

static AttSourceRow *
row_at (AttSourceList *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  for (GtkWidget *at = picked; at && at != GTK_WIDGET (self->list); at = gtk_widget_get_parent (at)) {
    GtkWidget *child = gtk_widget_get_first_child (at);
    if (ATT_IS_SOURCE_ROW (at) || ATT_IS_SOURCE_ROW (child))   /* the cell is a little larger than its row */
      return ATT_SOURCE_ROW (ATT_IS_SOURCE_ROW (at) ? at : child);
  }
  return NULL;
}

/* One click is enough; the list's own way of that would also follow the pointer. */
static void
clicked_cb (GtkGestureClick *gesture, int n, double x, double y, AttSourceList *self)
{
  AttSourceRow *row = row_at (self, x, y);
  if (row && att_source_row_has_arrow_at (row, gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT))) {
    fold (self, att_source_row_get_source (row));
    follow_filter (self);   /* the click chose the row */
  } else if (row)
    open_source (self, att_source_row_get_source (row));
}

static void
show_menu (AttSourceList *self, AttSourceRow *row, const GdkRectangle *at)
{
  AttSource *source = row ? att_source_row_get_source (row) : NULL;
  g_autoptr (GMenuModel) menu = source ? att_source_menu_new (source, att_dossier_get_sources (self->dossier), is_folded (self, source), G_ACTION_MAP (gtk_widget_get_root (GTK_WIDGET (self)))) : NULL;
  if (menu == NULL)
    return;
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  att_menu_pop_up (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, AttSourceList *self)
{
  show_menu (self, row_at (self, x, y), &(GdkRectangle) { x, y, 1, 1 });
}

static GtkWidget *
row_in_focus (AttSourceList *self)
{
  GtkWidget *cell = gtk_widget_get_focus_child (GTK_WIDGET (self->list)), *row = cell ? gtk_widget_get_first_child (cell) : NULL;
  return ATT_IS_SOURCE_ROW (row) ? row : NULL;
}

/* The arrow key that leads out of a folder folds it, the other unfolds it. */
static gboolean
fold_key_cb (GtkWidget *widget, GVariant *wanted, gpointer data)
{
  AttSourceList *self = data;
  GtkWidget *row = row_in_focus (self);
  AttSource *source = row ? att_source_row_get_source (ATT_SOURCE_ROW (row)) : NULL;
  gboolean out = g_variant_get_boolean (wanted) != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  return source && att_source_get_kind (source) == ATT_SOURCE_FOLDER && is_folded (self, source) != out && fold (self, source);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AttSourceList *self = data;
  GtkWidget *row = row_in_focus (self);
  graphene_rect_t bounds;
  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    return FALSE;
  show_menu (self, ATT_SOURCE_ROW (row), &(GdkRectangle) { bounds.origin.x + 20, bounds.origin.y, 1, bounds.size.height });
  return TRUE;
}

/* What is dragged, as text: the kind and the name or number of a source, and where a feed stands. */
static char *
describe_source (AttSource *source)
{
  const AttFeed *feed = att_source_get_feed (source);
  const AttMonitor *monitor = att_source_get_monitor (source);
  if (feed)
    return g_strdup_printf ("feed %" G_GINT64_FORMAT " %s", feed->id, att_source_get_name (source));
  if (monitor)
    return g_strdup_printf ("monitor %" G_GINT64_FORMAT, monitor->id);
  return att_source_get_kind (source) == ATT_SOURCE_FOLDER ? g_strconcat ("folder ", att_source_get_name (source), NULL) : NULL;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *drag, double x, double y, AttSourceList *self)
{
  AttSourceRow *row = row_at (self, x, y);
  g_autofree char *text = row ? describe_source (att_source_row_get_source (row)) : NULL;
  if (text == NULL)
    return NULL;
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));
  gtk_drag_source_set_icon (drag, picture, 0, 0);
  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

/* The folder a row stands for or stands in; "" for what is above all folders. */
static const char *
folder_at (AttSource *source)
{
  const char *folder = att_source_get_name (source);
  return folder ? folder : "";
}

/* A monitor onto a monitor takes its place; a feed or a folder goes into the folder it is dropped on, or, with Ctrl, a feed also there. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, AttSourceList *self)
{
  AttSourceRow *row = row_at (self, x, y);
  AttSource *onto = row ? att_source_row_get_source (row) : NULL;
  const char *text = g_value_get_string (value), *space = text ? strchr (text, ' ') : NULL;
  if (onto == NULL || space == NULL)
    return FALSE;
  char *from;
  gint64 id = g_ascii_strtoll (space + 1, &from, 10);
  GtkWidget *widget = GTK_WIDGET (self);
  const AttMonitor *monitor = att_source_get_monitor (onto);
  gboolean copy = gdk_drop_get_actions (gtk_drop_target_get_current_drop (target)) == GDK_ACTION_COPY;
  if (g_str_has_prefix (text, "monitor "))
    return monitor && gtk_widget_activate_action (widget, "win.drop-monitor", "(xx)", id, monitor->id);
  if (g_str_has_prefix (text, "folder "))
    return monitor == NULL && gtk_widget_activate_action (widget, "win.drop-folder", "(ss)", space + 1, folder_at (onto));
  if (copy && *folder_at (onto))
    return gtk_widget_activate_action (widget, "win.shelve-feed", "(xsb)", id, folder_at (onto), TRUE);
  return monitor == NULL && gtk_widget_activate_action (widget, "win.move-feed", "(xss)", id, *from ? from + 1 : from, folder_at (onto));
}

static void
add_drag (AttSourceList *self)
{
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect (drag, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (drop));
}

static void
add_fold_keys (AttSourceList *self)
{
  static const struct { const char *key; gboolean out; } KEYS[] = { { "Left", TRUE }, { "Right", FALSE } };
  GtkEventController *keys = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++) {
    GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (KEYS[i].key), gtk_callback_action_new (fold_key_cb, self, NULL));
    gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (KEYS[i].out));
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  }
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AttSourceList *self = ATT_SOURCE_LIST (object);
  if (!g_set_object (&self->dossier, g_value_get_object (value)) || self->dossier == NULL)
    return;
  AttSourceModel *sources = att_dossier_get_sources (self->dossier);
  g_autoptr (GtkFilterListModel) shown = gtk_filter_list_model_new (g_object_ref (att_source_model_get_list (sources)), g_object_ref (self->shown));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (shown));
  g_signal_connect_object (self->dossier, "notify::filter", G_CALLBACK (follow_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sources, "notify::n-feeds", G_CALLBACK (follow_filter), self, G_CONNECT_SWAPPED);
  follow_filter (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, ATT_SOURCE_LIST (object)->dossier);
}

static void
att_source_list_dispose (GObject *object)
{
  AttSourceList *self = ATT_SOURCE_LIST (object);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->selection)
    gtk_single_selection_set_model (self->selection, NULL);   /* what is shown is asked of this list, which goes */
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (att_source_list_parent_class)->dispose (object);
}

static void
att_source_list_finalize (GObject *object)
{
  g_strfreev (ATT_SOURCE_LIST (object)->folded);
  g_ptr_array_unref (ATT_SOURCE_LIST (object)->rows);
  G_OBJECT_CLASS (att_source_list_parent_class)->finalize (object);
}

static void
att_source_list_class_init (AttSourceListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = att_source_list_dispose;
  G_OBJECT_CLASS (class)->finalize = att_source_list_finalize;
  G_OBJECT_CLASS (class)->set_property = set_property;
  G_OBJECT_CLASS (class)->get_property = get_property;
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, ATT_TYPE_DOSSIER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
}

static void
att_source_list_init (AttSourceList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->rows = g_ptr_array_new ();
  self->folded = g_new0 (char *, 1);
  self->shown = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), g_object_ref (factory)));
  att_list_keys_add (self->list);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "source-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sources"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
  g_signal_connect (self->list, "activate", G_CALLBACK (activated_cb), self);
  GtkGesture *single = gtk_gesture_click_new ();
  g_signal_connect (single, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (single));

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self->list));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  GtkGesture *click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *menu_key = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"), gtk_callback_action_new (menu_key_cb, self, NULL));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), menu_key);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  add_fold_keys (self);
  add_drag (self);
}
