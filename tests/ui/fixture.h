/* fixture.h: a pane in a window of its own, over the sample desk.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk/desk.h"
#include "listing/dossier.h"
#include "ui/window/window.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct {
  char       *profile;
  AttDesk    *desk;
  AttDossier *dossier;
  GtkWidget  *window;
} Fixture;

void fixture_init     (int *argc, char ***argv);   /* instead of g_test_init */
void fixture_init_application (int *argc, char ***argv);   /* and the default application, which a whole window needs */
void fixture_init_evening (int *argc, char ***argv);   /* the same, where it is eight in the evening: the sample desk is as fresh as the moment, and at midnight hardly anything is of today */
void fixture_set_up   (Fixture *f, gconstpointer data);
void fixture_tear_down (Fixture *f, gconstpointer data);

void fixture_show      (Fixture *f, GtkWidget *pane);   /* gives it the dossier and shows it */
void fixture_filter    (Fixture *f, const char *text);  /* and waits for the answer */
void fixture_wait      (gboolean (*holds) (gpointer), gpointer data);
void fixture_settle    (void);                          /* runs what is pending */
gboolean fixture_is_covered (gpointer dossier);

/* The first descendant of a type whose label, text or accessible-like text is this; NULL name: any. */
GtkWidget *fixture_find  (GtkWidget *root, GType type, const char *text);
guint      fixture_count (GtkWidget *root, GType type);

/* The whole window on the fixture's desk, shown and filled; an application must be there. */
AttWindow *fixture_open_window (Fixture *f);
void       fixture_resize (Fixture *f, int width);   /* to about as many pixels, and until its columns have their places */

G_END_DECLS
