/* window-marks.c: what is read and what is starred: of the story that is open, of a row, of all there are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "base/date.h"
#include "filter/syntax.h"

#include <glib/gi18n.h>
#include <string.h>

/* A flag of a story that is to be turned over, and all it has. */
typedef struct { gint64 id; guint flag, flags; } Toggle;

static void
turn_over (AttWindow *self, const Toggle *toggle)
{
  gboolean set = !(toggle->flags & toggle->flag);
  att_dossier_mark (self->dossier, toggle->id, set ? toggle->flag : 0, set ? 0 : toggle->flag);
}

static gpointer
read_flags (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  Toggle *toggle = g_memdup2 (data, sizeof *toggle);
  g_autoptr (GPtrArray) rows = att_rows_read (db, &toggle->id, 1, error);
  if (rows == NULL || rows->len == 0)
    g_clear_pointer (&toggle, g_free);
  else
    toggle->flags = ((AttHeadline *) g_ptr_array_index (rows, 0))->flags;
  return toggle;
}

/* Asked of the store: the list need not have it. */
static void
ask_flags (AttWindow *self, gint64 article, guint flag, GAsyncReadyCallback callback)
{
  Toggle one = { article, flag, 0 };
  att_store_ask_async (att_dossier_get_store (self->dossier), read_flags, g_memdup2 (&one, sizeof one), g_free, g_free, NULL, callback, g_object_ref (self));
}

static void
flags_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autofree Toggle *toggle = att_store_finish (ATT_STORE (source), result, NULL);
  if (toggle && self->dossier)
    turn_over (self, toggle);
}

/* Of the story that is read. The list knows best how it is, but it need not be there. */
static void
toggle (AttWindow *self, guint flag)
{
  const AttArticle *open = att_dossier_get_article (self->dossier);
  AttArticleModel *model = att_dossier_get_articles (self->dossier);
  guint at = open && model ? att_article_model_find (model, open->id) : G_MAXUINT;
  if (at != G_MAXUINT) {
    g_autoptr (AttArticleItem) item = g_list_model_get_item (G_LIST_MODEL (model), at);
    Toggle one = { open->id, flag, att_article_item_get_flags (item) };
    turn_over (self, &one);
  } else if (open)
    ask_flags (self, open->id, flag, flags_cb);
}

static void
toggle_read (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  toggle (data, ATT_FLAG_READ);
}

static void
toggle_star (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  toggle (data, ATT_FLAG_STARRED);
}

/* Its place by now, for more may have come since a menu was opened on it; G_MAXUINT: it is gone. */
static guint
row_of (AttWindow *self, gint64 article)
{
  return att_article_model_find (att_dossier_get_articles (self->dossier), article);
}

/* By a row's menu: not the story that is open, and it stays as it is. */
static void
toggle_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  gint64 article;
  const char *what;
  g_variant_get (parameter, "(x&s)", &article, &what);
  g_autoptr (AttArticleItem) item = g_list_model_get_item (G_LIST_MODEL (att_dossier_get_articles (self->dossier)), row_of (self, article));
  Toggle one = { article, strcmp (what, "star") == 0 ? ATT_FLAG_STARRED : ATT_FLAG_READ, item ? att_article_item_get_flags (item) : 0 };
  if (item)
    turn_over (self, &one);
}

/* deed: 0: there was nothing to do. */
static void
tell_marked (AttWindow *self, const char *words, guint deed)
{
  if (deed)
    att_window_offer_undo (self, words, deed);
}

static void
mark_beside (AttWindow *self, gint64 article, gboolean above)
{
  guint row = row_of (self, article);
  if (row != G_MAXUINT)
    tell_marked (self, _("These stories marked as read"), att_dossier_mark_rows (self->dossier, above ? 0 : row + 1, above ? row : G_MAXUINT));
}

static void
mark_above (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mark_beside (data, g_variant_get_int64 (parameter), TRUE);
}

static void
mark_below (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  mark_beside (data, g_variant_get_int64 (parameter), FALSE);
}

/* Seconds back from now. */
static void
mark_older (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  tell_marked (self, _("These stories marked as read"), att_dossier_mark_older (self->dossier, att_date_now () - g_variant_get_int64 (parameter)));
}

static void
mark_place_read (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  g_autoptr (AttFilter) place = att_filter_parse (g_variant_get_string (parameter, NULL), NULL);
  if (place)
    tell_marked (self, _("All of these stories marked as read"), att_dossier_mark_place (self->dossier, place));
}

static void
mark_all_read (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  tell_marked (self, _("All of these stories marked as read"), att_dossier_mark_all (self->dossier));
}

static void
show_star (AttWindow *self, gboolean starred)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "toggle-star")), g_variant_new_boolean (starred));
}

static void
star_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autofree Toggle *toggle = att_store_finish (ATT_STORE (source), result, NULL);
  const AttArticle *open = self->dossier ? att_dossier_get_article (self->dossier) : NULL;
  if (open && (toggle == NULL || open->id == toggle->id))   /* else another is open by now */
    show_star (self, toggle && toggle->flags & ATT_FLAG_STARRED);
}

/* The button says whether the story that is open is starred, whoever did it. */
static void
look_at_star (AttWindow *self)
{
  const AttArticle *open = att_dossier_get_article (self->dossier);
  if (open)
    ask_flags (self, open->id, ATT_FLAG_STARRED, star_cb);
  else
    show_star (self, FALSE);
}

static const GActionEntry ACTIONS[] = {
  { "toggle-read", toggle_read }, { "toggle-star", toggle_star, NULL, "false" }, { "toggle-row", toggle_row, "(xs)" }, { "mark-all-read", mark_all_read },
  { "mark-place-read", mark_place_read, "s" }, { "mark-above", mark_above, "x" }, { "mark-below", mark_below, "x" }, { "mark-older", mark_older, "x" },
};

void
att_window_marks_install (AttWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  g_signal_connect_object (self->dossier, "notify::article", G_CALLBACK (look_at_star), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (att_dossier_get_store (self->dossier), "changed", G_CALLBACK (look_at_star), self, G_CONNECT_SWAPPED);
}
