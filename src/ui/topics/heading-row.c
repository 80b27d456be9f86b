/* heading-row.c: a heading in the panel: what stands under it is shown or folded away.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/topics/heading-row.h"
#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>

struct _AttHeadingRow {
  GtkListBoxRow parent_instance;
  GtkImage     *arrow;
  GtkLabel     *name, *n;
  AttHeading   *heading;
};

G_DEFINE_FINAL_TYPE (AttHeadingRow, att_heading_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
words_of (AttHeading *heading)
{
  switch (att_heading_get_kind (heading)) {
    case ATT_TOPIC_PERSON: return _("People");
    case ATT_TOPIC_STATE:  return _("Countries");
    case ATT_TOPIC_BODY:   return _("Bodies");
    default:               return att_section_shown (att_heading_get_section (heading));
  }
}

static void
show (AttHeadingRow *self)
{
  guint n = att_heading_get_n (self->heading);
  gboolean folded = att_heading_is_folded (self->heading);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *label = g_strdup_printf (folded ? ngettext ("%s, %u row, folded", "%s, %u rows, folded", n) : ngettext ("%s, %u row", "%s, %u rows", n), words_of (self->heading), n);
  gtk_image_set_from_icon_name (self->arrow, folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_label_set_text (self->n, number);
  gtk_widget_set_visible (GTK_WIDGET (self->n), folded);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
att_heading_row_new (AttHeading *heading)
{
  AttHeadingRow *self = g_object_new (ATT_TYPE_HEADING_ROW, NULL);
  self->heading = g_object_ref (heading);
  gtk_label_set_text (self->name, words_of (heading));
  g_signal_connect_object (heading, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

AttHeading *
att_heading_row_get_heading (AttHeadingRow *self)
{
  return self->heading;
}

static void
att_heading_row_dispose (GObject *object)
{
  g_clear_object (&ATT_HEADING_ROW (object)->heading);
  G_OBJECT_CLASS (att_heading_row_parent_class)->dispose (object);
}

static void
att_heading_row_class_init (AttHeadingRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = att_heading_row_dispose;
}

static void
att_heading_row_init (AttHeadingRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->arrow = GTK_IMAGE (gtk_image_new ());
  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->n = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->n), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->n));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "facet-heading");
}
