/* window-private.h: what the window's own files share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk/taxonomy.h"
#include "press/monitor.h"
#include "ui/articles/article-list.h"
#include "ui/reader/reader.h"
#include "ui/search/filter-bar.h"
#include "ui/topics/actor-page.h"
#include "ui/topics/topic-page.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

typedef enum { ATT_COLUMN_SOURCES, ATT_COLUMN_LIST, ATT_COLUMN_READER, ATT_COLUMN_TOPICS } AttColumn;

struct _AttWindow {
  AdwApplicationWindow parent_instance;
  AdwToastOverlay *toasts;
  AdwWindowTitle  *title;
  AdwToast        *deed, *said;   /* what tells of the last deed, and what was said last, while they are there */
  GtkStack        *stack;
  GtkWidget       *sources_column, *list_column, *reader_column, *topics_column, *progress_bar, *desk_buttons, *story_buttons, *panel_button, *add_button, *menu_button;
  GtkPaned        *outer, *middle, *inner;
  AttFilterBar    *filter_bar;
  AttArticleList  *list;
  AttReader       *reader;
  AttTopicPage    *topic_page;
  AttActorPage    *actor_page;
  AttDesk         *desk;
  AttDossier      *dossier;
  AttPageRound    *pages;        /* NULL: none are fetched */
  GCancellable    *copying;      /* an export or copy under way; NULL: none */
  gint64           opened;       /* the story whose page was asked for last */
  gconstpointer    asked_from, asked_for;   /* the widget and the filter with which stories were asked for last; only compared */
  gint64           wanted;       /* the monitor to be opened once the side bar is there; 0: none */
  GSettings       *settings;
  AttColumn        column;       /* the one shown when there is room for one only */
  gboolean         sources_shown, topics_shown;
  int              width;        /* the last one laid out for */
  guint            placing, frames;   /* the columns are about to have the widths remembered; frames drawn meanwhile */
  gboolean         sources_first;   /* of the two, where there is room for one: the last asked for */
  int              sources_width, list_width, topics_width;   /* as the person wants them: those they had when there was room for all */
};

void att_window_actions_install (AttWindow *self);
void att_window_alerts_install  (AttWindow *self);    /* window-alerts.c: what monitors said */
void att_window_feeds_install   (AttWindow *self);    /* window-feeds.c */
void att_window_monitors_install (AttWindow *self);  /* window-monitors.c */
void att_window_copies_install  (AttWindow *self);   /* window-copies.c: export, back-up, restore */
void att_window_marks_install   (AttWindow *self);   /* window-marks.c: read and starred */
void att_window_notes_install   (AttWindow *self);   /* window-notes.c: passages, notes, labels, citations */
void att_window_outside_install (AttWindow *self);   /* window-outside.c: sealing, and who was asked */
void att_window_pages_install   (AttWindow *self);   /* window-pages.c: what is beside the desk */
void att_window_panel_install   (AttWindow *self);   /* window-panel.c: the topic panel, arranged */
void att_window_reading_install (AttWindow *self);   /* window-reading.c: the open story */
void att_window_teach_install   (AttWindow *self);   /* window-teach.c: corrections */

/* Something was done: said in a toast that offers to undo it, if words are not NULL, and remembered. Takes data. */
void att_window_did             (AttWindow *self, const char *words, AttUndoFunc undo, gpointer data, GDestroyNotify free_data);

void att_window_offer_undo      (AttWindow *self, const char *words, guint deed);   /* of one that is done, by its number */

/* "desk", "trends", "topic", "actor". */
void att_window_show_page       (AttWindow *self, const char *name);
void att_window_show_subtitle   (AttWindow *self);
void att_window_focus_list (AttWindow *self);   /* the keyboard goes on in the stories */
gboolean att_window_is_on_page  (AttWindow *self);   /* not on the desk */

void att_window_topics_install  (AttWindow *self);   /* window-topics.c */
void att_window_actors_install  (AttWindow *self);   /* window-actors.c */
void att_window_teach_refresh   (AttWindow *self);   /* there are other topics now */

void att_window_enable          (AttWindow *self, const char *action, gboolean enabled);

/* The state of an action that is chosen for a row of the side bar, "12:3": its number, and the mode. FALSE: it is none. */
gboolean att_window_read_choice (GVariant *state, gint64 *id, int *mode);
/* A column went, and the keyboard, which was on before, with it: it goes on in what is shown instead. GTK would leave it on the handle between two columns. */
void att_window_keep_focus (AttWindow *self, GtkWidget *before);
void att_window_lay_out         (AttWindow *self);
void att_window_place           (AttWindow *self);   /* the columns, at the widths remembered, once they are laid out */
gboolean att_window_is_narrow   (AttWindow *self);   /* room for one column only */
void att_window_show_column     (AttWindow *self, AttColumn column);

G_END_DECLS
