/* chip.c: one topic or person of a story: its name, why it is there, and what may be wrong with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/chip.h"

#include "ui/platform/platform.h"
#include "ui/widget/menu.h"
#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_PERSONS 12   /* in the menu of who is the same */

/* The words that fired and what they weigh, strongest first. */
static char *
list_terms (const AttArticle *article, const AttMention *mention)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < mention->evidence->len; i++) {
    const AttSpan *span = &g_array_index (mention->evidence, AttSpan, i);
    const char *zone = span->zone == ATT_ZONE_TITLE ? article->title : article->text;
    g_string_append_printf (out, "\n“%.*s”", (int) (span->end - span->start), zone + span->start);
    if (span->weight)
      g_string_append_printf (out, "  %.1f", span->weight / 100.0);
  }
  if (mention->evidence->len == 0)
    return g_strdup (_("You said that it is about this."));
  return g_strdup_printf (mention->grade == ATT_GRADE_MAIN ? _("Main topic, %.0f %% sure. Words and their weight:%s") : _("%.0f %% sure. Words and their weight:%s"),
                          mention->score * 100, out->str);
}

static GMenuModel *
make_menu (const AttArticle *article, const AttMention *mention)
{
  GMenu *menu = g_menu_new ();
  gboolean person = mention->kind == ATT_TOPIC_PERSON;
  att_menu_append (menu, person ? _("Not This Person") : _("Not About This"), "win.not-about",
                     g_variant_new ("(sss)", att_topic_kind_name (mention->kind), mention->name, mention->label));
  if (mention->kind == ATT_TOPIC_THEME)
    att_menu_append (menu, _("Open Topic"), "win.open-topic", g_variant_new_string (mention->name));
  if (!person)
    return G_MENU_MODEL (menu);
  att_menu_append (menu, _("What They Said"), "win.open-actor", g_variant_new ("(iss)", ATT_TOPIC_PERSON, mention->name, ""));
  g_autoptr (GMenu) others = g_menu_new ();
  for (guint i = 0; i < article->mentions->len && g_menu_model_get_n_items (G_MENU_MODEL (others)) < MAX_PERSONS; i++) {
    const AttMention *other = g_ptr_array_index (article->mentions, i);
    if (other != mention && other->kind == ATT_TOPIC_PERSON)
      att_menu_append_name (others, other->label, "win.same-person", g_variant_new ("(ss)", mention->name, other->name));
  }
  if (g_menu_model_get_n_items (G_MENU_MODEL (others)) > 0)
    g_menu_append_submenu (menu, _("Same Person As"), G_MENU_MODEL (others));
  return G_MENU_MODEL (menu);
}

static void
pop_up (GtkWidget *chip)
{
  att_menu_pop_up_over (chip, g_object_get_data (G_OBJECT (chip), "menu"), NULL);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, GtkWidget *chip)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (chip);
}

static void
held_cb (GtkGestureLongPress *gesture, double x, double y, GtkWidget *chip)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (chip);
}

static gboolean
key_cb (GtkWidget *chip, GVariant *args, gpointer data)
{
  pop_up (chip);
  return TRUE;
}

/* Right click, long press, and the menu key. */
static void
add_menu (GtkWidget *chip, GMenuModel *model)
{
  GtkGesture *click = gtk_gesture_click_new (), *hold = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_object_set_data_full (G_OBJECT (chip), "menu", model, g_object_unref);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), chip);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), chip);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"), gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (chip, keys);
}

GtkWidget *
att_chip_new (const AttArticle *article, const AttMention *mention)
{
  GtkWidget *chip = gtk_button_new_with_label (att_topic_shown (mention->kind, mention->label));
  gtk_widget_add_css_class (chip, "chip");
  if (mention->grade == ATT_GRADE_MAIN)
    gtk_widget_add_css_class (chip, "main");
  if (mention->kind == ATT_TOPIC_THEME) {
    g_autofree char *terms = list_terms (article, mention);
    gtk_widget_set_tooltip_text (chip, terms);
  } else
    gtk_widget_add_css_class (chip, "person");
  g_object_set_data (G_OBJECT (chip), "mention", (gpointer) mention);
  add_menu (chip, make_menu (article, mention));
  return chip;
}

const AttSpan *
att_chip_next (GtkWidget *chip)
{
  const AttMention *mention = att_chip_get_mention (chip);
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "next"));
  if (mention->evidence->len == 0)
    return NULL;
  g_object_set_data (G_OBJECT (chip), "next", GUINT_TO_POINTER ((at + 1) % mention->evidence->len));
  return &g_array_index (mention->evidence, AttSpan, at % mention->evidence->len);
}

const AttMention *
att_chip_get_mention (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "mention");
}

GtkWidget *
att_chip_new_label (const char *label)
{
  g_autofree char *shown = g_strconcat (label, "  ×", NULL), *words = g_strdup_printf (_("Take the label %s off"), label);
  GtkWidget *chip = gtk_button_new_with_label (shown);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "label-chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "win.unlabel");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", label);
  gtk_widget_set_tooltip_text (chip, words);
  att_platform_name_button (chip, words);
  return chip;
}

GtkWidget *
att_chip_new_adder (GMenuModel *topics)
{
  GtkWidget *adder = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (adder), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (adder), topics);
  gtk_widget_set_tooltip_text (adder, _("It Is About…"));
  gtk_widget_add_css_class (adder, "chip-adder");
  gtk_accessible_update_property (GTK_ACCESSIBLE (adder), GTK_ACCESSIBLE_PROPERTY_LABEL, _("It Is About…"), -1);
  return adder;
}
