/* actors.h: what a person decided of the people, countries and bodies in the news (tables struck_actor, same_actor, topic).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * That two names are one is in corrections.h. What is taken back shows again in articles once they are analysed anew. Writer thread.
 */
#pragma once

#include "store/articles.h"

G_BEGIN_DECLS

/* It is nobody: out of every article stored and to come, and nobody's words are its any more. */
gboolean att_actors_strike   (AttDatabase *db, AttTopicKind kind, const char *name, gint64 now, AttChange *change, GError **error);
gboolean att_actors_unstrike (AttDatabase *db, AttTopicKind kind, const char *name, GError **error);

/* What it is called wherever it is shown. Returns what it was called before, or NULL with error. */
char    *att_actors_rename   (AttDatabase *db, AttTopicKind kind, const char *name, const char *label, AttChange *change, GError **error);

/* Who is struck, "name" lines of each kind; of AttStruck *. */
typedef struct { AttTopicKind kind; char *name; } AttStruck;
GPtrArray *att_actors_list_struck (AttDatabase *db, GError **error);

G_END_DECLS
