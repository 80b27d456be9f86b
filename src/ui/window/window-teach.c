/* window-teach.c: the reader corrects what the desk marked.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "desk/actors.h"
#include "ui/widget/menu.h"
#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>
#include <string.h>

/* What was taught, to be taken back. */
typedef struct {
  AttWindow *window;
  AttCorrection *correction;   /* of a mark; NULL with */
  AttAttribution *attribution; /* of a speaker; both NULL: two names are one */
  char *name;                  /* of them, the one that is another's now */
} Lesson;

static void
lesson_free (gpointer data)
{
  Lesson *lesson = data;
  g_clear_pointer (&lesson->correction, att_correction_free);
  g_clear_pointer (&lesson->attribution, att_attribution_free);
  g_free (lesson->name);
  g_free (lesson);
}

static void
taught_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  if (!att_desk_teach_finish (ATT_DESK (source), result, &error))
    att_window_say (self, error->message, NULL, NULL);
}

static void
unmerged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = att_desk_actor_finish (ATT_DESK (source), result, &error);
  if (done == NULL)
    att_window_say (self, error->message, NULL, NULL);
}

static void
unteach (gpointer data)
{
  const Lesson *lesson = data;
  AttDesk *desk = lesson->window->desk;
  if (lesson->correction)
    att_desk_uncorrect_async (desk, lesson->correction, taught_cb, g_object_ref (lesson->window));
  else if (lesson->attribution)
    att_desk_unattribute_async (desk, lesson->attribution, taught_cb, g_object_ref (lesson->window));
  else
    att_desk_unmerge_actor_async (desk, ATT_TOPIC_PERSON, lesson->name, unmerged_cb, g_object_ref (lesson->window));
}

/* Takes words. */
static void
correct (AttWindow *self, AttTopicKind kind, const char *name, const char *label, gboolean about, char *words)
{
  const AttArticle *article = att_dossier_get_article (self->dossier);
  if (article == NULL) {
    g_free (words);
    return;
  }
  Lesson *lesson = g_new0 (Lesson, 1);
  *lesson = (Lesson) { self, att_correction_new (article->id, kind, name, label, about), NULL, NULL };
  att_desk_correct_async (self->desk, lesson->correction, taught_cb, g_object_ref (self));
  att_window_did (self, words, unteach, lesson, lesson_free);
  g_free (words);
}

static void
not_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *kind, *name, *label;
  g_variant_get (parameter, "(&s&s&s)", &kind, &name, &label);
  gboolean person = strcmp (kind, att_topic_kind_name (ATT_TOPIC_PERSON)) == 0;
  const char *shown = att_topic_shown (person ? ATT_TOPIC_PERSON : ATT_TOPIC_THEME, label);
  correct (data, person ? ATT_TOPIC_PERSON : ATT_TOPIC_THEME, name, label, FALSE,
           g_strdup_printf (person ? _("“%s” is nobody in this story") : _("Not about “%s”; similar stories will be judged anew"), shown));
}

static void
is_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name, *label;
  g_variant_get (parameter, "(&s&s)", &name, &label);
  correct (data, ATT_TOPIC_THEME, name, label, TRUE, g_strdup_printf (_("About “%s”; similar stories will be judged anew"), att_topic_shown (ATT_TOPIC_THEME, label)));
}

/* The words of a quotation and whose they are; "": nobody who is known. */
static void
said_by (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const AttArticle *article = att_dossier_get_article (self->dossier);
  const char *quoted, *speaker;
  g_variant_get (parameter, "(&s&s)", &quoted, &speaker);
  if (article == NULL)
    return;
  Lesson *lesson = g_new0 (Lesson, 1);
  g_autofree char *words = *speaker ? g_strdup_printf (_("Said by “%s”"), speaker) : g_strdup (_("Not attributed to anybody"));
  *lesson = (Lesson) { self, NULL, att_attribution_new (article->id, quoted, *speaker ? speaker : NULL), NULL };
  att_desk_attribute_async (self->desk, lesson->attribution, taught_cb, g_object_ref (self));
  att_window_did (self, words, unteach, lesson, lesson_free);
}

static void
same_person (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const char *name, *same_as;
  g_variant_get (parameter, "(&s&s)", &name, &same_as);
  Lesson *lesson = g_new0 (Lesson, 1);
  g_autofree char *words = g_strdup_printf (_("“%s” is “%s” everywhere now"), name, same_as);
  *lesson = (Lesson) { self, NULL, NULL, g_strdup (name) };
  att_desk_merge_async (self->desk, ATT_TOPIC_PERSON, name, same_as, taught_cb, g_object_ref (self));
  att_window_did (self, words, unteach, lesson, lesson_free);
}

static const GActionEntry ACTIONS[] = {
  { "not-about", not_about, "(sss)" }, { "is-about", is_about, "(ss)" }, { "same-person", same_person, "(ss)" },
  { "said-by", said_by, "(ss)" },
};

/* All topics, a submenu a heading. */
static GMenuModel *
make_topics_menu (AttWindow *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) topics = att_desk_list_topics (self->desk);
  g_autoptr (GMenu) section = NULL;
  const char *heading = NULL;
  for (guint i = 0; i < topics->len; i++) {
    const AttTopicName *topic = g_ptr_array_index (topics, i);
    if (heading == NULL || strcmp (heading, topic->section) != 0) {
      g_clear_object (&section);
      section = g_menu_new ();
      heading = topic->section;
      g_menu_append_submenu (menu, att_section_shown (heading), G_MENU_MODEL (section));
    }
    att_menu_append_name (section, att_topic_shown (ATT_TOPIC_THEME, topic->label), "win.is-about", g_variant_new ("(ss)", topic->id, topic->label));
  }
  return G_MENU_MODEL (menu);
}

void
att_window_teach_refresh (AttWindow *self)
{
  g_autoptr (GMenuModel) menu = make_topics_menu (self);
  att_reader_set_topics (self->reader, menu);
}

void
att_window_teach_install (AttWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  att_window_teach_refresh (self);
}
