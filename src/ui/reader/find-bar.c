/* find-bar.c: words found in the story that is open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/find-bar.h"

#include "ui/platform/platform.h"

#include <glib/gi18n.h>

#define MAX_PLACES 2000

struct _AttFindBar {
  GtkBox         parent_instance;
  GtkSearchBar  *bar;
  GtkEditable   *entry;
  GtkLabel      *count;
  GtkTextBuffer *buffer;
  GtkWidget     *view;      /* weak */
  GArray        *places;    /* of int: where each begins, by its letters */
  guint          at, length;
};

G_DEFINE_FINAL_TYPE (AttFindBar, att_find_bar, GTK_TYPE_BOX)

enum { FOUND, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clear (AttFindBar *self)
{
  GtkTextIter start, end;
  g_array_set_size (self->places, 0);
  if (self->buffer == NULL)
    return;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), "found"))
    gtk_text_buffer_remove_tag_by_name (self->buffer, "found", &start, &end);
}

static void
show_count (AttFindBar *self)
{
  g_autofree char *words = self->places->len ? g_strdup_printf (_("%u of %u"), self->at + 1, self->places->len) : g_strdup (*gtk_editable_get_text (self->entry) ? _("Not found") : "");
  gtk_label_set_text (self->count, words);
}

static void
go (AttFindBar *self)
{
  show_count (self);
  if (self->places->len == 0)
    return;
  int start = g_array_index (self->places, int, self->at);
  g_signal_emit (self, signals[FOUND], 0, start, start + (int) self->length);
}

/* Every place where the words stand, in yellow. */
static void
mark_places (AttFindBar *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  GtkTextIter at, start, end;
  clear (self);
  if (self->buffer == NULL || *text == '\0')
    return;
  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), "found") == NULL)
    gtk_text_buffer_create_tag (self->buffer, "found", "background", "#f9f06b", "foreground", "#1e1e1e", NULL);
  gtk_text_buffer_get_start_iter (self->buffer, &at);
  while (self->places->len < MAX_PLACES && gtk_text_iter_forward_search (&at, text, GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY, &start, &end, NULL)) {
    int from = gtk_text_iter_get_offset (&start);
    self->length = gtk_text_iter_get_offset (&end) - from;
    g_array_append_val (self->places, from);
    gtk_text_buffer_apply_tag_by_name (self->buffer, "found", &start, &end);
    at = end;
  }
}

static void
look (AttFindBar *self)
{
  self->at = 0;
  mark_places (self);
  go (self);
}

static void
step (AttFindBar *self, int by)
{
  if (self->places->len)
    self->at = (self->at + self->places->len + by) % self->places->len;
  go (self);
}

static void
next_cb (AttFindBar *self)
{
  step (self, 1);
}

static void
previous_cb (AttFindBar *self)
{
  step (self, -1);
}

static void
mode_cb (AttFindBar *self)
{
  if (gtk_search_bar_get_search_mode (self->bar))
    return;
  clear (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  if (self->view && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))   /* it would be on what is gone */
    gtk_widget_grab_focus (self->view);
}

void
att_find_bar_open (AttFindBar *self, GtkTextView *view)
{
  g_set_object (&self->buffer, gtk_text_view_get_buffer (view));
  g_set_weak_pointer (&self->view, GTK_WIDGET (view));
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  look (self);
}

void
att_find_bar_again (AttFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    return;
  mark_places (self);
  self->at = MIN (self->at, MAX (self->places->len, 1) - 1);
  show_count (self);
}

void
att_find_bar_close (AttFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

static void
att_find_bar_dispose (GObject *object)
{
  g_clear_object (&ATT_FIND_BAR (object)->buffer);
  g_clear_weak_pointer (&ATT_FIND_BAR (object)->view);
  G_OBJECT_CLASS (att_find_bar_parent_class)->dispose (object);
}

static void
att_find_bar_finalize (GObject *object)
{
  g_array_unref (ATT_FIND_BAR (object)->places);
  G_OBJECT_CLASS (att_find_bar_parent_class)->finalize (object);
}

static void
att_find_bar_class_init (AttFindBarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = att_find_bar_dispose;
  G_OBJECT_CLASS (class)->finalize = att_find_bar_finalize;
  signals[FOUND] = g_signal_new ("found", ATT_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static GtkWidget *
add_button (AttFindBar *self, GtkWidget *box, const char *icon, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_set_tooltip_text (button, words);
  att_platform_name_button (button, words);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
att_find_bar_init (AttFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->places = g_array_new (FALSE, FALSE, sizeof (int));
  self->bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  self->entry = GTK_EDITABLE (gtk_search_entry_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find in Story"), -1);
  gtk_editable_set_width_chars (self->entry, 10);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  add_button (self, box, "go-up-symbolic", _("The Place Before"), G_CALLBACK (previous_cb));
  add_button (self, box, "go-down-symbolic", _("The Next Place"), G_CALLBACK (next_cb));
  add_button (self, box, "window-close-symbolic", _("Close"), G_CALLBACK (att_find_bar_close));   /* the bar's own has no name for a screen reader */
  gtk_search_bar_set_child (self->bar, box);
  gtk_search_bar_connect_entry (self->bar, self->entry);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (look), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (previous_cb), self);
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_cb), self);
}
