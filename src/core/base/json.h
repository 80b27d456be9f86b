/* json.h: JSON of strangers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON-GLib reads what is nested by calling itself, and a few kilobytes of brackets end the program; it also takes half of a character that was
 * cut in two ("\ud83d") for a reason to read on over the end of the string. Neither reaches it from here (RFC 8259 §8.2, §9). Any thread.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define ATT_JSON_MAX_DEPTH 200

/* length: bytes, or -1: up to a nul. FALSE: it is no JSON, or nested deeper than anybody means. */
gboolean att_json_load (JsonParser *parser, const char *text, gssize length);

G_END_DECLS
