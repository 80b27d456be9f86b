/* filter-bar.c: the filter as text and as chips.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/search/filter-bar.h"

#include "filter/doubt.h"
#include "filter/syntax.h"
#include "store/topics.h"
#include "ui/platform/platform.h"
#include "ui/search/completer.h"
#include "ui/search/search-help.h"
#include "ui/widget/wrap.h"
#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_MISTAKES 8   /* in one text */

struct _AttFilterBar {
  GtkBox       parent_instance;
  GtkEditable *entry;
  AttWrap     *chips;
  GtkLabel    *trouble, *count;
  GtkMenuButton *help;
  AttCompleter *completer;
  AttDossier  *dossier;
  gboolean     following;   /* the filter is being shown, not changed */
  GCancellable *question;   /* whether its topics are there */
  gboolean     under_way;   /* its last word is the beginning of one */
};

G_DEFINE_FINAL_TYPE (AttFilterBar, att_filter_bar, GTK_TYPE_BOX)

enum { PROP_0, PROP_DOSSIER, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* The words, and a wavy line under what they speak of: bytes of the text. */
static void
show_trouble (AttFilterBar *self, const char *words, guint start, guint end)
{
  GtkEditable *inside = gtk_editable_get_delegate (self->entry);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  if (words) {
    PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
    line->start_index = start;
    line->end_index = end;
    pango_attr_list_insert (attributes, line);
  }
  if (GTK_IS_TEXT (inside))
    gtk_text_set_attributes (GTK_TEXT (inside), attributes);
  gtk_label_set_text (self->trouble, words ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), words != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, words ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_filter (AttFilterBar *self, AttFilter *filter)
{
  self->following = TRUE;   /* the text stays as it is typed */
  att_dossier_set_filter (self->dossier, filter);
  self->following = FALSE;
}

static gpointer
find_unknown (AttDatabase *db, gpointer filter, AttChange *change, GError **error)
{
  return att_topics_unknown (db, filter);
}

static void
unknown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttFilterBar) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = att_store_finish (ATT_STORE (source), result, &error);
  if (name == NULL || self->dossier == NULL)   /* another text is there by now, or all is well */
    return;
  g_autofree char *field = g_strndup (name, strcspn (name, ":"));
  g_autofree char *words = g_strdup_printf (_("There is no “%s” in your stories. Write %s: and choose one of those offered."), name, field);
  show_trouble (self, words, 0, 0);
}

/* Told beside what was found: nothing. */
static void
look_for_unknown (AttFilterBar *self, AttFilter *filter)
{
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  self->question = g_cancellable_new ();
  att_store_ask_async (att_dossier_get_store (self->dossier), find_unknown, att_filter_ref (filter), (GDestroyNotify) att_filter_unref, g_free, self->question, unknown_cb, g_object_ref (self));
}

/* What holds of a text without its mistakes, the first of them given. NULL: nothing. */
static AttFilter *
read_rest (const char *text, guint start, guint end)
{
  g_autoptr (GString) rest = g_string_new (text);
  for (guint i = 0; i < MAX_MISTAKES && start < end; i++) {
    g_string_erase (rest, start, end - start);
    AttFilter *filter = att_filter_parse_at (rest->str, &start, &end, NULL);
    if (filter)
      return filter;
  }
  return NULL;
}

/* While somebody types, the last bare word is the beginning of one, and what is wrong there may still become right. */
static void
apply (AttFilterBar *self, gboolean typing)
{
  if (self->following || self->dossier == NULL)
    return;
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GError) error = NULL;
  g_cancellable_cancel (self->question);   /* of the text before */
  gsize n = strlen (text);
  guint start, end;
  const char *last = strrchr (text, ' ');
  gboolean bare = typing && n > 1 && !strpbrk (last ? last + 1 : text, ":\"*()") && text[n - 1] != ' ' && strlen (last ? last + 1 : text) > 1;
  self->under_way = bare;
  g_autofree char *asked = bare ? g_strconcat (text, "*", NULL) : g_strdup (text);
  g_autoptr (AttFilter) filter = att_filter_parse_at (asked, &start, &end, &error);
  if (filter == NULL) {
    gboolean open = typing && (end >= n || text[start] == '(');   /* it is still on its way */
    g_autoptr (AttFilter) rest = read_rest (asked, start, end);
    show_trouble (self, open ? NULL : error->message, start, end);
    if (rest)
      set_filter (self, rest);
    return;
  }
  g_autofree char *doubt = att_filter_doubt (text, &start, &end);
  show_trouble (self, typing && end >= n ? NULL : doubt, start, end);
  set_filter (self, filter);
  if (doubt == NULL && !typing)
    look_for_unknown (self, filter);
}

static void
typed (AttFilterBar *self)
{
  /* the entry tells of a text put there by show_filter too, a moment later */
  g_autofree char *shown = self->dossier ? att_filter_format (att_dossier_get_filter (self->dossier)) : NULL;
  if (g_strcmp0 (shown, gtk_editable_get_text (self->entry)) != 0)
    apply (self, TRUE);
}

/* The keyboard goes on in what was found. */
static void
left (AttFilterBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.to-stories", NULL);
}

static void
entered (AttFilterBar *self)
{
  att_completer_close (self->completer);
  apply (self, FALSE);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->trouble)))   /* else there is something to put right here */
    left (self);
}

static void
remove_cb (GtkButton *chip, AttFilterBar *self)
{
  guint part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "part"));
  att_dossier_take_filter (self->dossier, att_filter_without_part (att_dossier_get_filter (self->dossier), part));
}

