/* chip.h: one topic or person of a story: its name, why it is there, and what may be wrong with it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button; its tooltip lists the words that made it and what each weighs. Its menu (right click, long press, the menu
 * key) holds the corrections: win.not-about (kind, name, label) and win.same-person (name, name).
 */
#pragma once

#include "press/article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The mention must outlive the chip. */
GtkWidget        *att_chip_new         (const AttArticle *article, const AttMention *mention);
const AttMention *att_chip_get_mention (GtkWidget *chip);

/* What made it, one after the other, each time it is asked; NULL: a person said so. */
const AttSpan    *att_chip_next        (GtkWidget *chip);

/* "+": what the story is about after all, chosen from a menu of topics. */
GtkWidget        *att_chip_new_adder   (GMenuModel *topics);

/* What a person put on the story; a click takes it off (win.unlabel). */
GtkWidget *att_chip_new_label (const char *label);

G_END_DECLS
