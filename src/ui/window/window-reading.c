/* window-reading.c: what can be done with the story that is open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "base/url.h"
#include "ui/platform/platform.h"
#include "ui/reader/print.h"

#include <glib/gi18n.h>

#define MAX_IMAGES 12        /* of one story */
#define ZOOM_STEP 10         /* percent */

static void
open_in_browser (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const AttArticle *article = att_dossier_get_article (self->dossier);
  if (article && att_url_is_http (article->url))
    att_platform_open_uri (GTK_WINDOW (self), article->url);
}

/* Images come one after the other: they are for the eye, and the feeds go first. */
typedef struct { AttWindow *window; gint64 article; GPtrArray *urls; guint next; } Loading;

static void load_next (Loading *loading);

static void
loading_free (Loading *loading)
{
  g_object_unref (loading->window);
  g_ptr_array_unref (loading->urls);
  g_free (loading);
}

/* One failure is told; that others of the story failed as well is not news. */
static void
image_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Loading *loading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) image = att_desk_image_finish (loading->window->desk, result, &error);
  if (image)
    att_dossier_add_image (loading->window->dossier, loading->article, g_ptr_array_index (loading->urls, loading->next), image);
  else if (loading->next == 0)
    att_window_say (loading->window, error->message, NULL, NULL);
  loading->next++;
  load_next (loading);
}

static void
load_next (Loading *loading)
{
  const AttArticle *article = loading->window->dossier ? att_dossier_get_article (loading->window->dossier) : NULL;
  if (article == NULL || article->id != loading->article || loading->next >= loading->urls->len)
    loading_free (loading);
  else
    att_desk_image_async (loading->window->desk, g_ptr_array_index (loading->urls, loading->next), image_cb, loading);
}

static void
want (AttWindow *self, GPtrArray *urls, const char *url)
{
  if (att_url_is_http (url) && urls->len < MAX_IMAGES && att_dossier_get_image (self->dossier, url) == NULL && !g_ptr_array_find_with_equal_func (urls, url, g_str_equal, NULL))
    g_ptr_array_add (urls, g_strdup (url));
}

static GPtrArray *
images_of (AttWindow *self, const AttArticle *article)
{
  GPtrArray *urls = g_ptr_array_new_with_free_func (g_free);
  want (self, urls, article ? article->image : NULL);
  for (guint i = 0; article && article->pictures && i < article->pictures->len; i++)
    want (self, urls, ((AttPicture *) g_ptr_array_index (article->pictures, i))->url);
  return urls;
}

static void
load_images (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const AttArticle *article = att_dossier_get_article (self->dossier);
  GPtrArray *urls = images_of (self, article);
  att_window_enable (self, "load-image", FALSE);
  if (urls->len == 0) {
    g_ptr_array_unref (urls);
    return;
  }
  Loading *loading = g_new (Loading, 1);
  *loading = (Loading) { g_object_ref (self), article->id, urls, 0 };
  load_next (loading);
}

/* As the person prefers: never, when asked (the reader's button is there while the action is), or at once. */
static void
offer_images (AttWindow *self)
{
  enum { NEVER, ASK, ALWAYS } wish = g_settings_get_enum (self->settings, "images");
  g_autoptr (GPtrArray) urls = images_of (self, att_dossier_get_article (self->dossier));
  att_window_enable (self, "load-image", urls->len && wish == ASK);
  if (urls->len && wish == ALWAYS)
    load_images (NULL, NULL, self);
}

static void
zoom (AttWindow *self, int percent)
{
  g_settings_set_int (self->settings, "zoom", CLAMP (percent, 50, 300));
}

static void
zoom_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zoom (data, g_settings_get_int (((AttWindow *) data)->settings, "zoom") + ZOOM_STEP);
}

static void
zoom_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zoom (data, g_settings_get_int (((AttWindow *) data)->settings, "zoom") - ZOOM_STEP);
}

static void
zoom_normal (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zoom (data, 100);
}

static void
print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (AttWindow) self = g_object_ref (ATT_WINDOW (data));   /* closed behind the dialog, it is spoken to all the same */
  g_autoptr (GError) error = NULL;
  const AttArticle *article = att_dossier_get_article (self->dossier);
  if (article && !att_print_article (GTK_WINDOW (self), article, &error) && error)
    att_window_say (self, error->message, NULL, NULL);
}

static void
save_pdf_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autoptr (GFile) file = att_platform_file_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  const AttArticle *article = att_dossier_get_article (self->dossier);
  if (path && article)
    att_window_say (self, att_print_to_pdf (GTK_WINDOW (self), article, path, &error) ? _("Story saved") : error ? error->message : _("The story was not saved"), NULL, NULL);
}

/* "Blinken, Xi: partners not rivals.pdf", without what no file may be called. */
static void
save_pdf (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const AttArticle *article = att_dossier_get_article (self->dossier);
  if (article == NULL)
    return;
  g_autofree char *title = g_utf8_substring (article->title, 0, MIN (80, g_utf8_strlen (article->title, -1)));
  g_strdelimit (title, "/\\:*?\"<>|", ' ');
  g_autofree char *name = g_strconcat (g_strstrip (title), ".pdf", NULL);
  att_platform_save_file_async (GTK_WINDOW (self), _("Save as PDF"), name, save_pdf_cb, NULL);
}

static const GActionEntry ACTIONS[] = {
  { "open-in-browser", open_in_browser }, { "load-image", load_images }, { "zoom-in", zoom_in }, { "zoom-out", zoom_out }, { "zoom-normal", zoom_normal },
  { "print", print }, { "save-pdf", save_pdf },
};

static const struct { const char *action, *keys[3]; } ACCELERATORS[] = {
  { "win.zoom-in", { "<Control>plus", "<Control>equal" } }, { "win.zoom-out", { "<Control>minus" } }, { "win.zoom-normal", { "<Control>0" } }, { "win.print", { "<Control>p" } },
};

static void
article_cb (AttWindow *self)
{
  static const char *const OF_A_STORY[] = { "toggle-star", "toggle-read", "open-in-browser", "print", "save-pdf", "write-note", "label", "find-in-story", "copy-citation", "save-passage" };
  gboolean open = att_dossier_get_article (self->dossier) != NULL;
  offer_images (self);
  for (guint i = 0; i < G_N_ELEMENTS (OF_A_STORY); i++)
    att_window_enable (self, OF_A_STORY[i], open);
}

static void
passed_cb (AttWindow *self)
{
  att_article_list_set_mark_passed (self->list, g_settings_get_boolean (self->settings, "mark-passed"));
}

void
att_window_reading_install (AttWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  for (guint i = 0; i < G_N_ELEMENTS (ACCELERATORS); i++)
    gtk_application_set_accels_for_action (application, ACCELERATORS[i].action, (const char *const *) ACCELERATORS[i].keys);
  g_settings_bind (self->settings, "zoom", self->reader, "zoom", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->dossier, "notify::article", G_CALLBACK (article_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::mark-passed", G_CALLBACK (passed_cb), self, G_CONNECT_SWAPPED);
  passed_cb (self);
  article_cb (self);
}