/* A chip says a topic by its label, and a refusal in words. */
static char *
label_of (AttFilterBar *self, const char *part)
{
  gboolean not = g_str_has_prefix (part, "-topic:");
  const char *name = not ? part + 7 : g_str_has_prefix (part, "topic:") ? part + 6 : NULL;
  const AttCoverage *coverage = att_dossier_get_coverage (self->dossier);
  for (guint i = 0; name && coverage && i < coverage->n_topics; i++)
    if (coverage->topics[i].kind == ATT_TOPIC_THEME && strcmp (coverage->topics[i].name, name) == 0)
      return not ? g_strdup_printf (_("not %s"), att_topic_shown (ATT_TOPIC_THEME, coverage->topics[i].label)) : g_strdup (att_topic_shown (ATT_TOPIC_THEME, coverage->topics[i].label));
  return g_strdup (part);
}

char *
att_filter_bar_describe (AttFilterBar *self)
{
  g_return_val_if_fail (ATT_IS_FILTER_BAR (self), NULL);

  g_auto (GStrv) parts = att_filter_parts (att_dossier_get_filter (self->dossier));
  for (guint i = 0; parts[i]; i++) {
    char *label = label_of (self, parts[i]);
    g_free (parts[i]);
    parts[i] = label;
  }
  return g_strjoinv (", ", parts);
}

static void
add_chip (AttFilterBar *self, const char *part, guint i)
{
  g_autofree char *label = label_of (self, part);
  g_autofree char *shown = g_strconcat (label, "  ×", NULL);
  g_autofree char *name = g_strdup_printf (_("Remove %s from the filter"), label);
  GtkWidget *chip = gtk_button_new_with_label (shown);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), PANGO_ELLIPSIZE_MIDDLE);   /* whole in its tooltip */
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  att_platform_name_button (chip, name);
  g_object_set_data (G_OBJECT (chip), "part", GUINT_TO_POINTER (i));
  g_signal_connect (chip, "clicked", G_CALLBACK (remove_cb), self);
  att_wrap_append (self->chips, chip);
}

static void
show_chips (AttFilterBar *self)
{
  g_auto (GStrv) parts = att_filter_parts (att_dossier_get_filter (self->dossier));
  att_wrap_clear (self->chips);
  for (guint i = 0; parts[i]; i++)
    add_chip (self, parts[i], i);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), parts[0] != NULL);
}

static void
show_filter (AttFilterBar *self)
{
  show_chips (self);
  if (self->following)
    return;
  self->under_way = FALSE;
  g_cancellable_cancel (self->question);
  g_autofree char *text = att_filter_format (att_dossier_get_filter (self->dossier));
  self->following = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->following = FALSE;
  show_trouble (self, NULL, 0, 0);
}

static void
show_count (AttFilterBar *self)
{
  const AttCoverage *coverage = att_dossier_get_coverage (self->dossier);
  guint n = coverage ? coverage->n_ids : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("%u story", "%u stories", n), n);
  gtk_label_set_text (self->count, coverage && coverage->partial ? "" : label);
  show_chips (self);   /* the first answer brings the labels */
}

void
att_filter_bar_settle (AttFilterBar *self)
{
  if (self->under_way)
    apply (self, FALSE);
}

void
att_filter_bar_focus (AttFilterBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AttFilterBar *self = ATT_FILTER_BAR (object);
  if (!g_set_object (&self->dossier, g_value_get_object (value)) || self->dossier == NULL)
    return;
  g_signal_connect_object (self->dossier, "notify::filter", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dossier, "notify::coverage", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  att_completer_set_dossier (self->completer, self->dossier);
  show_filter (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, ATT_FILTER_BAR (object)->dossier);
}

static void
att_filter_bar_dispose (GObject *object)
{
  g_cancellable_cancel (ATT_FILTER_BAR (object)->question);
  g_clear_object (&ATT_FILTER_BAR (object)->question);
  g_clear_object (&ATT_FILTER_BAR (object)->completer);
  gtk_widget_dispose_template (GTK_WIDGET (object), ATT_TYPE_FILTER_BAR);
  g_clear_object (&ATT_FILTER_BAR (object)->dossier);
  G_OBJECT_CLASS (att_filter_bar_parent_class)->dispose (object);
}

static void
att_filter_bar_class_init (AttFilterBarClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_filter_bar_dispose;
  G_OBJECT_CLASS (class)->set_property = set_property;
  G_OBJECT_CLASS (class)->get_property = get_property;
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, ATT_TYPE_DOSSIER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
  g_type_ensure (ATT_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/search/filter-bar.ui");
  gtk_widget_class_bind_template_child (widget, AttFilterBar, entry);
  gtk_widget_class_bind_template_child (widget, AttFilterBar, chips);
  gtk_widget_class_bind_template_child (widget, AttFilterBar, trouble);
  gtk_widget_class_bind_template_child (widget, AttFilterBar, count);
  gtk_widget_class_bind_template_child (widget, AttFilterBar, help);
  gtk_widget_class_bind_template_callback (widget, typed);
  gtk_widget_class_bind_template_callback (widget, entered);
  gtk_widget_class_bind_template_callback (widget, left);
}

static void
att_filter_bar_init (AttFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->completer = att_completer_new (self->entry);
  gtk_menu_button_set_popover (self->help, att_search_help_new (&self->dossier));
}
