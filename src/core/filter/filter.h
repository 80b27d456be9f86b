/* filter.h: what is asked of the desk.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An immutable, atomically reference-counted value: every with_ function returns a new one. Clicks in the window and
 * text in the search box are the same filter seen twice; filter/syntax.h is the text. It names topics by kind and
 * name and knows nothing of tables or numbers, so it can be kept in settings and read a year later.
 */
#pragma once

#include "press/mention.h"

G_BEGIN_DECLS

typedef enum { ATT_SENSE_OFF, ATT_SENSE_MUST, ATT_SENSE_MUST_NOT } AttSense;

typedef struct {
  AttTopicKind kind;
  AttSense     sense;
  char        *name;
} AttFilterTopic;

typedef struct {
  char   **any_of;   /* a phrase each; one is enough, or, with near, all of them so close */
  guint    near;     /* at most so many words between the first and the last; 0: one is enough */
  gboolean never;    /* none of them may occur */
} AttFilterWords;

/* Alternatives, each a filter of its own: one is enough, or, with never, none may hold. One alone is a second value of what a filter has
 * room for once, as in "said:Xi said:Putin". */
typedef struct {
  GPtrArray *any_of;      /* of AttFilter * */
  gboolean   never;
} AttFilterGroup;

typedef struct {
  GPtrArray *words;       /* of AttFilterWords *: each must be met */
  GPtrArray *groups;      /* of AttFilterGroup *: each must be met */
  GPtrArray *topics;      /* of AttFilterTopic *, none of them off */
  gboolean   any_topic;   /* of the topics that must be there, one is enough */
  char      *source;      /* part of a feed's title or address, or NULL */
  char      *feed;        /* a feed's exact title or address, or NULL */
  char      *folder;      /* a folder and those inside it, or NULL */
  char      *speaker;     /* somebody who is quoted, or NULL */
  char      *outlet;      /* the country an outlet is of, ISO 3166-1 alpha-3, or NULL */
  char      *language;    /* "en": what an article is written in, "none": nobody can tell; or NULL */
  char      *label;       /* a label somebody gave it, or NULL */
  char      *note;        /* a word of a passage or note saved from it, or NULL */
  gint64     period;      /* seconds back from now; 0 for all time */
  gint64     since;       /* seconds since 1970; 0 for none */
  gint64     before;      /* seconds since 1970; 0 for none */
  gboolean   unread, starred;
  gboolean   noted;       /* a passage or note was saved from it */
} AttFilter;

AttFilter *att_filter_everything (void);
AttFilter *att_filter_ref        (AttFilter *self);
void       att_filter_unref      (AttFilter *self);
gboolean   att_filter_is_everything (const AttFilter *self);

AttSense   att_filter_sense      (const AttFilter *self, AttTopicKind kind, const char *name);
guint      att_filter_n_must     (const AttFilter *self);   /* how many topics must be there */

AttFilter *att_filter_with_topic   (const AttFilter *self, AttTopicKind kind, const char *name, AttSense sense);
AttFilter *att_filter_with_any     (const AttFilter *self, gboolean any);
AttFilter *att_filter_with_place   (const AttFilter *self, const char *feed, const char *folder, gboolean unread, gboolean starred);
AttFilter *att_filter_with_period  (const AttFilter *self, gint64 seconds);
AttFilter *att_filter_with_speaker (const AttFilter *self, const char *speaker);
AttFilter *att_filter_with_outlet  (const AttFilter *self, const char *country);
/* Whether what is written in a language ("de-AT", NULL: nobody can tell) is in one of those asked for: "de", "none". */
gboolean   att_filter_is_in_language (const char *const *asked, const char *language);

/* What alternatives that ask for a language each, and for nothing else, ask for, which need not be freed with their strings; NULL: one asks for more. */
const char **att_filter_group_languages (const AttFilterGroup *group);

/* Whether it asks for a language itself, anywhere in it. */
gboolean    att_filter_asks_language (const AttFilter *self);

/* Only what is in one of these languages, or in none that could be told; a filter that asks for a language itself stays as it is. */
AttFilter *att_filter_with_languages (const AttFilter *self, const char *const *languages);
AttFilter *att_filter_with_all     (AttFilter *self, AttFilter *other);   /* both must hold; where one topic is enough in one of them, it is enough there */
AttFilter *att_filter_with_dates   (const AttFilter *self, gint64 since, gint64 before);   /* in place of any period */

/* While a filter is not frozen, for filter/parser.c. */
AttFilter *att_filter_copy      (const AttFilter *self);
void       att_filter_add_words (AttFilter *self, char **any_of, guint near, gboolean never);   /* takes any_of */
void       att_filter_add_group (AttFilter *self, GPtrArray *any_of, gboolean never);           /* takes any_of */
void       att_filter_add_topic (AttFilter *self, AttTopicKind kind, const char *name, AttSense sense);
void       att_filter_add_all   (AttFilter *self, const AttFilter *other);                      /* both must hold */
void       att_filter_add_whole (AttFilter *self, AttFilter *other);                            /* the same; that one of its topics is enough speaks of its own only */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttFilter, att_filter_unref)

G_END_DECLS
