/* progress-bar.c: a round under way, and what went wrong in the last one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/progress-bar.h"

#include <glib/gi18n.h>

#define PULSE 200   /* ms */

struct _AttProgressBar {
  GtkBox          parent_instance;
  GtkLabel       *label, *trouble_text;
  GtkProgressBar *bar;
  GtkWidget      *cancel, *troubles, *dismiss;
  AttDesk        *desk;
  AttPageRound   *pages;
  char           *work;      /* NULL: nothing but rounds */
  guint           pulse;     /* the source that shows it and moves the bar */
};

G_DEFINE_FINAL_TYPE (AttProgressBar, att_progress_bar, GTK_TYPE_BOX)

/* One line for whatever is under way: its words, the bar, and whether it can be cancelled. */
static void
show_work (AttProgressBar *self, const char *words, gboolean cancel)
{
  gtk_label_set_text (self->label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  gtk_widget_set_visible (self->cancel, cancel);
  gtk_widget_set_visible (self->troubles, FALSE);
  gtk_widget_set_visible (self->dismiss, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
show_progress (AttProgressBar *self)
{
  guint done, all;
  att_desk_get_progress (self->desk, &done, &all);
  if (all == 0)
    return;
  g_autofree char *words = g_strdup_printf (ngettext ("%u of %u feed", "%u of %u feeds", all), done, all);
  gtk_progress_bar_set_fraction (self->bar, (double) done / all);
  show_work (self, words, TRUE);
}

/* They stay until they are dismissed, or another round begins. */
static gboolean
shows_troubles (AttProgressBar *self)
{
  return gtk_widget_get_visible (self->troubles) && gtk_widget_get_visible (GTK_WIDGET (self));
}

/* What is stored is marked anew: told like a round, but it ends without a word. */
static void
show_marking (AttProgressBar *self)
{
  guint done, all;
  att_desk_get_marking (self->desk, &done, &all);
  if (att_desk_is_busy (self->desk) || shows_troubles (self))
    return;   /* the round is shown, or what went wrong in it */
  if (all == 0) {
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    return;
  }
  g_autofree char *words = g_strdup_printf (ngettext ("%u of %u story judged anew", "%u of %u stories judged anew", all), done, all);
  gtk_progress_bar_set_fraction (self->bar, (double) done / all);
  show_work (self, words, FALSE);
}

/* Whole articles on their way: told while nothing else is. */
static void
show_pages (AttProgressBar *self)
{
  guint done, all, marked, to_mark;
  att_page_round_get_progress (self->pages, &done, &all);
  att_desk_get_marking (self->desk, &marked, &to_mark);
  if (att_desk_is_busy (self->desk) || to_mark > 0 || shows_troubles (self))
    return;
  if (all == 0) {
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    return;
  }
  g_autofree char *words = g_strdup_printf (ngettext ("%u of %u whole article", "%u of %u whole articles", all), done, all);
  gtk_progress_bar_set_fraction (self->bar, (double) done / all);
  show_work (self, words, FALSE);
}

void
att_progress_bar_set_pages (AttProgressBar *self, AttPageRound *pages)
{
  g_set_object (&self->pages, pages);
  g_signal_connect_object (pages, "progress", G_CALLBACK (show_pages), self, G_CONNECT_SWAPPED);
}

/* Nothing wrong: the line goes away. Otherwise it stays and says so. */
static void
show_end (AttProgressBar *self)
{
  GPtrArray *troubles = att_desk_get_troubles (self->desk);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < troubles->len; i++) {
    const AttTrouble *trouble = g_ptr_array_index (troubles, i);
    g_autofree char *one = g_markup_printf_escaped ("%s<b>%s</b>\n%s", i ? "\n\n" : "", trouble->label, trouble->error->message);
    g_string_append (text, one);
  }
  g_autofree char *words = g_strdup_printf (ngettext ("%u feed could not be refreshed", "%u feeds could not be refreshed", troubles->len), troubles->len);
  gtk_label_set_text (self->label, words);
  gtk_label_set_markup (self->trouble_text, text->str);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->troubles), _("What Happened"));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  gtk_widget_set_visible (self->cancel, FALSE);
  gtk_widget_set_visible (self->troubles, TRUE);
  gtk_widget_set_visible (self->dismiss, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), troubles->len > 0);
}

static gboolean
pulse_cb (gpointer data)
{
  AttProgressBar *self = data;
  guint marked, to_mark;
  att_desk_get_marking (self->desk, &marked, &to_mark);
  if (att_desk_is_busy (self->desk) || to_mark > 0)
    return G_SOURCE_CONTINUE;
  gtk_progress_bar_pulse (self->bar);
  show_work (self, self->work, TRUE);
  return G_SOURCE_CONTINUE;
}

void
att_progress_bar_set_work (AttProgressBar *self, const char *words)
{
  gboolean shown = self->work && gtk_widget_get_visible (GTK_WIDGET (self)) && g_str_equal (gtk_label_get_text (self->label), self->work);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_pointer (&self->work, g_free);
  if (shown)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (words) {
    self->work = g_strdup (words);
    self->pulse = g_timeout_add (PULSE, pulse_cb, self);
  }
}

static void
hide (AttProgressBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
att_progress_bar_set_desk (AttProgressBar *self, AttDesk *desk)
{
  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "progress", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "marking", G_CALLBACK (show_marking), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "finished", G_CALLBACK (show_end), self, G_CONNECT_SWAPPED);
}

static void
att_progress_bar_dispose (GObject *object)
{
  AttProgressBar *self = ATT_PROGRESS_BAR (object);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_pointer (&self->work, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), ATT_TYPE_PROGRESS_BAR);
  g_clear_object (&self->desk);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (att_progress_bar_parent_class)->dispose (object);
}

static void
att_progress_bar_class_init (AttProgressBarClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_progress_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/window/progress-bar.ui");
  gtk_widget_class_bind_template_child (widget, AttProgressBar, label);
  gtk_widget_class_bind_template_child (widget, AttProgressBar, trouble_text);
  gtk_widget_class_bind_template_child (widget, AttProgressBar, bar);
  gtk_widget_class_bind_template_child (widget, AttProgressBar, cancel);
  gtk_widget_class_bind_template_child (widget, AttProgressBar, troubles);
  gtk_widget_class_bind_template_child (widget, AttProgressBar, dismiss);
  gtk_widget_class_bind_template_callback (widget, hide);
}

static void
att_progress_bar_init (AttProgressBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
