/* own-topics.h: the topics a person made, and what was learned of any topic, in files beside the store.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of the same form as the shipped ones, read on top of them: own-topics.tsv, own-terms.tsv, own-topic-model.tsv (the
 * bias a threshold comes to), own-topic-words.tsv (what corrections taught). One file to give away has the rows of all:
 * three columns are a topic, five a term, two a bias. Any thread, and any process: whoever writes waits for whoever writes already.
 */
#pragma once

#include "analysis/lexicon.h"
#include "press/topic.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ATT_OWN_TOPICS_LOCK "own-topics.lock"   /* beside them, whoever is writing holds it */

GPtrArray *att_own_topics_list   (const char *folder);                                     /* of AttTopic *; what cannot be read is not there */
gboolean   att_own_topics_save   (const char *folder, const AttLexicon *lexicon, const AttTopic *topic, GError **error);   /* in place of one of the same id, a shipped one too */
gboolean   att_own_topics_remove (const char *folder, const char *id, GError **error);     /* a shipped one is as it was shipped again */

AttTopic  *att_own_topics_shipped    (const char *id);                                      /* as it was shipped; NULL: it was not */
gboolean   att_own_topics_is_shipped (const char *id);
char      *att_own_topics_export (const char *folder);
GPtrArray *att_own_topics_read   (const char *text, GError **error);                        /* of AttTopic *: what is in such a file */
gboolean   att_own_topics_import (const char *folder, const char *text, guint *n_topics, GError **error);

/* In place of what was learned of the topic before. */
gboolean   att_own_topics_learn  (const char *folder, const char *id, const char *rows, GError **error);

G_END_DECLS
