/* own-topics.h: the topics a person made, and what was learned of any topic, in files beside the store.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of the same form as the shipped ones, read on top of them: own-topics.tsv, own-terms.tsv, own-topic-model.tsv (the
 * bias a threshold comes to), own-topic-words.tsv (what corrections taught). One file to give away has the rows of all:
 * three columns are a topic, five a term, two a bias. Any thread; not two at once on one folder.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  char  *id;          /* letters, digits and hyphens */
  char  *label;       /* as shown */
  char **terms;       /* "phrase", "phrase + phrase", {a,b} as in terms.tsv; a leading "-" speaks against it, "~" only supports */
  double threshold;   /* 0 to 1: how sure an article must be; 0.5 unless told */
} AttOwnTopic;

AttOwnTopic *att_own_topic_new  (const char *label, const char *const *terms, double threshold);   /* id: made of the label */
void         att_own_topic_free (AttOwnTopic *self);

GPtrArray *att_own_topics_list   (const char *folder);                                     /* of AttOwnTopic *; what cannot be read is not there */
gboolean   att_own_topics_save   (const char *folder, const AttOwnTopic *topic, GError **error);   /* in place of one of the same id */
gboolean   att_own_topics_remove (const char *folder, const char *id, GError **error);
char      *att_own_topics_export (const char *folder);
gboolean   att_own_topics_import (const char *folder, const char *text, guint *n_topics, GError **error);

/* In place of what was learned of the topic before. */
gboolean   att_own_topics_learn  (const char *folder, const char *id, const char *rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttOwnTopic, att_own_topic_free)

G_END_DECLS
