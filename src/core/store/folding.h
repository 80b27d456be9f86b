/* folding.h: a function of SQL's for names and words: fold(text), what two spellings share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite's lower() and NOCASE know the case of ASCII only. Small letters without accents; quotation marks of any kind are one, which a filter
 * cannot write otherwise (filter/tokens.h), and so is white space. fold(NULL) is NULL.
 */
#pragma once

#include <sqlite3.h>

#include <glib.h>

G_BEGIN_DECLS

int att_folding_register (sqlite3 *handle);   /* one of SQLite's codes */

G_END_DECLS
