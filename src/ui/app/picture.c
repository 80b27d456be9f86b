/* picture.c: the window saved as a PNG, once its stories are there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/picture.h"

#define QUIET_FRAMES 12   /* drawn with nothing under way: rows have come and labels have settled */
#define MAX_FRAMES 1200

typedef struct { char *path; guint quiet, frames; gboolean opened; } Picture;

static void
picture_free (gpointer data)
{
  g_free (((Picture *) data)->path);
  g_free (data);
}

static void
save (GtkWidget *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (!gdk_texture_save_to_png (texture, path))
    g_warning ("The picture %s cannot be written. Check the folder.", path);
}

/* All of it anew: a widget that was out of sight when it was last drawn has no picture of itself. */
static void
redraw (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    redraw (child);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Picture *picture = data;
  AttDossier *dossier = att_window_get_dossier (ATT_WINDOW (widget));
  const AttCoverage *coverage = att_dossier_get_coverage (dossier);
  gboolean busy;
  g_object_get (dossier, "busy", &busy, NULL);
  gboolean quiet = coverage && coverage->n_ids > 0 && !coverage->partial && !busy && !att_desk_is_busy (att_window_get_desk (ATT_WINDOW (widget)));
  if (quiet && !picture->opened) {
    picture->opened = TRUE;
    gtk_widget_activate_action (widget, "win.next", NULL);
  }
  picture->quiet = quiet ? picture->quiet + 1 : 0;
  if (picture->quiet < QUIET_FRAMES && ++picture->frames < MAX_FRAMES) {
    redraw (widget);   /* and so the next tick comes */
    return G_SOURCE_CONTINUE;
  }
  save (widget, picture->path);
  gtk_window_close (GTK_WINDOW (widget));
  return G_SOURCE_REMOVE;
}

void
att_picture_take_when_ready (AttWindow *window, const char *path)
{
  Picture *picture = g_new0 (Picture, 1);
  picture->path = g_strdup (path);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, picture, picture_free);
}
