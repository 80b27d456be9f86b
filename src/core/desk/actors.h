/* actors.h: what a person decides of an actor.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seen at once in everything stored; what is taken back comes in the background, as the desk's signal "marking" tells. That
 * two are one is in taxonomy.h. Main thread.
 */
#pragma once

#include "desk/desk.h"

G_BEGIN_DECLS

void  att_desk_strike_actor_async   (AttDesk *self, AttTopicKind kind, const char *name, GAsyncReadyCallback callback, gpointer user_data);
void  att_desk_unstrike_actor_async (AttDesk *self, AttTopicKind kind, const char *name, GAsyncReadyCallback callback, gpointer user_data);
void  att_desk_unmerge_actor_async  (AttDesk *self, AttTopicKind kind, const char *name, GAsyncReadyCallback callback, gpointer user_data);
void  att_desk_rename_actor_async   (AttDesk *self, AttTopicKind kind, const char *name, const char *label, GAsyncReadyCallback callback, gpointer user_data);

/* The offices somebody is known to have held, a line each, "Foreign minister of China, December 2022 – "; "" where none is known. */
char *att_desk_offices              (AttDesk *self, const char *name);

/* What the renamed one was called before; "" of the others; NULL with error. */
char *att_desk_actor_finish         (AttDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
