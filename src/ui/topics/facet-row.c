/* facet-row.c: one topic in the panel: its mark, name, last days and count.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/topics/facet-row.h"

#include "ui/widget/sparkline.h"
#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>

struct _AttFacetRow {
  GtkListBoxRow parent_instance;
  GtkLabel     *mark, *name, *count;
  GtkWidget    *burst;
  AttSparkline *sparkline;
  AttFacet     *facet;
};

G_DEFINE_FINAL_TYPE (AttFacetRow, att_facet_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_class (AttFacetRow *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static const char *
shown_label (AttFacet *facet)
{
  return att_topic_shown (att_facet_get_kind (facet), att_facet_get_label (facet));
}

static void
describe (AttFacetRow *self, AttSense sense, guint n)
{
  static const char *const SENSES[] = { "", N_(", must be there"), N_(", must not be there") };
  g_autofree char *count = g_strdup_printf (ngettext ("%u story", "%u stories", n), n);
  g_autofree char *label = g_strdup_printf ("%s, %s%s", shown_label (self->facet), count, sense ? _(SENSES[sense]) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Made when it is looked at: to set a tooltip's text asks the display where the pointer is, for each of two hundred rows. */
static gboolean
tooltip_cb (AttFacetRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *tip = g_strdup_printf (_("%u today; %.1f on an ordinary day"), att_facet_get_days (self->facet)[ATT_COVERAGE_DAYS - 1], att_facet_get_habit (self->facet));
  gtk_tooltip_set_text (tooltip, tip);
  return TRUE;
}

static void
show (AttFacetRow *self)
{
  static const char *const MARKS[] = { "", "+", "−" };
  AttSense sense = att_facet_get_sense (self->facet);
  guint n = att_facet_get_count (self->facet);
  g_autofree char *count = g_strdup_printf ("%u", n);
  gtk_label_set_text (self->mark, MARKS[sense]);
  gtk_label_set_text (self->name, shown_label (self->facet));   /* it may have been renamed */
  gtk_label_set_text (self->count, count);
  att_sparkline_set_days (self->sparkline, att_facet_get_days (self->facet), ATT_COVERAGE_DAYS);
  gtk_widget_set_visible (self->burst, att_facet_is_burst (self->facet));
  set_class (self, "must", sense == ATT_SENSE_MUST);
  set_class (self, "must-not", sense == ATT_SENSE_MUST_NOT);
  describe (self, sense, n);
}

GtkWidget *
att_facet_row_new (AttFacet *facet)
{
  AttFacetRow *self = g_object_new (ATT_TYPE_FACET_ROW, NULL);
  self->facet = g_object_ref (facet);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect_object (facet, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

AttFacet *
att_facet_row_get_facet (AttFacetRow *self)
{
  return self->facet;
}

static void
att_facet_row_dispose (GObject *object)
{
  g_clear_object (&ATT_FACET_ROW (object)->facet);
  G_OBJECT_CLASS (att_facet_row_parent_class)->dispose (object);
}

static void
att_facet_row_class_init (AttFacetRowClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_facet_row_dispose;
  g_type_ensure (ATT_TYPE_SPARKLINE);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/topics/facet-row.ui");
  gtk_widget_class_bind_template_child (widget, AttFacetRow, mark);
  gtk_widget_class_bind_template_child (widget, AttFacetRow, name);
  gtk_widget_class_bind_template_child (widget, AttFacetRow, count);
  gtk_widget_class_bind_template_child (widget, AttFacetRow, burst);
  gtk_widget_class_bind_template_child (widget, AttFacetRow, sparkline);
}

static void
att_facet_row_init (AttFacetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
