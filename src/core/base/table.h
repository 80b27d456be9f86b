/* table.h: tab-separated tables a person can read and edit.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines that begin with # and empty lines are skipped. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Called a row; cells is NULL-terminated, with at least the wanted number (missing ones are empty). */
typedef void (*AttTableFunc) (char **cells, guint line, gpointer data);

void att_table_read (GBytes *bytes, guint n_wanted, AttTableFunc func, gpointer data);

/* "sanction{,s,ed}" → sanction, sanctions, sanctioned: every way through the braces. Never NULL. */
char **att_table_expand (const char *pattern);

G_END_DECLS
