/* platform.h: what newer GTKs do otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * platform.c is the only file with a version check; no dialog, chooser or launcher is named anywhere else. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void att_platform_open_uri            (GtkWindow *parent, const char *uri);
void att_platform_show_about          (GtkWindow *parent);
void att_platform_present_preferences (GtkWindow *parent, GtkWidget *page);   /* an AdwPreferencesPage */
void att_platform_say_in_preferences  (GtkWidget *within, const char *words);     /* a toast over them; nothing where they are not presented so */
void att_platform_show_shortcuts      (GtkWindow *parent);

/* A question with two answers; callback gets a GTask with TRUE when it was the affirmative one. */
void     att_platform_ask_async  (GtkWindow *parent, const char *heading, const char *body, const char *yes, GAsyncReadyCallback callback, gpointer data);
gboolean att_platform_ask_finish (GAsyncResult *result);

/* A question whose answer is a line of text, which begins as text; finish returns it, or NULL. */
void     att_platform_ask_text_async  (GtkWindow *parent, const char *heading, const char *text, const char *yes, GAsyncReadyCallback callback, gpointer data);
void     att_platform_ask_text_among_async (GtkWindow *parent, const char *heading, const char *text, const char *const *known, const char *yes, GAsyncReadyCallback callback, gpointer data);   /* known: offered while it is typed */
void     att_platform_ask_lines_async (GtkWindow *parent, const char *heading, const char *text, const char *yes, GAsyncReadyCallback callback, gpointer data);   /* of several lines; Ctrl+Return answers */
char    *att_platform_ask_text_finish (GAsyncResult *result);

/* A name and a password for what body names; finish: FALSE when it was cancelled, else both, owned by the caller. */
void     att_platform_ask_login_async  (GtkWindow *parent, const char *body, GAsyncReadyCallback callback, gpointer data);
gboolean att_platform_ask_login_finish (GAsyncResult *result, char **user, char **password);

/* finish returns the chosen file, or NULL. */
void   att_platform_open_file_async (GtkWindow *parent, const char *title, GAsyncReadyCallback callback, gpointer data);
void   att_platform_save_file_async (GtkWindow *parent, const char *title, const char *name, GAsyncReadyCallback callback, gpointer data);
GFile *att_platform_file_finish     (GAsyncResult *result);

void att_platform_get_color (GtkWidget *widget, GdkRGBA *color);   /* of its text, as styled now */

/* Escape closes the window. */
void att_platform_close_by_key (GtkWindow *window);

/* What a screen reader says of a button or a drop-down, in place of the words on it. */
void att_platform_name_button (GtkWidget *button, const char *name);

/* Versions and surroundings, a line each, for who mends: GTK, libadwaita, display, language. Owned by the caller. */
char *att_platform_describe (GtkWidget *widget);

/* Before GTK starts: no GL where there is no graphics device, which halves memory and start. */
void att_platform_choose_renderer (void);

G_END_DECLS
