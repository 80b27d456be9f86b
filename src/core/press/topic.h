/* topic.h: a topic as a person can read and change it: its name, its terms, and how sure an article must be.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Speaks of it; may speak of it; supports what others say; speaks against it; must be there, somewhere. */
typedef enum { ATT_TERM_STRONG, ATT_TERM_MEDIUM, ATT_TERM_GENERIC, ATT_TERM_VETO, ATT_TERM_REQUIRED, ATT_N_TERM_CLASSES } AttTermClass;

typedef struct {
  AttTermClass class;
  char *pattern;         /* "phrase", "phrase + phrase" in one sentence, "{one,other} word" */
  char *flags;           /* as data/analysis/terms.tsv has them: C as written, K key */
} AttTopicTerm;

typedef struct {
  char *id;              /* letters, digits and hyphens */
  char *label, *section;
  GPtrArray *terms;      /* of AttTopicTerm * */
  double threshold;      /* 0 to 1: how sure an article must be; 0.5 unless told */
} AttTopic;

AttTopic *att_topic_new      (const char *id, const char *label, double threshold);   /* id NULL: made of the label */
AttTopic *att_topic_copy     (const AttTopic *self);
void      att_topic_free     (AttTopic *self);
void      att_topic_add_term (AttTopic *self, AttTermClass class, const char *pattern, const char *flags);

/* As it is typed in one line: "-" before it speaks against it, "~" only supports, "?" may speak of it, "+" must be there. */
void      att_topic_add_text (AttTopic *self, const char *text);

const char *att_term_class_name    (AttTermClass class);   /* "strong", "medium", "generic", "veto", "required" */
gboolean    att_term_class_by_name (const char *name, AttTermClass *class);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttTopic, att_topic_free)

G_END_DECLS
